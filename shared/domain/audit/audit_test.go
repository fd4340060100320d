package audit

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

type part struct {
	ID   string
	Name string
}

type embedded struct{ Zone string }

type object struct {
	embedded
	Embedded     embedded
	Version      int64
	DepartmentID string
	AgentIDs     []string
	Parts        []part
	Hours        []embedded
	Limit        *float64
	Public       bool
	Order        int
	Wait         time.Duration
	At           time.Time
	Names        map[string]string
	PasswordHash string
	hidden       string
}

func TestDiff(t *testing.T) {
	limit := 2.5
	for name, c := range map[string]struct {
		before, after any
		want          []Change
	}{
		"equal":           {object{Order: 1, hidden: "a"}, object{Order: 1, hidden: "b"}, nil},
		"version omitted": {object{Version: 1}, object{Version: 2}, nil},
		"values": {
			object{Order: 1, Public: true, DepartmentID: "a", Wait: time.Minute, At: time.Unix(0, 0)},
			object{Order: 2, DepartmentID: "b", Wait: time.Hour, Limit: &limit},
			[]Change{
				{"at", "1970-01-01T00:00:00Z", ""},
				{"departmentId", "a", "b"},
				{"limit", "", "2.5"},
				{"order", "1", "2"},
				{"public", "true", "false"},
				{"wait", "1m0s", "1h0m0s"},
			},
		},
		"created":     {nil, object{Order: 1, AgentIDs: []string{"x", "y"}}, []Change{{"agentIds", "", "x, y"}, {"order", "", "1"}}},
		"deleted":     {object{Order: 1}, nil, []Change{{"order", "1", ""}}},
		"typed nil":   {(*object)(nil), &object{Order: 1}, []Change{{"order", "", "1"}}},
		"zero value":  {object{}, object{Order: 1, Public: false}, []Change{{"order", "", "1"}}},
		"nested":      {object{}, object{Embedded: embedded{"UTC"}, Names: map[string]string{"es": "Uno"}}, []Change{{"embedded.zone", "", "UTC"}, {"names.es", "", "Uno"}}},
		"list by ID":  {object{Parts: []part{{"a", "A"}, {"b", "B"}}}, object{Parts: []part{{"a", "A"}, {"b", "C"}}}, []Change{{"parts.b.name", "B", "C"}}},
		"order":       {object{Parts: []part{{"a", "A"}, {"b", "B"}}}, object{Parts: []part{{"b", "B"}, {"a", "A"}}}, []Change{{"parts", "a, b", "b, a"}}},
		"list":        {object{Hours: []embedded{{"x"}}}, object{Hours: []embedded{{"y"}}}, []Change{{"hours.0.zone", "x", "y"}}},
		"secret":      {object{PasswordHash: "old"}, object{PasswordHash: "new"}, []Change{{"passwordHash", "•••", "•••"}}},
		"long values": {object{}, object{DepartmentID: strings.Repeat("á", 200)}, []Change{{"departmentId", "", strings.Repeat("á", 150) + "…"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Diff(c.before, c.after)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDiffIsBounded(t *testing.T) {
	names := map[string]string{}
	for i := range 100 {
		names[strings.Repeat("x", i+1)] = "value"
	}
	changes := Diff(nil, object{Names: names})
	if last := changes[len(changes)-1]; len(changes) != maxChanges || last != (Change{Field: "…", After: "61"}) {
		t.Errorf("%d changes, last %+v", len(changes), last)
	}
}

func TestEventIDsSortByTime(t *testing.T) {
	at := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	first, second, third := New(SignedIn, at), New(SignedIn, at), New(SignedIn, at.Add(time.Millisecond))
	if first.ID >= second.ID || second.ID >= third.ID {
		t.Errorf("%s, %s, %s are not sorted", first.ID, second.ID, third.ID)
	}
}

func TestRetentionDefault(t *testing.T) {
	if got := RetentionOf(0); got != 730*24*time.Hour {
		t.Errorf("%s", got)
	}
	if got := RetentionOf(30); got != 30*24*time.Hour {
		t.Errorf("%s", got)
	}
}
