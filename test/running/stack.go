// Package running gives tests and benchmarks access to a running stack: its people, requests like those of a browser, and the
// emulator's mails and queues.
package running

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/tools/checkout"
	"mesa/tools/deployment"
	"mesa/tools/engines"
	"mesa/tools/stackfile"
)

// Stack is a running stack, with the path of the checkout.
type Stack struct {
	stackfile.Stack
	Root string
	// IsOnAWS reports whether the stack is on AWS. Such a stack has no people and no mailbox.
	IsOnAWS bool
	// Gateway is the URL of the API's stage, which bypasses the site.
	Gateway string
	config  aws.Config
}

// AWSConfig returns a configuration for SDK clients of the stack's account and region.
func (s *Stack) AWSConfig() aws.Config { return s.config }

var find = sync.OnceValues(func() (*Stack, error) { return Open(context.Background()) })

// Find does what Open does, once for all tests of the process, and fails the test on an error. It skips a test that cannot pass on
// the engine (tools/engines) and logs the reason.
func Find(tb testing.TB) *Stack {
	tb.Helper()
	stack, err := find()
	if err != nil {
		tb.Fatal(err)
	}
	if stack.IsOnAWS {
		return stack
	}
	engine, err := engines.Named(stack.Engine)
	if err != nil {
		tb.Fatal(err)
	}
	if reason, untestable := engine.Untestable[tb.Name()]; untestable {
		tb.Skipf("not on %s: %s", engine.Name, reason)
	}
	return stack
}

// smokeStack is the environment variable with the name of a stack on AWS, for the tests of `make smoke`.
const smokeStack = "MESA_SMOKE_STACK"

// Open returns the stack on AWS that MESA_SMOKE_STACK names, or the running local stack, as stackfile.Read describes it.
func Open(ctx context.Context) (*Stack, error) {
	root, err := checkout.Root()
	if err != nil {
		return nil, err
	}
	if name := os.Getenv(smokeStack); name != "" {
		return openOnAWS(ctx, root, name)
	}
	described, err := stackfile.Read()
	gateway := described.AWS + "/_aws/execute-api/" + described.Outputs["ApiId"] + "/live"
	return &Stack{Stack: described, Root: root, Gateway: gateway, config: described.AWSConfig()}, err
}

func openOnAWS(ctx context.Context, root, name string) (*Stack, error) {
	deployed, err := deployment.Find(ctx, name)
	if err != nil {
		return nil, err
	}
	site, err := deployed.Output("SiteOrigin")
	return &Stack{
		Stack: stackfile.Stack{
			Site: site, Staff: site + "/staff/", API: site + "/api", Table: deployed.Outputs["TableName"], Name: name, Outputs: deployed.Outputs,
		},
		Root: root, IsOnAWS: true, config: deployed.Config,
		Gateway: "https://" + deployed.Outputs["ApiId"] + ".execute-api." + deployed.Config.Region + ".amazonaws.com/live",
	}, err
}

// Store returns the stores of the stack's table.
func (s *Stack) Store() stores.Stores { return stores.New(table.Open(s.AWSConfig(), s.Table, 0)) }

// DemoPeople returns the people of the demo with a role.
func (s *Stack) DemoPeople(role string) []stackfile.Credentials {
	var people []stackfile.Credentials
	for _, person := range s.People {
		if person.Role == role {
			people = append(people, person)
		}
	}
	return people
}

// DemoPerson returns the person of the demo with a user name. It panics if there is none.
func (s *Stack) DemoPerson(username string) stackfile.Credentials {
	for _, person := range s.People {
		if person.Username == username {
			return person
		}
	}
	panic("the demo has no person with the user name " + username)
}
