package settings

import (
	"cmp"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// Names replaces the stored names of topics, teams and departments with their current names in one reader's language (E1),
// and the stored attributes of people and organizations with their current ones (A6). Tickets and entries store the names at the
// time of the act, in Spanish. The stored name is shown if the desk no longer has the topic, department, organization or person.
// Entries name people as they were named then. Parties must be added by WithParties.
type Names struct {
	config   Configuration
	language locale.Language
	parties  Parties
}

// Parties holds the current organizations and people that tickets name, by identifier.
type Parties struct {
	Organizations map[string]account.Organization
	People        map[string]account.Person
}

// Names returns the names in a language.
func (c Configuration) Names(language locale.Language) Names {
	return Names{config: c, language: language}
}

// WithParties returns names that also replace the attributes of these organizations and people.
func (n Names) WithParties(parties Parties) Names {
	n.parties = parties
	return n
}

// Ticket returns the ticket with the names in the reader's language.
func (n Names) Ticket(t ticket.Ticket) ticket.Ticket {
	t.Topic, t.Department = n.topic(t.Topic), n.department(t.Department)
	t.Requester = n.parties.Requester(t.Requester)
	t.Assignee.Name = n.parties.personName(t.Assignee.ID, t.Assignee.Name)
	t.Participants = slices.Clone(t.Participants)
	for i, p := range t.Participants {
		t.Participants[i].Name = n.parties.personName(p.ID, p.Name)
		t.Participants[i].Organization.Name = n.parties.organizationName(p.Organization.ID, p.Organization.Name)
	}
	return t
}

// Requester returns a requester with their current name, e-mail address, telephone and language. The organization remains that of
// the ticket, which determines who may read it, with its current name.
func (p Parties) Requester(r ticket.Requester) ticket.Requester {
	r.Organization.Name = p.organizationName(r.Organization.ID, r.Organization.Name)
	if person, known := p.People[r.ID]; known {
		r.Name, r.Email, r.Phone, r.Language = person.Name, person.Email, person.Phone, person.Language
	}
	return r
}

// IsFormerMember reports whether a requester has left the organization for which they opened the ticket.
func (n Names) IsFormerMember(r ticket.Requester) bool {
	person, known := n.parties.People[r.ID]
	return known && person.Organization.ID != r.Organization.ID
}

func (p Parties) personName(id, stored string) string { return cmp.Or(p.People[id].Name, stored) }

func (p Parties) organizationName(id, stored string) string {
	return cmp.Or(p.Organizations[id].Name, stored)
}

// Entry returns the entry with the names in its events in the reader's language.
func (n Names) Entry(e ticket.Entry) ticket.Entry {
	e.Events = slices.Clone(e.Events)
	for i, event := range e.Events {
		switch event := event.(type) {
		case ticket.TopicChanged:
			e.Events[i] = ticket.TopicChanged{From: n.topic(event.From), To: n.topic(event.To)}
		case ticket.DepartmentChanged:
			e.Events[i] = ticket.DepartmentChanged{From: n.department(event.From), To: n.department(event.To)}
		case ticket.Routed:
			e.Events[i] = ticket.Routed{Explanation: n.Explanation(event.Explanation)}
		case ticket.Opened, ticket.Commented, ticket.Responded, ticket.Noted, ticket.Copied, ticket.StatusChanged, ticket.PrioritySet, ticket.Assigned,
			ticket.DeadlineMoved, ticket.FirstResponseDeadlineMoved, ticket.WaitChanged, ticket.Rated, ticket.Tagged, ticket.FieldChanged,
			ticket.ParticipantAdded, ticket.ParticipantRemoved, ticket.LinkChanged, ticket.MergedInto, ticket.MergedFrom, ticket.MergeIntoUndone,
			ticket.MergeFromUndone, ticket.SplitInto, ticket.SplitFrom, ticket.DueSoon, ticket.Overdue, ticket.Escalated, ticket.FirstResponseDueSoon,
			ticket.FirstResponseOverdue, ticket.Reminded, ticket.ClosedByTime: // these events contain no names of topics and departments
		}
	}
	return e
}

// Explanation returns the explanation with the names of the topic, the team and the department in the reader's language.
func (n Names) Explanation(e routing.Explanation) routing.Explanation {
	if topic, known := n.config.Topic(e.TopicID); known {
		e.Plan = cmp.Or(topic.Name.In(n.language), e.Plan)
	}
	if team, known := n.config.Team(e.TeamID); known {
		e.Group = cmp.Or(team.Name.In(n.language), e.Group)
	}
	if department, known := n.config.Department(e.DepartmentID); known {
		e.Group = cmp.Or(department.Name.In(n.language), e.Group)
	}
	return e
}

// Entity returns the name of the entity with the given code, or the code itself if the desk no longer has the entity.
func (n Names) Entity(id string) string {
	entity, _ := n.config.Entity(id)
	return cmp.Or(entity.Name.In(n.language), id)
}

func (n Names) topic(ref ticket.Ref) ticket.Ref {
	if topic, known := n.config.Topic(ref.ID); known {
		ref.Name = cmp.Or(topic.Name.In(n.language), ref.Name)
	}
	return ref
}

func (n Names) department(ref ticket.Ref) ticket.Ref {
	if department, known := n.config.Department(ref.ID); known {
		ref.Name = cmp.Or(department.Name.In(n.language), ref.Name)
	}
	return ref
}
