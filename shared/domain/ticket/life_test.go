package ticket_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// TestTransitions compares the allowed transitions with the table in docs/life.md.
func TestTransitions(t *testing.T) {
	want := map[ticket.Actor]map[ticket.Status][]ticket.Status{
		ticket.ActorStaff: {
			ticket.Open:     {ticket.Waiting, ticket.Resolved, ticket.Closed},
			ticket.Waiting:  {ticket.Open, ticket.Resolved, ticket.Closed},
			ticket.Resolved: {ticket.Open, ticket.Closed},
		},
		ticket.ActorRequester: {
			ticket.Open:     {ticket.Closed},
			ticket.Waiting:  {ticket.Open, ticket.Closed},
			ticket.Resolved: {ticket.Open, ticket.Closed},
		},
		ticket.ActorClock: {ticket.Resolved: {ticket.Closed}},
	}
	for _, actor := range []ticket.Actor{ticket.ActorStaff, ticket.ActorRequester, ticket.ActorClock, ""} {
		for _, from := range ticket.Statuses() {
			for _, to := range ticket.Statuses() {
				if got := from.CanBecome(to, actor); got != slices.Contains(want[actor][from], to) {
					t.Errorf("%s: %s → %s: %v", actor, from, to, got)
				}
			}
		}
	}
}

// TestAllowedActionsSucceed checks for messages, reopening, closing and ratings that the act succeeds if and only if Allowed
// returns its action.
func TestAllowedActionsSucceed(t *testing.T) {
	colleague := account.Person{ID: "colega", Name: "COLEGA", Role: account.Requester}
	rapid.Check(t, func(t *rapid.T) {
		current, hours := newTicket(), 0.0
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			hours += rapid.Float64Range(0.1, 150).Draw(t, "hours")
			if after, _, err := randomAct(t, current, writeAt(hours)); err == nil {
				current = after
			}
		}
		hours += rapid.Float64Range(0.1, 400).Draw(t, "then")
		w := writeAt(hours)
		for _, by := range []account.Person{owner, colleague, agent} {
			allowed := ticket.Allowed(current, by, policy, w.At)
			for action, act := range map[ticket.Action]func() error{
				ticket.CanMessage: func() error { return errorOf(ticket.AddMessage(current, by, "", policy, w)) },
				ticket.CanReopen: func() error {
					if current.Status != ticket.Resolved {
						return ticket.ErrTransition
					}
					return errors.Join(errorOf(ticket.AddMessage(current, by, ticket.Open, policy, w)), errorOf(ticket.CloseOrReopen(current, by, ticket.Open, policy, w)))
				},
				ticket.CanRate: func() error { return errorOf(ticket.Rate(current, by, 1+current.Rating.Score%5, "", policy, w)) },
			} {
				if action != ticket.CanRate && by.ID == agent.ID {
					continue // staff use other acts than requesters
				}
				if err := act(); (err == nil) != slices.Contains(allowed, action) {
					t.Fatalf("%s by %s of %s: %v, allowed %v", action, by.ID, current.Status, err, allowed)
				}
			}
			closes := func() error { return errorOf(ticket.CloseOrReopen(current, by, ticket.Closed, policy, w)) }
			if by.ID == agent.ID {
				closed := ticket.Closed
				closes = func() error { return errorOf(ticket.Update(current, by, ticket.Edit{Status: &closed}, policy, w)) }
			}
			if err := closes(); (err == nil) != slices.Contains(allowed, ticket.CanClose) {
				t.Fatalf("close by %s of %s: %v, allowed %v", by.ID, current.Status, err, allowed)
			}
		}
	})
}

func TestRequesterMessageEndsWaitForRequester(t *testing.T) {
	waiting := ticket.Waiting
	for _, c := range []struct {
		name       string
		wait       ticket.Wait
		wantStatus ticket.Status
	}{
		{"no recipient given", ticket.Wait{}, ticket.Open},
		{"the requester", ticket.Wait{For: ticket.AwaitsRequester, Reason: "el archivo"}, ticket.Open},
		{"a third party", ticket.Wait{For: ticket.AwaitsThirdParty, Reason: "el proveedor"}, ticket.Waiting},
	} {
		w := writeAt(1)
		w.Wait = c.wait
		current, entry, err := ticket.AddResponse(newTicket(), agent, waiting, policy, w)
		if err != nil {
			t.Fatal(err)
		}
		changed, ok := ticket.FindEvent[ticket.WaitChanged](entry)
		if !ok || changed.To != current.Wait || !current.Wait.For.Valid() || current.Wait.Reason != c.wait.Reason {
			t.Errorf("%s: %+v, history %+v", c.name, current.Wait, entry.Events)
		}
		after, _, err := ticket.AddMessage(current, owner, "", policy, writeAt(11))
		if err != nil || after.Status != c.wantStatus {
			t.Errorf("%s: %s after a message, %v", c.name, after.Status, err)
		}
		if want := created.Add(210 * time.Hour); c.wantStatus == ticket.Open && (after.StoppedAt.IsZero() != true || after.Paused != 10*time.Hour) {
			t.Errorf("%s: paused %s, want ten hours, and %s", c.name, after.Paused, want)
		}
	}
	w := writeAt(2)
	w.Wait = ticket.Wait{For: ticket.AwaitsThirdParty, Reason: "el proveedor"}
	current, _, err := ticket.AddResponse(newTicket(), agent, waiting, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	current, entry, err := ticket.Update(current, agent, ticket.Edit{Status: &waiting}, policy, w)
	if err != nil || current.Wait != w.Wait || !current.StoppedAt.Equal(writeAt(1).At) {
		t.Errorf("changed wait: %+v since %s, %v", current.Wait, current.StoppedAt, err)
	}
	if _, changed := ticket.FindEvent[ticket.StatusChanged](entry); changed {
		t.Error("a changed wait is recorded as a change of status")
	}
}

func TestRatingCanBeChangedForAWeek(t *testing.T) {
	resolved, _, err := ticket.AddResponse(newTicket(), agent, ticket.Resolved, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	if err := errorOf(ticket.Rate(newTicket(), owner, 5, "", policy, writeAt(1))); !errors.Is(err, ticket.ErrTransition) {
		t.Errorf("a rating of an open ticket: %v", err)
	}
	if err := errorOf(ticket.Rate(resolved, agent, 5, "", policy, writeAt(2))); !errors.Is(err, ticket.ErrForbidden) {
		t.Errorf("a rating by the agent: %v", err)
	}
	rated, entry, err := ticket.Rate(resolved, owner, 2, "Tardó", policy, writeAt(2))
	want := []ticket.Event{ticket.Rated{To: ticket.Rating{Score: 2, Comment: "Tardó", At: writeAt(2).At}}}
	if diff := cmp.Diff(want, entry.Events); err != nil || diff != "" {
		t.Fatalf("%v, %s", err, diff)
	}
	if err := errorOf(ticket.Rate(rated, owner, 2, "Tardó", policy, writeAt(3))); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("the same rating again: %v", err)
	}
	changed, entry, err := ticket.Rate(rated, owner, 4, "Tardó", policy, writeAt(100))
	if change, _ := ticket.FindEvent[ticket.Rated](entry); err != nil || change.From.Score != 2 || change.To.Score != 4 || !changed.Rating.At.Equal(rated.Rating.At) {
		t.Errorf("changed to %+v, history %+v, %v", changed.Rating, entry.Events, err)
	}
	if err := errorOf(ticket.Rate(changed, owner, 5, "", policy, writeAt(2+7*24))); !errors.Is(err, ticket.ErrClosed) {
		t.Errorf("a changed rating after a week: %v", err)
	}
}

func TestCloseOrReopen(t *testing.T) {
	waiting, _, err := ticket.AddResponse(newTicket(), agent, ticket.Waiting, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	resolved, _, err := ticket.AddResponse(newTicket(), agent, ticket.Resolved, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		current ticket.Ticket
		to      ticket.Status
		hours   float64
		want    error
	}{
		{"closes an open ticket", newTicket(), ticket.Closed, 2, nil},
		{"closes a waiting ticket", waiting, ticket.Closed, 2, nil},
		{"closes a resolved ticket", resolved, ticket.Closed, 2, nil},
		{"reopens a resolved ticket", resolved, ticket.Open, 2, nil},
		{"reopens a resolved ticket too late", resolved, ticket.Open, 17 * 24, ticket.ErrClosed},
		{"opens a waiting ticket without a message", waiting, ticket.Open, 2, ticket.ErrTransition},
		{"resolves a ticket", newTicket(), ticket.Resolved, 2, ticket.ErrForbidden},
		{"sets the status to waiting", newTicket(), ticket.Waiting, 2, ticket.ErrForbidden},
		{"opens an open ticket", newTicket(), ticket.Open, 2, ticket.ErrUnchanged},
	} {
		after, entry, err := ticket.CloseOrReopen(c.current, owner, c.to, policy, writeAt(c.hours))
		if !errors.Is(err, c.want) || err == nil && (after.Status != c.to || entry.Author.ID != owner.ID) {
			t.Errorf("%s: %s, %v", c.name, after.Status, err)
		}
	}
	if err := errorOf(ticket.CloseOrReopen(newTicket(), account.Person{ID: "otro", Role: account.Requester}, ticket.Closed, policy, writeAt(1))); !errors.Is(err, ticket.ErrForbidden) {
		t.Errorf("closed by another requester: %v", err)
	}
}

func TestCanSee(t *testing.T) {
	event := func(events ...ticket.Event) ticket.Entry {
		return ticket.Entry{Kind: ticket.EventEntry, Events: events}
	}
	for _, c := range []struct {
		name  string
		entry ticket.Entry
		want  bool
	}{
		{"a note", ticket.Entry{Kind: ticket.NoteEntry}, false},
		{"a message", ticket.Entry{Kind: ticket.MessageEntry}, true},
		{"a change of status", event(ticket.StatusChanged{}), true},
		{"a warning for the agent", event(ticket.DueSoon{}), false},
		{"a moved deadline of the first response", event(ticket.FirstResponseDeadlineMoved{}), false},
		{"a reminder", event(ticket.Reminded{}), true},
	} {
		if ticket.CanSee(c.entry, owner) != c.want || !ticket.CanSee(c.entry, agent) {
			t.Errorf("%s: visible to the requester: %v", c.name, !c.want)
		}
	}
}
