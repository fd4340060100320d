package ticket_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// TestRandomActs performs random acts. It checks that each entry has the next version, that every change of status is allowed
// and recorded in the history, and that the counters are correct.
func TestRandomActs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now, hours := opened(), 0.0
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			hours += rapid.Float64Range(0.1, 100).Draw(t, "hours")
			after, entry, err := anyAct(t, now, at(hours))
			if err != nil {
				continue
			}
			if after.Version != now.Version+1 || entry.Version != after.Version {
				t.Fatalf("version %d after %d, entry %d", after.Version, now.Version, entry.Version)
			}
			if change, ok := ticket.FindEvent[ticket.StatusChanged](entry); ok != (after.Status != now.Status) ||
				ok && (change.From != now.Status || change.To != after.Status || !now.Status.CanBecome(after.Status, ticket.ActorOf(entry.Author))) {
				t.Fatalf("%s → %s is in the history as %+v", now.Status, after.Status, entry.Events)
			}
			if after.StoppedAt.IsZero() != (after.Status == ticket.Open) && after.Status != ticket.Closed {
				t.Fatalf("%s with its clock stopped at %s", after.Status, after.StoppedAt)
			}
			if (after.Wait.For != ticket.AwaitsNobody) != (after.Status == ticket.Waiting) {
				t.Fatalf("%s waits for %q", after.Status, after.Wait.For)
			}
			if !now.FirstAnsweredAt.IsZero() && !after.FirstAnsweredAt.Equal(now.FirstAnsweredAt) {
				t.Fatal("the first answer came twice")
			}
			if now.Status == ticket.Closed && after.Status != ticket.Closed {
				t.Fatalf("%s after Cerrado", after.Status)
			}
			if !after.DueAt.IsZero() && after.DueAt.Before(policy.Deadlines.Due(after.Priority, after.CreatedAt, 0)) {
				t.Fatal("a pause made the deadline earlier")
			}
			now = after
			if counted := ticket.CountedUnder(now, time.UTC)[ticket.RequesterCounts(owner.ID)]; !slices.Equal(counted, []string{string(now.Status)}) {
				t.Fatalf("counted as %v", counted)
			}
		}
	})
}

func anyAct(t *rapid.T, now ticket.Ticket, w ticket.Write) (ticket.Ticket, ticket.Entry, error) {
	status := rapid.SampledFrom(ticket.Statuses()).Draw(t, "status")
	priority := rapid.SampledFrom([]ticket.Priority{ticket.High, ticket.Medium, ticket.Low, ticket.NoPriority}).Draw(t, "priority")
	w.Wait = rapid.SampledFrom([]ticket.Wait{{}, {For: ticket.AwaitsRequester, Reason: "el archivo"}, {For: ticket.AwaitsThirdParty}}).Draw(t, "wait")
	switch rapid.IntRange(0, 8).Draw(t, "act") {
	case 0:
		return ticket.AddMessage(now, owner, rapid.SampledFrom([]ticket.Status{"", ticket.Open, ticket.Closed}).Draw(t, "made of it"), policy, w)
	case 1:
		return ticket.AddResponse(now, agent, status, policy, w)
	case 2:
		return ticket.AddNote(now, agent, "", policy, w)
	case 3:
		return ticket.Update(now, agent, ticket.Edit{Priority: &priority, Status: &status}, policy, w)
	case 4:
		return ticket.RunAlarm(now, policy, w)
	case 5:
		return ticket.CloseResolved(now, policy, w)
	case 6:
		return ticket.CloseOrReopen(now, owner, status, policy, w)
	case 7:
		return ticket.Rate(now, owner, rapid.IntRange(1, 5).Draw(t, "score"), "", policy, w)
	default:
		return ticket.Route(now, ticket.Assignment{Department: now.Department, Assignee: ticket.Ref{ID: "ana", Name: "Ana"}}, routing.Explanation{Outcome: routing.ByFixed}, w)
	}
}
