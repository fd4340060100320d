package ticket

import "time"

// DeadlineKind says what is due at a deadline.
type DeadlineKind string

// The kinds of deadlines.
const (
	FirstResponseDeadline DeadlineKind = "first-response"
	ResolutionDeadline    DeadlineKind = "resolution"
)

// Deadline is an instant at which a first response or a resolution is due. The zero value means that nothing is due.
type Deadline struct {
	Kind DeadlineKind
	At   time.Time
}

// NextDeadline returns the earlier of the deadlines that the ticket has not met: the deadline for the resolution, and the
// deadline for the first response until a response is given. An attended ticket has none. The deadline of a waiting ticket
// moves when the wait ends, because its clock is stopped.
func (t Ticket) NextDeadline() Deadline {
	if t.Status.Attended() {
		return Deadline{}
	}
	firstResponse, resolution := Deadline{FirstResponseDeadline, t.FirstResponseDueAt}, Deadline{ResolutionDeadline, t.DueAt}
	switch {
	case !firstResponse.At.IsZero() && t.FirstRespondedAt.IsZero() && (resolution.At.IsZero() || firstResponse.At.Before(resolution.At)):
		return firstResponse
	case !resolution.At.IsZero():
		return resolution
	default:
		return Deadline{}
	}
}

// ShownDeadline returns the deadline that lists, exports and filters show as «Vence»: the next deadline, or the deadline for the
// resolution of an attended ticket. The zero time means none.
func (t Ticket) ShownDeadline() time.Time {
	if t.Status.Attended() {
		return t.DueAt
	}
	return t.NextDeadline().At
}

// IsOverdue reports whether a ticket is Vencido (H1): it is open, and its next deadline has passed at an instant. A ticket
// whose clock is stopped is never overdue.
func (t Ticket) IsOverdue(at time.Time) bool {
	next := t.NextDeadline()
	return t.Status == Open && !next.At.IsZero() && next.At.Before(at)
}

// isCountedOverdue reports whether the counters count a ticket as overdue: it is overdue, and check-deadlines has recorded it.
// Counters only change with a new version of a ticket, so they do not depend on the current time.
func (t Ticket) isCountedOverdue() bool {
	return t.Status == Open && (t.Overdue || t.FirstResponseOverdue && t.FirstRespondedAt.IsZero())
}

// FirstResponseState is the state of the first response in relation to its deadline.
type FirstResponseState string

// The states of the first response.
const (
	FirstResponsePending FirstResponseState = "unanswered" // not given, and not missed
	FirstResponseMet     FirstResponseState = "met"        // given in time, or without a deadline
	FirstResponseLate    FirstResponseState = "late"       // given after the deadline
	FirstResponseMissed  FirstResponseState = "missed"     // not given, deadline passed, and the deadline clock is running
)

// FirstResponse returns the state of the first response at an instant. Without a deadline it is never FirstResponseLate or
// FirstResponseMissed. A response that is missed makes the ticket overdue.
func (t Ticket) FirstResponse(at time.Time) FirstResponseState {
	due := t.FirstResponseDueAt
	switch {
	case !t.FirstRespondedAt.IsZero() && (due.IsZero() || !t.FirstRespondedAt.After(due)):
		return FirstResponseMet
	case !t.FirstRespondedAt.IsZero():
		return FirstResponseLate
	case t.Status == Open && !due.IsZero() && due.Before(at):
		return FirstResponseMissed
	default:
		return FirstResponsePending
	}
}

// WorkLeft returns the working time from an instant to the deadline for the resolution. If the deadline clock is stopped, it
// counts from the time when the clock was stopped. It returns zero if there is no deadline or the deadline has passed.
func (t Ticket) WorkLeft(p Policy, at time.Time) time.Duration {
	if t.DueAt.IsZero() {
		return 0
	}
	if !t.StoppedAt.IsZero() {
		at = t.StoppedAt
	}
	return p.Deadlines.WorkingTime(at, t.DueAt)
}

// ClockStopped returns the working time during which the deadline clock was stopped before the ticket was resolved, or until an
// instant if the ticket is En espera. If a ticket was reopened, the time while it was resolved counts. The last wait of a ticket
// that was closed without being resolved does not count, because the time of its closing is not stored.
func (t Ticket) ClockStopped(p Policy, at time.Time) time.Duration {
	if t.Status.Attended() {
		at = t.ResolvedAt
	}
	if t.StoppedAt.IsZero() || !t.StoppedAt.Before(at) {
		return t.Paused
	}
	return t.Paused + p.Deadlines.WorkingTime(t.StoppedAt, at)
}
