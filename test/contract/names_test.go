// Package contract checks that the contract, the functions and the templates are one: the same operations by the same names,
// open to the same people, each function no heavier than it may be.
package contract

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

const root = "../.."

// background are the functions that no request starts.
var background = []string{"check-deadlines", "close-resolved", "delete-unclaimed-files", "notify", "route", "send-mail"}

// operation is one operation, as each place names it.
type operation struct{ name, route, access string }

func contract(t *testing.T) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile(filepath.Join(root, "shared/api/openapi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return doc
}

func inContract(t *testing.T) []operation {
	t.Helper()
	var all []operation
	for path, item := range contract(t).Paths.Map() {
		for method, op := range item.Operations() {
			access, _ := op.Extensions["x-access"].(string)
			all = append(all, operation{op.OperationID, method + " /api" + path, access})
		}
	}
	return sorted(all)
}

var (
	operationOf = regexp.MustCompile(`Operation: "([a-z-]+)", Route: "([^"]+)", Access: httpapi\.([A-Za-z]+)`)
	serveOf     = regexp.MustCompile(`\(\*api\.ServerInterfaceWrapper\)\.(\w+)`)
)

func inFunctions(t *testing.T) []operation {
	t.Helper()
	var all []operation
	for _, folder := range folders(t) {
		if slices.Contains(background, folder) {
			continue
		}
		source, err := os.ReadFile(filepath.Join(root, "functions", folder, "main.go"))
		if err != nil {
			t.Fatal(err)
		}
		found, serve := operationOf.FindSubmatch(source), serveOf.FindSubmatch(source)
		if found == nil || serve == nil {
			t.Errorf("functions/%s does not mount an operation", folder)
			continue
		}
		if string(found[1]) != folder || camel(folder) != string(serve[1]) {
			t.Errorf("functions/%s mounts %s and serves %s", folder, found[1], serve[1])
		}
		all = append(all, operation{folder, string(found[2]), strings.ToLower(string(found[3]))})
	}
	return sorted(all)
}

// function is one as the template deploys it.
type function struct {
	CodeURI     string `yaml:"CodeUri"`
	Environment struct {
		Variables map[string]yaml.Node `yaml:"Variables"`
	} `yaml:"Environment"`
	Policies []struct {
		Statement []statement `yaml:"Statement"`
	} `yaml:"Policies"`
	Events map[string]struct {
		Type       string `yaml:"Type"`
		Properties struct {
			Method string `yaml:"Method"`
			Path   string `yaml:"Path"`
		} `yaml:"Properties"`
	} `yaml:"Events"`
}

// deployed are the template's functions by their folder.
func deployed(t *testing.T) map[string]function {
	t.Helper()
	var template struct {
		Resources map[string]struct {
			Type       string    `yaml:"Type"`
			Properties yaml.Node `yaml:"Properties"`
		} `yaml:"Resources"`
	}
	if err := yaml.Unmarshal([]byte(document(t, "template.yaml")), &template); err != nil {
		t.Fatal(err)
	}
	all := map[string]function{}
	for name, resource := range template.Resources {
		if resource.Type != "AWS::Serverless::Function" {
			continue
		}
		var one function
		if err := resource.Properties.Decode(&one); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		folder := strings.TrimPrefix(one.CodeURI, "functions/")
		if name != camel(folder)+"Function" {
			t.Errorf("the template's %s runs functions/%s", name, folder)
		}
		all[folder] = one
	}
	return all
}

func inTemplate(t *testing.T) (operations []operation, functions []string) {
	t.Helper()
	for folder, one := range deployed(t) {
		functions = append(functions, folder)
		for _, event := range one.Events {
			if event.Type == "Api" {
				operations = append(operations, operation{name: folder, route: strings.ToUpper(event.Properties.Method) + " " + event.Properties.Path})
			}
		}
	}
	slices.Sort(functions)
	return sorted(operations), functions
}

func folders(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(root, "functions"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func sorted(all []operation) []operation {
	slices.SortFunc(all, func(a, b operation) int { return strings.Compare(a.name, b.name) })
	return all
}

func camel(kebab string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(kebab, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

func TestOneNameEverywhere(t *testing.T) {
	want := inContract(t)
	for _, op := range want {
		if !slices.Contains([]string{"public", "person", "staff", "supervisor", "admin"}, op.access) {
			t.Errorf("%s does not say who may call it (x-access): %q", op.name, op.access)
		}
	}
	if got := inFunctions(t); !slices.Equal(got, want) {
		t.Errorf("functions/ mounts\n%v\nthe contract has\n%v", got, want)
	}
	for i := range want {
		want[i].access = ""
	}
	got, functions := inTemplate(t)
	if !slices.Equal(got, want) {
		t.Errorf("template.yaml has\n%v\nthe contract has\n%v", got, want)
	}
	if all := folders(t); !slices.Equal(functions, all) {
		t.Errorf("template.yaml deploys\n%v\nfunctions/ has\n%v", functions, all)
	}
	for _, op := range want {
		file := strings.ReplaceAll(op.name, "-", "_") + ".go"
		if found, _ := filepath.Glob(filepath.Join(root, "shared/desk/*", file)); len(found) != 1 {
			t.Errorf("the use case of %s is in %v, not in one shared/desk/*/%s", op.name, found, file)
		}
	}
}

func TestMainsAreShort(t *testing.T) {
	for _, folder := range folders(t) {
		source, err := os.ReadFile(filepath.Join(root, "functions", folder, "main.go"))
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(source), "\n"); lines > 30 {
			t.Errorf("functions/%s/main.go has %d lines", folder, lines)
		}
	}
}
