package ticket

import "slices"

// Status is where a ticket stands in its life (product.md, Words).
type Status string

// The statuses: Abierto, En espera, Atendido, Cerrado.
const (
	Open     Status = "open"
	Waiting  Status = "waiting"
	Resolved Status = "resolved"
	Closed   Status = "closed"
)

// Statuses returns every status in the order of a ticket's life.
func Statuses() []Status { return []Status{Open, Waiting, Resolved, Closed} }

// transitions is the whole table of D4 and D6: what staff may make of a ticket in each status. Closed is final; who still
// has the problem opens a linked ticket.
var transitions = map[Status][]Status{
	Open:     {Waiting, Resolved, Closed},
	Waiting:  {Open, Resolved, Closed},
	Resolved: {Open, Closed},
}

// CanBecome reports whether a ticket may go from one status to another (D4, D6).
func (s Status) CanBecome(to Status) bool {
	return slices.Contains(transitions[s], to)
}

// Attended reports whether nobody has work to do on a ticket of the status.
func (s Status) Attended() bool { return s == Resolved || s == Closed }

// Valid reports whether s is a status.
func (s Status) Valid() bool { return s == Open || s == Waiting || s == Resolved || s == Closed }

// Priority is how severe a ticket is (D2). The zero value is a ticket that nobody has weighed yet.
type Priority string

// The priorities: ALTA 1, MEDIA 2, BAJA 3, «Sin valorar».
const (
	Unweighed Priority = ""
	High      Priority = "high"
	Medium    Priority = "medium"
	Low       Priority = "low"
)

// Valid reports whether p is a priority or none.
func (p Priority) Valid() bool { return p == Unweighed || p == High || p == Medium || p == Low }
