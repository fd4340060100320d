package ticket

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/locale"
)

// Entries store the arguments of a reason without names.
func TestStoredReasonsFillEveryPlaceholder(t *testing.T) {
	for key, names := range reasonPlaceholders {
		reason := Reason{Key: key, Args: []string{"15", "16", "17"}[:len(names)]}
		for _, language := range locale.Languages() {
			if text := reason.Message().In(language); strings.Contains(text, "{") || text == key {
				t.Errorf("%s in %s: %q", key, language, text)
			}
		}
		if diff := cmp.Diff(reason, ReasonOf(reason.Message())); diff != "" {
			t.Error(diff)
		}
	}
}
