// Package contract checks that the contract, the declared functions and the templates agree on the names and access of
// operations, and that every operation of the running stack conforms to the contract. It also checks the templates, the names in
// documents, the artifacts' sizes and dependencies, and that every grant is used.
package contract

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"mesa/shared/api"
	"mesa/shared/domain/locale"
	"mesa/shared/wiring"
)

const root = "../.."

// operation is an operation as the contract, the declarations or template.yaml define it.
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

func declared() []operation {
	var all []operation
	for _, function := range wiring.Functions() {
		if e := function.Endpoint; e != nil {
			all = append(all, operation{function.Name, e.Method + " " + e.Path, string(e.Access)})
		}
	}
	return sorted(all)
}

func sorted(all []operation) []operation {
	slices.SortFunc(all, func(a, b operation) int { return strings.Compare(a.name, b.name) })
	return all
}

// inTemplate returns the operations in template.yaml and the names of all its functions.
func inTemplate(t *testing.T) (operations []operation, functions []string) {
	t.Helper()
	var template struct {
		Resources map[string]struct {
			Type       string `yaml:"Type"`
			Properties struct {
				FunctionName string `yaml:"FunctionName"`
				Events       map[string]struct {
					Type       string `yaml:"Type"`
					Properties struct {
						Method string `yaml:"Method"`
						Path   string `yaml:"Path"`
					} `yaml:"Properties"`
				} `yaml:"Events"`
			} `yaml:"Properties"`
		} `yaml:"Resources"`
	}
	if err := yaml.Unmarshal([]byte(document(t, "template.yaml")), &template); err != nil {
		t.Fatal(err)
	}
	for _, resource := range template.Resources {
		if resource.Type != "AWS::Serverless::Function" {
			continue
		}
		name := strings.TrimPrefix(resource.Properties.FunctionName, "${AWS::StackName}-")
		functions = append(functions, name)
		for _, event := range resource.Properties.Events {
			if event.Type == "Api" {
				operations = append(operations, operation{name: name, route: event.Properties.Method + " " + event.Properties.Path})
			}
		}
	}
	slices.Sort(functions)
	return sorted(operations), functions
}

func functionNames() []string {
	var names []string
	for _, function := range wiring.Functions() {
		names = append(names, function.Name)
	}
	slices.Sort(names)
	return names
}

func TestContractDeclarationsAndTemplateAgree(t *testing.T) {
	want := inContract(t)
	for _, op := range want {
		accesses := []api.Access{api.AccessPublic, api.AccessPerson, api.AccessStaff, api.AccessSupervisor, api.AccessAdmin}
		if !slices.Contains(accesses, api.Access(op.access)) {
			t.Errorf("%s does not say who may call it (x-access): %q", op.name, op.access)
		}
	}
	if got := declared(); !slices.Equal(got, want) {
		t.Errorf("shared/wiring declares\n%v\nthe contract has\n%v", got, want)
	}
	for i := range want {
		want[i].access = ""
	}
	got, functions := inTemplate(t)
	if !slices.Equal(got, want) {
		t.Errorf("template.yaml has\n%v\nthe contract has\n%v", got, want)
	}
	if all := functionNames(); !slices.Equal(functions, all) {
		t.Errorf("template.yaml deploys\n%v\nshared/wiring declares\n%v", functions, all)
	}
	for _, op := range want {
		file := strings.ReplaceAll(op.name, "-", "_") + ".go"
		if found, _ := filepath.Glob(filepath.Join(root, "shared/desk/*", file)); len(found) != 1 {
			t.Errorf("the use case of %s is in %v, not in one shared/desk/*/%s", op.name, found, file)
		}
	}
}

// TestFieldsHaveNames checks that each field of a request body has a name in both languages, by which a refusal names it.
func TestFieldsHaveNames(t *testing.T) {
	for path, item := range contract(t).Paths.Map() {
		for method, operation := range item.Operations() {
			if operation.RequestBody == nil {
				continue
			}
			schema := operation.RequestBody.Value.Content.Get("application/json").Schema.Value
			for _, part := range append(schema.AllOf, &openapi3.SchemaRef{Value: schema}) {
				for name := range part.Value.Properties {
					if locale.FieldName(locale.Spanish, name) == "" || locale.FieldName(locale.English, name) == "" {
						t.Errorf("%s %s: the field %s has no text fieldname.%s", method, path, name, name)
					}
				}
			}
		}
	}
}
