package richtext_test

import (
	"slices"
	"testing"

	"mesa/shared/richtext"
)

func TestMentionsStayInNotesAlone(t *testing.T) {
	const ana = `<span data-mention="ana-torres">@Ana Torres</span>`
	for _, c := range []struct{ name, source, want string }{
		{"one", "<p>Hola " + ana + ", mira</p>", "<p>Hola " + ana + ", mira</p>"},
		{"with more about it", `<span class="x" data-mention="ana-torres" data-label="y" onclick="x()" style="position:fixed">@Ana</span>`, `<span data-mention="ana-torres">@Ana</span>`},
		{"with elements in it", `<span data-mention="ana-torres"><b>@Ana</b> <a href="https://a.mx">Torres</a></span>`, ana},
		{"in another", `<span data-mention="ana-torres">@Ana <span data-mention="bruno">Torres</span></span>`, ana},
		{"in bold", "<b>" + ana + "</b>", "<b>" + ana + "</b>"},
		{"of nobody", `a<span data-mention="">b</span>`, "ab"},
		{"of what is no identifier", `a<span data-mention="ana torres">b</span><span data-mention='"><script>'>c</span>`, "abc"},
		{"without a text", `a<span data-mention="ana-torres"></span>b`, "ab"},
		{"on another element", `<b data-mention="ana-torres">a</b>`, "<b>a</b>"},
		{"any other span", `<span class="mention">a</span>`, "a"},
	} {
		if got := richtext.SanitizeNote(c.source); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	for name, sanitize := range map[string]func(string) string{"message": richtext.SanitizeMessage, "text": richtext.Sanitize} {
		if got, want := sanitize("<p>Hola "+ana+"</p>"), "<p>Hola @Ana Torres</p>"; got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestMentionsAreNamedByWhoTheyName(t *testing.T) {
	clean := richtext.SanitizeNote(`<p><span data-mention="ana">@Bruno</span> <span data-mention="nadie">@Nadie</span> <span data-mention="ana">@Ana</span> <span data-mention="lia">@L</span></p>`)
	if got, want := richtext.Mentions(clean), []string{"ana", "nadie", "lia"}; !slices.Equal(got, want) {
		t.Errorf("mentions %v, want %v", got, want)
	}
	got := richtext.NameMentions(clean, map[string]string{"ana": "Ana Torres", "lia": `Lía "<b>" Ríos`})
	want := `<p><span data-mention="ana">@Ana Torres</span> @Nadie <span data-mention="ana">@Ana Torres</span> <span data-mention="lia">@Lía &#34;&lt;b&gt;&#34; Ríos</span></p>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if again := richtext.SanitizeNote(got); again != got {
		t.Errorf("sanitized again: %s", again)
	}
	if ids := richtext.Mentions("<p>data-mention is an attribute</p>"); len(ids) != 0 {
		t.Errorf("words are no mentions: %v", ids)
	}
}
