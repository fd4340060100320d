// Package running gives tests and benchmarks access to a running stack: its people, requests as a browser sends them, and the
// emulator's mails and queues.
package running

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/tools/checkout"
)

// Credentials are what a person signs in with.
type Credentials struct {
	Role     string `json:"role"`
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email"`
}

// Stack is a running stack, as `make up` describes it in .local/stack.json.
type Stack struct {
	Site, API, Mailbox, AWS, Table string
	// Name is the prefix of all deployed resources.
	Name    string `json:"stack"`
	Outputs map[string]string
	// People are the demo's.
	People []Credentials
	// Root is the path of the checkout.
	Root string `json:"-"`
}

var find = sync.OnceValues(Open)

// Find returns the stack that Open returns, and fails the test when there is none.
func Find(tb testing.TB) *Stack {
	tb.Helper()
	stack, err := find()
	if err != nil {
		tb.Fatal(err)
	}
	return stack
}

// Open reads the description that MESA_STACK names, or else the checkout's .local/stack.json.
func Open() (*Stack, error) {
	root, err := checkout.Root()
	if err != nil {
		return nil, err
	}
	path := os.Getenv("MESA_STACK")
	if path == "" {
		path = filepath.Join(root, ".local", "stack.json")
	}
	text, err := os.ReadFile(path) //nolint:gosec // the path comes from the developer's own environment
	if err != nil {
		return nil, fmt.Errorf("no stack is running here; start one with `make up`: %w", err)
	}
	stack := Stack{Root: root}
	return &stack, json.Unmarshal(text, &stack)
}

// AWSConfig configures SDK clients for the emulator, with its administrator's rights.
func (s *Stack) AWSConfig() aws.Config {
	return aws.Config{
		Region: "us-east-1", BaseEndpoint: &s.AWS, Credentials: credentials.NewStaticCredentialsProvider("test", "test", ""),
	}
}

// Store returns the stack's table.
func (s *Stack) Store() stores.Stores { return stores.New(table.Open(s.AWSConfig(), s.Table, 0)) }

// DemoPeople returns the demo's people with a role.
func (s *Stack) DemoPeople(role string) []Credentials {
	var people []Credentials
	for _, person := range s.People {
		if person.Role == role {
			people = append(people, person)
		}
	}
	return people
}

// DemoPerson returns the person of the demo with a user name, and panics when there is none.
func (s *Stack) DemoPerson(username string) Credentials {
	for _, person := range s.People {
		if person.Username == username {
			return person
		}
	}
	panic("the demo has no person with the user name " + username)
}
