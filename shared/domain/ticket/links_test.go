package ticket_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

func newTicketBy(n int, by account.Person) ticket.Ticket {
	t, _ := ticket.Create(ticket.NewTicket{Number: ticket.Numbering{}.Format(int64(n)), Subject: "Prueba"}, by, policy, writeAt(0))
	return t
}

func TestSetLink(t *testing.T) {
	source, target := newTicketBy(1, owner), newTicketBy(2, maria)
	first, second, err := ticket.SetLink(source, target, agent, ticket.LinkDuplicateOf, policy, writeAt(1), writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	if first.Ticket.Links[0] != (ticket.Link{Kind: ticket.LinkDuplicateOf, Number: target.Number}) ||
		second.Ticket.Links[0] != (ticket.Link{Kind: ticket.LinkDuplicatedBy, Number: source.Number}) {
		t.Errorf("%+v, %+v", first.Ticket.Links, second.Ticket.Links)
	}
	for _, change := range []ticket.Change{first, second} {
		if change.Ticket.Version != 2 || !change.Ticket.UpdatedAt.Equal(source.UpdatedAt) || ticket.CanSee(change.Entry, owner) || !ticket.CanSee(change.Entry, agent) {
			t.Errorf("%+v", change)
		}
	}
	changed, _, err := ticket.SetLink(first.Ticket, second.Ticket, agent, ticket.LinkRelated, policy, writeAt(2), writeAt(2))
	if err != nil || len(changed.Ticket.Links) != 1 || changed.Ticket.Links[0].Kind != ticket.LinkRelated {
		t.Errorf("changed kind of the link: %+v, %v", changed.Ticket.Links, err)
	}
	unlinked, other, err := ticket.SetLink(first.Ticket, second.Ticket, agent, "", policy, writeAt(2), writeAt(2))
	if err != nil || len(unlinked.Ticket.Links) != 0 || len(other.Ticket.Links) != 0 {
		t.Errorf("removed link: %+v, %+v, %v", unlinked.Ticket.Links, other.Ticket.Links, err)
	}
	for name, c := range map[string]struct {
		first, second ticket.Ticket
		by            account.Person
		kind          ticket.LinkKind
		want          error
	}{
		"by a requester":               {source, target, owner, ticket.LinkRelated, ticket.ErrForbidden},
		"to itself":                    {source, source, agent, ticket.LinkRelated, ticket.ErrSameTicket},
		"an existing link":             {first.Ticket, second.Ticket, agent, ticket.LinkDuplicateOf, ticket.ErrUnchanged},
		"removal of a missing link":    {source, target, agent, "", ticket.ErrUnchanged},
		"too many links of the source": {withLinks(source, ticket.MaxLinks), target, agent, ticket.LinkRelated, ticket.ErrTooManyLinks},
		"too many links of the target": {target, withLinks(source, ticket.MaxLinks), agent, ticket.LinkRelated, ticket.ErrTooManyLinks},
	} {
		if _, _, err := ticket.SetLink(c.first, c.second, c.by, c.kind, policy, writeAt(3), writeAt(3)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func withLinks(t ticket.Ticket, n int) ticket.Ticket {
	for i := range n {
		t.Links = append(t.Links, ticket.Link{Kind: ticket.LinkRelated, Number: ticket.Number(fmt.Sprint(100 + i))})
	}
	return t
}

func TestMerge(t *testing.T) {
	source, target := withParticipants(newTicketBy(1, maria), colleague, stranger), withParticipants(newTicketBy(2, owner), stranger)
	from, into, err := ticket.Merge(source, target, supervisor, true, policy, writeAt(1), writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	if from.Ticket.Status != ticket.Closed || from.Ticket.MergedInto() != target.Number || into.Ticket.Status != ticket.Open || into.Ticket.MergedInto() != "" {
		t.Errorf("%+v, %+v", from.Ticket, into.Ticket)
	}
	for _, person := range []account.Person{maria, colleague, stranger, owner} {
		if !ticket.CanRead(into.Ticket, person) {
			t.Errorf("%s cannot read the target", person.ID)
		}
	}
	if len(into.Ticket.Participants) != 3 || ticket.CanRead(from.Ticket, owner) {
		t.Errorf("%+v; the target's requester can read the source: %v", into.Ticket.Participants, ticket.CanRead(from.Ticket, owner))
	}
	if _, recorded := ticket.FindEvent[ticket.MergedInto](from.Entry); !recorded || !ticket.CanSee(from.Entry, maria) {
		t.Errorf("the source's requester cannot see the merge: %+v", from.Entry)
	}
	if _, _, err := ticket.AddMessage(from.Ticket, maria, "", policy, writeAt(2)); !errors.Is(err, ticket.ErrMerged) {
		t.Errorf("a comment on a merged ticket: %v", err)
	}
	if _, _, err := ticket.CloseOrReopen(from.Ticket, maria, ticket.Open, policy, writeAt(2)); !errors.Is(err, ticket.ErrMerged) {
		t.Errorf("reopening a merged ticket: %v", err)
	}
	if _, _, err := ticket.Rate(from.Ticket, maria, 5, "", policy, writeAt(2)); !errors.Is(err, ticket.ErrMerged) {
		t.Errorf("a rating of a merged ticket: %v", err)
	}
	full := target
	for i := range ticket.MaxParticipants - 1 {
		full = withParticipants(full, account.Person{ID: fmt.Sprint(i)})
	}
	closed := newTicketBy(3, owner)
	closed.Status = ticket.Closed
	for name, c := range map[string]struct {
		source, target ticket.Ticket
		by             account.Person
		confirmed      bool
		want           error
	}{
		"by a requester":               {source, target, maria, true, ticket.ErrForbidden},
		"into itself":                  {source, source, agent, false, ticket.ErrSameTicket},
		"a merged ticket":              {from.Ticket, target, agent, false, ticket.ErrMerged},
		"into a merged ticket":         {target, from.Ticket, agent, false, ticket.ErrMerged},
		"into a closed ticket":         {source, closed, agent, false, ticket.ErrClosed},
		"a closed ticket":              {closed, target, agent, false, ticket.ErrClosed},
		"too many participants":        {source, full, supervisor, true, ticket.ErrTooManyParticipants},
		"too many links of the target": {source, withLinks(target, ticket.MaxLinks), agent, false, ticket.ErrTooManyLinks},
		"too many links of the source": {withLinks(source, ticket.MaxLinks), target, agent, false, ticket.ErrTooManyLinks},
	} {
		if _, _, err := ticket.Merge(c.source, c.target, c.by, c.confirmed, policy, writeAt(3), writeAt(3)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMergeAcrossOrganizations checks that only supervisors and administrators can merge a ticket into one of another
// organization, after a confirmation.
func TestMergeAcrossOrganizations(t *testing.T) {
	admin := account.Person{ID: "alma", Role: account.Admin}
	for _, c := range []struct {
		name           string
		source, target ticket.Ticket
		by             account.Person
		confirmed      bool
		want           error
	}{
		{"two tickets of one requester", newTicketBy(1, maria), newTicketBy(2, maria), agent, false, nil},
		{"two tickets of a requester without an organization", newTicketBy(1, owner), newTicketBy(2, owner), agent, false, nil},
		{"of a colleague", newTicketBy(1, colleague), newTicketBy(2, maria), agent, false, nil},
		{"with an agent as participant", withParticipants(newTicketBy(1, maria), otherAgent), newTicketBy(2, maria), agent, false, nil},
		{"of another organization", newTicketBy(1, stranger), newTicketBy(2, maria), agent, false, ticket.ErrOtherOrganization},
		{"of another organization, confirmed by an agent", newTicketBy(1, stranger), newTicketBy(2, maria), agent, true, ticket.ErrOtherOrganization},
		{"with a participant of another organization", withParticipants(newTicketBy(1, maria), stranger), newTicketBy(2, maria), agent, false, ticket.ErrOtherOrganization},
		{"with a participant who reads both", withParticipants(newTicketBy(1, maria), stranger), withParticipants(newTicketBy(2, maria), stranger), agent, false, nil},
		{"into a ticket of another organization in which the requester participates", newTicketBy(1, stranger), withParticipants(newTicketBy(2, maria), stranger), agent, false, nil},
		{"two requesters without an organization", newTicketBy(1, account.Person{ID: "x", Role: account.Requester}), newTicketBy(2, owner), agent, false, ticket.ErrOtherOrganization},
		{"by a supervisor, not confirmed", newTicketBy(1, stranger), newTicketBy(2, maria), supervisor, false, ticket.ErrUnconfirmed},
		{"by a supervisor", newTicketBy(1, stranger), newTicketBy(2, maria), supervisor, true, nil},
		{"by an administrator", newTicketBy(1, stranger), newTicketBy(2, maria), admin, true, nil},
	} {
		if _, _, err := ticket.Merge(c.source, c.target, c.by, c.confirmed, policy, writeAt(1), writeAt(1)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// TestRemovalOfGuests checks that the requester can remove the people whom a merge added, and no other person of another
// organization.
func TestRemovalOfGuests(t *testing.T) {
	invited := account.Person{ID: "luz", Role: account.Requester, Organization: account.Organization{ID: "itei"}}
	target := withParticipants(newTicketBy(2, maria), invited)
	_, into, err := ticket.Merge(newTicketBy(1, stranger), target, supervisor, true, policy, writeAt(1), writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	removed, _, err := ticket.RemoveParticipant(into.Ticket, maria, stranger.ID, policy, writeAt(2))
	if err != nil || ticket.CanRead(removed, stranger) {
		t.Errorf("removal of the guest: %+v, %v", removed.Participants, err)
	}
	if _, _, err := ticket.RemoveParticipant(into.Ticket, maria, invited.ID, policy, writeAt(2)); !errors.Is(err, ticket.ErrForbidden) {
		t.Errorf("removal of a person whom staff added: %v", err)
	}
}

// TestMergesEndAtAnOpenTicket performs random merges. It follows the merges of each ticket to the last target. That target must
// be open, and the requester of the ticket at the start must be able to read it.
func TestMergesEndAtAnOpenTicket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tickets := map[ticket.Number]ticket.Ticket{}
		var numbers []ticket.Number
		for i := range rapid.IntRange(2, 6).Draw(t, "tickets") {
			created := newTicketBy(i, account.Person{ID: fmt.Sprint("p", i), Role: account.Requester})
			tickets[created.Number], numbers = created, append(numbers, created.Number)
		}
		for range rapid.IntRange(1, 12).Draw(t, "merges") {
			source, target := rapid.SampledFrom(numbers).Draw(t, "source"), rapid.SampledFrom(numbers).Draw(t, "target")
			if from, into, err := ticket.Merge(tickets[source], tickets[target], supervisor, true, policy, writeAt(1), writeAt(1)); err == nil {
				tickets[source], tickets[target] = from.Ticket, into.Ticket
			}
		}
		for _, number := range numbers {
			end, steps := tickets[number], 0
			for ; end.MergedInto() != "" && steps <= len(numbers); steps++ {
				end = tickets[end.MergedInto()]
			}
			requester := account.Person{ID: tickets[number].Requester.ID, Role: account.Requester}
			if steps > len(numbers) || end.Status != ticket.Open || !ticket.CanRead(end, requester) {
				t.Fatalf("merges of %s lead to %s with status %s after %d steps; readable by its requester: %v", number, end.Number, end.Status, steps, ticket.CanRead(end, requester))
			}
		}
	})
}
