package contract

import (
	"slices"
	"testing"
)

// TestViewsStoreEveryFilter checks that a saved view can store every filter of list-tickets, including filters added later.
func TestViewsStoreEveryFilter(t *testing.T) {
	notStored := []string{"scope", "details", "cursor", "limit"}
	stored := contract(t).Components.Schemas["ViewQuery"].Value.Properties
	filters := 0
	for _, parameter := range contract(t).Paths.Find("/tickets").Get.Parameters {
		name := parameter.Value.Name
		if slices.Contains(notStored, name) {
			continue
		}
		filters++
		if stored[name] == nil {
			t.Errorf("ViewQuery has no %s", name)
		}
	}
	if len(stored) != filters {
		t.Errorf("ViewQuery has %d properties, but list-tickets has %d filters", len(stored), filters)
	}
}
