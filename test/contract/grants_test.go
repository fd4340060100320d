//go:build grants

package contract

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// unrecorded maps actions whose use no recorded call can prove to the reason.
var unrecorded = map[string]string{
	"s3:ListBucket":    "S3 answers 404 and not 403 for a missing key with it; no call of its own needs it",
	"s3:GetObject":     "used by the signed request of whoever downloads, and by HEAD, which the emulator authorizes as another action",
	"s3:PutObject":     "used by the signed form of whoever uploads",
	"s3:DeleteObject":  "shown by test/stack/sweep_test.go",
	"sqs:SendMessage":  "shown by every mail of test/stack",
	"ses:SendEmail":    "shown by every mail of test/stack",
	"ses:SendRawEmail": "AWS asks for it beside ses:SendEmail for a raw message",
}

// TestEveryGrantIsUsed fails for each grant on the table that no test of this run has used. A missing grant fails the test that
// needs it, because wiringtest and the emulator refuse the call.
func TestEveryGrantIsUsed(t *testing.T) {
	recorded := records(t)
	for _, function := range wiring.Functions() {
		for _, grant := range function.Grants {
			if grant.Resource != wiring.Table {
				if unrecorded[grant.Action] == "" {
					t.Errorf("%s: nothing shows the use of %s", function.Name, grant.Action)
				}
				continue
			}
			for _, key := range unused(function.Name, grant, recorded) {
				t.Errorf("%s: no test uses %s %s on %s", function.Name, grant.Action, grant.Index, key)
			}
		}
	}
}

// unused returns the keys of a grant that no recorded call used.
func unused(function string, grant wiring.Grant, recorded []wiringtest.Record) []string {
	keys := grant.Keys
	if len(keys) == 0 {
		keys = []string{"*"}
	}
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		return slices.ContainsFunc(recorded, func(r wiringtest.Record) bool {
			one := wiring.Grant{Keys: []string{key}}
			return r.Function == function && r.Action == grant.Action && r.Index == grant.Index && one.Allows(r.Key)
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
	if emulated := filepath.Join(os.Getenv("MESA_DATA"), "calls.jsonl"); os.Getenv("MESA_DATA") != "" {
		files = append(files, emulated)
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
			var one wiringtest.Record
			if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			all = append(all, one)
		}
	}
	if len(all) == 0 {
		t.Fatal("no calls are recorded")
	}
	return all
}
