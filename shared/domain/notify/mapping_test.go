package notify_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/notify"
	"mesa/shared/platform/fieldtest"
)

// TestQueuedMailHasAllFields checks that no attribute of a mail is lost when it is encoded and decoded as in the mail queue.
func TestQueuedMailHasAllFields(t *testing.T) {
	for _, want := range fieldtest.Variations[notify.Mail]() {
		message, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got notify.Mail
		if err := json.Unmarshal(message, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}
