package canned

import (
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/canned"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfACannedResponseIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(r canned.Response) any { return responseOf(r, account.Person{ID: "ana"}) }),
		"OwnerID", // shown as shared or editable
	)
}
