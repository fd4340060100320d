package ticket_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

var (
	infoem    = account.Organization{ID: "infoem", Name: "Infoem"}
	asker     = account.Person{ID: "maria", Name: "María López", Role: account.Requester, Organization: infoem}
	colleague = account.Person{ID: "jorge", Name: "Jorge Peña", Role: account.Requester, Organization: infoem}
	stranger  = account.Person{ID: "lucia", Name: "Lucía Ramírez", Role: account.Requester, Organization: account.Organization{ID: "itei"}}
	another   = account.Person{ID: "bruno", Name: "Bruno Salas", Role: account.Agent}
)

func asked() ticket.Ticket {
	t, _ := ticket.Create(ticket.NewTicket{Number: "PNT000001", Subject: "Prueba"}, asker, policy, at(0))
	return t
}

func with(t ticket.Ticket, guests ...account.Person) ticket.Ticket {
	for _, guest := range guests {
		t.Participants = append(t.Participants, ticket.Participation(guest))
	}
	return t
}

func TestAddParticipant(t *testing.T) {
	closed := asked()
	closed.Status = ticket.Closed
	disabled := colleague
	disabled.Disabled = true
	homeless := asked()
	homeless.Requester.Organization = account.Organization{}
	full := asked()
	for i := range ticket.MaxParticipants {
		full = with(full, account.Person{ID: fmt.Sprint(i)})
	}
	for _, c := range []struct {
		name      string
		ticket    ticket.Ticket
		by, guest account.Person
		want      error
	}{
		{"an agent brings anyone", asked(), agent, stranger, nil},
		{"an agent brings an agent", asked(), agent, another, nil},
		{"the requester brings a colleague", asked(), asker, colleague, nil},
		{"the requester brings a stranger", asked(), asker, stranger, ticket.ErrNotInvitable},
		{"the requester brings an agent", asked(), asker, another, ticket.ErrNotInvitable},
		{"somebody of no organization", homeless, asker, account.Person{ID: "x", Role: account.Requester}, ticket.ErrNotInvitable},
		{"a participant brings a colleague", with(asked(), colleague), colleague, account.Person{ID: "x", Organization: infoem}, ticket.ErrForbidden},
		{"a disabled account", asked(), agent, disabled, ticket.ErrNotInvitable},
		{"the requester themselves", asked(), asker, asker, ticket.ErrUnchanged},
		{"who takes part", with(asked(), colleague), asker, colleague, ticket.ErrUnchanged},
		{"a closed one", closed, agent, stranger, ticket.ErrClosed},
		{"one too many", full, agent, stranger, ticket.ErrTooManyParticipants},
	} {
		after, entry, err := ticket.AddParticipant(c.ticket, c.by, c.guest, policy, at(1))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.want != nil {
			continue
		}
		change, told := ticket.FindEvent[ticket.ParticipantAdded](entry)
		if !told || change.Participant.ID != c.guest.ID || !ticket.CanRead(after, c.guest) || after.Version != c.ticket.Version+1 {
			t.Errorf("%s: %+v, %+v", c.name, after, entry)
		}
	}
}

func TestRemoveParticipant(t *testing.T) {
	busy := with(asked(), colleague, stranger, another)
	for _, c := range []struct {
		name string
		by   account.Person
		id   string
		want error
	}{
		{"an agent takes anyone out", agent, stranger.ID, nil},
		{"the requester takes a colleague out", asker, colleague.ID, nil},
		{"the requester takes out whom staff brought", asker, stranger.ID, ticket.ErrForbidden},
		{"the requester takes an agent out", asker, another.ID, ticket.ErrForbidden},
		{"oneself", stranger, stranger.ID, nil},
		{"another participant", colleague, stranger.ID, ticket.ErrForbidden},
		{"who isn't in it", agent, "nadie", ticket.ErrUnchanged},
	} {
		after, entry, err := ticket.RemoveParticipant(busy, c.by, c.id, policy, at(1))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		if change, told := ticket.FindEvent[ticket.ParticipantRemoved](entry); c.want == nil && (!told || change.Participant.ID != c.id || after.Participates(c.id)) {
			t.Errorf("%s: %+v, %+v", c.name, after, entry)
		}
	}
	if len(busy.Participants) != 3 {
		t.Error("the ticket that was read has changed")
	}
}

// TestReadersAreThePeopleOfTheTicket makes random changes. It checks that exactly the requester and the participants can read
// the ticket, have it in their counters and find it by search.
func TestReadersAreThePeopleOfTheTicket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		guests := []account.Person{colleague, stranger, {ID: "otra", Role: account.Requester}}
		now, in := asked(), map[string]bool{}
		for i := range rapid.IntRange(1, 20).Draw(t, "acts") {
			guest := rapid.SampledFrom(guests).Draw(t, "guest")
			var err error
			var after ticket.Ticket
			if rapid.Bool().Draw(t, "comes") {
				if after, _, err = ticket.AddParticipant(now, agent, guest, policy, at(float64(i))); err == nil {
					in[guest.ID] = true
				}
			} else if after, _, err = ticket.RemoveParticipant(now, agent, guest.ID, policy, at(float64(i))); err == nil {
				delete(in, guest.ID)
			}
			if err == nil {
				now = after
			}
			for _, guest := range guests {
				_, counted := ticket.CountedUnder(now, time.UTC)[ticket.RequesterCounts(guest.ID)]
				found := slices.Contains(ticket.Scopes(now), ticket.RequesterScope(guest.ID))
				if reads := ticket.CanRead(now, guest); reads != in[guest.ID] || counted != reads || found != reads {
					t.Fatalf("%s is in: %v, reads: %v, counted: %v, found: %v", guest.ID, in[guest.ID], reads, counted, found)
				}
			}
		}
	})
}
