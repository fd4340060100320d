package people_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// TestDisabledPersonIsSignedOut disables and enables a person: their session ends at once.
func TestDisabledPersonIsSignedOut(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		ana := account.Person{ID: "ana", Username: "ana.mesa", Name: "Ana", Email: "ana@mesa.example", Role: account.Requester, Language: locale.Spanish, TimeZone: "America/Mexico_City"}
		r.SignIn(ana)
		if err := r.Request("get-session", ana, "/session", nil).Err(); err != nil {
			t.Fatal(err)
		}
		disabled, err := r.change("ana", api.PersonChange{Version: 0, Disabled: new(true)})
		if err != nil || disabled.Status != "disabled" {
			t.Fatalf("%+v, %v", disabled, err)
		}
		if err := r.Request("invite-person", admin, "/people/ana/invitation", api.NewInvitation{Version: 1}).Err(); !fault.Is(err, fault.Conflict) {
			t.Errorf("an invitation of a disabled person: %v", err)
		}
		enabled, err := r.change("ana", api.PersonChange{Version: 1, Disabled: new(false)})
		if err != nil || enabled.Status != "active" {
			t.Fatalf("%+v, %v", enabled, err)
		}
		if err := r.Request("get-session", ana, "/session", nil).Err(); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("a session continues: %v", err)
		}
		if err := r.Request("invite-person", admin, "/people/ana/invitation", api.NewInvitation{Version: 2}).Err(); err != nil || len(r.Table.AuditEvents(t, audit.PersonInvited)) != 1 {
			t.Errorf("an invitation: %v", err)
		}
		if err := r.Request("invite-person", admin, "/people/ana/invitation", api.NewInvitation{Version: 1}).Err(); !fault.Is(err, fault.Edited) {
			t.Errorf("an invitation with a stale version: %v", err)
		}
		if err := r.Request("invite-person", admin, "/people/nadie/invitation", api.NewInvitation{}).Err(); !fault.Is(err, fault.NotFound) {
			t.Errorf("an invitation of nobody: %v", err)
		}
	})
}

// TestAnAdministratorRemains checks that nobody disables themselves, and that two administrators cannot remove each other at the same
// time.
func TestAnAdministratorRemains(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		if _, err := r.change(admin.ID, api.PersonChange{Version: 0, Disabled: new(true)}); !cmp.Equal(fieldsOf(err), []string{"disabled", "disabled"}) {
			t.Errorf("oneself, the only administrator: %v", err)
		}
		if _, err := r.change(admin.ID, api.PersonChange{Version: 0, Role: new(api.Role("supervisor"))}); !cmp.Equal(fieldsOf(err), []string{"role"}) {
			t.Errorf("the role of the only administrator: %v", err)
		}
		other := admin
		other.ID, other.Username, other.Email = "olga", "olga", "olga@mesa.example"
		r.SignIn(other)
		disable := func(by account.Person, id string) error {
			return r.Request("update-person", by, "/people/"+id, api.PersonChange{Version: 0, Disabled: new(true)}).Err()
		}
		results := make(chan error, 2)
		go func() { results <- disable(admin, other.ID) }()
		go func() { results <- disable(other, admin.ID) }()
		if first, second := <-results, <-results; (first == nil) == (second == nil) {
			t.Errorf("%v, %v", first, second)
		}
	})
}
