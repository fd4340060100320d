package contract

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"
)

var (
	requirementRow = regexp.MustCompile(`(?m)^\| ([A-Z]\d+) \|`)
	requirementID  = regexp.MustCompile(`\b[A-Z]\d+\b`)
	// reference matches references such as (B6), (D3, F6) and (A1–D6).
	reference = regexp.MustCompile(`\([A-Z]\d{1,2}(?:(?:, |–)[A-Z]\d{1,2})*\)`)
)

// requirements returns the ids of the requirements in docs/product.md.
func requirements(t *testing.T) []string {
	t.Helper()
	var ids []string
	for _, row := range requirementRow.FindAllStringSubmatch(document(t, "docs/product.md"), -1) {
		if slices.Contains(ids, row[1]) {
			t.Errorf("docs/product.md has two requirements %s", row[1])
		}
		ids = append(ids, row[1])
	}
	if len(ids) == 0 {
		t.Fatal("docs/product.md has no requirements")
	}
	return ids
}

// TestFeaturesNameRequirements checks that each row of docs/features.md names requirements of docs/product.md.
func TestFeaturesNameRequirements(t *testing.T) {
	ids := requirements(t)
	for _, row := range features(t) {
		found := requirementID.FindAllString(row.requirements, -1)
		if len(found) == 0 {
			t.Errorf("«%s» names no requirement", row.capability)
		}
		for _, id := range found {
			if !slices.Contains(ids, id) {
				t.Errorf("«%s» names %s, which is not in docs/product.md", row.capability, id)
			}
		}
	}
}

// TestReferencesNameRequirements checks that docs/product.md contains each requirement to which a comment or document refers.
func TestReferencesNameRequirements(t *testing.T) {
	ids := requirements(t)
	for _, folder := range []string{"docs", "infra", "shared", "functions", "tools", "test", "web/src"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(file string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && entry.Name() == "node_modules" {
				return fs.SkipDir
			}
			if !slices.Contains([]string{".go", ".md", ".ts", ".tsx", ".yaml"}, path.Ext(file)) {
				return nil
			}
			source, err := fs.ReadFile(os.DirFS(root), file)
			for _, found := range reference.FindAllString(string(source), -1) {
				for _, id := range requirementID.FindAllString(found, -1) {
					if !slices.Contains(ids, id) {
						t.Errorf("%s refers to %s, which is not in docs/product.md", file, id)
					}
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// institution matches names of the demo's institution, its numbering and its country.
var institution = regexp.MustCompile(`(?i)\b(inai|infoem|pnt\d*|plataforma nacional|m[eé]xico|america/mexico_city)\b|\.gob\.mx`)

// TestTemplatesAreNeutral checks that the templates and the configuration of deployments name no institution and no country: they are
// settings and parameters.
func TestTemplatesAreNeutral(t *testing.T) {
	files, err := fs.Glob(os.DirFS(root), "infra/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no templates: %v", err)
	}
	for _, file := range append(files, "template.yaml", "samconfig.toml") {
		for _, found := range institution.FindAllString(document(t, file), -1) {
			t.Errorf("%s names %s", file, found)
		}
	}
}
