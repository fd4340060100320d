package ticketstore

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// storedEntries reads stored entries from a file, keyed by a description. Entries with the same description in the files of
// both layouts record the same act.
func storedEntries(t *testing.T, file string) map[string]map[string]any {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var entries map[string]map[string]any
	if err := json.Unmarshal(text, &entries); err != nil {
		t.Fatal(err)
	}
	return entries
}

func readEntry(t *testing.T, stored map[string]any) ticket.Entry {
	t.Helper()
	attributes, err := attributevalue.MarshalMap(stored)
	if err != nil {
		t.Fatal(err)
	}
	entry, err := decodeEntry(attributes)
	if err != nil {
		t.Fatal(err)
	}
	return entry
}

// TestStoredEntriesStayReadable checks that the entries of both layouts remain readable, that new entries are written like
// those of layout 2, and that each event occurs in an entry. If it fails after a change of an event, the change needs a new
// layout version.
func TestStoredEntriesStayReadable(t *testing.T) {
	layout1, layout2 := storedEntries(t, "testdata/entries-layout1.json"), storedEntries(t, "testdata/entries-layout2.json")
	seen := map[ticket.EventKind]bool{}
	for name, stored := range layout2 {
		entry := readEntry(t, stored)
		for _, event := range entry.Events {
			seen[ticket.KindOf(event)] = true
		}
		if older, known := layout1[name]; known {
			if diff := cmp.Diff(entry, readEntry(t, older)); diff != "" {
				t.Errorf("%s in layout 1: %s", name, diff)
			}
		}
		attributes, err := table.Encode(newEntryItem(ticket.Number(stored["number"].(string)), entry))
		if err != nil {
			t.Fatal(err)
		}
		var written map[string]any
		if err := attributevalue.UnmarshalMap(attributes, &written); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(stored, written); diff != "" {
			t.Errorf("%s is written differently: %s", name, diff)
		}
	}
	for name := range layout1 {
		if layout2[name] == nil {
			t.Errorf("%s is not in layout 2", name)
		}
	}
	for _, event := range ticket.Events() {
		if !seen[ticket.KindOf(event)] {
			t.Errorf("no stored entry has the event %s", ticket.KindOf(event))
		}
	}
}
