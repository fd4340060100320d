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

// TestAllowedActionsSucceed checks that an act succeeds exactly if Allowed returns its action.
func TestAllowedActionsSucceed(t *testing.T) {
	colleague := account.Person{ID: "colega", Name: "COLEGA", Role: account.Requester}
	rapid.Check(t, func(t *rapid.T) {
		now, hours := opened(), 0.0
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			hours += rapid.Float64Range(0.1, 150).Draw(t, "hours")
			if after, _, err := anyAct(t, now, at(hours)); err == nil {
				now = after
			}
		}
		hours += rapid.Float64Range(0.1, 400).Draw(t, "then")
		w := at(hours)
		for _, by := range []account.Person{owner, colleague, agent} {
			allowed := ticket.Allowed(now, by, policy, w.At)
			for action, act := range map[ticket.Action]func() error{
				ticket.CanMessage: func() error { return third(ticket.AddMessage(now, by, "", policy, w)) },
				ticket.CanReopen: func() error {
					if now.Status != ticket.Resolved {
						return ticket.ErrTransition
					}
					return errors.Join(third(ticket.AddMessage(now, by, ticket.Open, policy, w)), third(ticket.CloseOrReopen(now, by, ticket.Open, policy, w)))
				},
				ticket.CanRate: func() error { return third(ticket.Rate(now, by, 1+now.Rating.Score%5, "", policy, w)) },
			} {
				if action != ticket.CanRate && by.ID == agent.ID {
					continue // staff use other acts than requesters
				}
				if err := act(); (err == nil) != slices.Contains(allowed, action) {
					t.Fatalf("%s by %s of %s: %v, allowed %v", action, by.ID, now.Status, err, allowed)
				}
			}
			closes := func() error { return third(ticket.CloseOrReopen(now, by, ticket.Closed, policy, w)) }
			if by.ID == agent.ID {
				closed := ticket.Closed
				closes = func() error { return third(ticket.Update(now, by, ticket.Edit{Status: &closed}, policy, w)) }
			}
			if err := closes(); (err == nil) != slices.Contains(allowed, ticket.CanClose) {
				t.Fatalf("close by %s of %s: %v, allowed %v", by.ID, now.Status, err, allowed)
			}
		}
	})
}

func TestWaits(t *testing.T) {
	waiting := ticket.Waiting
	for _, c := range []struct {
		name string
		wait ticket.Wait
		then ticket.Status
	}{
		{"whom is not said", ticket.Wait{}, ticket.Open},
		{"the requester", ticket.Wait{For: ticket.AwaitsRequester, Reason: "el archivo"}, ticket.Open},
		{"a third party", ticket.Wait{For: ticket.AwaitsThirdParty, Reason: "el proveedor"}, ticket.Waiting},
	} {
		w := at(1)
		w.Wait = c.wait
		now, entry, err := ticket.AddResponse(opened(), agent, waiting, policy, w)
		if err != nil {
			t.Fatal(err)
		}
		changed, ok := ticket.FindEvent[ticket.WaitChanged](entry)
		if !ok || changed.To != now.Wait || !now.Wait.For.Valid() || now.Wait.Reason != c.wait.Reason {
			t.Errorf("%s: %+v, history %+v", c.name, now.Wait, entry.Events)
		}
		after, _, err := ticket.AddMessage(now, owner, "", policy, at(11))
		if err != nil || after.Status != c.then {
			t.Errorf("%s: %s after a message, %v", c.name, after.Status, err)
		}
		if want := created.Add(210 * time.Hour); c.then == ticket.Open && (after.StoppedAt.IsZero() != true || after.Paused != 10*time.Hour) {
			t.Errorf("%s: paused %s, want ten hours, and %s", c.name, after.Paused, want)
		}
	}
	w := at(2)
	w.Wait = ticket.Wait{For: ticket.AwaitsThirdParty, Reason: "el proveedor"}
	now, _, err := ticket.AddResponse(opened(), agent, waiting, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	now, entry, err := ticket.Update(now, agent, ticket.Edit{Status: &waiting}, policy, w)
	if err != nil || now.Wait != w.Wait || !now.StoppedAt.Equal(at(1).At) {
		t.Errorf("another wait: %+v since %s, %v", now.Wait, now.StoppedAt, err)
	}
	if _, changed := ticket.FindEvent[ticket.StatusChanged](entry); changed {
		t.Error("another wait is no change of status")
	}
}

func TestRating(t *testing.T) {
	resolved, _, err := ticket.AddResponse(opened(), agent, ticket.Resolved, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	if err := third(ticket.Rate(opened(), owner, 5, "", policy, at(1))); !errors.Is(err, ticket.ErrTransition) {
		t.Errorf("rated before it was attended: %v", err)
	}
	if err := third(ticket.Rate(resolved, agent, 5, "", policy, at(2))); !errors.Is(err, ticket.ErrForbidden) {
		t.Errorf("rated by who attended it: %v", err)
	}
	rated, entry, err := ticket.Rate(resolved, owner, 2, "Tardó", policy, at(2))
	want := []ticket.Event{ticket.Rated{To: ticket.Rating{Score: 2, Comment: "Tardó", At: at(2).At}}}
	if diff := cmp.Diff(want, entry.Events); err != nil || diff != "" {
		t.Fatalf("%v, %s", err, diff)
	}
	if err := third(ticket.Rate(rated, owner, 2, "Tardó", policy, at(3))); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("the same again: %v", err)
	}
	changed, entry, err := ticket.Rate(rated, owner, 4, "Tardó", policy, at(100))
	if change, _ := ticket.FindEvent[ticket.Rated](entry); err != nil || change.From.Score != 2 || change.To.Score != 4 || !changed.Rating.At.Equal(rated.Rating.At) {
		t.Errorf("changed to %+v, history %+v, %v", changed.Rating, entry.Events, err)
	}
	if err := third(ticket.Rate(changed, owner, 5, "", policy, at(2+7*24))); !errors.Is(err, ticket.ErrClosed) {
		t.Errorf("changed after a week: %v", err)
	}
}

func TestCloseOrReopen(t *testing.T) {
	waiting, _, err := ticket.AddResponse(opened(), agent, ticket.Waiting, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	resolved, _, err := ticket.AddResponse(opened(), agent, ticket.Resolved, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		now  ticket.Ticket
		to   ticket.Status
		when float64
		want error
	}{
		{"closes an open one", opened(), ticket.Closed, 2, nil},
		{"closes a waiting one", waiting, ticket.Closed, 2, nil},
		{"closes an attended one", resolved, ticket.Closed, 2, nil},
		{"reopens an attended one", resolved, ticket.Open, 2, nil},
		{"reopens it too late", resolved, ticket.Open, 17 * 24, ticket.ErrClosed},
		{"opens a waiting one without a word", waiting, ticket.Open, 2, ticket.ErrTransition},
		{"attends it", opened(), ticket.Resolved, 2, ticket.ErrForbidden},
		{"lets it wait", opened(), ticket.Waiting, 2, ticket.ErrForbidden},
		{"opens an open one", opened(), ticket.Open, 2, ticket.ErrUnchanged},
	} {
		after, entry, err := ticket.CloseOrReopen(c.now, owner, c.to, policy, at(c.when))
		if !errors.Is(err, c.want) || err == nil && (after.Status != c.to || entry.Author.ID != owner.ID) {
			t.Errorf("%s: %s, %v", c.name, after.Status, err)
		}
	}
	if err := third(ticket.CloseOrReopen(opened(), account.Person{ID: "otro", Role: account.Requester}, ticket.Closed, policy, at(1))); !errors.Is(err, ticket.ErrForbidden) {
		t.Errorf("somebody else closed it: %v", err)
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
		{"a warning to the agent", event(ticket.DueSoon{}), false},
		{"a deadline of the first answer", event(ticket.FirstAnswerDeadlineMoved{}), false},
		{"a reminder", event(ticket.Reminded{}), true},
	} {
		if ticket.CanSee(c.entry, owner) != c.want || !ticket.CanSee(c.entry, agent) {
			t.Errorf("%s: seen by its requester %v", c.name, !c.want)
		}
	}
}
