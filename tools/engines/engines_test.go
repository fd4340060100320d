package engines

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUntestableNamesExist checks that each test that cannot pass on an engine exists, so that a test cannot be renamed without
// its entry.
func TestUntestableNamesExist(t *testing.T) {
	var sources strings.Builder
	err := filepath.WalkDir("../../test", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "node_modules" {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(path)
		sources.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, engine := range All() {
		for name := range engine.Untestable {
			if !strings.Contains(sources.String(), "\nfunc "+name+"(") {
				t.Errorf("%s: test/ has no %s", engine.Name, name)
			}
		}
	}
}
