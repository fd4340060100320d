package notify

import "testing"

func TestMainItem(t *testing.T) {
	for _, c := range []struct {
		name  string
		kinds []Kind
		want  int
	}{
		{"one", []Kind{Answered}, 0},
		{"the latest of equal ones", []Kind{Commented, Commented, Commented}, 2},
		{"resolved before a message", []Kind{Discussed, Resolved, Discussed}, 1},
		{"what is needed from the recipient", []Kind{Answered, Awaited, Answered}, 1},
		{"a status that is no longer true", []Kind{Resolved, StatusChanged}, 1},
		{"a message after a status that is no longer true", []Kind{Awaited, Answered, StatusChanged}, 1},
		{"late", []Kind{Adjusted, Overdue, Commented}, 1},
		{"by the order of rules", []Kind{Joined, Answered}, 1},
	} {
		var items []Item
		for _, kind := range c.kinds {
			items = append(items, Item{Kind: kind})
		}
		if got := MainItem(items); got != c.want {
			t.Errorf("%s: %d (%s)", c.name, got, c.kinds[got])
		}
	}
}
