package contract

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// TestPagesAndServerAgreeOnFileTypes checks that the server accepts the media type that the pages declare for an extension, and
// that files of each media type in the default settings may have an extension (B4).
func TestPagesAndServerAgreeOnFileTypes(t *testing.T) {
	source, err := os.ReadFile(filepath.Join(root, "web/src/design/files/mediaType.ts"))
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`(?m)^  (\w+): '(\w+/[^']+)',$`).FindAllStringSubmatch(string(source), -1)
	if len(declared) == 0 {
		t.Fatal("the pages declare no media types")
	}
	extensions := []string{"bmp", "tiff"} // the browser reports the media types of these
	for _, match := range declared {
		extensions = append(extensions, match[1])
		if !ticket.ExtensionAgrees(match[1], match[2]) {
			t.Errorf("the server refuses .%s as %s", match[1], match[2])
		}
	}
	for _, mediaType := range settings.Default().Attachments.Types {
		if !slices.ContainsFunc(extensions, func(extension string) bool { return ticket.ExtensionAgrees(extension, mediaType) }) {
			t.Errorf("no file of type %s can have an extension", mediaType)
		}
	}
}
