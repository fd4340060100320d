package ticket_test

import (
	"errors"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// TestWriteSetsPriority checks that a response or a note sets the priority in the same act, also as it resolves the ticket (D2).
func TestWriteSetsPriority(t *testing.T) {
	acts := map[string]func(ticket.Ticket, account.Person, ticket.Status, ticket.Policy, ticket.Write) (ticket.Ticket, ticket.Entry, error){
		"response": ticket.AddResponse,
		"note":     ticket.AddNote,
	}
	for name, act := range acts {
		w := writeAt(1)
		w.Priority = ticket.High
		after, entry, err := act(newTicket(), agent, ticket.Resolved, policy, w)
		if err != nil || after.Priority != ticket.High || after.Status != ticket.Resolved {
			t.Errorf("%s: priority %q, status %s, %v", name, after.Priority, after.Status, err)
		}
		if got := prioritiesSet(entry); got != 1 {
			t.Errorf("%s records %d changes of the priority", name, got)
		}
		after, entry, err = act(after, agent, "", policy, w)
		if err != nil || after.Priority != ticket.High || prioritiesSet(entry) != 0 {
			t.Errorf("%s with the same priority: priority %q, events %v, %v", name, after.Priority, entry.Events, err)
		}
		w.Priority = ticket.NoPriority
		after, _, err = act(after, agent, "", policy, w)
		if err != nil || after.Priority != ticket.High {
			t.Errorf("%s without a priority: priority %q, %v", name, after.Priority, err)
		}
	}
}

// TestNoteOnClosedTicketSetsNoPriority checks that a note with a priority is refused, because a closed ticket keeps its priority.
func TestNoteOnClosedTicketSetsNoPriority(t *testing.T) {
	closed := newTicket()
	closed.Status = ticket.Closed
	w := writeAt(1)
	if _, _, err := ticket.AddNote(closed, agent, "", policy, w); err != nil {
		t.Errorf("a note without a priority: %v", err)
	}
	w.Priority = ticket.High
	if _, _, err := ticket.AddNote(closed, agent, "", policy, w); !errors.Is(err, ticket.ErrClosed) {
		t.Errorf("a note with a priority: %v, want ErrClosed", err)
	}
}

func prioritiesSet(entry ticket.Entry) int {
	count := 0
	for _, event := range entry.Events {
		if _, is := event.(ticket.PrioritySet); is {
			count++
		}
	}
	return count
}
