package views

import (
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/view"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAViewIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(v view.View) any {
		v.Query = `{"q":"` + v.Query + `"}`
		shown, err := apiView(v, account.Person{ID: "ana"})
		if err != nil {
			t.Error(err)
		}
		return shown
	}, fieldtest.Either(view.Me, view.Everyone)),
		"OwnerID", // always the caller, or empty
	)
}
