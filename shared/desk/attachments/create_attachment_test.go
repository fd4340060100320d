package attachments

import (
	"strings"
	"testing"
)

func TestLongFilenamesKeepTheirExtension(t *testing.T) {
	for name, want := range map[string]string{
		"formato.xlsx":                     "formato.xlsx",
		strings.Repeat("ñ", 204) + ".xlsx": strings.Repeat("ñ", 194) + "….xlsx",
		strings.Repeat("a", 196) + ".xls":  strings.Repeat("a", 196) + ".xls",
		"a." + strings.Repeat("b", 300):    "a." + strings.Repeat("b", 197) + "…",
	} {
		if got := shortened(name); got != want || len([]rune(got)) > maxFilename {
			t.Errorf("shortened(%q) = %q, want %q", name, got, want)
		}
	}
}
