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
	infoem     = account.Organization{ID: "infoem", Name: "Infoem"}
	maria      = account.Person{ID: "maria", Name: "María López", Role: account.Requester, Organization: infoem}
	colleague  = account.Person{ID: "jorge", Name: "Jorge Peña", Role: account.Requester, Organization: infoem}
	stranger   = account.Person{ID: "lucia", Name: "Lucía Ramírez", Role: account.Requester, Organization: account.Organization{ID: "itei"}}
	otherAgent = account.Person{ID: "bruno", Name: "Bruno Salas", Role: account.Agent}
)

func ticketOfMaria() ticket.Ticket {
	t, _ := ticket.Create(ticket.NewTicket{Number: "PNT000001", Subject: "Prueba"}, maria, policy, writeAt(0))
	return t
}

func withParticipants(t ticket.Ticket, guests ...account.Person) ticket.Ticket {
	for _, guest := range guests {
		t.Participants = append(t.Participants, ticket.Participation(guest))
	}
	return t
}

func TestAddParticipant(t *testing.T) {
	closed := ticketOfMaria()
	closed.Status = ticket.Closed
	disabled := colleague
	disabled.Disabled = true
	withoutOrganization := ticketOfMaria()
	withoutOrganization.Requester.Organization = account.Organization{}
	full := ticketOfMaria()
	for i := range ticket.MaxParticipants {
		full = withParticipants(full, account.Person{ID: fmt.Sprint(i)})
	}
	for _, c := range []struct {
		name      string
		ticket    ticket.Ticket
		by, guest account.Person
		want      error
	}{
		{"an agent adds a requester", ticketOfMaria(), agent, stranger, nil},
		{"an agent adds an agent", ticketOfMaria(), agent, otherAgent, nil},
		{"the requester adds a colleague", ticketOfMaria(), maria, colleague, nil},
		{"the requester adds a person of another organization", ticketOfMaria(), maria, stranger, ticket.ErrNotInvitable},
		{"the requester adds an agent", ticketOfMaria(), maria, otherAgent, ticket.ErrNotInvitable},
		{"the requester and the person have no organization", withoutOrganization, maria, account.Person{ID: "x", Role: account.Requester}, ticket.ErrNotInvitable},
		{"a participant adds a colleague", withParticipants(ticketOfMaria(), colleague), colleague, account.Person{ID: "x", Organization: infoem}, ticket.ErrForbidden},
		{"a disabled account", ticketOfMaria(), agent, disabled, ticket.ErrNotInvitable},
		{"the requester", ticketOfMaria(), maria, maria, ticket.ErrUnchanged},
		{"a participant", withParticipants(ticketOfMaria(), colleague), maria, colleague, ticket.ErrUnchanged},
		{"a closed ticket", closed, agent, stranger, ticket.ErrClosed},
		{"too many participants", full, agent, stranger, ticket.ErrTooManyParticipants},
	} {
		after, entry, err := ticket.AddParticipant(c.ticket, c.by, c.guest, policy, writeAt(1))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.want != nil {
			continue
		}
		change, recorded := ticket.FindEvent[ticket.ParticipantAdded](entry)
		if !recorded || change.Participant.ID != c.guest.ID || !ticket.CanRead(after, c.guest) || after.Version != c.ticket.Version+1 {
			t.Errorf("%s: %+v, %+v", c.name, after, entry)
		}
	}
}

func TestRemoveParticipant(t *testing.T) {
	current := withParticipants(ticketOfMaria(), colleague, stranger, otherAgent)
	for _, c := range []struct {
		name string
		by   account.Person
		id   string
		want error
	}{
		{"an agent removes a participant", agent, stranger.ID, nil},
		{"the requester removes a colleague", maria, colleague.ID, nil},
		{"the requester removes a person of another organization", maria, stranger.ID, ticket.ErrForbidden},
		{"the requester removes an agent", maria, otherAgent.ID, ticket.ErrForbidden},
		{"a participant removes themselves", stranger, stranger.ID, nil},
		{"a participant removes another participant", colleague, stranger.ID, ticket.ErrForbidden},
		{"not a participant", agent, "nadie", ticket.ErrUnchanged},
	} {
		after, entry, err := ticket.RemoveParticipant(current, c.by, c.id, policy, writeAt(1))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		if change, recorded := ticket.FindEvent[ticket.ParticipantRemoved](entry); c.want == nil && (!recorded || change.Participant.ID != c.id || after.Participates(c.id)) {
			t.Errorf("%s: %+v, %+v", c.name, after, entry)
		}
	}
	if len(current.Participants) != 3 {
		t.Error("RemoveParticipant changed its argument")
	}
}

// TestGuestsReadOnlyAsParticipants adds and removes random participants. It checks that a guest can read the ticket, has it in
// their counters and finds it by search if and only if they are a participant.
func TestGuestsReadOnlyAsParticipants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		guests := []account.Person{colleague, stranger, {ID: "otra", Role: account.Requester}}
		current, participates := ticketOfMaria(), map[string]bool{}
		for i := range rapid.IntRange(1, 20).Draw(t, "acts") {
			guest := rapid.SampledFrom(guests).Draw(t, "guest")
			var err error
			var after ticket.Ticket
			if rapid.Bool().Draw(t, "add") {
				if after, _, err = ticket.AddParticipant(current, agent, guest, policy, writeAt(float64(i))); err == nil {
					participates[guest.ID] = true
				}
			} else if after, _, err = ticket.RemoveParticipant(current, agent, guest.ID, policy, writeAt(float64(i))); err == nil {
				delete(participates, guest.ID)
			}
			if err == nil {
				current = after
			}
			for _, guest := range guests {
				_, counted := ticket.CountersOf(current, time.UTC)[ticket.RequesterCounts(guest.ID)]
				found := slices.Contains(ticket.Scopes(current), ticket.RequesterScope(guest.ID))
				if canRead := ticket.CanRead(current, guest); canRead != participates[guest.ID] || counted != canRead || found != canRead {
					t.Fatalf("%s is a participant: %v, can read: %v, counted: %v, found: %v", guest.ID, participates[guest.ID], canRead, counted, found)
				}
			}
		}
	})
}
