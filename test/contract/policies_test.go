package contract

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// statement is a part of a policy: actions, and the partition keys that its condition leaves them.
type statement struct {
	Action    several `yaml:"Action"`
	Resource  several `yaml:"Resource"`
	Condition struct {
		StringLike struct {
			LeadingKeys []string `yaml:"dynamodb:LeadingKeys"`
		} `yaml:"ForAllValues:StringLike"`
	} `yaml:"Condition"`
}

// several is what a template may write as a list, or as the one thing that it has.
type several []string

// UnmarshalYAML implements yaml.Unmarshaler.
func (s *several) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*s = several{node.Value}
		return nil
	}
	return node.Decode((*[]string)(s))
}

// grants are all pairs of an action and what it is granted on.
func (f function) grants() []string {
	var all []string
	for _, policy := range f.Policies {
		if len(policy.Statement) == 0 {
			all = append(all, "a policy without statements, such as one of SAM's own")
		}
		for _, s := range policy.Statement {
			for _, action := range s.Action {
				all = append(all, s.pairs(action)...)
			}
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(all)))
}

// pairs of the table's actions name partition keys, and an index before them where it is one's; of other services' they name
// nothing, as a function has but one bucket, queue or sender.
func (s statement) pairs(action string) []string {
	action, ofTable := strings.CutPrefix(action, "dynamodb:")
	if !ofTable {
		return []string{action}
	}
	keys := s.Condition.StringLike.LeadingKeys
	if len(keys) == 0 {
		keys = []string{""}
	}
	var all []string
	for _, resource := range s.Resource {
		if !strings.Contains(resource, "TableArn") {
			all = append(all, action+" on "+resource)
		}
		_, index, _ := strings.Cut(resource, "TableArn}/")
		for _, key := range keys {
			all = append(all, action+" "+path.Join(index, key))
		}
	}
	return all
}

// told reads the same pairs off a row's last cell.
func told(cell string) []string {
	var all []string
	for part := range strings.SplitSeq(strings.Trim(cell, "`"), "; ") {
		if part == "caller" {
			part = "BatchGetItem SESSION#* PERSON#*"
		}
		action, keys, onKeys := strings.Cut(part, " ")
		if !onKeys && action != "" {
			all = append(all, action)
		}
		for key := range strings.FieldsSeq(keys) {
			all = append(all, action+" "+key)
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(all)))
}

// TestArchitectureTellsThePolicies holds the table of functions against the template, in both directions: a right that is
// granted is one that somebody wrote down, and a row that lies would be believed.
func TestArchitectureTellsThePolicies(t *testing.T) {
	_, table, _ := strings.Cut(document(t, "docs/architecture.md"), "| function | started by | environment |")
	functions := deployed(t)
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 || strings.HasPrefix(cells[1], "--") {
			continue
		}
		name, environment, actions := strings.TrimSpace(cells[1]), cells[3], strings.TrimSpace(cells[4])
		one, there := functions[name]
		if !there {
			t.Errorf("docs/architecture.md has %s, or has it twice; template.yaml does not", name)
			continue
		}
		delete(functions, name)
		compare(t, name+"'s environment", slices.Sorted(strings.FieldsSeq(environment)), slices.Sorted(maps.Keys(one.Environment.Variables)))
		compare(t, name+"'s policy", told(actions), one.grants())
	}
	for name := range functions {
		t.Errorf("docs/architecture.md has no row of %s", name)
	}
}

func compare(t *testing.T, what string, told, granted []string) {
	t.Helper()
	if slices.Equal(told, granted) {
		return
	}
	without := func(all, others []string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(one string) bool { return slices.Contains(others, one) })
	}
	t.Errorf("%s: docs/architecture.md alone has %q, template.yaml alone %q", what, without(told, granted), without(granted, told))
}
