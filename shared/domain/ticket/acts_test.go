package ticket_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// TestRandomActsPreserveInvariants performs random acts. After each act it checks the ticket, for example its version, the
// recorded change of status, the deadline clock and the counters.
func TestRandomActsPreserveInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		current, hours := newTicket(), 0.0
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			hours += rapid.Float64Range(0.1, 100).Draw(t, "hours")
			after, entry, err := randomAct(t, current, writeAt(hours))
			if err != nil {
				continue
			}
			if after.Version != current.Version+1 || entry.Version != after.Version {
				t.Fatalf("version %d after %d, entry %d", after.Version, current.Version, entry.Version)
			}
			if change, ok := ticket.FindEvent[ticket.StatusChanged](entry); ok != (after.Status != current.Status) ||
				ok && (change.From != current.Status || change.To != after.Status || !current.Status.CanBecome(after.Status, ticket.ActorOf(entry.Author))) {
				t.Fatalf("%s → %s is recorded as %+v", current.Status, after.Status, entry.Events)
			}
			if after.StoppedAt.IsZero() != (after.Status == ticket.Open) && after.Status != ticket.Closed {
				t.Fatalf("a ticket with status %s has its clock stopped at %s", after.Status, after.StoppedAt)
			}
			if (after.Wait.For != ticket.AwaitsNobody) != (after.Status == ticket.Waiting) {
				t.Fatalf("%s waits for %q", after.Status, after.Wait.For)
			}
			if !current.FirstRespondedAt.IsZero() && !after.FirstRespondedAt.Equal(current.FirstRespondedAt) {
				t.Fatal("the time of the first response changed")
			}
			if current.Status == ticket.Closed && after.Status != ticket.Closed {
				t.Fatalf("a closed ticket became %s", after.Status)
			}
			if !after.DueAt.IsZero() && after.DueAt.Before(policy.Deadlines.Due(after.Priority, after.CreatedAt, 0)) {
				t.Fatal("a pause made the deadline earlier")
			}
			current = after
			want := []string{string(current.Status)}
			if current.Status == ticket.Waiting && current.Wait.For == ticket.AwaitsRequester {
				want = append(want, ticket.AwaitedBucket)
			}
			if counted := ticket.CountersOf(current, time.UTC)[ticket.RequesterCounts(owner.ID)]; !slices.Equal(counted, want) {
				t.Fatalf("counted as %v", counted)
			}
		}
	})
}

func randomAct(t *rapid.T, current ticket.Ticket, w ticket.Write) (ticket.Ticket, ticket.Entry, error) {
	status := rapid.SampledFrom(ticket.Statuses()).Draw(t, "status")
	priority := rapid.SampledFrom([]ticket.Priority{ticket.High, ticket.Medium, ticket.Low, ticket.NoPriority}).Draw(t, "priority")
	w.Wait = rapid.SampledFrom([]ticket.Wait{{}, {For: ticket.AwaitsRequester, Reason: "el archivo"}, {For: ticket.AwaitsThirdParty}}).Draw(t, "wait")
	switch rapid.IntRange(0, 8).Draw(t, "act") {
	case 0:
		return ticket.AddMessage(current, owner, rapid.SampledFrom([]ticket.Status{"", ticket.Open, ticket.Closed}).Draw(t, "status of the message"), policy, w)
	case 1:
		return ticket.AddResponse(current, agent, status, policy, w)
	case 2:
		return ticket.AddNote(current, agent, "", policy, w)
	case 3:
		return ticket.Update(current, agent, ticket.Edit{Priority: &priority, Status: &status}, policy, w)
	case 4:
		return ticket.RunAlarm(current, policy, w)
	case 5:
		return ticket.CloseResolved(current, policy, w)
	case 6:
		return ticket.CloseOrReopen(current, owner, status, policy, w)
	case 7:
		return ticket.Rate(current, owner, rapid.IntRange(1, 5).Draw(t, "score"), "", policy, w)
	default:
		return ticket.Route(current, ticket.Assignment{Department: current.Department, Assignee: ticket.Ref{ID: "ana", Name: "Ana"}}, routing.Explanation{Outcome: routing.ByFixed}, w)
	}
}
