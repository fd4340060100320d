package drafts

import (
	"testing"

	"mesa/shared/domain/draft"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfADraftIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(d draft.Draft) any {
		d.Values = `{"value":"` + d.Values + `"}`
		return apiDraft(d)
	}),
		"PersonID", // always the caller
		"Purpose",  // in the path of the request
	)
}
