// Package engines lists the features of AWS that the local engines lack. The templates, the commands and the tests adapt to
// them. tools/stack selects the implementation of an engine by its name. docs/engines.md explains the differences.
package engines

import (
	"embed"
	"fmt"
	"os"
	"strings"
)

// Engine describes a local implementation of AWS.
type Engine struct {
	Name string
	// Parameters holds the parameters of template.yaml that omit the resources that the engine lacks, such as
	// "Distribution=none".
	Parameters []string
	// Untestable maps the tests that cannot pass on the engine to the reasons.
	Untestable map[string]string
}

var all = []Engine{
	{Name: "ministack"},
	{
		Name: "localstack",
		// The free edition has neither CloudFront nor API v2 of SES, which creates identities.
		Parameters: []string{"Distribution=none", "MailIdentity=existing"},
		Untestable: map[string]string{
			"TestFunctionsAccessOnlyTheirItems": "the free edition does not enforce IAM policies",
			"TestUnknownAPIPathsAreProblems":    "it does not import the gateway responses of an OpenAPI document",
			"TestDataSurvivesARestart":          "the free edition does not store data",
			"TestConcurrentCreations":           "each of 200 concurrent calls starts a container, which takes longer than a request may take",
		},
	},
}

// Variable is the environment variable with the name of the engine. The default is the first engine, ministack.
const Variable = "ENGINE"

// Selected returns the engine that the environment selects.
func Selected() (Engine, error) {
	name := os.Getenv(Variable)
	if name == "" {
		return all[0], nil
	}
	return Named(name)
}

// Named returns the engine with a name.
func Named(name string) (Engine, error) {
	var names []string
	for _, engine := range all {
		if engine.Name == name {
			return engine, nil
		}
		names = append(names, engine.Name)
	}
	return Engine{}, fmt.Errorf("there is no engine %q: %s is one of %s", name, Variable, strings.Join(names, ", "))
}

// All returns all engines.
func All() []Engine { return all }

// resourceTypes contains the lists of the resource types that the engines can create, as the packages of their releases define
// them. After an update of an engine, write its list again (docs/engines.md).
//
//go:embed resourcetypes
var resourceTypes embed.FS

// ResourceTypes returns the types of CloudFormation resources that the engine can create.
func (e Engine) ResourceTypes() ([]string, error) {
	text, err := resourceTypes.ReadFile("resourcetypes/" + e.Name + ".txt")
	return strings.Fields(string(text)), err
}
