package ticket

import (
	"slices"

	"mesa/shared/domain/account"
)

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

// Actor is who takes a ticket from one status to another.
type Actor string

// The movers: who works at the desk, whom the ticket is for, and the desk's own clock.
const (
	ActorStaff     Actor = "staff"
	ActorRequester Actor = "requester"
	ActorClock     Actor = "clock"
)

// transitions is the whole table of D3, D4 and D6, which docs/life.md shows. Closed is final; who still has the problem
// opens a linked ticket. A requester takes a ticket from En espera to Abierto with the message that was waited for, and from
// Atendido to Abierto only while it can be reopened.
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

// CanBecome reports whether a mover may take a ticket from one status to another (D4, D6).
func (s Status) CanBecome(to Status, by Actor) bool {
	return slices.Contains(transitions[by][s], to)
}

// ActorOf returns what an author is to a ticket's status.
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

// Attended reports whether nobody has work to do on a ticket of the status.
func (s Status) Attended() bool { return s == Resolved || s == Closed }

// Valid reports whether s is a status.
func (s Status) Valid() bool { return s == Open || s == Waiting || s == Resolved || s == Closed }

// Priority is how severe a ticket is (D2). The zero value is a ticket that nobody has weighed yet.
type Priority string

// The priorities: ALTA 1, MEDIA 2, BAJA 3, «Sin valorar».
const (
	NoPriority Priority = ""
	High       Priority = "high"
	Medium     Priority = "medium"
	Low        Priority = "low"
)

// Valid reports whether p is a priority or none.
func (p Priority) Valid() bool { return p == NoPriority || p == High || p == Medium || p == Low }

// Awaited is whom a ticket En espera waits for. The zero value is a ticket that waits for nobody.
type Awaited string

// Those who can be waited for. A message of the requester ends a wait for them, not one for a third party.
const (
	AwaitsNobody     Awaited = ""
	AwaitsRequester  Awaited = "requester"
	AwaitsThirdParty Awaited = "third-party"
)

// Valid reports whether a names somebody who can be waited for.
func (a Awaited) Valid() bool { return a == AwaitsRequester || a == AwaitsThirdParty }

// Wait is what a ticket En espera waits for: whom, and in plain words what, which its requester reads too.
type Wait struct {
	For    Awaited `json:"for"`
	Reason string  `json:"reason"`
}
