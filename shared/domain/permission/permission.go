// Package permission contains the table of who may do what (A9). Each permission is given to roles, for the objects to which the
// person has one of some relations. docs/permissions.md is generated from the table.
//
// The package does not know tickets or other objects: their packages determine the relations of a person to them. It also does not
// know their state, such as a closed ticket, which the rules of the objects check.
package permission

import (
	"slices"

	"mesa/shared/domain/account"
)

// Permission identifies what a person may do, such as RateTicket.
type Permission string

// Relations is a set of relations between a person and an object. The zero value contains no relation.
type Relations uint16

// The relations. Of a ticket, the owner is its requester. Of other objects, the owner is the author, or the person whose object it
// is.
const (
	// Anyone is the relation of every person to every object. Allows adds it.
	Anyone Relations = 1 << iota
	// Owner is the relation to the person's own object.
	Owner
	// Participant is the relation of a participant to a ticket (G4).
	Participant
	// Colleague is the relation to a ticket whose requester is in the person's organization.
	Colleague
	// Sharing is the relation of a colleague if the organization shares its tickets (C5).
	Sharing
	// Member is the relation to an object of one of the person's departments.
	Member
)

// names are the names of the relations in docs/permissions.md, in the order of the constants.
var names = []string{"anyone", "owner", "participant", "colleague", "sharing organization", "member of the department"}

// Names returns the names of the relations in the set.
func (r Relations) Names() []string {
	var found []string
	for i, name := range names {
		if r&(1<<i) != 0 {
			found = append(found, name)
		}
	}
	return found
}

// With returns the set with the relation added if the person has it.
func (r Relations) With(relation Relations, has bool) Relations {
	if has {
		return r | relation
	}
	return r
}

// Rule is a row of the table: for each role the relations with which a person of the role has the permission. A person with several
// relations needs only one of them. No relation means that the role never has the permission.
type Rule struct {
	Permission Permission
	// Meaning completes the sentence «The person may …», for docs/permissions.md.
	Meaning                             string
	Requester, Agent, Supervisor, Admin Relations
}

// For returns the relations with which a person of a role has the permission.
func (r Rule) For(role account.Role) Relations {
	switch role {
	case account.Requester:
		return r.Requester
	case account.Agent:
		return r.Agent
	case account.Supervisor:
		return r.Supervisor
	case account.Admin:
		return r.Admin
	}
	return 0
}

// Allows reports whether a person of a role has a permission for an object to which they have the given relations. Without an
// object, there are no relations. A role that is not in the table has no permission, also the role of a visitor, which is empty. It
// panics if the permission is not in the table.
func Allows(p Permission, role account.Role, relations Relations) bool {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.Permission == p })
	if i < 0 {
		panic("no rule for the permission " + string(p))
	}
	return rules[i].For(role)&(relations|Anyone) != 0
}

// SeesQueueOf reports whether a person may see the queue of a department.
func SeesQueueOf(departmentID string, by account.Person) bool {
	return Allows(SeeQueue, by.Role, InDepartment(departmentID, by))
}

// InDepartment returns the relations of a person to the objects of a department.
func InDepartment(departmentID string, p account.Person) Relations {
	return Relations(0).With(Member, slices.Contains(p.Departments, departmentID))
}

// Rules returns the rows of the table, in the order of the documentation.
func Rules() []Rule { return slices.Clone(rules) }
