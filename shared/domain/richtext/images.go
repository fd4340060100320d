package richtext

import (
	"slices"
	"strings"

	"github.com/oklog/ulid/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attachmentAddress is where the pages fetch a ticket's file from, by its ULID:
// the one source that an image may have.
const attachmentAddress = "/api/attachments/"

// maxAlt bounds an image's text, in characters: a file's name.
const maxAlt = 200

// Images are the identifiers of the attachments that sanitized HTML shows,
// each once.
func Images(clean string) []string {
	var ids []string
	if !strings.Contains(clean, attachmentAddress) {
		return nil
	}
	_, _ = Reshape(clean, func(root *html.Node) {
		for _, node := range Elements(root) {
			if id := ImageOf(node); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	})
	return ids
}

// WithoutImages is sanitized HTML with each image as its text, for mails: their
// readers are not signed in where they read.
func WithoutImages(clean string) string {
	if !strings.Contains(clean, attachmentAddress) {
		return clean
	}
	written, ok := Reshape(clean, func(root *html.Node) {
		for _, node := range Elements(root) {
			if node.DataAtom != atom.Img {
				continue
			}
			text := &html.Node{Type: html.TextNode, Data: "[" + Alternative(node) + "]"}
			node.Parent.InsertBefore(text, node)
			node.Parent.RemoveChild(node)
		}
	})
	if !ok {
		return Paragraphs(clean)
	}
	return written
}

// ImageOf is which attachment an image shows; empty for any other element or source.
func ImageOf(node *html.Node) string {
	if node.DataAtom != atom.Img || node.Namespace != "" {
		return ""
	}
	id, ours := strings.CutPrefix(Attribute(node, "src"), attachmentAddress)
	if !ours {
		return ""
	}
	parsed, err := ulid.ParseStrict(id)
	if err != nil || parsed.String() != id {
		return ""
	}
	return id
}

// Alternative is an image's text on one line; never empty, as it stands for
// the image to who does not see it.
func Alternative(image *html.Node) string {
	said := []rune(strings.Join(strings.Fields(Attribute(image, "alt")), " "))
	if len(said) == 0 {
		return "imagen"
	}
	return strings.TrimSpace(string(said[:min(len(said), maxAlt)]))
}
