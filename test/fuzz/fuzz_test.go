//go:build fuzz

// Package fuzz has schemathesis ask every operation of the contract what its authors did not think of, on the deployed desk.
package fuzz

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"mesa/shared/domain/account"
	"mesa/test/running"
)

// TestSchemathesis asks as everyone who may call. Nothing fails on our side, and every answer is one that the contract has,
// in the form that it has it in. Who asks is new to the desk, so that nobody of the demo is changed or locked out; it is run
// last, as an administrator may change all of the desk.
func TestSchemathesis(t *testing.T) {
	stack := running.Find(t)
	t.Cleanup(func() { stack.ForgetLimits(t) })
	for _, role := range []account.Role{"", account.Requester, account.Agent, account.Admin} {
		name := string(role)
		if role == "" {
			name = "anonymous"
		}
		t.Run(name, func(t *testing.T) {
			stack.ForgetLimits(t) // of signing in and of asking for accounts, which the run before may have reached
			arguments, session := []string{}, ""
			if role != "" {
				_, who := stack.Newcomer(t, func(p *account.Person) { p.Role = role })
				session = stack.SignedIn(t, who).Cookie().Value
				arguments = []string{"--exclude-operation-id", "delete-session"} // it ends the session that all else is asked with
			}
			ask(t, stack, session, arguments...)
		})
	}
	for _, name := range []string{"mail-dead-letters", "stream-failures"} {
		if n := stack.Waiting(t, stack.Queue(name)); n != 0 {
			t.Errorf("%s has %d messages", name, n)
		}
	}
}

// ask runs schemathesis with a session, or with none that is good.
func ask(t *testing.T, stack *running.Stack, session string, arguments ...string) {
	t.Helper()
	command := exec.CommandContext(t.Context(), filepath.Join(stack.Root, ".local/schemathesis/bin/schemathesis"), append([]string{
		"--config-file", "schemathesis.toml", "run", filepath.Join(stack.Root, "shared/api/openapi.yaml"), "--url", stack.API, "--no-color",
	}, arguments...)...)
	command.Env = append(command.Environ(), "MESA_SESSION="+session)
	told, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
	summary := told[max(0, bytes.Index(told, []byte("= SUMMARY ="))):]
	t.Logf("%s", summary)
	if cases := casesOf(summary); cases == 0 {
		t.Errorf("nothing was asked")
	}
}

// casesOf reads how many cases were made.
func casesOf(summary []byte) int {
	line := summary[bytes.Index(summary, []byte("Test cases:"))+len("Test cases:"):]
	words := bytes.Fields(line)
	if len(words) == 0 {
		return 0
	}
	n, err := strconv.Atoi(string(words[0]))
	if err != nil {
		return 0
	}
	return n
}
