//go:build samlocal

// Package samlocal checks the functions in the containers of `sam local`: the endpoints and the background functions. `make
// sam-local` must be running, and MESA_STACK must be the path of its stack file.
package samlocal

import (
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"mesa/shared/wiring"
	"mesa/test/running"
	"mesa/tools/stackfile"
)

// emulated returns the stack whose functions run in the emulator. Its stack file is in the folder above that of `sam local`.
func emulated(t *testing.T) *running.Stack {
	t.Helper()
	path, err := stackfile.Path()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("MESA_STACK", filepath.Join(filepath.Dir(path), "..", "stack.json"))
	stack, err := running.Open()
	if err != nil {
		t.Fatal(err)
	}
	return stack
}

var pathParameter = regexp.MustCompile(`\{\w+\}`)

// TestEveryRouteResponds sends an anonymous request and a request of a signed-in requester to each route. The responses must have
// the same status as those of the emulator. A function whose environment lacks a variable would respond with 502.
func TestEveryRouteResponds(t *testing.T) {
	containers, emulator := running.Find(t), emulated(t)
	// Each engine has a requester of its own, because one operation ends all other sessions of the person.
	_, inContainers := containers.NewPerson(t)
	_, inEmulator := emulator.NewPerson(t)
	functions := slices.DeleteFunc(wiring.Functions(), func(f wiring.Function) bool { return f.Endpoint == nil })
	// The session ends with the last request.
	slices.SortStableFunc(functions, func(a, b wiring.Function) int { return ends(a) - ends(b) })
	senders := map[string][2]*running.Visitor{
		"anonymous": {containers.Anonymous("es"), emulator.Anonymous("es")},
		"requester": {containers.SignedIn(t, inContainers), emulator.SignedIn(t, inEmulator)},
	}
	for _, function := range functions {
		path := pathParameter.ReplaceAllString(function.Endpoint.Path[len("/api"):], "none")
		var body any
		if function.Endpoint.Method != http.MethodGet && function.Endpoint.Method != http.MethodDelete {
			body = map[string]any{}
		}
		for name, sender := range senders {
			got := sender[0].Send(t, function.Endpoint.Method, path, body)
			want := sender[1].Send(t, function.Endpoint.Method, path, body)
			if got.Status != want.Status || got.Status >= http.StatusInternalServerError {
				t.Errorf("%s, %s: status %d in a container, %d in the emulator: %s", function.Name, name, got.Status, want.Status, got.Body)
			}
		}
	}
}

// ends returns 1 for the function that ends the session, so that it sorts last, otherwise 0.
func ends(function wiring.Function) int {
	if function.Name == "delete-session" {
		return 1
	}
	return 0
}
