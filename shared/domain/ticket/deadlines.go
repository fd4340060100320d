package ticket

import "time"

// Deadlines is the desk's calendar and targets (D3). Durations are working time.
type Deadlines interface {
	// Due returns when a ticket opened at opened, whose clock has stood still for paused, is to be resolved; zero without a deadline.
	Due(p Priority, opened time.Time, paused time.Duration) time.Time
	// FirstAnswer is Due for the first answer to its requester. An unweighed ticket may have one too.
	FirstAnswer(p Priority, opened time.Time, paused time.Duration) time.Time
	// Warn returns when to warn of a deadline. The time paused is no part of what has passed.
	Warn(opened, due time.Time, paused time.Duration) time.Time
	// Worked returns the working time between two instants.
	Worked(from, to time.Time) time.Duration
	// Add returns the instant so much working time after another.
	Add(from time.Time, worked time.Duration) time.Time
}

// setDeadlines recomputes both deadlines by the calendar and the targets as they are now (D3): when the priority or the
// topic changes, and when the clock goes on. A deadline that moved is told of anew; one that was met stays.
func (a *act) setDeadlines() {
	t := &a.ticket
	due := time.Time{}
	if t.Priority != NoPriority {
		due = a.policy.Deadlines.Due(t.Priority, t.CreatedAt, t.Paused)
	}
	if !due.Equal(t.DueAt) {
		a.record(DeadlineMoved{t.DueAt, due})
		t.DueAt = due
		t.Warned, t.Overdue, t.Escalated = false, false, false
	}
	if !t.FirstAnsweredAt.IsZero() {
		return
	}
	first := a.policy.Deadlines.FirstAnswer(t.Priority, t.CreatedAt, t.Paused)
	if !first.Equal(t.FirstAnswerDueAt) {
		a.record(FirstAnswerDeadlineMoved{t.FirstAnswerDueAt, first})
		t.FirstAnswerDueAt = first
		t.FirstAnswerWarned, t.FirstAnswerOverdue = false, false
	}
}

// AlarmKind is what the desk's clock next has to do about a ticket.
type AlarmKind string

// The alarms: warn before a deadline and tell that it passed, of the resolution and of the first answer; tell the
// administrators of one that was passed long ago; remind the requester of what is waited for; close.
const (
	NoAlarm        AlarmKind = ""
	WarnAlarm      AlarmKind = "warn"
	DueAlarm       AlarmKind = "due"
	EscalateAlarm  AlarmKind = "escalate"
	FirstWarnAlarm AlarmKind = "first-warn"
	FirstDueAlarm  AlarmKind = "first-due"
	RemindAlarm    AlarmKind = "remind"
	CloseAlarm     AlarmKind = "close"
)

// Alarm is what the desk's clock has to do about a ticket next, and when.
type Alarm struct {
	Kind AlarmKind
	At   time.Time
}

// Alarm returns the ticket's next alarm. While its clock stands still no deadline has any (D3, D6).
func (t Ticket) Alarm(p Policy) Alarm {
	switch t.Status {
	case Open:
		return earlier(t.resolutionAlarm(p), t.firstAnswerAlarm(p))
	case Waiting:
		if p.RemindAfter == 0 || t.Reminded || t.Wait.For == AwaitsThirdParty || t.StoppedAt.IsZero() {
			return Alarm{}
		}
		return Alarm{Kind: RemindAlarm, At: t.StoppedAt.Add(p.RemindAfter)}
	case Resolved:
		return Alarm{Kind: CloseAlarm, At: t.ClosesAt(p)}
	case Closed:
	}
	return Alarm{}
}

func earlier(a, b Alarm) Alarm {
	if a.Kind == NoAlarm || b.Kind != NoAlarm && b.At.Before(a.At) {
		return b
	}
	return a
}

func (t Ticket) resolutionAlarm(p Policy) Alarm {
	switch {
	case t.DueAt.IsZero():
		return Alarm{}
	case t.Overdue:
		if t.Escalated || p.EscalateAfter == 0 {
			return Alarm{}
		}
		return Alarm{Kind: EscalateAlarm, At: p.Deadlines.Add(t.DueAt, p.EscalateAfter)}
	case t.Warned:
		return Alarm{Kind: DueAlarm, At: t.DueAt}
	default:
		return Alarm{Kind: WarnAlarm, At: p.Deadlines.Warn(t.CreatedAt, t.DueAt, t.Paused)}
	}
}

func (t Ticket) firstAnswerAlarm(p Policy) Alarm {
	switch {
	case t.FirstAnswerDueAt.IsZero() || !t.FirstAnsweredAt.IsZero() || t.FirstAnswerOverdue:
		return Alarm{}
	case t.FirstAnswerWarned:
		return Alarm{Kind: FirstDueAlarm, At: t.FirstAnswerDueAt}
	default:
		return Alarm{Kind: FirstWarnAlarm, At: p.Deadlines.Warn(t.CreatedAt, t.FirstAnswerDueAt, t.Paused)}
	}
}

// RunAlarm does what the clock has to do about an open or waiting ticket, and notes that it was done: each notice is given once
// for a deadline (D3). It refuses with ErrUnchanged where there is nothing to say at that instant.
func RunAlarm(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	alarm := t.Alarm(p)
	if alarm.Kind == NoAlarm || alarm.Kind == CloseAlarm || alarm.At.After(w.At) {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	a := begin(t, Desk, EventEntry, w, p)
	a.ticket.UpdatedAt = t.UpdatedAt // only people's acts count as activity
	switch alarm.Kind {
	case WarnAlarm, DueAlarm:
		a.ticket.Warned = true
		if t.DueAt.After(w.At) {
			a.record(DueSoon{t.DueAt})
		} else {
			a.ticket.Overdue = true
			a.record(Overdue{t.DueAt})
		}
	case FirstWarnAlarm, FirstDueAlarm:
		a.ticket.FirstAnswerWarned = true
		if t.FirstAnswerDueAt.After(w.At) {
			a.record(FirstAnswerDueSoon{t.FirstAnswerDueAt})
		} else {
			a.ticket.FirstAnswerOverdue = true
			a.record(FirstAnswerOverdue{t.FirstAnswerDueAt})
		}
	case EscalateAlarm:
		a.ticket.Escalated = true
		a.record(Escalated{t.DueAt})
	case RemindAlarm:
		a.ticket.Reminded = true
		a.record(Reminded{t.StoppedAt})
	case NoAlarm, CloseAlarm:
	}
	return a.done()
}

// FirstAnswerState is how a ticket stands with the deadline of its first answer.
type FirstAnswerState string

// The states: still to come, met in time, given late, and not given though it was due.
const (
	FirstAnswerToCome FirstAnswerState = "unanswered"
	FirstAnswerMet    FirstAnswerState = "met"
	FirstAnswerLate   FirstAnswerState = "late"
	FirstAnswerMissed FirstAnswerState = "missed"
)

// FirstAnswer returns how the ticket stands with its first answer at an instant; what has no deadline is never late. While
// the clock stands still the instant is when it stopped.
func (t Ticket) FirstAnswer(at time.Time) FirstAnswerState {
	if !t.StoppedAt.IsZero() && t.StoppedAt.Before(at) {
		at = t.StoppedAt
	}
	due := t.FirstAnswerDueAt
	switch {
	case !t.FirstAnsweredAt.IsZero() && (due.IsZero() || !t.FirstAnsweredAt.After(due)):
		return FirstAnswerMet
	case !t.FirstAnsweredAt.IsZero():
		return FirstAnswerLate
	case !due.IsZero() && due.Before(at):
		return FirstAnswerMissed
	default:
		return FirstAnswerToCome
	}
}

// WorkLeft returns the working time that is left until the resolution is due: none without a deadline, or when it has
// passed. While the clock stands still it is what was left when it stopped.
func (t Ticket) WorkLeft(p Policy, at time.Time) time.Duration {
	if t.DueAt.IsZero() {
		return 0
	}
	if !t.StoppedAt.IsZero() {
		at = t.StoppedAt
	}
	return p.Deadlines.Worked(at, t.DueAt)
}
