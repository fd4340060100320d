package ticket_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// mergeAt merges two tickets of one requester at a time in hours.
func mergeAt(t *testing.T, source, target ticket.Ticket, hours float64) (ticket.Change, ticket.Change) {
	t.Helper()
	from, into, err := ticket.Merge(source, target, supervisor, true, policy, writeAt(hours), writeAt(hours))
	if err != nil {
		t.Fatal(err)
	}
	return from, into
}

func withPriority(t ticket.Ticket, p ticket.Priority, hours float64) ticket.Ticket {
	after, _, err := ticket.Update(t, agent, ticket.Edit{Priority: &p}, policy, writeAt(hours))
	if err != nil {
		panic(err)
	}
	return after
}

func withStatus(t ticket.Ticket, s ticket.Status, hours float64) ticket.Ticket {
	after, _, err := ticket.Update(t, agent, ticket.Edit{Status: &s}, policy, writeAt(hours))
	if err != nil {
		panic(err)
	}
	return after
}

// TestMergeCarriesWhatTheSourceRequires checks that the target gets the more urgent priority, the earlier deadline, the earlier
// message without a response, and the tags (G6).
func TestMergeCarriesWhatTheSourceRequires(t *testing.T) {
	at := func(hours float64) time.Time { return writeAt(hours).At }
	older := newTicketBy(1, owner)
	newer := older
	newer.Number, newer.CreatedAt = "PNT000002", at(30)
	newer.FirstResponseDueAt = at(230)
	for _, c := range []struct {
		name           string
		source, target ticket.Ticket
		priority       ticket.Priority
		due            time.Time
	}{
		{"the source is more urgent", withPriority(older, ticket.High, 1), withPriority(newer, ticket.Medium, 31), ticket.High, at(48)},
		{"the target is more urgent, the source is due earlier", withPriority(older, ticket.Medium, 1), withPriority(newer, ticket.High, 31), ticket.High, at(78)},
		{"the target has no priority", withPriority(older, ticket.Medium, 1), newer, ticket.Medium, at(240)},
		{"neither has a priority", older, newer, ticket.NoPriority, time.Time{}},
		{"the clock of the source was stopped", withStatus(withPriority(older, ticket.High, 1), ticket.Waiting, 10), newer, ticket.High, at(78)},
	} {
		_, into := mergeAt(t, c.source, c.target, 40)
		if into.Ticket.Priority != c.priority || !into.Ticket.DueAt.Equal(c.due) {
			t.Errorf("%s: %q, due %v; want %q, due %v", c.name, into.Ticket.Priority, into.Ticket.DueAt, c.priority, c.due)
		}
	}

	source := withPriority(older, ticket.High, 1)
	source.Tags = []string{"correo", "urgente"}
	newer.Tags = []string{"urgente"}
	_, into := mergeAt(t, source, newer, 40)
	if diff := cmp.Diff([]string{"correo", "urgente"}, into.Ticket.Tags); diff != "" {
		t.Error(diff)
	}
	if !into.Ticket.UnansweredSince().Equal(older.CreatedAt) || !into.Ticket.FirstResponseDueAt.Equal(older.FirstResponseDueAt) {
		t.Errorf("without a response since %v, first response due %v", into.Ticket.UnansweredSince(), into.Ticket.FirstResponseDueAt)
	}
	resumed := withStatus(withStatus(into.Ticket, ticket.Waiting, 44), ticket.Open, 46)
	if !resumed.DueAt.Equal(at(50)) {
		t.Errorf("after a wait of 2 hours the carried deadline is %v, want %v", resumed.DueAt, at(50))
	}
	if low := withPriority(into.Ticket, ticket.Low, 41); !low.DueAt.IsZero() {
		t.Errorf("BAJA has the deadline %v", low.DueAt)
	}

	tooMany := newer
	tooMany.Tags = nil
	for i := range ticket.MaxTags {
		tooMany.Tags = append(tooMany.Tags, "t"+string(rune('a'+i)))
	}
	if _, _, err := ticket.Merge(source, tooMany, agent, false, policy, writeAt(40), writeAt(40)); !errors.Is(err, ticket.ErrTooManyTags) {
		t.Errorf("too many tags: %v", err)
	}
}

// TestUndoMergeRestoresBothTickets checks that a merge and its undoing leave both tickets as before, except for versions and the
// time of the last activity (G6).
func TestUndoMergeRestoresBothTickets(t *testing.T) {
	target := withParticipants(newTicketBy(2, owner), colleague)
	target.Tags = []string{"urgente"}
	source := withParticipants(withPriority(newTicketBy(1, maria), ticket.High, 1), stranger)
	source.Tags, source.Links = []string{"correo"}, []ticket.Link{{Kind: ticket.LinkRelated, Number: "PNT000009"}}
	for name, source := range map[string]ticket.Ticket{
		"open": source, "waiting": withStatus(source, ticket.Waiting, 2), "resolved": withStatus(source, ticket.Resolved, 2),
	} {
		from, into := mergeAt(t, source, target, 40)
		opened, separated, err := ticket.UndoMerge(from.Ticket, into.Ticket, []ticket.Entry{from.Entry}, []ticket.Entry{into.Entry}, agent, policy, writeAt(40.1), writeAt(40.1))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct{ before, after ticket.Ticket }{{source, opened.Ticket}, {target, separated.Ticket}} {
			want := c.before
			want.Version, want.UpdatedAt, want.TextSize = c.before.Version+2, writeAt(40.1).At, c.after.TextSize
			if diff := cmp.Diff(want, c.after, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
		if ticket.CanRead(separated.Ticket, maria) || !ticket.CanRead(separated.Ticket, colleague) {
			t.Errorf("%s: participants of the target: %+v", name, separated.Ticket.Participants)
		}
	}
}

// TestUndoMergePreservesLaterChanges checks that the undoing of a merge does not overwrite what people changed since the merge.
func TestUndoMergePreservesLaterChanges(t *testing.T) {
	source, target := withPriority(newTicketBy(1, maria), ticket.High, 1), newTicketBy(2, maria)
	source.Tags = []string{"correo"}
	from, into := mergeAt(t, source, target, 40)
	medium := ticket.Medium
	changed, edited, err := ticket.Update(into.Ticket, agent, ticket.Edit{Priority: &medium, AddTags: []string{"nueva"}}, policy, writeAt(40.05))
	if err != nil {
		t.Fatal(err)
	}
	changed, message, err := ticket.AddMessage(changed, maria, "", policy, writeAt(40.06))
	if err != nil {
		t.Fatal(err)
	}
	_, separated, err := ticket.UndoMerge(from.Ticket, changed, []ticket.Entry{from.Entry}, []ticket.Entry{into.Entry, edited, message}, agent, policy, writeAt(40.1), writeAt(40.1))
	if err != nil {
		t.Fatal(err)
	}
	got := separated.Ticket
	if got.Priority != ticket.Medium || !got.DueAt.Equal(target.CreatedAt.Add(240*time.Hour)) || !got.UnansweredAt.Equal(message.At) {
		t.Errorf("priority %q, due %v, unanswered %v", got.Priority, got.DueAt, got.UnansweredAt)
	}
	if diff := cmp.Diff([]string{"nueva"}, got.Tags); diff != "" {
		t.Error(diff)
	}
}

// TestLaterMergeIsUndoneFirst merges two tickets of one person into a third. If the first merge were undone alone, the target would
// lose the priority and the participant that the second ticket needs, too.
func TestLaterMergeIsUndoneFirst(t *testing.T) {
	first, second := withPriority(newTicketBy(1, maria), ticket.High, 1), withPriority(newTicketBy(3, maria), ticket.High, 1)
	firstClosed, into := mergeAt(t, first, newTicketBy(2, owner), 40)
	secondClosed, both := mergeAt(t, second, into.Ticket, 40)
	undo := func(source ticket.Change, target ticket.Ticket, thread ...ticket.Entry) (ticket.Change, error) {
		_, separated, err := ticket.UndoMerge(source.Ticket, target, []ticket.Entry{source.Entry}, thread, agent, policy, writeAt(40.1), writeAt(40.1))
		return separated, err
	}
	if _, err := undo(firstClosed, both.Ticket, into.Entry, both.Entry); !errors.Is(err, ticket.ErrLaterMerge) {
		t.Errorf("the first merge: %v", err)
	}
	separated, err := undo(secondClosed, both.Ticket, into.Entry, both.Entry)
	if err != nil || separated.Ticket.Priority != ticket.High || !separated.Ticket.Participates(maria.ID) {
		t.Errorf("the second merge: %v, %+v", err, separated.Ticket)
	}
	separated, err = undo(firstClosed, separated.Ticket, into.Entry, both.Entry, separated.Entry)
	if err != nil || separated.Ticket.Priority != ticket.NoPriority || separated.Ticket.Participates(maria.ID) {
		t.Errorf("then the first merge: %v, %+v", err, separated.Ticket)
	}
}

func TestUndoMergeIsRefused(t *testing.T) {
	source, target := newTicketBy(1, maria), newTicketBy(2, maria)
	from, into := mergeAt(t, source, target, 40)
	chained, _ := mergeAt(t, into.Ticket, newTicketBy(3, maria), 40)
	for name, c := range map[string]struct {
		source, target ticket.Ticket
		by             account.Person
		hours          float64
		want           error
	}{
		"by a requester":                {from.Ticket, into.Ticket, maria, 40.1, ticket.ErrForbidden},
		"a ticket that was not merged":  {source, target, agent, 40.1, ticket.ErrNotMerged},
		"too late":                      {from.Ticket, into.Ticket, agent, 40.17, ticket.ErrTooLate},
		"a target that was merged, too": {from.Ticket, chained.Ticket, agent, 40.1, ticket.ErrMerged},
	} {
		if _, _, err := ticket.UndoMerge(c.source, c.target, []ticket.Entry{from.Entry}, []ticket.Entry{into.Entry}, c.by, policy, writeAt(c.hours), writeAt(c.hours)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	can := func(hours float64) bool {
		return slices.Contains(ticket.Allowed(from.Ticket, agent, policy, writeAt(hours).At), ticket.CanUndoMerge)
	}
	if !can(40.16) || can(40.17) {
		t.Errorf("allowed after 9.6 minutes: %v, after 10.2 minutes: %v", can(40.16), can(40.17))
	}
}
