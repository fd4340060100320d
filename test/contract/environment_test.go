package contract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mesa/shared/wiring"
)

// TestVariablesAreDeclared checks that the template declares each variable of each function. `sam local` passes only declared
// variables, so the endpoint of AWS is declared too, although AWS does not need it.
func TestVariablesAreDeclared(t *testing.T) {
	resources := templates(t).templates["root"].at("Resources")
	for _, function := range wiring.Functions() {
		declared := resources.at(function.LogicalID(), "Properties", "Environment", "Variables").mapping()
		for _, variable := range append([]wiring.Variable{"AWS_ENDPOINT_URL"}, function.Environment...) {
			if _, ok := declared[string(variable)]; !ok {
				t.Errorf("%s lacks %s", function.Name, variable)
			}
		}
	}
}

// lambdaVariables lists variables that Lambda itself sets, as Go literals.
var lambdaVariables = []string{`"AWS_LAMBDA_FUNCTION_NAME"`}

// TestFunctionsReadOnlyDeclaredVariables checks that the code of the functions reads only the variables of shared/wiring, which it
// converts to strings, and variables of Lambda. So no function reads a variable that the template lacks.
func TestFunctionsReadOnlyDeclaredVariables(t *testing.T) {
	reads := 0
	for _, folder := range []string{"shared", "functions"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && (strings.HasSuffix(path, "test") || strings.HasSuffix(path, "/config")): // config reads the variable that its caller names
				return fs.SkipDir
			case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || !slices.Contains([]string{"os.Getenv", "os.LookupEnv", "config.Must", "config.Duration"}, types.ExprString(call.Fun)) {
					return true
				}
				reads++
				if name := types.ExprString(call.Args[0]); !strings.HasPrefix(name, "string(") && !slices.Contains(lambdaVariables, name) {
					t.Errorf("%s reads the variable %s", path, name)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if reads == 0 {
		t.Error("no function reads a variable")
	}
}
