package ticket

import (
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// isFinal reports whether people who are not staff can no longer comment on, close or reopen the ticket, because it is Cerrado
// or the time to reopen it has passed (D6).
func (t Ticket) isFinal(p Policy, at time.Time) bool {
	return t.Status == Closed || t.Status == Resolved && !t.ClosesAt(p).After(at)
}

// WasResolvedSince reports whether the ticket became Atendido after a version. A message of its requester that is based on this
// version does not say whether the problem continues (D6).
func (t Ticket) WasResolvedSince(version int64, thread []Entry) bool {
	return t.Status == Resolved && slices.ContainsFunc(thread, func(e Entry) bool {
		return e.Version > version && statusOf(e) == Resolved
	})
}

func statusOf(e Entry) Status {
	changed, _ := FindEvent[StatusChanged](e)
	return changed.To
}

// AddMessage adds a message of the requester, or of another person who can read the ticket and is not staff. In the same act
// the requester can change the status: to Open for «El problema continúa» on an Atendido ticket, to Closed for «Mi problema
// está resuelto» (D6, F3). In other statuses, Open has no effect. An empty status leaves the status unchanged. Unless it closes
// the ticket, a message opens a ticket that waits for its requester. It returns ErrMerged, ErrClosed, ErrThreadFull, or
// ErrForbidden if the person may not write messages, another person changes the status, or the status is neither Open nor Closed.
func AddMessage(t Ticket, by account.Person, to Status, p Policy, w Write) (Ticket, Entry, error) {
	if !Allows(permission.WriteMessage, t, by) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	if t.MergedInto() != "" {
		return Ticket{}, Entry{}, ErrMerged
	}
	if t.isFinal(p, w.At) {
		return Ticket{}, Entry{}, ErrClosed
	}
	if to != "" && (!Allows(permission.CloseOrReopen, t, by) || to != Open && to != Closed) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, AuthorOf(by), MessageEntry, w, p)
	a.record(Commented{})
	a.ticket.ReopenableSince = w.At
	switch {
	case to == Closed:
	case t.Status == Waiting && t.Wait.For != AwaitsThirdParty:
		to = Open
	case t.Status != Resolved:
		to = "" // only an Atendido ticket can be reopened
	}
	if to != "" {
		if err := a.setStatus(to); err != nil {
			return Ticket{}, Entry{}, err
		}
	}
	return a.result()
}

// CloseOrReopen closes or reopens a ticket on behalf of its requester, without a message (D6, F3). It returns ErrForbidden for
// other people or another status, or ErrUnchanged, ErrMerged, ErrClosed or ErrTransition.
func CloseOrReopen(t Ticket, by account.Person, to Status, p Policy, w Write) (Ticket, Entry, error) {
	switch {
	case !Allows(permission.CloseOrReopen, t, by) || to != Open && to != Closed:
		return Ticket{}, Entry{}, ErrForbidden
	case t.Status == to:
		return Ticket{}, Entry{}, ErrUnchanged
	case t.MergedInto() != "":
		return Ticket{}, Entry{}, ErrMerged
	case t.isFinal(p, w.At):
		return Ticket{}, Entry{}, ErrClosed
	case to == Open && t.Status != Resolved:
		return Ticket{}, Entry{}, ErrTransition // a message ends a wait
	}
	a := begin(t, AuthorOf(by), EventEntry, w, p)
	a.ticket.ReopenableSince = w.At
	if err := a.setStatus(to); err != nil {
		return Ticket{}, Entry{}, err
	}
	return a.result()
}

// Rating is the requester's score for the support received, with a comment. The zero value means that the ticket is not rated.
type Rating struct {
	// Score is a number from WorstScore to BestScore.
	Score   int    `json:"score"`
	Comment string `json:"comment"`
	// At is the time of the first rating.
	At time.Time `json:"at"`
}

// The limits of a score.
const (
	WorstScore = 1
	BestScore  = 5
)

// ratingError returns the reason why a person may not rate a ticket at an instant, or nil if they may. A rating can be changed
// for Policy.RatingPeriod, counted from the first rating or, if later, from the last resolution of the ticket.
func (t Ticket) ratingError(by account.Person, p Policy, at time.Time) error {
	switch {
	case !Allows(permission.RateTicket, t, by):
		return ErrForbidden
	case t.MergedInto() != "":
		return ErrMerged
	case !t.Status.Attended():
		return ErrTransition
	case t.Rating.Score != 0 && !t.RatingEditableUntil(p).After(at):
		return ErrClosed
	default:
		return nil
	}
}

// RatingEditableUntil returns the instant until which the requester can change the rating.
func (t Ticket) RatingEditableUntil(p Policy) time.Time {
	since := t.Rating.At
	if t.ResolvedAt.After(since) {
		since = t.ResolvedAt
	}
	return since.Add(p.ratingPeriod())
}

// Rate sets the rating of a ticket (F4). It returns ErrForbidden for anyone but the requester, ErrTransition if the ticket is
// neither Atendido nor Cerrado, ErrClosed if the rating can no longer be changed, or ErrMerged or ErrUnchanged.
func Rate(t Ticket, by account.Person, score int, comment string, p Policy, w Write) (Ticket, Entry, error) {
	if err := t.ratingError(by, p, w.At); err != nil {
		return Ticket{}, Entry{}, err
	}
	rating := Rating{Score: score, Comment: comment, At: t.Rating.At}
	if rating == t.Rating {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	if rating.At.IsZero() {
		rating.At = w.At
	}
	a := begin(t, AuthorOf(by), EventEntry, w, p)
	a.ticket.Rating = rating
	a.record(Rated{t.Rating, rating})
	return a.result()
}
