package sanitize_test

import (
	"testing"

	"mesa/shared/adapter/sanitize"
)

const imagePath = "/api/attachments/01K8ZQ3V5M2N7R9T4W6X8Y0A1B"

func TestMessagesKeepOnlyImagesOfAttachments(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"an attachment", `<p>a<img src="` + imagePath + `" alt="captura.png">b</p>`, `<p>a<img src="` + imagePath + `" alt="captura.png"/>b</p>`},
		{"without alternative text", `<img src="` + imagePath + `">`, `<img src="` + imagePath + `" alt="imagen"/>`},
		{"handlers and styles", `<img src="` + imagePath + `" alt="a" onerror="x()" style="position:fixed" width=9999 srcset="https://a.mx 1x">`, `<img src="` + imagePath + `" alt="a"/>`},
		{"in a link", `<a href="https://a.mx"><img src="` + imagePath + `" alt="a"></a>`, `<a href="https://a.mx" rel="noopener noreferrer nofollow"><img src="` + imagePath + `" alt="a"/></a>`},
		{"another site", `a<img src="https://a.mx/x.png">b`, "ab"},
		{"another host", `a<img src="//a.mx` + imagePath + `">b`, "ab"},
		{"another path", `a<img src="/api/attachments/../session">b`, "ab"},
		{"a query", `a<img src="` + imagePath + `?x=1">b`, "ab"},
		{"lower case", `a<img src="/api/attachments/01k8zq3v5m2n7r9t4w6x8y0a1b">b`, "ab"},
		{"no identifier", `a<img src="/api/attachments/">b`, "ab"},
		{"data", `a<img src="data:image/png;base64,AAAA">b`, "ab"},
		{"a link to an attachment", `<a href="` + imagePath + `">a</a>`, "a"},
		{"HTML in the alternative text", `<img src="` + imagePath + `" alt='"><script>x</script>'>`, `<img src="` + imagePath + `" alt="&#34;&gt;&lt;script&gt;x&lt;/script&gt;"/>`},
	} {
		if got := (sanitize.HTML{}).Message(c.source); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	if got := (sanitize.HTML{}).Text(`a<img src="` + imagePath + `">b`); got != "ab" {
		t.Errorf("Text keeps an image: %s", got)
	}
}
