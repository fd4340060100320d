package sanitize_test

import (
	"testing"

	"mesa/shared/adapter/sanitize"
)

func TestOnlyNotesKeepMentions(t *testing.T) {
	const ana = `<span data-mention="ana-torres">@Ana Torres</span>`
	for _, c := range []struct{ name, source, want string }{
		{"a mention", "<p>Hola " + ana + ", mira</p>", "<p>Hola " + ana + ", mira</p>"},
		{"with other attributes", `<span class="x" data-mention="ana-torres" data-label="y" onclick="x()" style="position:fixed">@Ana</span>`, `<span data-mention="ana-torres">@Ana</span>`},
		{"with elements inside", `<span data-mention="ana-torres"><b>@Ana</b> <a href="https://a.mx">Torres</a></span>`, ana},
		{"inside another mention", `<span data-mention="ana-torres">@Ana <span data-mention="bruno">Torres</span></span>`, ana},
		{"in bold", "<b>" + ana + "</b>", "<b>" + ana + "</b>"},
		{"without an identifier", `a<span data-mention="">b</span>`, "ab"},
		{"with an invalid identifier", `a<span data-mention="ana torres">b</span><span data-mention='"><script>'>c</span>`, "abc"},
		{"without text", `a<span data-mention="ana-torres"></span>b`, "ab"},
		{"on another element", `<b data-mention="ana-torres">a</b>`, "<b>a</b>"},
		{"any other span", `<span class="mention">a</span>`, "a"},
	} {
		if got := (sanitize.HTML{}).Note(c.source); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	for name, clean := range map[string]func(string) string{"message": sanitize.HTML{}.Message, "text": sanitize.HTML{}.Text} {
		if got, want := clean("<p>Hola "+ana+"</p>"), "<p>Hola @Ana Torres</p>"; got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
