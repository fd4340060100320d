package ticket

import (
	"slices"

	"mesa/shared/domain/account"
)

// Status is the status of a ticket (F1).
type Status string

// The statuses: Abierto, En espera, Atendido, Cerrado.
const (
	Open     Status = "open"
	Waiting  Status = "waiting"
	Resolved Status = "resolved"
	Closed   Status = "closed"
)

// Statuses returns all statuses, in the order in which a ticket usually has them.
func Statuses() []Status { return []Status{Open, Waiting, Resolved, Closed} }

// Actor is the kind of author who changes the status of a ticket.
type Actor string

// The actors: staff, people who are not staff, and the system. ActorRequester does not distinguish the ticket's requester from
// participants; the acts do.
const (
	ActorStaff     Actor = "staff"
	ActorRequester Actor = "requester"
	ActorClock     Actor = "clock"
)

// transitions lists the statuses to which each actor may change a ticket (F1; docs/life.md). A closed ticket cannot be
// reopened: the requester opens a new ticket that refers to it. A requester opens a waiting ticket only by a message, and a
// resolved ticket only during Policy.ReopenPeriod.
var transitions = map[Actor]map[Status][]Status{
	ActorStaff: {
		Open:     {Waiting, Resolved, Closed},
		Waiting:  {Open, Resolved, Closed},
		Resolved: {Open, Closed},
	},
	ActorRequester: {
		Open:     {Closed},
		Waiting:  {Open, Closed},
		Resolved: {Open, Closed},
	},
	ActorClock: {
		Resolved: {Closed},
	},
}

// CanBecome reports whether an actor may change the status to another one (F1).
func (s Status) CanBecome(to Status, by Actor) bool {
	return slices.Contains(transitions[by][s], to)
}

// ActorOf returns the actor for an author.
func ActorOf(author Author) Actor {
	switch author.Role {
	case System:
		return ActorClock
	case account.Requester:
		return ActorRequester
	case account.Agent, account.Supervisor, account.Admin:
	}
	return ActorStaff
}

// AwaitsRequester reports whether the ticket waits for its requester (F2).
func (t Ticket) AwaitsRequester() bool { return t.Status == Waiting && t.Wait.For == AwaitsRequester }

// Attended reports whether a ticket in this status is resolved or closed, so that the desk has no more work with it.
func (s Status) Attended() bool { return s == Resolved || s == Closed }

// Valid reports whether s is one of the statuses.
func (s Status) Valid() bool { return s == Open || s == Waiting || s == Resolved || s == Closed }

// Priority is the urgency of a ticket (D2).
type Priority string

// The priorities: «Sin valorar», ALTA 1, MEDIA 2, BAJA 3.
const (
	NoPriority Priority = ""
	High       Priority = "high"
	Medium     Priority = "medium"
	Low        Priority = "low"
)

// Valid reports whether p is one of the priorities.
func (p Priority) Valid() bool { return p == NoPriority || p == High || p == Medium || p == Low }

// isMoreUrgentThan compares priorities. NoPriority is the least urgent.
func (p Priority) isMoreUrgentThan(q Priority) bool {
	order := []Priority{High, Medium, Low, NoPriority}
	return slices.Index(order, p) < slices.Index(order, q)
}

// Awaited says for whom a ticket waits.
type Awaited string

// The people for whom a ticket can wait. A message of the requester ends a wait for the requester, but not a wait for a third
// party.
const (
	AwaitsNobody     Awaited = ""
	AwaitsRequester  Awaited = "requester"
	AwaitsThirdParty Awaited = "third-party"
)

// Valid reports whether a is the requester or a third party.
func (a Awaited) Valid() bool { return a == AwaitsRequester || a == AwaitsThirdParty }

// Wait says for whom and for what a ticket En espera waits. An agent writes the reason, and requesters can read it (F2).
type Wait struct {
	For    Awaited `json:"for"`
	Reason string  `json:"reason"`
}
