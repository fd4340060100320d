package contract

import (
	"slices"
	"strings"
	"testing"

	"mesa/shared/wiring"
)

// texts returns the value as a list of texts. The value is a text or a list of texts.
func (n node) texts() []string {
	if text := n.text(); text != "" {
		return []string{text}
	}
	var all []string
	for _, element := range n.list() {
		all = append(all, element.text())
	}
	return all
}

// statements returns the statements of the policies of a role in AWS.
func statements(role node) []node {
	var all []node
	for _, policy := range role.at("Properties", "Policies").list() {
		for _, statement := range policy.at("PolicyDocument", "Statement").list() {
			if choice := statement.at("Fn::If"); choice.value != nil && choice.at(0).text() == "IsAws" {
				statement = choice.at(1)
			}
			all = append(all, statement)
		}
	}
	return all
}

// streamActions lists the actions with which Lambda reads a stream for a function. They have no partition keys.
var streamActions = []string{"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"}

// wholeIndexes lists the indexes whose partitions have no common prefix that a grant could name.
var wholeIndexes = []string{"assignee", "assigneeActivity", "department", "departmentActivity", "organization", "requester", "requesterStatus"}

// TestTableActionsAreLimited checks that each statement on the table limits the partition keys, or names an index of
// wholeIndexes.
func TestTableActionsAreLimited(t *testing.T) {
	checked := 0
	for id, role := range templates(t).resources("AWS::IAM::Role") {
		for _, statement := range statements(role) {
			for _, action := range statement.at("Action").texts() {
				if !strings.HasPrefix(action, "dynamodb:") || slices.Contains(streamActions, action) {
					continue
				}
				checked++
				index := strings.TrimPrefix(statement.at("Resource", "Fn::Sub").text(), "${Data.Outputs.TableArn}/index/")
				limited := statement.at("Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys").value != nil
				if strings.Contains(action, "*") || !limited && !slices.Contains(wholeIndexes, index) {
					t.Errorf("%s: %s on %s is permitted for all keys", id, action, statement.at("Resource").JSON())
				}
			}
		}
	}
	if checked == 0 {
		t.Error("no role has a statement on the table")
	}
}

// TestEventSourcesMayBeRead checks the permissions with which Lambda itself acts for a function: it reads the stream or the queue,
// and stores failed batches. The emulator does not check them.
func TestEventSourcesMayBeRead(t *testing.T) {
	all := templates(t)
	const stream, failures, queue = `{"Fn::GetAtt":["Data","Outputs.StreamArn"]}`, `{"Fn::GetAtt":["Mail","Outputs.StreamFailuresArn"]}`, `{"Fn::GetAtt":["Mail","Outputs.QueueArn"]}`
	const objects = `{"Fn::Sub":"${Mail.Outputs.StreamFailuresArn}/*"}`
	consumer := map[string]string{
		"dynamodb:DescribeStream": stream, "dynamodb:GetRecords": stream, "dynamodb:GetShardIterator": stream,
		"dynamodb:ListStreams": `"*"`, // the action has no resource types
		"s3:PutObject":         "[" + failures + "," + objects + "]", "s3:ListBucket": "[" + failures + "," + objects + "]",
	}
	for function, required := range map[string]map[string]string{
		"RouteFunction": consumer, "NotifyFunction": consumer,
		"SendMailFunction": {"sqs:ReceiveMessage": queue, "sqs:DeleteMessage": queue, "sqs:GetQueueAttributes": queue},
	} {
		permitted := map[string]string{}
		for _, statement := range statements(all.templates["root"].at("Resources", function+"Role")) {
			for _, action := range statement.at("Action").texts() {
				permitted[action] = statement.at("Resource").JSON()
			}
		}
		for action, resource := range required {
			if permitted[action] != resource {
				t.Errorf("%s may use %s on %q, want %s", function, action, permitted[action], resource)
			}
		}
	}
}

// TestResourcesHaveNoCircularDependencies checks the templates as CloudFormation gets them. cfn-lint's own check sees a circle in the
// template before SAM's transform, where the API and its stage are one resource.
func TestResourcesHaveNoCircularDependencies(t *testing.T) {
	for name, template := range templates(t).templates {
		resources := template.at("Resources").mapping()
		done := map[string]bool{}
		var visit func(id string, path []string)
		visit = func(id string, path []string) {
			if slices.Contains(path, id) {
				t.Errorf("%s: %s", name, strings.Join(append(path, id), " → "))
				return
			}
			if done[id] {
				return
			}
			for _, other := range dependencies(resources[id].value) {
				if _, known := resources[other]; known {
					visit(other, append(slices.Clone(path), id))
				}
			}
			done[id] = true
		}
		for id := range resources {
			visit(id, nil)
		}
	}
}

// dependencies returns the names that a value refers to: resources, parameters and pseudo parameters.
func dependencies(value any) []string {
	var all []string
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			all = append(all, dependencies(element)...)
		}
	case map[string]any:
		for key, element := range v {
			switch key {
			case "Ref", "DependsOn":
				all = append(all, node{element}.texts()...)
			case "Fn::GetAtt":
				resource, _, _ := strings.Cut(node{element}.texts()[0], ".")
				all = append(all, resource)
			case "Fn::Sub":
				all = append(all, dependencies(element)...)
				text := node{element}.texts()[0]
				for _, part := range strings.Split(text, "${")[1:] {
					variable, _, _ := strings.Cut(part, "}")
					resource, _, _ := strings.Cut(variable, ".")
					all = append(all, resource)
				}
			default:
				all = append(all, dependencies(element)...)
			}
		}
	}
	return all
}

// TestPoliciesProtectAuditEvents checks that no role may change or delete audit events, or scan the table.
func TestPoliciesProtectAuditEvents(t *testing.T) {
	writers := 0
	for id, role := range templates(t).resources("AWS::IAM::Role") {
		for _, statement := range statements(role) {
			keys := statement.at("Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys").texts()
			matches := len(keys) == 0 || slices.ContainsFunc(keys, func(pattern string) bool {
				return wiring.Grant{Keys: []string{pattern}}.Allows("AUDIT#2026-11")
			})
			index := strings.HasPrefix(statement.at("Resource", "Fn::Sub").text(), "${Data.Outputs.TableArn}/index/")
			for _, action := range statement.at("Action").texts() {
				if !strings.HasPrefix(action, "dynamodb:") || slices.Contains(streamActions, action) || !matches || index {
					continue
				}
				if action == "dynamodb:PutItem" {
					writers++
				} else if action != "dynamodb:Query" {
					t.Errorf("%s may use %s on audit events", id, action)
				}
			}
		}
	}
	if writers == 0 {
		t.Error("no role may add audit events")
	}
}
