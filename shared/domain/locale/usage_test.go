package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source holds the string literals and the calls in the Go source of shared, functions and tools, without test files and
// generated files.
type source struct {
	files *token.FileSet
	// literals maps each string literal to one of its positions.
	literals map[string]token.Pos
	calls    []call
}

// call is a call with a message key and values, such as errs.Add(name, "field.too-small", locale.With("least", 1)).
type call struct {
	position token.Pos
	key      string
	values   []string // names of the placeholders, sorted
}

// TestAllKeysExistAndAreUsed checks that every key in the source has a text, and that the source contains the key of
// every text, completely or as a prefix such as "status.".
func TestAllKeysExistAndAreUsed(t *testing.T) {
	namespaces := map[string]bool{}
	for key := range catalogs[Spanish]() {
		namespace, _, _ := strings.Cut(key, ".")
		namespaces[namespace] = true
	}
	keyLike := regexp.MustCompile(`^[a-z]+\.([a-zA-Z0-9_-]+\.?)*$`)
	fileName := regexp.MustCompile(`\.(go|html|txt|json|yaml|eml|tmpl)$`)
	var prefixes []string
	used := map[string]bool{}
	code := readSource(t)
	for literal, position := range code.literals {
		namespace, rest, _ := strings.Cut(literal, ".")
		switch {
		case !namespaces[namespace] || !keyLike.MatchString(literal) || fileName.MatchString(literal):
		case rest == "" || strings.HasSuffix(rest, "."):
			prefixes = append(prefixes, literal)
		case !HasKey(literal):
			t.Errorf("%s: %q has no text", code.files.Position(position), literal)
		default:
			used[literal] = true
		}
	}
	for key := range catalogs[Spanish]() {
		hasPrefix := slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
		if !used[key] && !hasPrefix {
			t.Errorf("%q is not used", key)
		}
	}
}

func TestCallsPassAllPlaceholders(t *testing.T) {
	code := readSource(t)
	checked := 0
	for _, c := range code.calls {
		text, found := lookup(Spanish, c.key)
		if !found {
			continue // not a message key, or already reported by TestAllKeysExistAndAreUsed
		}
		checked++
		if want := placeholdersOf(text[other]); !slices.Equal(c.values, want) {
			t.Errorf("%s: %s has the placeholders %v, the call passes %v", code.files.Position(c.position), c.key, want, c.values)
		}
	}
	if checked < 100 {
		t.Errorf("only %d calls with a key were found", checked)
	}
}

func readSource(t *testing.T) source {
	t.Helper()
	root := filepath.Join("..", "..", "..")
	code := source{files: token.NewFileSet(), literals: map[string]token.Pos{}}
	for _, top := range []string{"shared", "functions", "tools"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "node_modules") {
				return filepath.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".gen.go") {
				return nil
			}
			file, err := parser.ParseFile(code.files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, code.visit)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return code
}

func (s *source) visit(node ast.Node) bool {
	switch node := node.(type) {
	case *ast.BasicLit:
		if value, ok := literal(node); ok {
			s.literals[value] = node.Pos()
		}
	case *ast.CallExpr:
		for i, argument := range node.Args {
			key, ok := literal(argument)
			if !ok || !strings.Contains(key, ".") {
				continue
			}
			if values, ok := valuesOf(node.Args[i+1:]); ok && !node.Ellipsis.IsValid() {
				s.calls = append(s.calls, call{node.Pos(), key, values})
			}
		}
	}
	return true
}

// valuesOf returns the names of the placeholders, and false if an argument is not a call of With.
func valuesOf(arguments []ast.Expr) ([]string, bool) {
	var names []string
	for _, argument := range arguments {
		with, ok := argument.(*ast.CallExpr)
		if !ok || len(with.Args) != 2 {
			return nil, false
		}
		if function, ok := with.Fun.(*ast.SelectorExpr); !ok || function.Sel.Name != "With" {
			return nil, false
		}
		name, ok := literal(with.Args[0])
		if !ok {
			return nil, false
		}
		names = append(names, "{"+name+"}")
	}
	slices.Sort(names)
	return names, true
}

func literal(node ast.Expr) (string, bool) {
	basic, ok := node.(*ast.BasicLit)
	if !ok || basic.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(basic.Value)
	return value, err == nil
}
