// Package running gives tests and benchmarks access to a running stack: its people, requests like those of a browser, and the
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

// Credentials holds the user name and password of a person, with their role and e-mail address.
type Credentials struct {
	Role     string `json:"role"`
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email"`
}

// Stack is a running stack as described in .local/stack.json by `make up`.
type Stack struct {
	Site, API, Mailbox, AWS, Table string
	// Name is the prefix of all deployed resources.
	Name    string `json:"stack"`
	Outputs map[string]string
	// People holds the people of the demo.
	People []Credentials
	// Root is the path of the checkout.
	Root string `json:"-"`
}

var find = sync.OnceValues(Open)

// Find returns the stack that Open returns. It fails the test if there is none.
func Find(tb testing.TB) *Stack {
	tb.Helper()
	stack, err := find()
	if err != nil {
		tb.Fatal(err)
	}
	return stack
}

// Open reads the stack's description in the file MESA_STACK, or in the checkout's .local/stack.json if MESA_STACK is not set.
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

// AWSConfig returns a configuration for SDK clients of the emulator, with administrator rights.
func (s *Stack) AWSConfig() aws.Config {
	return aws.Config{
		Region: "us-east-1", BaseEndpoint: &s.AWS, Credentials: credentials.NewStaticCredentialsProvider("test", "test", ""),
	}
}

// Store returns the stores of the stack's table.
func (s *Stack) Store() stores.Stores { return stores.New(table.Open(s.AWSConfig(), s.Table, 0)) }

// DemoPeople returns the people of the demo with a role.
func (s *Stack) DemoPeople(role string) []Credentials {
	var people []Credentials
	for _, person := range s.People {
		if person.Role == role {
			people = append(people, person)
		}
	}
	return people
}

// DemoPerson returns the person of the demo with a user name. It panics if there is none.
func (s *Stack) DemoPerson(username string) Credentials {
	for _, person := range s.People {
		if person.Username == username {
			return person
		}
	}
	panic("the demo has no person with the user name " + username)
}
