// Package wiringtest mounts functions as they ship on a test's table. A call to the table that a function is not granted fails
// the test; the others are recorded, so that test/contract finds grants that no test uses.
package wiringtest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/wiring"
)

// Mount returns the handler of an operation, built from the parts that its artifact links.
func Mount(tb testing.TB, operation string, parts wiring.Parts) http.Handler {
	tb.Helper()
	function := wiring.Find(operation)
	parts = parts.Granted(function)
	parts.Sanitizer = nil
	if function.Artifact == wiring.TextArtifact {
		parts.Sanitizer = sanitize.HTML{}
	}
	served := function.HTTP(parts)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		served.ServeHTTP(w, r.WithContext(Granted(tb, r.Context(), function)))
	})
}

// Granted returns a context in which a function may do to the table what it is granted, and no more.
func Granted(tb testing.TB, ctx context.Context, function wiring.Function) context.Context { //nolint:revive // tb comes first, as in testing
	tb.Helper()
	return tabletest.WithObserver(ctx, func(call tabletest.Call) error {
		if !allows(function.Grants, call) {
			tb.Errorf("%s is not granted %s %s on %q", function.Name, call.Action, call.Index, call.Key)
			return fmt.Errorf("not granted: %+v", call)
		}
		return record(function.Name, call)
	})
}

func allows(grants []wiring.Grant, call tabletest.Call) bool {
	for _, grant := range grants {
		if grant.Action == call.Action && grant.Index == call.Index && grant.Allows(call.Key) {
			return true
		}
	}
	return false
}

// Record is a call that a function made, as it stands in a line of a file of recorded calls.
type Record struct {
	Function string `json:"function"`
	Action   string `json:"action"`
	Index    string `json:"index"`
	Key      string `json:"key"`
}

// RecordedCalls is the variable that names the folder of the files of recorded calls; without it nothing is recorded.
const RecordedCalls = "MESA_RECORDED_CALLS"

var recorded struct {
	sync.Mutex
	seen map[Record]bool
	file *os.File
}

// identifier is the part of a key that names one item. Records keep what is before it.
var identifier = regexp.MustCompile(`^([A-Z-]+#(?:(?:agent|person|department|unassigned):|(?:account-requests|failed-sign-ins|article-uses)#)?).*$`)

func record(function string, call tabletest.Call) error {
	folder := os.Getenv(RecordedCalls)
	if folder == "" {
		return nil
	}
	key := call.Key
	if call.Index == "" && key != "COUNTER#TICKET" {
		key = identifier.ReplaceAllString(key, "$1")
	}
	if call.Index != "" && strings.HasPrefix(key, "mentions:") {
		key = "mentions:"
	}
	one := Record{function, call.Action, call.Index, key}
	recorded.Lock()
	defer recorded.Unlock()
	if recorded.seen[one] {
		return nil
	}
	if recorded.file == nil {
		file, err := os.CreateTemp(folder, "*.jsonl")
		if err != nil {
			return err
		}
		recorded.file, recorded.seen = file, map[Record]bool{}
	}
	recorded.seen[one] = true
	return json.NewEncoder(recorded.file).Encode(one)
}
