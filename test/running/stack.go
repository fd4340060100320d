// Package running gives tests and benchmarks access to a running stack: its people, requests like those of a browser, and the
// emulator's mails and queues.
package running

import (
	"sync"
	"testing"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/tools/checkout"
	"mesa/tools/stackfile"
)

// Stack is a running stack, with the path of the checkout.
type Stack struct {
	stackfile.Stack
	Root string
}

var find = sync.OnceValues(Open)

// Find does what Open does, once for all tests of the process, and fails the test on an error.
func Find(tb testing.TB) *Stack {
	tb.Helper()
	stack, err := find()
	if err != nil {
		tb.Fatal(err)
	}
	return stack
}

// Open returns the running stack, as stackfile.Read describes it.
func Open() (*Stack, error) {
	root, err := checkout.Root()
	if err != nil {
		return nil, err
	}
	described, err := stackfile.Read()
	return &Stack{described, root}, err
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
