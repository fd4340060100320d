package ticket

import (
	"errors"
	"time"
)

// Errors of acts and of storing them.
var (
	// ErrForbidden reports an act that the person is not allowed to perform.
	ErrForbidden = errors.New("the person is not allowed to do this")
	// ErrClosed reports an act that is not allowed on a Cerrado ticket, or whose period has passed: a message on a ticket that
	// can no longer be reopened, or a changed rating (D6, F4).
	ErrClosed = errors.New("the ticket is closed")
	// ErrThreadFull reports a text with which the thread would exceed MaxTextSize.
	ErrThreadFull = errors.New("the thread is full")
	// ErrTransition reports an act that is not allowed in the current status: a change to another status, or a rating.
	ErrTransition = errors.New("the change of status is not allowed")
	// ErrUnchanged reports an act that would change nothing.
	ErrUnchanged = errors.New("nothing would change")
	// ErrStale reports an act on a version that is no longer the latest (D8).
	ErrStale = errors.New("the ticket has changed since it was read")
	// ErrRepeated reports a request whose idempotency key was already used. The idempotency record contains the result of the
	// first request.
	ErrRepeated = errors.New("the idempotency key was already used")
	// ErrFileUnavailable reports a file that another person uploaded, or that already belongs to an entry.
	ErrFileUnavailable = errors.New("a file is not available")
)

// MaxTextSize is the maximum size of all texts of a thread, in bytes of HTML. A thread is sent in one response of a function,
// which is limited to 6 MB. The function's response contains the body, which is JSON, as a JSON string. So characters of HTML
// are escaped twice, and short tags such as <b> take five times their size.
const MaxTextSize = 1 << 20

// Policy holds the settings on which the rules of tickets depend.
type Policy struct {
	Deadlines Deadlines
	// ReopenPeriod is the time after Atendido, or after a later message, during which the requester can reopen a ticket. Then
	// its status becomes Cerrado (D6). Zero means 15 days.
	ReopenPeriod time.Duration
	// EscalateAfter is the working time between a missed deadline for the resolution and its escalation (F6). Zero means never.
	EscalateAfter time.Duration
	// RemindDays is the number of business days after which a requester for whom the ticket waits gets one reminder (F7). Zero
	// means never.
	RemindDays int
	// RatingPeriod is the time during which a rating can be changed (F4). Zero means 7 days.
	RatingPeriod time.Duration
}

const (
	defaultReopenPeriod = 15 * 24 * time.Hour
	defaultRatingPeriod = 7 * 24 * time.Hour
)

func (p Policy) reopenPeriod() time.Duration {
	if p.ReopenPeriod == 0 {
		return defaultReopenPeriod
	}
	return p.ReopenPeriod
}

func (p Policy) ratingPeriod() time.Duration {
	if p.RatingPeriod == 0 {
		return defaultRatingPeriod
	}
	return p.RatingPeriod
}

// ClosesAt returns the time at which a resolved ticket becomes Cerrado unless somebody comments before (D6). It is in working
// time, so that the mail about it does not arrive on a day off. For tickets in any other status, ClosesAt returns the zero time.
func (t Ticket) ClosesAt(p Policy) time.Time {
	if t.Status != Resolved {
		return time.Time{}
	}
	return p.Deadlines.NextOpening(t.ReopenableSince.Add(p.reopenPeriod()))
}

// act is an act under construction: the resulting ticket and the entry.
type act struct {
	ticket Ticket
	entry  Entry
	policy Policy
	wait   Wait
	at     time.Time
}

// Write is the input that all acts have in common: the identifier and time of the entry, and its text, if any.
type Write struct {
	ID          string // a ULID
	Body        string // sanitized HTML
	Attachments []Attachment
	// Mentions are the members of staff whom a note mentions.
	Mentions []Ref
	At       time.Time
	// Wait describes what the ticket waits for if the act sets the status En espera. If For is empty, the ticket waits for the
	// requester, or continues to wait as before if it already is En espera.
	Wait Wait
	// Priority is the priority that a response or note of the staff sets. NoPriority changes nothing.
	Priority Priority
}

func begin(t Ticket, author Author, kind EntryKind, w Write, p Policy) *act {
	t.Version++
	t.UpdatedAt = w.At
	t.TextSize += len(w.Body)
	switch kind {
	case MessageEntry:
		t.UnansweredAt = w.At
	case ResponseEntry:
		t.UnansweredAt = time.Time{}
	default: // a note or an event does not answer the requester
	}
	return &act{
		ticket: t, policy: p, wait: w.Wait, at: w.At,
		entry: Entry{ID: w.ID, Kind: kind, Author: author, Body: w.Body, Attachments: w.Attachments, At: w.At, Version: t.Version},
	}
}

func (a *act) result() (Ticket, Entry, error) {
	if a.entry.Body != "" && a.ticket.TextSize > MaxTextSize {
		return Ticket{}, Entry{}, ErrThreadFull
	}
	return a.ticket, a.entry, nil
}

// record adds an event to the act's entry.
func (a *act) record(e Event) { a.entry.Events = append(a.entry.Events, e) }

// setStatus changes the status and the attributes that depend on it. The deadline clock runs only in Abierto.
func (a *act) setStatus(to Status) error {
	from := a.ticket.Status
	if from == to {
		if to == Waiting && a.wait.For != AwaitsNobody {
			a.setWait(a.wait)
		}
		return nil
	}
	if !from.CanBecome(to, ActorOf(a.entry.Author)) {
		return ErrTransition
	}
	a.record(StatusChanged{from, to})
	a.ticket.Status = to
	if to.Attended() {
		a.ticket.UnansweredAt = time.Time{}
	}
	switch to {
	case Waiting:
		if a.wait.For == AwaitsNobody {
			a.wait.For = AwaitsRequester
		}
		a.setWait(a.wait)
	case Resolved:
		a.ticket.ResolvedAt = a.at
		a.ticket.ReopenableSince = a.at
		a.setWait(Wait{})
	case Open, Closed:
		a.setWait(Wait{})
	}
	switch {
	case to == Open:
		if !a.ticket.StoppedAt.IsZero() {
			paused := a.policy.Deadlines.WorkingTime(a.ticket.StoppedAt, a.at)
			a.ticket.Paused += paused
			a.ticket.CarriedDueAt = a.postponed(a.ticket.CarriedDueAt, paused)
			a.ticket.CarriedFirstResponseDueAt = a.postponed(a.ticket.CarriedFirstResponseDueAt, paused)
			a.ticket.StoppedAt = time.Time{}
		}
		a.setDeadlines()
	case a.ticket.StoppedAt.IsZero():
		a.ticket.StoppedAt = a.at
	}
	return nil
}

// setWait changes what the ticket waits for. If For changes, a new reminder can be sent.
func (a *act) setWait(wait Wait) {
	before := a.ticket.Wait
	if before != wait {
		a.record(WaitChanged{before, wait})
	}
	a.ticket.Wait = wait
	if before.For != wait.For {
		a.ticket.Reminded = false
	}
}
