// Package running gives tests and benchmarks access to a running stack: its people, requests like those of a browser, and the
// emulator's mails and queues.
package running

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/tools/checkout"
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

// Command returns a command that runs in the checkout, with the ports of the stack in its environment.
func (s *Stack) Command(ctx context.Context, tb testing.TB, name string, arguments ...string) *exec.Cmd {
	tb.Helper()
	command := exec.CommandContext(ctx, name, arguments...)
	command.Dir, command.Env = s.Root, os.Environ()
	for setting, address := range map[string]string{"MESA_PORT": s.Site, "MESA_MAILBOX_PORT": s.Mailbox, "MESA_AWS_PORT": s.AWS} {
		at, err := url.Parse(address)
		if err != nil {
			tb.Fatal(err)
		}
		command.Env = append(command.Env, setting+"="+at.Port())
	}
	return command
}

// Run runs a command as Command describes it, and returns its output. It fails the test on an error.
func (s *Stack) Run(tb testing.TB, name string, arguments ...string) string {
	tb.Helper()
	output, err := s.Command(tb.Context(), tb, name, arguments...).CombinedOutput()
	if err != nil {
		tb.Fatalf("%s %s: %v\n%s", name, strings.Join(arguments, " "), err, output)
	}
	return string(output)
}

var find = sync.OnceValues(Open)

// Find returns the running stack, which it opens once for all tests of the process (Open). It fails the test on an error. It
// skips a test that cannot pass on the engine (tools/engines) and logs the reason.
func Find(tb testing.TB) *Stack {
	tb.Helper()
	stack, err := find()
	if err != nil {
		tb.Fatal(err)
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

// Open returns the running local stack, as stackfile.Read describes it. It returns an error if MESA_SMOKE_STACK is set, because its
// callers add people and tickets, which a stack on AWS must not get.
func Open() (*Stack, error) {
	if os.Getenv(smokeStack) != "" {
		return nil, fmt.Errorf("%s is set: it is only for `make smoke`, whose tests change nothing", smokeStack)
	}
	root, err := checkout.Root()
	if err != nil {
		return nil, err
	}
	described, err := stackfile.Read()
	gateway := stackfile.Gateway(described.AWS, described.Outputs["ApiId"])
	return &Stack{Stack: described, Root: root, Gateway: gateway, config: described.AWSConfig()}, err
}

// OpenTable returns the stack's table. It caches nothing.
func (s *Stack) OpenTable() *table.Table { return table.Open(s.AWSConfig(), s.Table, 0) }

// Store returns the stores of the stack's table.
func (s *Stack) Store() stores.Stores { return stores.New(s.OpenTable()) }

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
