// Package stackfiletest gives tests of tools the emulator that `make test` starts.
package stackfiletest

import (
	"os"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"mesa/tools/stackfile"
)

// Emulator returns a configuration for SDK clients of the emulator at EMULATOR_ENDPOINT. If the variable is not set, the test is
// skipped, or fails if CI is set.
func Emulator(tb testing.TB) aws.Config {
	tb.Helper()
	endpoint := os.Getenv("EMULATOR_ENDPOINT")
	switch {
	case endpoint != "":
	case os.Getenv("CI") != "":
		tb.Fatal("EMULATOR_ENDPOINT is not set: the test needs services of AWS")
	default:
		tb.Skip("set EMULATOR_ENDPOINT to run the tests with services of AWS (make test does)")
	}
	return stackfile.EmulatorConfig(endpoint)
}
