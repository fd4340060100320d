package contract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mayBuild maps the tests that may build a use case to the reason why.
var mayBuild = map[string]string{
	"shared/desk/mailing/timeout_test.go": "it runs in a synctest bubble, which cannot wait for a table",
}

// TestUseCasesAreBuiltByTheWiringOnly fails for each test that builds a use case that shared/wiring also builds: such a test
// would not run the wiring that is deployed. wiringtest.Stack starts the deployed function instead.
func TestUseCasesAreBuiltByTheWiringOnly(t *testing.T) {
	useCases := map[string]bool{}
	declared, err := filepath.Glob(root + "/shared/wiring/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range declared {
		for _, name := range builtTypes(t, file) {
			useCases[name] = true
		}
	}
	const known = "accounts.CreateSession"
	if !useCases[known] {
		t.Fatalf("shared/wiring does not build %s", known)
	}
	for _, folder := range []string{"shared", "functions", "tools", "test"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(file string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(file, "_test.go") || mayBuild[file] != "" {
				return err
			}
			for _, name := range builtTypes(t, filepath.Join(root, file)) {
				if useCases[name] {
					t.Errorf("%s builds %s", file, name)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// builtTypes returns the types of packages in shared/desk that a file builds, such as "accounts.CreateSession".
func builtTypes(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	packages := map[string]bool{}
	for _, imported := range parsed.Imports {
		if name, found := strings.CutPrefix(strings.Trim(imported.Path.Value, `"`), "mesa/shared/desk/"); found {
			packages[name] = true
		}
	}
	inDesk := strings.Contains(filepath.ToSlash(file), "/shared/desk/")
	var names []string
	ast.Inspect(parsed, func(node ast.Node) bool {
		literal, ok := node.(*ast.CompositeLit)
		if !ok {
			return true
		}
		switch built := literal.Type.(type) {
		case *ast.Ident:
			if inDesk {
				names = append(names, parsed.Name.Name+"."+built.Name)
			}
		case *ast.SelectorExpr:
			if from, ok := built.X.(*ast.Ident); ok && packages[from.Name] {
				names = append(names, from.Name+"."+built.Sel.Name)
			}
		}
		return true
	})
	return names
}
