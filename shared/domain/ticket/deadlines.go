package ticket

import "time"

// Deadlines computes deadlines from the calendar and the targets in the settings (D3, F5). All durations are working time.
type Deadlines interface {
	// Due returns the deadline for the resolution of a ticket, or the zero time if it has none. paused is the working time
	// during which its deadline clock was stopped.
	Due(p Priority, opened time.Time, paused time.Duration) time.Time
	// FirstResponse returns the deadline for the first response, or the zero time if there is none. Tickets without a priority
	// can have this deadline too.
	FirstResponse(p Priority, opened time.Time, paused time.Duration) time.Time
	// WarningAt returns the instant at which to warn of a deadline.
	WarningAt(opened, due time.Time, paused time.Duration) time.Time
	// WorkingTime returns the working time between two instants.
	WorkingTime(from, to time.Time) time.Duration
	// Add returns the instant that follows another by the given working time.
	Add(from time.Time, worked time.Duration) time.Time
	// AddDays returns the instant that follows another by the given number of business days.
	AddDays(from time.Time, days int) time.Time
	// NextOpening returns at if it is within working time, otherwise the start of the next working time.
	NextOpening(at time.Time) time.Time
}

// setDeadlines computes both deadlines with the current settings (D3, F8). It is called when the priority or the topic changes,
// and when the status becomes open. The notices of a deadline that moves can be sent again. The deadline of a first response
// that was already given does not move.
func (a *act) setDeadlines() {
	t := &a.ticket
	due := time.Time{}
	if t.Priority != NoPriority {
		due = a.policy.Deadlines.Due(t.Priority, t.CreatedAt, t.Paused)
	}
	if !due.IsZero() && isEarlier(t.CarriedDueAt, due) {
		due = t.CarriedDueAt
	}
	if !due.Equal(t.DueAt) {
		a.record(DeadlineMoved{t.DueAt, due})
		t.DueAt = due
		t.Warned, t.Overdue, t.Escalated = false, false, false
	}
	if !t.FirstRespondedAt.IsZero() {
		return
	}
	first := a.policy.Deadlines.FirstResponse(t.Priority, t.CreatedAt, t.Paused)
	if !first.IsZero() && isEarlier(t.CarriedFirstResponseDueAt, first) {
		first = t.CarriedFirstResponseDueAt
	}
	if !first.Equal(t.FirstResponseDueAt) {
		a.record(FirstResponseDeadlineMoved{t.FirstResponseDueAt, first})
		t.FirstResponseDueAt = first
		t.FirstResponseWarned, t.FirstResponseOverdue = false, false
	}
}

// AlarmKind is the kind of action that check-deadlines or close-resolved performs on a ticket.
type AlarmKind string

// The kinds of alarms.
const (
	NoAlarm        AlarmKind = ""
	WarnAlarm      AlarmKind = "warn"       // warns before the deadline for the resolution
	DueAlarm       AlarmKind = "due"        // reports that the deadline for the resolution has passed
	EscalateAlarm  AlarmKind = "escalate"   // escalates when Policy.EscalateAfter has passed since the resolution was due
	FirstWarnAlarm AlarmKind = "first-warn" // warns before the deadline for the first response
	FirstDueAlarm  AlarmKind = "first-due"  // reports that the deadline for the first response has passed
	RemindAlarm    AlarmKind = "remind"     // reminds the requester that the ticket waits for them
	CloseAlarm     AlarmKind = "close"      // closes a resolved ticket
)

// Alarm is the next action of check-deadlines or close-resolved on a ticket, and its time.
type Alarm struct {
	Kind AlarmKind
	At   time.Time
}

// Alarm returns the ticket's next alarm. While the deadline clock is stopped, deadlines cause no alarm (D3, D6).
func (t Ticket) Alarm(p Policy) Alarm {
	switch t.Status {
	case Open:
		return earlierAlarm(t.resolutionAlarm(p), t.firstResponseAlarm(p))
	case Waiting:
		if p.RemindDays == 0 || t.Reminded || t.Wait.For == AwaitsThirdParty || t.StoppedAt.IsZero() {
			return Alarm{}
		}
		return Alarm{Kind: RemindAlarm, At: p.Deadlines.AddDays(t.StoppedAt, p.RemindDays)}
	case Resolved:
		return Alarm{Kind: CloseAlarm, At: t.ClosesAt(p)}
	case Closed:
	}
	return Alarm{}
}

func earlierAlarm(a, b Alarm) Alarm {
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
		return Alarm{Kind: WarnAlarm, At: p.Deadlines.WarningAt(t.CreatedAt, t.DueAt, t.Paused)}
	}
}

func (t Ticket) firstResponseAlarm(p Policy) Alarm {
	switch {
	case t.FirstResponseDueAt.IsZero() || !t.FirstRespondedAt.IsZero() || t.FirstResponseOverdue:
		return Alarm{}
	case t.FirstResponseWarned:
		return Alarm{Kind: FirstDueAlarm, At: t.FirstResponseDueAt}
	default:
		return Alarm{Kind: FirstWarnAlarm, At: p.Deadlines.WarningAt(t.CreatedAt, t.FirstResponseDueAt, t.Paused)}
	}
}

// RunAlarm records the notice of an open or waiting ticket whose alarm is due. Each notice is recorded once per deadline (F6).
// If the deadline has passed before its warning was recorded, only the overdue notice is recorded. RunAlarm returns
// ErrUnchanged if no alarm is due.
func RunAlarm(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	alarm := t.Alarm(p)
	if alarm.Kind == NoAlarm || alarm.Kind == CloseAlarm || alarm.At.After(w.At) {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	a := begin(t, SystemAuthor, EventEntry, w, p)
	a.ticket.UpdatedAt = t.UpdatedAt // only acts of people count as activity
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
		a.ticket.FirstResponseWarned = true
		if t.FirstResponseDueAt.After(w.At) {
			a.record(FirstResponseDueSoon{t.FirstResponseDueAt})
		} else {
			a.ticket.FirstResponseOverdue = true
			a.record(FirstResponseOverdue{t.FirstResponseDueAt})
		}
	case EscalateAlarm:
		a.ticket.Escalated = true
		a.record(Escalated{t.DueAt})
	case RemindAlarm:
		a.ticket.Reminded = true
		a.record(Reminded{t.StoppedAt})
	case NoAlarm, CloseAlarm:
	}
	return a.result()
}
