package richtext

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mesa/shared/domain/plaintext"
)

// Defang replaces the links in sanitized HTML with their text and their address, and defangs all addresses in the text
// (plaintext.Defang). It reports whether the HTML contains an address. If an address extends over several elements, the result
// has paragraphs only.
func Defang(clean string) (string, bool) {
	found := false
	result, ok := Reshape(clean, func(root *html.Node) {
		for _, node := range Elements(root) {
			if node.DataAtom == atom.A {
				found = true
				showAddress(node)
				Unwrap(node)
			}
		}
		for node := range root.Descendants() {
			if node.Type == html.TextNode {
				text, changed := plaintext.Defang(node.Data)
				node.Data, found = text, found || changed
			}
		}
	})
	shown := plaintext.FromHTML(result)
	if defanged, _ := plaintext.Defang(shown); !ok || defanged != shown {
		return plaintext.Defang(Paragraphs(clean))
	}
	return result, found
}

// showAddress adds the address of a link after its text, unless the text is the address.
func showAddress(link *html.Node) {
	var text strings.Builder
	for node := range link.Descendants() {
		if node.Type == html.TextNode {
			text.WriteString(node.Data)
		}
	}
	address := strings.TrimPrefix(Attribute(link, "href"), "mailto:")
	if shown := strings.TrimSpace(text.String()); shown == address || "https://"+shown == address || "http://"+shown == address {
		return
	}
	link.AppendChild(&html.Node{Type: html.TextNode, Data: " (" + address + ")"})
}
