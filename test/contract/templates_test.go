package contract

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// node is a value in a template: a mapping, a list or a scalar. Intrinsic functions are mappings with one key.
type node struct{ value any }

// at returns the value at a path of keys and list indexes. A missing value is a node with a nil value.
func (n node) at(path ...any) node {
	for _, step := range path {
		switch key := step.(type) {
		case string:
			mapping, _ := n.value.(map[string]any)
			n.value = mapping[key]
		case int:
			list, _ := n.value.([]any)
			if key >= len(list) {
				return node{}
			}
			n.value = list[key]
		}
	}
	return n
}

func (n node) text() string { s, _ := n.value.(string); return s }

func (n node) number() float64 { f, _ := n.value.(float64); return f }

func (n node) list() []node {
	values, _ := n.value.([]any)
	var all []node
	for _, value := range values {
		all = append(all, node{value})
	}
	return all
}

func (n node) mapping() map[string]node {
	values, _ := n.value.(map[string]any)
	all := map[string]node{}
	for key, value := range values {
		all[key] = node{value}
	}
	return all
}

// JSON returns the value as JSON with sorted keys, for comparisons and messages.
func (n node) JSON() string {
	text, _ := json.Marshal(n.value)
	return string(text)
}

// translated holds the templates that CloudFormation gets: the root template after SAM's transform, and the nested templates.
type translated struct {
	templates map[string]node // by name: root, data, mail, …
	asked     []string        // functions about whose access `sam deploy --guided` asks
	functions int             // functions that serve routes
}

var translate = sync.OnceValues(func() (translated, error) {
	command := exec.Command(filepath.Join(root, ".local/venv/bin/python"), "translate.py", root)
	command.Env = append(os.Environ(), "AWS_DEFAULT_REGION=us-east-1", "SAM_CLI_TELEMETRY=0")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return translated{}, err
	}
	var got struct {
		Root      any
		Nested    map[string]any
		Asked     []string
		Functions int
	}
	if err := json.Unmarshal(out, &got); err != nil {
		return translated{}, err
	}
	all := translated{templates: map[string]node{"root": {got.Root}}, asked: got.Asked, functions: got.Functions}
	for name, template := range got.Nested {
		all.templates[name] = node{template}
	}
	return all, nil
})

// templates translates the templates once for all tests. It needs the SAM CLI that `make tools` installs.
func templates(t *testing.T) translated {
	t.Helper()
	all, err := translate()
	if err != nil {
		t.Fatalf("translate the templates (run make tools first): %v", err)
	}
	return all
}

// resources returns the resources of a type in all templates, by template and logical ID.
func (a translated) resources(resourceType string) map[string]node {
	found := map[string]node{}
	for name, template := range a.templates {
		for id, resource := range template.at("Resources").mapping() {
			if resource.at("Type").text() == resourceType {
				found[name+"."+id] = resource
			}
		}
	}
	return found
}
