package contract

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"mesa/tools/engines"
)

// conditions evaluates the conditions and the parameters of a template.
type conditions struct {
	template   node
	parameters map[string]string
}

// text returns the value of a parameter's expression. It supports Ref of a parameter and If. Any other function returns "", because
// no condition depends on its value.
func (c conditions) text(expression node) string {
	if name := expression.at("Ref").text(); name != "" {
		return c.parameters[name]
	}
	if choice := expression.at("Fn::If"); choice.value != nil {
		if c.isTrue(choice.at(0)) {
			return c.text(choice.at(1))
		}
		return c.text(choice.at(2))
	}
	return expression.text()
}

// isTrue returns the value of the condition with a name.
func (c conditions) isTrue(name node) bool {
	return c.evaluate(c.template.at("Conditions", name.text()))
}

// evaluate returns the value of a condition's expression.
func (c conditions) evaluate(expression node) bool {
	if name := expression.at("Condition"); name.value != nil {
		return c.isTrue(name)
	}
	if compared := expression.at("Fn::Equals"); compared.value != nil {
		return c.text(compared.at(0)) == c.text(compared.at(1))
	}
	if not := expression.at("Fn::Not"); not.value != nil {
		return !c.evaluate(not.at(0))
	}
	if all := expression.at("Fn::And"); all.value != nil {
		return !slices.ContainsFunc(all.list(), func(part node) bool { return !c.evaluate(part) })
	}
	return slices.ContainsFunc(expression.at("Fn::Or").list(), c.evaluate)
}

// created returns the types of the resources that a deployment with parameters creates, nested stacks included.
func (a translated) created(name string, parameters map[string]string) []string {
	c := conditions{a.templates[name], map[string]string{}}
	for parameter, declared := range c.template.at("Parameters").mapping() {
		c.parameters[parameter] = declared.at("Default").text()
	}
	maps.Copy(c.parameters, parameters)
	var types []string
	for _, resource := range c.template.at("Resources").mapping() {
		if name := resource.at("Condition"); name.value != nil && !c.isTrue(name) {
			continue
		}
		types = append(types, resource.at("Type").text())
		if nested := resource.at("Properties", "TemplateURL").text(); nested != "" {
			given := map[string]string{}
			for parameter, expression := range resource.at("Properties", "Parameters").mapping() {
				given[parameter] = c.text(expression)
			}
			types = append(types, a.created(strings.TrimSuffix(strings.TrimPrefix(nested, "infra/"), ".yaml"), given)...)
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// TestEnginesCanCreateAllResources checks that each engine can create all resources that a stack with the engine's parameters has.
func TestEnginesCanCreateAllResources(t *testing.T) {
	all := templates(t)
	for _, engine := range engines.All() {
		supported, err := engine.ResourceTypes()
		if err != nil {
			t.Fatal(err)
		}
		parameters := map[string]string{"Environment": "local"}
		for _, parameter := range engine.Parameters {
			name, value, _ := strings.Cut(parameter, "=")
			if all.templates["root"].at("Parameters", name).value == nil {
				t.Errorf("%s: template.yaml has no parameter %s", engine.Name, name)
			}
			parameters[name] = value
		}
		created := all.created("root", parameters)
		for _, required := range []string{"AWS::Lambda::Function", "AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::CloudWatch::Alarm"} {
			if !slices.Contains(created, required) {
				t.Errorf("%s: the stack has no %s: %v", engine.Name, required, created)
			}
		}
		for _, resourceType := range created {
			if !slices.Contains(supported, resourceType) {
				t.Errorf("%s cannot create %s", engine.Name, resourceType)
			}
		}
	}
	if aws := all.created("root", map[string]string{}); !slices.Contains(aws, "AWS::CloudFront::Distribution") || !slices.Contains(aws, "AWS::SES::EmailIdentity") {
		t.Errorf("the stack on AWS has only %v", aws)
	}
}

// TestParametersComparedWithEmptyHaveDefaults checks the parameters that conditions compare with the empty string. LocalStack ignores
// an empty value, so without a default it refuses the condition.
func TestParametersComparedWithEmptyHaveDefaults(t *testing.T) {
	for name, template := range templates(t).templates {
		for condition, expression := range template.at("Conditions").mapping() {
			for _, part := range append(expression.at("Fn::And").list(), expression) {
				compared := part.at("Fn::Not", 0, "Fn::Equals")
				if compared.at(1).value != "" {
					continue
				}
				parameter := compared.at(0, "Ref").text()
				if value := template.at("Parameters", parameter, "Default").value; value != "" {
					t.Errorf("%s: %s compares %s, whose default is %v", name, condition, parameter, value)
				}
			}
		}
	}
}
