package ticket

import (
	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// Allows reports whether a person has a permission for a ticket.
func Allows(p permission.Permission, t Ticket, by account.Person) bool {
	return permission.Allows(p, by.Role, t.relationsOf(by))
}

// CanRead reports whether a person may read a ticket (C5).
func CanRead(t Ticket, by account.Person) bool { return Allows(permission.ReadTicket, t, by) }

// relationsOf returns the relations of a person to the ticket. A ticket is shared if its requester's organization shared tickets
// when it was opened, and the person's organization is the same and shares them now.
func (t Ticket) relationsOf(p account.Person) permission.Relations {
	organization := t.Requester.Organization
	isColleague := t.isColleague(p.Organization.ID, p.Role)
	return permission.InDepartment(t.Department.ID, p).
		With(permission.Owner, t.Requester.ID == p.ID).
		With(permission.Participant, t.Participates(p.ID)).
		With(permission.Colleague, isColleague).
		With(permission.Sharing, isColleague && organization.Shares && p.Organization.Shares)
}
