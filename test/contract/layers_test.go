package contract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestEveryFolderUnderSharedHasADependencyRule fails for a folder under shared/ that no rule of depguard names. Packages in such
// a folder could import any other package.
func TestEveryFolderUnderSharedHasADependencyRule(t *testing.T) {
	var config struct {
		Linters struct {
			Settings struct {
				Depguard struct {
					Rules map[string]struct{ Files []string }
				}
			}
		}
	}
	if err := yaml.Unmarshal([]byte(document(t, ".golangci.yml")), &config); err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, rule := range config.Linters.Settings.Depguard.Rules {
		patterns = append(patterns, rule.Files...)
	}
	folders, err := os.ReadDir(filepath.Join(root, "shared"))
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if !folder.IsDir() {
			t.Errorf("shared/%s is a file; packages of shared are in the folder of a layer", folder.Name())
		} else if !slices.Contains(patterns, "**/shared/"+folder.Name()+"/**") {
			t.Errorf("shared/%s is not a layer of depguard in .golangci.yml", folder.Name())
		}
	}
}

// TestEveryOperationHasAUseCaseFile fails for an operation whose use case is not in a file with the operation's name.
func TestEveryOperationHasAUseCaseFile(t *testing.T) {
	for _, op := range inContract(t) {
		pattern := filepath.Join(root, "shared/desk/*", strings.ReplaceAll(op.name, "-", "_")+".go")
		if files, err := filepath.Glob(pattern); err != nil || len(files) != 1 {
			t.Errorf("%s: files %v, error %v; expected one file %s", op.name, files, err, pattern)
		}
	}
}
