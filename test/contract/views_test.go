package contract

import (
	"slices"
	"testing"
)

// TestAViewHasTheListsParameters checks that a saved view can store every filter of list-tickets, including filters added
// later.
func TestAViewHasTheListsParameters(t *testing.T) {
	kept := contract(t).Components.Schemas["ViewQuery"].Value.Properties
	var want []string
	for _, parameter := range contract(t).Paths.Find("/tickets").Get.Parameters {
		if name := parameter.Value.Name; !slices.Contains([]string{"scope", "answers", "cursor", "limit"}, name) {
			want = append(want, name)
			if kept[name] == nil {
				t.Errorf("a view does not keep %s", name)
			}
		}
	}
	if len(kept) != len(want) {
		t.Errorf("a view keeps %d parameters of %d", len(kept), len(want))
	}
}
