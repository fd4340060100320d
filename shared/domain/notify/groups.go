package notify

import (
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// group is who gets a mail among the people of a ticket, and whether they do because they work at the desk.
type group struct {
	staff bool
	among func(People, ticket.Entry) []account.Person
}

// Those who follow a ticket from outside the desk's work.
var (
	requester = group{among: func(p People, _ ticket.Entry) []account.Person { return []account.Person{p.Requester} }}
	// followers are the requester and the participants.
	followers = group{among: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat([]account.Person{p.Requester}, p.Participants)
	}}
	// newParticipant is whom the entry added, if they still take part.
	newParticipant = group{among: func(p People, e ticket.Entry) []account.Person {
		added, _ := ticket.FindEvent[ticket.ParticipantAdded](e)
		return withID(p.Participants, added.Participant.ID)
	}}
)

// Those who work on a ticket. Its attendant is the assignee, or its supervisors while nobody is assigned.
var (
	attendant               = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person { return attendantOf(p) }}
	supervisors             = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person { return p.Supervisors }}
	mentioned               = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person { return p.Mentioned }}
	attendantAndSupervisors = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat(attendantOf(p), p.Supervisors)
	}}
	administratorsAndSupervisors = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat(p.Administrators, p.Supervisors)
	}}
	// supervisorsOfUnassigned are the supervisors while nobody is assigned; else nobody.
	supervisorsOfUnassigned = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person {
		if p.Assignee.ID != "" {
			return nil
		}
		return p.Supervisors
	}}
	// newAssignee is whom the entry assigned, if they still are.
	newAssignee = group{staff: true, among: func(p People, e ticket.Entry) []account.Person {
		assigned, _ := ticket.FindEvent[ticket.Assigned](e)
		return withID([]account.Person{p.Assignee}, assigned.To.ID)
	}}
)

func attendantOf(p People) []account.Person {
	if p.Assignee.ID == "" {
		return p.Supervisors
	}
	return []account.Person{p.Assignee}
}

func withID(people []account.Person, id string) []account.Person {
	return slices.DeleteFunc(slices.Clone(people), func(p account.Person) bool { return p.ID != id })
}
