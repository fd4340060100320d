package richtext

import (
	"slices"
	"strings"

	"github.com/oklog/ulid/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attachmentPath is the prefix of the path of an attachment. The ULID follows it. Images with any other source are not
// allowed.
const attachmentPath = "/api/attachments/"

// maxAlt is the maximum length of an image's alternative text in characters.
const maxAlt = 200

// Images returns the identifiers of the attachments that sanitized HTML shows, without duplicates.
func Images(clean string) []string {
	var ids []string
	if !strings.Contains(clean, attachmentPath) {
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

// WithoutImages replaces the images in sanitized HTML with their alternative text. Mails need this because a mail program has
// no session and cannot load attachments.
func WithoutImages(clean string) string {
	if !strings.Contains(clean, attachmentPath) {
		return clean
	}
	result, ok := Reshape(clean, func(root *html.Node) {
		for _, node := range Elements(root) {
			if node.DataAtom != atom.Img {
				continue
			}
			text := &html.Node{Type: html.TextNode, Data: "[" + AltText(node) + "]"}
			node.Parent.InsertBefore(text, node)
			node.Parent.RemoveChild(node)
		}
	})
	if !ok {
		return Paragraphs(clean)
	}
	return result
}

// ImageOf returns the identifier of the attachment that an image shows. It returns "" for other elements and other sources.
func ImageOf(node *html.Node) string {
	if node.DataAtom != atom.Img || node.Namespace != "" {
		return ""
	}
	id, found := strings.CutPrefix(Attribute(node, "src"), attachmentPath)
	if !found {
		return ""
	}
	parsed, err := ulid.ParseStrict(id)
	if err != nil || parsed.String() != id {
		return ""
	}
	return id
}

// AltText returns the alternative text of an image on one line. If there is none, it returns a default text.
func AltText(image *html.Node) string {
	text := []rune(strings.Join(strings.Fields(Attribute(image, "alt")), " "))
	if len(text) == 0 {
		return "imagen"
	}
	return strings.TrimSpace(string(text[:min(len(text), maxAlt)]))
}
