package ticket

import (
	"errors"
	"time"

	"mesa/shared/account"
)

// What the rules refuse. The edge says it in the person's words.
var (
	// ErrForbidden refuses an act that is not the person's to do.
	ErrForbidden = errors.New("not this person's to do")
	// ErrClosed refuses a word on a Cerrado ticket (D6); a linked ticket can be opened.
	ErrClosed = errors.New("the ticket is closed")
	// ErrTransition refuses a status that cannot follow the present one.
	ErrTransition = errors.New("the status cannot follow")
	// ErrNothing refuses a change that changes nothing.
	ErrNothing = errors.New("nothing would change")
	// ErrStale refuses an act on a version that is not the last any more (D8).
	ErrStale = errors.New("the ticket has changed since it was read")
	// ErrRepeated refuses a request whose key was used: what it asked for is done.
	ErrRepeated = errors.New("the same request was made before")
	// ErrUploads refuses files that belong to somebody or something else.
	ErrUploads = errors.New("a file is not there to be taken")
)

// Deadlines is the desk's calendar and targets (D3). Durations are working time.
type Deadlines interface {
	// Due returns when a ticket opened at opened, whose clock has stood still for paused, is due; zero without a deadline.
	Due(p Priority, opened time.Time, paused time.Duration) time.Time
	// Warn returns when to warn of a deadline.
	Warn(opened, due time.Time) time.Time
	// Worked returns the working time between two instants.
	Worked(from, to time.Time) time.Duration
}

// Policy is what the desk has settled about its tickets' lives; every number is a setting.
type Policy struct {
	Deadlines Deadlines
	// ReopenFor is how long after Atendido, or after the requester's last word, a ticket can be reopened, and after
	// which it becomes Cerrado (D6). Zero stands for 15 days.
	ReopenFor time.Duration
}

const defaultReopenFor = 15 * 24 * time.Hour

func (p Policy) reopenFor() time.Duration {
	if p.ReopenFor == 0 {
		return defaultReopenFor
	}
	return p.ReopenFor
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
	at     time.Time
}

// Write is what a person or the desk adds to a thread. ID is a ULID made at the edge; Body is sanitized there.
type Write struct {
	ID          string
	Body        string
	Attachments []Attachment
	At          time.Time
}

func begin(t Ticket, author Author, kind Kind, w Write, p Policy) *act {
	t.Version++
	t.UpdatedAt = w.At
	return &act{
		ticket: t, policy: p, at: w.At,
		entry: Entry{ID: w.ID, Kind: kind, Author: author, Body: w.Body, Attachments: w.Attachments, At: w.At, Version: t.Version},
	}
}

func (a *act) done() (Ticket, Entry, error) { return a.ticket, a.entry, nil }

func (a *act) note(c Change) {
	if c.From != c.To || c.FromID != c.ToID {
		a.entry.Changes = append(a.entry.Changes, c)
	}
}

// become changes the status and what hangs on it: the deadline's clock stands still in En espera and Atendido.
func (a *act) become(to Status) error {
	from := a.ticket.Status
	if from == to {
		return nil
	}
	if !from.CanBecome(to) {
		return ErrTransition
	}
	a.note(Change{Field: StatusField, From: string(from), To: string(to)})
	a.ticket.Status = to
	if to == Resolved {
		a.ticket.ResolvedAt = a.at
		a.ticket.QuietSince = a.at
	}
	switch {
	case to == Open:
		if !a.ticket.StoppedAt.IsZero() {
			a.ticket.Paused += a.policy.Deadlines.Worked(a.ticket.StoppedAt, a.at)
			a.ticket.StoppedAt = time.Time{}
		}
		a.setDue()
	case a.ticket.StoppedAt.IsZero():
		a.ticket.StoppedAt = a.at
	}
	return nil
}

// setDue recomputes the deadline; a deadline that moved is warned of anew (D3).
func (a *act) setDue() {
	due := time.Time{}
	if a.ticket.Priority != Unweighed {
		due = a.policy.Deadlines.Due(a.ticket.Priority, a.ticket.CreatedAt, a.ticket.Paused)
	}
	if due.Equal(a.ticket.DueAt) {
		return
	}
	a.note(Change{Field: DueField, From: instant(a.ticket.DueAt), To: instant(due)})
	a.ticket.DueAt = due
	a.ticket.Warned = false
	a.ticket.Overdue = false
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// CanRead reports whether a person may read a ticket (C5): their own, their organization's where it shares, and staff all.
func CanRead(t Ticket, p account.Person) bool {
	if p.Role.IsStaff() {
		return true
	}
	if t.Requester.ID == p.ID {
		return true
	}
	own := t.Requester.Organization
	return own.Shares && p.Organization.Shares && own.ID != "" && own.ID == p.Organization.ID
}

// CanSee reports whether a person who reads a ticket sees an entry of it: notes are for staff (C5).
func CanSee(e Entry, p account.Person) bool { return e.Kind != Note || p.Role.IsStaff() }
