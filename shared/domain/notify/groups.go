package notify

import (
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// group selects the recipients of a mail among the people of a ticket. staff is true if the members get the mail as staff of
// the desk.
type group struct {
	staff   bool
	members func(People, ticket.Entry) []account.Person
}

// The groups of people who follow a ticket without working on it.
var (
	requester = group{members: func(p People, _ ticket.Entry) []account.Person { return []account.Person{p.Requester} }}
	// followers are the requester and the participants.
	followers = group{members: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat([]account.Person{p.Requester}, p.Participants)
	}}
	// newParticipant is the participant that the entry added, if they are still a participant.
	newParticipant = group{members: func(p People, e ticket.Entry) []account.Person {
		added, _ := ticket.FindEvent[ticket.ParticipantAdded](e)
		return withID(p.Participants, added.Participant.ID)
	}}
)

// The groups of staff. assigneeOrSupervisors is the assignee, or the supervisors if nobody is assigned. If the assignee is not
// available, it is the assignee and the supervisors.
var (
	assigneeOrSupervisors  = group{staff: true, members: func(p People, _ ticket.Entry) []account.Person { return assigneeOrSupervisorsOf(p) }}
	supervisors            = group{staff: true, members: func(p People, _ ticket.Entry) []account.Person { return p.Supervisors }}
	mentioned              = group{staff: true, members: func(p People, _ ticket.Entry) []account.Person { return p.Mentioned }}
	assigneeAndSupervisors = group{staff: true, members: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat(assigneeOrSupervisorsOf(p), p.Supervisors)
	}}
	administratorsAndSupervisors = group{staff: true, members: func(p People, _ ticket.Entry) []account.Person {
		return slices.Concat(p.Administrators, p.Supervisors)
	}}
	// supervisorsOfUnassigned are the supervisors if nobody is assigned, otherwise nobody.
	supervisorsOfUnassigned = group{staff: true, members: func(p People, _ ticket.Entry) []account.Person {
		if p.Assignee.ID != "" {
			return nil
		}
		return p.Supervisors
	}}
	// assisted is the assignee, if they are available and already were the assignee when a colleague acted. An entry can be
	// processed again after the ticket was assigned to somebody else.
	assisted = group{staff: true, members: func(p People, e ticket.Entry) []account.Person {
		if p.AssigneeUnavailable || p.AssignedIn > e.Version {
			return nil
		}
		return []account.Person{p.Assignee}
	}}
	// newAssignee is the agent to whom the entry assigned the ticket, if they are still the assignee.
	newAssignee = group{staff: true, members: func(p People, e ticket.Entry) []account.Person {
		assigned, _ := ticket.FindEvent[ticket.Assigned](e)
		return withID([]account.Person{p.Assignee}, assigned.To.ID)
	}}
)

func assigneeOrSupervisorsOf(p People) []account.Person {
	switch {
	case p.Assignee.ID == "":
		return p.Supervisors
	case p.AssigneeUnavailable:
		return append([]account.Person{p.Assignee}, p.Supervisors...)
	default:
		return []account.Person{p.Assignee}
	}
}

func withID(people []account.Person, id string) []account.Person {
	return slices.DeleteFunc(slices.Clone(people), func(p account.Person) bool { return p.ID != id })
}
