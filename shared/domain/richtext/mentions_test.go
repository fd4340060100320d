package richtext_test

import (
	"slices"
	"testing"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/domain/richtext"
)

func TestNameMentions(t *testing.T) {
	clean := sanitize.HTML{}.Note(`<p><span data-mention="ana">@Bruno</span> <span data-mention="nadie">@Nadie</span> <span data-mention="ana">@Ana</span> <span data-mention="lia">@L</span></p>`)
	if got, want := richtext.Mentions(clean), []string{"ana", "nadie", "lia"}; !slices.Equal(got, want) {
		t.Errorf("mentions %v, want %v", got, want)
	}
	got := richtext.NameMentions(clean, map[string]string{"ana": "Ana Torres", "lia": `Lía "<b>" Ríos`})
	want := `<p><span data-mention="ana">@Ana Torres</span> @Nadie <span data-mention="ana">@Ana Torres</span> <span data-mention="lia">@Lía &#34;&lt;b&gt;&#34; Ríos</span></p>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if sanitized := (sanitize.HTML{}).Note(got); sanitized != got {
		t.Errorf("sanitized again: %s", sanitized)
	}
	if ids := richtext.Mentions("<p>data-mention is an attribute</p>"); len(ids) != 0 {
		t.Errorf("text is recognized as a mention: %v", ids)
	}
}
