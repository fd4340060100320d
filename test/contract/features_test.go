package contract

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const featuresHeader = "| capability | requirements | operation(s) | page | tested in |"

var (
	testFile = regexp.MustCompile(`(_test\.go|\.spec\.ts|\.test\.tsx?)$`)
	kebab    = regexp.MustCompile(`\b[a-z]+(?:-[a-z]+)+\b`)
)

// feature is a row of docs/features.md.
type feature struct{ capability, requirements, operations, tests string }

// features reads the table of docs/features.md.
func features(t *testing.T) []feature {
	t.Helper()
	_, table, found := strings.Cut(document(t, "docs/features.md"), featuresHeader)
	if !found {
		t.Fatalf("docs/features.md has no table %s", featuresHeader)
	}
	var all []feature
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "|--") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), " | ")
		if len(cells) != 5 {
			t.Errorf("not five cells: %s", line)
			continue
		}
		all = append(all, feature{strings.TrimSpace(cells[0]), cells[1], cells[2], cells[4]})
	}
	return all
}

// document reads a file of the repository.
func document(t *testing.T, path string) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// TestFeaturesNameTheirTests checks that each row names at least one test, and that every named test exists.
func TestFeaturesNameTheirTests(t *testing.T) {
	for _, row := range features(t) {
		named := 0
		for word := range strings.FieldsFuncSeq(row.tests, func(r rune) bool { return strings.ContainsRune(" ,;·`", r) }) {
			if !strings.Contains(word, "/") && !testFile.MatchString(word) {
				continue
			}
			named++
			if !hasTests(word) {
				t.Errorf("«%s» names %s, which is neither a test file nor a folder with test files", row.capability, word)
			}
		}
		if named == 0 {
			t.Errorf("«%s» names no test", row.capability)
		}
	}
}

// hasTests reports whether a path is a test file, or a folder with at least one test file.
func hasTests(path string) bool {
	if testFile.MatchString(path) {
		_, err := os.Stat(filepath.Join(root, path))
		return err == nil
	}
	inside, err := os.ReadDir(filepath.Join(root, path))
	return err == nil && slices.ContainsFunc(inside, func(one os.DirEntry) bool { return testFile.MatchString(one.Name()) })
}

// TestEveryOperationIsAFeature checks that each operation is in a row of docs/features.md or among the seven steps of
// docs/architecture.md, and that each operation named in a row exists.
func TestEveryOperationIsAFeature(t *testing.T) {
	_, steps, found := strings.Cut(document(t, "docs/architecture.md"), "\n## The seven steps\n")
	if !found {
		t.Fatal("docs/architecture.md has no section on the seven steps")
	}
	steps, _, _ = strings.Cut(steps, "\n## ")
	documented := kebab.FindAllString(steps, -1)
	known := functionNames()
	for _, row := range features(t) {
		for _, name := range kebab.FindAllString(row.operations, -1) {
			if !slices.Contains(known, name) {
				t.Errorf("«%s» names %s, which is not an operation", row.capability, name)
			}
			documented = append(documented, name)
		}
	}
	for _, operation := range inContract(t) {
		if !slices.Contains(documented, operation.name) {
			t.Errorf("%s is in no row of docs/features.md and not among the seven steps", operation.name)
		}
	}
}
