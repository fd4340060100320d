//go:build fuzz

// Package fuzz runs schemathesis against every operation of the contract on the deployed stack.
package fuzz

import (
	"bytes"
	"cmp"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"mesa/shared/domain/account"
	"mesa/test/running"
)

// TestSchemathesis sends generated requests anonymously and as a requester, an agent and an administrator (P1). It fails if a
// response is a 5xx or violates the contract. The callers are new people, so the test does not change or lock out people of the
// demo. An administrator's requests may change every setting, so the test runs after the tests that depend on settings.
func TestSchemathesis(t *testing.T) {
	stack := running.Find(t)
	t.Cleanup(func() { stack.ResetLimits(t) })
	stack.ResetLimits(t) // earlier tests may have reached limits
	sessions := map[account.Role]string{"": ""}
	for _, role := range []account.Role{account.Requester, account.Agent, account.Admin} {
		_, credentials := stack.NewPerson(t, func(p *account.Person) { p.Role = role })
		sessions[role] = stack.SignedIn(t, credentials).Cookie().Value
	}
	t.Run("callers", func(t *testing.T) { // ends when all parallel callers have ended
		for role, session := range sessions {
			t.Run(cmp.Or(string(role), "anonymous"), func(t *testing.T) {
				t.Parallel() // a caller sends one request at a time, so it cannot use all cores
				arguments := []string{}
				if session != "" {
					arguments = []string{"--exclude-operation-id", "delete-session"} // it would end the session in use
				}
				runSchemathesis(t, stack, session, arguments...)
			})
		}
	})
	for _, name := range []string{"mail-dead-letters", "stream-failures"} {
		if n := stack.QueueLength(t, stack.Queue(name)); n != 0 {
			t.Errorf("%s has %d messages", name, n)
		}
	}
}

// runSchemathesis runs schemathesis with a session, or anonymously if session is "".
func runSchemathesis(t *testing.T, stack *running.Stack, session string, arguments ...string) {
	t.Helper()
	command := exec.CommandContext(t.Context(), filepath.Join(stack.Root, ".local/schemathesis/bin/schemathesis"), append([]string{
		"--config-file", "schemathesis.toml", "run", filepath.Join(stack.Root, "shared/api/openapi.yaml"), "--url", stack.API, "--no-color",
	}, arguments...)...)
	command.Env = append(command.Environ(), "MESA_SESSION="+session)
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	summary := output[max(0, bytes.Index(output, []byte("= SUMMARY ="))):]
	t.Logf("%s", summary)
	if cases := casesOf(summary); cases == 0 {
		t.Error("schemathesis ran no cases")
	}
}

// casesOf returns the number of test cases in a summary, or 0 if it contains none.
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
