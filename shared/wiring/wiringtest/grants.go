// Package wiringtest runs the functions of the stack in the process of a test, on the test's table. A call to the table without a
// grant fails the test. Permitted calls are recorded, so that test/contract can find grants that no test uses.
package wiringtest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/wiring"
)

// granted returns a context in which only the calls to the table that the function's grants permit succeed. beforeCall, if set,
// is called before each permitted call.
func granted(ctx context.Context, tb testing.TB, function wiring.Function, beforeCall tabletest.Observer) context.Context {
	tb.Helper()
	return tabletest.WithObserver(ctx, func(call tabletest.Call) error {
		if !allows(function.Grants, call) {
			tb.Errorf("%s is not granted %s %s on %q with the attributes %q", function.Name, call.Action, call.Index, call.Key, call.Attributes)
			return fmt.Errorf("not granted: %+v", call)
		}
		if err := record(function.Name, call); err != nil || beforeCall == nil {
			return err
		}
		return beforeCall(call)
	})
}

func allows(grants []wiring.Grant, call tabletest.Call) bool {
	for _, grant := range grants {
		if grant.Action == call.Action && grant.Index == call.Index && grant.Allows(call.Key) && grant.AllowsAttributes(call.Attributes) {
			return true
		}
	}
	return false
}

// Record is a recorded call of a function. Each line of a file of recorded calls is a Record. tools/stack/emulator.py writes the
// same format.
type Record struct {
	Function string `json:"function"`
	Action   string `json:"action"`
	// Index and Key are those of a tabletest.Call. They are empty for an action on a resource other than the table.
	Index string `json:"index"`
	Key   string `json:"key"`
	// Attributes are the names of an update's attributes, separated by commas. The emulator does not record them.
	Attributes string `json:"attributes,omitempty"`
}

// RecordedCalls is the environment variable with the folder for the files of recorded calls. If it is empty, nothing is
// recorded.
const RecordedCalls = "MESA_RECORDED_CALLS"

var recorded struct {
	sync.Mutex
	seen map[Record]bool
	file *os.File
}

func record(function string, call tabletest.Call) error {
	folder := os.Getenv(RecordedCalls)
	if folder == "" {
		return nil
	}
	entry := Record{function, call.Action, call.Index, call.Key, strings.Join(call.Attributes, ",")}
	recorded.Lock()
	defer recorded.Unlock()
	if recorded.seen[entry] {
		return nil
	}
	if recorded.file == nil {
		file, err := os.CreateTemp(folder, "*.jsonl")
		if err != nil {
			return err
		}
		recorded.file, recorded.seen = file, map[Record]bool{}
	}
	recorded.seen[entry] = true
	return json.NewEncoder(recorded.file).Encode(entry)
}
