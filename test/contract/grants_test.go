//go:build grants

package contract

import (
	"bufio"
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// unrecorded maps the grants that no call of a function can prove to the reason why they are needed.
var unrecorded = map[string]string{
	"create-entry s3:ListBucket":   readNeedsList,
	"create-ticket s3:ListBucket":  readNeedsList,
	"get-attachment s3:ListBucket": readNeedsList,
	"send-mail sqs:SendMessage":    "the demo sends each mail at once, so that tests see the mail of each act; window_test.go of package background uses a fake queue",
	"send-mail ses:SendRawEmail":   "AWS requires it in addition to ses:SendEmail for a raw message; the emulator does not",
}

const readNeedsList = "without it, S3 responds to HEAD and to a copy of a missing object with 403 instead of 404; it authorizes both as s3:GetObject"

// TestEveryGrantIsUsed fails for each grant that no test of this run has used, and for each exception that is no longer needed.
// A missing grant fails the test that needs it, because wiringtest and the emulator refuse the call.
func TestEveryGrantIsUsed(t *testing.T) {
	recorded := records(t)
	exceptions := maps.Clone(unrecorded)
	for _, function := range wiring.Functions() {
		for _, grant := range function.Grants {
			name := function.Name + " " + grant.Action
			unused := unusedKeys(function.Name, grant, recorded)
			if exceptions[name] != "" && len(unused) > 0 {
				delete(exceptions, name)
				continue
			}
			for _, key := range unused {
				t.Errorf("no test uses %s %s on %q", name, grant.Index, key)
			}
			for _, attribute := range unusedAttributes(function.Name, grant, recorded) {
				t.Errorf("no test uses %s of the attribute %s", name, attribute)
			}
		}
	}
	for name := range exceptions {
		t.Errorf("%s is recorded or not granted; it needs no exception", name)
	}
}

// unusedKeys returns the patterns of a grant that match no recorded call. A grant without patterns has the pattern "*".
func unusedKeys(function string, grant wiring.Grant, recorded []wiringtest.Record) []string {
	patterns := grant.Keys
	if len(patterns) == 0 {
		patterns = []string{"*"}
	}
	return slices.DeleteFunc(slices.Clone(patterns), func(pattern string) bool {
		return slices.ContainsFunc(recorded, func(r wiringtest.Record) bool {
			single := wiring.Grant{Keys: []string{pattern}}
			return r.Function == function && r.Action == grant.Action && r.Index == grant.Index && single.Allows(r.Key)
		})
	})
}

// unusedAttributes returns the attributes of a grant that no recorded update names.
func unusedAttributes(function string, grant wiring.Grant, recorded []wiringtest.Record) []string {
	return slices.DeleteFunc(slices.Clone(grant.Attributes), func(attribute string) bool {
		return slices.ContainsFunc(recorded, func(r wiringtest.Record) bool {
			return r.Function == function && r.Action == grant.Action && slices.Contains(strings.Split(r.Attributes, ","), attribute)
		})
	})
}

// records reads the calls that unit tests and the emulator have recorded.
func records(t *testing.T) []wiringtest.Record {
	t.Helper()
	folder := os.Getenv(wiringtest.RecordedCalls)
	if folder == "" {
		t.Fatal(wiringtest.RecordedCalls + " names no folder: tools/test.sh runs this test last")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []wiringtest.Record
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
			if strings.TrimSpace(lines.Text()) == "" {
				continue
			}
			var record wiringtest.Record
			if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			all = append(all, record)
		}
	}
	if len(all) == 0 {
		t.Fatal("no calls are recorded")
	}
	return all
}
