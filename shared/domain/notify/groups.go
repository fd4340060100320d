package notify

import (
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// group selects the recipients of a mail among the people of a ticket. staff is true if they receive it as staff of the desk.
type group struct {
	staff bool
	among func(People, ticket.Entry) []account.Person
}

// The groups of people who follow a ticket without working on it.
var (
	requester = group{among: func(p People, _ ticket.Entry) []account.Person { return []account.Person{p.Requester} }}
	// followers are the requester and the participants.
	followers = group{among: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat([]account.Person{p.Requester}, p.Participants)
	}}
	// newParticipant is the participant that the entry added, if they are still a participant.
	newParticipant = group{among: func(p People, e ticket.Entry) []account.Person {
		added, _ := ticket.FindEvent[ticket.ParticipantAdded](e)
		return withID(p.Participants, added.Participant.ID)
	}}
)

// The groups of staff who work on a ticket. attendant is the assignee, or the supervisors if nobody is assigned.
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
	// supervisorsOfUnassigned are the supervisors if nobody is assigned, otherwise nobody.
	supervisorsOfUnassigned = group{staff: true, among: func(p People, _ ticket.Entry) []account.Person {
		if p.Assignee.ID != "" {
			return nil
		}
		return p.Supervisors
	}}
	// newAssignee is the agent to whom the entry assigned the ticket, if they are still the assignee.
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
