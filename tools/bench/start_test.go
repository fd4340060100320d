package main

import (
	"strings"
	"testing"

	"mesa/shared/wiring"
)

// TestStartEnvironmentIsAccepted checks that the functions whose start is measured accept their environment variables (Q4).
// wiring.Open panics if a variable is missing or malformed.
func TestStartEnvironmentIsAccepted(t *testing.T) {
	for _, variable := range startEnvironment {
		name, value, _ := strings.Cut(variable, "=")
		t.Setenv(name, value)
	}
	for _, c := range startCases {
		t.Run(c.operation, func(t *testing.T) {
			t.Setenv(string(wiring.Operation), c.operation)
			function := wiring.Find(c.operation)
			if function.Artifact != c.artifact {
				t.Errorf("the artifact of %s is %s, not %s", c.operation, function.Artifact, c.artifact)
			}
			defer func() {
				if cause := recover(); cause != nil {
					t.Errorf("%s does not start: %v", c.operation, cause)
				}
			}()
			wiring.Open(function)
		})
	}
}
