package ticketview

import (
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// TestContactDataOfRequester checks who sees the current contact data of a requester (A6, C5). Former colleagues do not.
func TestContactDataOfRequester(t *testing.T) {
	infoem, inai := account.Organization{ID: "infoem", Shares: true}, account.Organization{ID: "inai", Shares: true}
	opened := ticket.Ticket{Requester: ticket.Requester{ID: "maria", Organization: infoem}}
	readers := map[string]account.Person{
		"staff":      {ID: "ana", Role: account.Agent},
		"requester":  {ID: "maria", Role: account.Requester},
		"colleague":  {ID: "jorge", Role: account.Requester, Organization: infoem},
		"other":      {ID: "luz", Role: account.Requester, Organization: inai},
		"unassigned": {ID: "rosa", Role: account.Requester},
	}
	for _, c := range []struct {
		organization account.Organization
		want         map[string]bool
	}{
		{infoem, map[string]bool{"staff": true, "requester": true, "colleague": true}},
		{inai, map[string]bool{"staff": true, "requester": true}},
		{account.Organization{}, map[string]bool{"staff": true, "requester": true}},
	} {
		parties := settings.Parties{People: map[string]account.Person{"maria": {ID: "maria", Email: "maria@nuevo.example", Phone: "66", Organization: c.organization}}}
		for name, reader := range readers {
			view := New(caller.Caller{Person: reader}, settings.Configuration{}, time.Time{}).WithParties(parties)
			shown := view.Ticket(opened, nil).Requester
			if sees := api.Given(shown.Email) != "" || api.Given(shown.Phone) != ""; sees != c.want[name] {
				t.Errorf("requester in %q, reader %s: %+v", c.organization.ID, name, shown)
			}
		}
	}
}
