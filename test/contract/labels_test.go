package contract

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"mesa/shared/domain/locale"
)

// TestPagesAndMailsAgreeOnLabels checks that the pages and the mails have the same names of statuses and roles in both languages.
func TestPagesAndMailsAgreeOnLabels(t *testing.T) {
	label := regexp.MustCompile(`(\w+): '([^']+)'`)
	for _, language := range []locale.Language{locale.Spanish, locale.English} {
		source, err := os.ReadFile(filepath.Join(root, "web/src/design/texts", string(language)+".ts"))
		if err != nil {
			t.Fatal(err)
		}
		for group, labelOf := range map[string]func(locale.Language, string) string{"status": locale.Status, "roles": locale.Role} {
			declared := regexp.MustCompile(`(?m)^  ` + group + `: \{([^}]+)\}`).FindSubmatch(source)
			if declared == nil {
				t.Fatalf("%s: the pages have no names of %s", language, group)
			}
			labels := label.FindAllStringSubmatch(string(declared[1]), -1)
			if len(labels) != 4 {
				t.Errorf("%s: the pages have %d names of %s: %s", language, len(labels), group, declared[1])
			}
			for _, match := range labels {
				if got := labelOf(language, match[1]); got != match[2] {
					t.Errorf("%s: %s is %q on pages and %q in mails", language, match[1], match[2], got)
				}
			}
		}
	}
}
