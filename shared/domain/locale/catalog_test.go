package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// awaited are texts, or families of them, that are written before the code that says them.
// Take one out when its code is there.
var awaited = []string{"field.not-allowed"}

func TestCatalogsHaveTheSameKeysAndPlaceholders(t *testing.T) {
	placeholder := regexp.MustCompile(`\{\d+\}`)
	shape := func(language Language) map[string]string {
		all := map[string]string{}
		for key, text := range catalogs()[language] {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s is empty", language, key)
			}
			found := placeholder.FindAllString(text, -1)
			slices.Sort(found)
			all[key] = strings.Join(slices.Compact(found), "")
		}
		return all
	}
	if diff := cmp.Diff(shape(Spanish), shape(English)); diff != "" {
		t.Errorf("es.json (-) and en.json (+) differ:\n%s", diff)
	}
}

func TestKeysInSourceExistAndAllAreUsed(t *testing.T) {
	namespaces := map[string]bool{}
	for key := range catalogs()[Spanish] {
		namespace, _, _ := strings.Cut(key, ".")
		namespaces[namespace] = true
	}
	keyLike := regexp.MustCompile(`^[a-z]+\.([a-zA-Z0-9_-]+\.?)*$`)
	fileName := regexp.MustCompile(`\.(go|html|txt|json|yaml|eml|tmpl)$`)
	used := map[string]bool{}
	families := slices.Clone(awaited)
	for literal, places := range stringLiterals(t) {
		namespace, rest, _ := strings.Cut(literal, ".")
		switch {
		case !namespaces[namespace] || !keyLike.MatchString(literal) || fileName.MatchString(literal):
		case rest == "" || strings.HasSuffix(rest, "."):
			families = append(families, literal)
		case !Has(literal):
			t.Errorf("%s: %q is in no catalog", places[0], literal)
		default:
			used[literal] = true
		}
	}
	for key := range catalogs()[Spanish] {
		inFamily := slices.ContainsFunc(families, func(family string) bool { return strings.HasPrefix(key, family) })
		if !used[key] && !inFamily {
			t.Errorf("%q is used nowhere", key)
		}
	}
}

// stringLiterals are the string literals of the module's Go source, tests and
// generated files left out, with where they stand.
func stringLiterals(t *testing.T) map[string][]token.Position {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]token.Position{}
	files := token.NewFileSet()
	for _, top := range []string{"shared", "functions", "tools"} {
		walk := func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "node_modules") {
				return filepath.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".gen.go") {
				return nil
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(node ast.Node) bool {
				if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING {
					if value, err := strconv.Unquote(literal.Value); err == nil {
						found[value] = append(found[value], files.Position(literal.Pos()))
					}
				}
				return true
			})
			return nil
		}
		if _, err := os.Stat(filepath.Join(root, top)); err != nil {
			continue
		}
		if err := filepath.WalkDir(filepath.Join(root, top), walk); err != nil {
			t.Fatal(err)
		}
	}
	return found
}
