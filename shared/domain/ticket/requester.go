package ticket

import (
	"time"

	"mesa/shared/domain/account"
)

// over reports whether a ticket takes no more words and changes: Cerrado, or due to be (D6).
func (t Ticket) over(p Policy, at time.Time) bool {
	return t.Status == Closed || t.Status == Resolved && !t.ClosesAt(p).After(at)
}

// AddMessage adds a requester's message and, in the same act, what they make of the ticket: the empty status keeps it, Open is
// «El problema continúa» on an Atendido one, Closed is «Mi problema está resuelto» (D6). A message opens a ticket that waits
// for its requester, as what it waited for has come. ErrClosed on a Cerrado one, and on one that should be; ErrMerged on one that was
// merged into another; ErrForbidden
// where who is not its requester would end or reopen it.
func AddMessage(t Ticket, by account.Person, to Status, p Policy, w Write) (Ticket, Entry, error) {
	if t.Merged() != "" {
		return Ticket{}, Entry{}, ErrMerged
	}
	if t.over(p, w.At) {
		return Ticket{}, Entry{}, ErrClosed
	}
	if to != "" && (t.Requester.ID != by.ID || to != Open && to != Closed) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, By(by), MessageEntry, w, p)
	a.record(Commented{})
	a.ticket.QuietSince = w.At
	switch {
	case to == Closed:
	case t.Status == Waiting && t.Wait.For != AwaitsThirdParty:
		to = Open
	case t.Status != Resolved:
		to = "" // nothing to reopen
	}
	if to != "" {
		if err := a.become(to); err != nil {
			return Ticket{}, Entry{}, err
		}
	}
	return a.done()
}

// CloseOrReopen closes or reopens a ticket without a word, by its requester (D6): all that they may change of one. Errors as
// AddMessage's; ErrUnchanged where it is so already.
func CloseOrReopen(t Ticket, by account.Person, to Status, p Policy, w Write) (Ticket, Entry, error) {
	switch {
	case t.Requester.ID != by.ID || to != Open && to != Closed:
		return Ticket{}, Entry{}, ErrForbidden
	case t.Status == to:
		return Ticket{}, Entry{}, ErrUnchanged
	case t.Merged() != "":
		return Ticket{}, Entry{}, ErrMerged
	case t.over(p, w.At):
		return Ticket{}, Entry{}, ErrClosed
	case to == Open && t.Status != Resolved:
		return Ticket{}, Entry{}, ErrTransition // a wait ends with what was waited for: a message
	}
	a := begin(t, By(by), EventEntry, w, p)
	a.ticket.QuietSince = w.At
	if err := a.become(to); err != nil {
		return Ticket{}, Entry{}, err
	}
	return a.done()
}

// Rating is what a requester thought of the attention.
type Rating struct {
	// Score goes from 1 to 5; zero is no rating.
	Score   int    `json:"score"`
	Comment string `json:"comment"`
	// At is when it was first given.
	At time.Time `json:"at"`
}

// The bounds of a score.
const (
	WorstScore = 1
	BestScore  = 5
)

// rateable returns why a person may not rate a ticket now; nil where they may. A rating can be changed for a while, and
// again when the ticket was attended anew.
func (t Ticket) rateable(by account.Person, p Policy, at time.Time) error {
	switch {
	case t.Requester.ID != by.ID:
		return ErrForbidden
	case t.Merged() != "":
		return ErrMerged
	case !t.Status.Attended():
		return ErrTransition
	case t.Rating.Score != 0 && !t.RatingChangesUntil(p).After(at):
		return ErrClosed
	default:
		return nil
	}
}

// RatingChangesUntil returns until when the ticket's rating can be changed.
func (t Ticket) RatingChangesUntil(p Policy) time.Time {
	since := t.Rating.At
	if t.ResolvedAt.After(since) {
		since = t.ResolvedAt
	}
	return since.Add(p.rateFor())
}

// Rate keeps what its requester thought of the attention: one rating a ticket (D6). ErrForbidden to anyone else,
// ErrTransition before Atendido, ErrClosed when it can be changed no more, ErrUnchanged where it is so already.
func Rate(t Ticket, by account.Person, score int, comment string, p Policy, w Write) (Ticket, Entry, error) {
	if err := t.rateable(by, p, w.At); err != nil {
		return Ticket{}, Entry{}, err
	}
	rating := Rating{Score: score, Comment: comment, At: t.Rating.At}
	if rating == t.Rating {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	if rating.At.IsZero() {
		rating.At = w.At
	}
	a := begin(t, By(by), EventEntry, w, p)
	a.ticket.Rating = rating
	a.record(Rated{t.Rating, rating})
	return a.done()
}
