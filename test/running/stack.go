// Package running is how tests and measurements reach a stack that runs: who may sign in, requests as a browser makes them,
// and what the emulator of AWS shows of the mails and queues.
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

	"mesa/shared/adapter/store"
	"mesa/tools/checkout"
)

// SignIn is how a person of the demo signs in.
type SignIn struct {
	Role     string `json:"role"`
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email"`
}

// Stack is a stack that runs, as `make up` tells of it in .local/stack.json.
type Stack struct {
	Site, API, Mailbox, AWS, Table string
	// Name is the prefix of everything that is deployed.
	Name    string `json:"stack"`
	Outputs map[string]string
	People  []SignIn
	// Root is the checkout's folder.
	Root string `json:"-"`
}

var find = sync.OnceValues(Open)

// Find returns the stack that MESA_STACK names, or the checkout's own. A test that needs one fails without it.
func Find(tb testing.TB) *Stack {
	tb.Helper()
	stack, err := find()
	if err != nil {
		tb.Fatal(err)
	}
	return stack
}

// Open reads what MESA_STACK names, or the checkout's .local/stack.json.
func Open() (*Stack, error) {
	root, err := checkout.Root()
	if err != nil {
		return nil, err
	}
	path := os.Getenv("MESA_STACK")
	if path == "" {
		path = filepath.Join(root, ".local", "stack.json")
	}
	text, err := os.ReadFile(path) //nolint:gosec // tests open the stack file they are told of
	if err != nil {
		return nil, fmt.Errorf("no stack runs here; `make up` brings one up: %w", err)
	}
	stack := Stack{Root: root}
	return &stack, json.Unmarshal(text, &stack)
}

// Reach is how the SDK's clients reach the emulator as its administrator.
func (s *Stack) Reach() aws.Config {
	return aws.Config{
		Region: "us-east-1", BaseEndpoint: &s.AWS, Credentials: credentials.NewStaticCredentialsProvider("test", "test", ""),
	}
}

// Store is the desk's table.
func (s *Stack) Store() *store.Table { return store.Open(s.Reach(), s.Table) }

// Demo returns the demo's people of a role.
func (s *Stack) Demo(role string) []SignIn {
	var all []SignIn
	for _, one := range s.People {
		if one.Role == role {
			all = append(all, one)
		}
	}
	return all
}

// As returns the person of the demo who has a user name.
func (s *Stack) As(username string) SignIn {
	for _, one := range s.People {
		if one.Username == username {
			return one
		}
	}
	panic("the demo has nobody called " + username)
}
