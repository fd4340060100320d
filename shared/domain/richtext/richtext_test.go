package richtext_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/richtext"
)

func TestCheckTotal(t *testing.T) {
	const maxLength, maxBytes = 100, 400
	for name, c := range map[string]struct {
		sources []string
		want    string // the key of the field error
	}{
		"no text":              {nil, ""},
		"the largest text":     {[]string{strings.Repeat("👍", 100)}, ""},
		"two texts":            {[]string{strings.Repeat("a", 50), "<b>" + strings.Repeat("b", 50) + "</b>"}, ""},
		"too long together":    {[]string{strings.Repeat("a", 50), strings.Repeat("b", 51)}, "field.too-long"},
		"too long and large":   {[]string{strings.Repeat("a", 401), "b"}, "field.too-long"},
		"formatting":           {[]string{strings.Repeat("<b>a</b>", 51)}, "field.too-formatted"},
		"formatting of a part": {[]string{"a", strings.Repeat("<b>a</b>", 25), strings.Repeat("<b>a</b>", 26)}, "field.too-formatted"},
	} {
		var errs fault.FieldErrors
		ok := richtext.CheckTotal(&errs, "x", c.sources, maxLength, maxBytes)
		got := ""
		if len(errs) > 0 {
			got = errs[0].Message.Key
		}
		if got != c.want || ok != (c.want == "") || len(errs) > 1 {
			t.Errorf("%s: %v, %v", name, ok, errs)
		}
	}
}
