package ticket

import (
	"errors"
	"time"

	"mesa/shared/domain/account"
)

// What the rules refuse. The edge says it in the person's words.
var (
	// ErrForbidden refuses an act that is not the person's to do.
	ErrForbidden = errors.New("not this person's to do")
	// ErrClosed refuses a word on a Cerrado ticket (D6); a linked ticket can be opened.
	ErrClosed = errors.New("the ticket is closed")
	// ErrFull refuses a text that would make a conversation too long to be told in one answer.
	ErrFull = errors.New("the conversation is full")
	// ErrTransition refuses a status that cannot follow the present one.
	ErrTransition = errors.New("the status cannot follow")
	// ErrUnchanged refuses a change that changes nothing.
	ErrUnchanged = errors.New("nothing would change")
	// ErrStale refuses an act on a version that is not the last any more (D8).
	ErrStale = errors.New("the ticket has changed since it was read")
	// ErrRepeated refuses a request whose key was used: what it asked for is done.
	ErrRepeated = errors.New("the same request was made before")
	// ErrUploads refuses files that belong to somebody or something else.
	ErrUploads = errors.New("a file is not there to be taken")
)

// MaxTextSize is how much text a conversation may have, in bytes of HTML: it has to fit into one answer of a function, which is 6 MB
// at most, as JSON within JSON, where tags take up to five times as much.
const MaxTextSize = 1 << 20

// Policy is what the desk has settled about its tickets' lives; every number is a setting.
type Policy struct {
	Deadlines Deadlines
	// ReopenFor is how long after Atendido, or after the requester's last word, a ticket can be reopened, and after
	// which it becomes Cerrado (D6). Zero stands for 15 days.
	ReopenFor time.Duration
	// EscalateAfter is how much working time after a deadline passed its administrators are told; zero is never (D3).
	EscalateAfter time.Duration
	// RemindAfter is how long a ticket waits for its requester before they are reminded, once; zero is never.
	RemindAfter time.Duration
	// RateFor is how long a rating can be changed. Zero stands for 7 days.
	RateFor time.Duration
}

const (
	defaultReopenFor = 15 * 24 * time.Hour
	defaultRateFor   = 7 * 24 * time.Hour
)

func (p Policy) reopenFor() time.Duration {
	if p.ReopenFor == 0 {
		return defaultReopenFor
	}
	return p.ReopenFor
}

func (p Policy) rateFor() time.Duration {
	if p.RateFor == 0 {
		return defaultRateFor
	}
	return p.RateFor
}

// ClosesAt returns when a resolved ticket becomes Cerrado unless its requester speaks (D6); zero for others.
func (t Ticket) ClosesAt(p Policy) time.Time {
	if t.Status != Resolved {
		return time.Time{}
	}
	return t.QuietSince.Add(p.reopenFor())
}

// act is an act in the making: the ticket that becomes, and its entry.
type act struct {
	ticket Ticket
	entry  Entry
	policy Policy
	wait   Wait
	at     time.Time
}

// Write is what a person or the desk adds to a thread. ID is a ULID made at the edge; Body is sanitized there.
type Write struct {
	ID          string
	Body        string
	Attachments []Attachment
	// Mentions are whom a note mentions.
	Mentions []Ref
	At       time.Time
	// Wait is what the ticket waits for, where the act leaves it En espera. Whom: the requester unless it says otherwise.
	Wait Wait
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
	default: // a note or an event answers nobody
	}
	return &act{
		ticket: t, policy: p, wait: w.Wait, at: w.At,
		entry: Entry{ID: w.ID, Kind: kind, Author: author, Body: w.Body, Attachments: w.Attachments, At: w.At, Version: t.Version},
	}
}

func (a *act) done() (Ticket, Entry, error) {
	if a.entry.Body != "" && a.ticket.TextSize > MaxTextSize {
		return Ticket{}, Entry{}, ErrFull
	}
	return a.ticket, a.entry, nil
}

// record adds an event to the act's entry.
func (a *act) record(e Event) { a.entry.Events = append(a.entry.Events, e) }

// become changes the status and what hangs on it: the deadlines' clock stands still in En espera and Atendido.
func (a *act) become(to Status) error {
	from := a.ticket.Status
	if from == to {
		if to == Waiting && a.wait.For != AwaitsNobody {
			a.await(a.wait)
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
		a.await(a.wait)
	case Resolved:
		a.ticket.ResolvedAt = a.at
		a.ticket.QuietSince = a.at
		a.await(Wait{})
	case Open, Closed:
		a.await(Wait{})
	}
	switch {
	case to == Open:
		if !a.ticket.StoppedAt.IsZero() {
			a.ticket.Paused += a.policy.Deadlines.Worked(a.ticket.StoppedAt, a.at)
			a.ticket.StoppedAt = time.Time{}
		}
		a.setDeadlines()
	case a.ticket.StoppedAt.IsZero():
		a.ticket.StoppedAt = a.at
	}
	return nil
}

// await changes what the ticket waits for; a wait for somebody else is reminded of anew.
func (a *act) await(wait Wait) {
	before := a.ticket.Wait
	if before != wait {
		a.record(WaitChanged{before, wait})
	}
	a.ticket.Wait = wait
	if before.For != wait.For {
		a.ticket.Reminded = false
	}
}

// CanRead reports whether a person may read a ticket (C5): their own, those they take part in, their
// organization's where it shares, and staff all.
func CanRead(t Ticket, p account.Person) bool {
	if p.Role.IsStaff() {
		return true
	}
	if t.Requester.ID == p.ID || t.Participates(p.ID) {
		return true
	}
	own := t.Requester.Organization
	return own.Shares && p.Organization.Shares && own.ID != "" && own.ID == p.Organization.ID
}
