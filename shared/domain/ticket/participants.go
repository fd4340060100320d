package ticket

import (
	"errors"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// MaxParticipants is the maximum number of participants of a ticket.
const MaxParticipants = 20

var (
	// ErrTooManyParticipants reports a participant with which the ticket would exceed MaxParticipants.
	ErrTooManyParticipants = errors.New("the ticket already has the maximum number of participants")
	// ErrNotInvitable reports a person whose account is disabled, or whom a requester is not allowed to add. Requesters may
	// only add people of their organization who are not staff.
	ErrNotInvitable = errors.New("the person may not be added")
)

// Participant is a person who may read another person's ticket and comment on it. Participants get mails about responses,
// changes of status, merges and messages (G4, M4). The attributes are those at the time when the person was added.
type Participant struct {
	ID           string
	Name         string
	Role         account.Role
	Organization Ref
	// MergedFrom is the ticket whose merge added the person. It is empty if another act added them.
	MergedFrom Number
}

// Participation returns the participant for a person.
func Participation(p account.Person) Participant {
	return Participant{ID: p.ID, Name: p.Name, Role: p.Role, Organization: Ref{ID: p.Organization.ID, Name: p.Organization.Name}}
}

// Participates reports whether a person is a participant. Requester and assignee are not participants by themselves.
func (t Ticket) Participates(personID string) bool {
	return slices.ContainsFunc(t.Participants, func(p Participant) bool { return p.ID == personID })
}

// canInvite reports whether a person may add participants, which staff and the requester may unless the ticket is Cerrado.
func (t Ticket) canInvite(by account.Person) bool {
	return t.Status != Closed && Allows(permission.InviteColleague, t, by)
}

// OrganizationIDs returns the identifiers of the organizations of the requester and the participants. They may repeat.
func (t Ticket) OrganizationIDs() []string {
	ids := []string{t.Requester.Organization.ID}
	for _, participant := range t.Participants {
		ids = append(ids, participant.Organization.ID)
	}
	return ids
}

// PersonIDs returns the identifiers of the requester, the participants and the assignee, if there is one.
func (t Ticket) PersonIDs() []string {
	ids := []string{t.Requester.ID}
	for _, participant := range t.Participants {
		ids = append(ids, participant.ID)
	}
	if !t.Assignee.Zero() {
		ids = append(ids, t.Assignee.ID)
	}
	return ids
}

// isColleague reports whether a person with the given organization and role is a colleague of the requester: a person of the
// same organization who is not staff.
func (t Ticket) isColleague(organization string, role account.Role) bool {
	return organization != "" && organization == t.Requester.Organization.ID && !role.IsStaff()
}

// AddParticipant adds a participant. Staff may add anyone with an account, the requester may add colleagues. It returns
// ErrForbidden for other people, ErrUnchanged if the person is already a participant, or ErrClosed, ErrNotInvitable or
// ErrTooManyParticipants.
func AddParticipant(t Ticket, by, guest account.Person, p Policy, w Write) (Ticket, Entry, error) {
	switch {
	case !Allows(permission.InviteColleague, t, by):
		return Ticket{}, Entry{}, ErrForbidden
	case t.Status == Closed:
		return Ticket{}, Entry{}, ErrClosed
	case guest.Disabled || !Allows(permission.InviteAnyone, t, by) && guest.ID != by.ID && !t.isColleague(guest.Organization.ID, guest.Role):
		return Ticket{}, Entry{}, ErrNotInvitable
	case guest.ID == t.Requester.ID || t.Participates(guest.ID):
		return Ticket{}, Entry{}, ErrUnchanged
	case len(t.Participants) == MaxParticipants:
		return Ticket{}, Entry{}, ErrTooManyParticipants
	}
	a := begin(t, AuthorOf(by), EventEntry, w, p)
	a.addParticipant(Participation(guest))
	return a.result()
}

func (a *act) addParticipant(guest Participant) {
	a.ticket.Participants = append(slices.Clone(a.ticket.Participants), guest)
	a.record(ParticipantAdded{Ref{ID: guest.ID, Name: guest.Name}})
}

// CanRemoveParticipant reports whether a person may remove a participant. Staff may remove anyone, the requester may remove
// colleagues and the people whom a merge added (G6), and participants may remove themselves.
func CanRemoveParticipant(t Ticket, by account.Person, participant Participant) bool {
	return by.ID == participant.ID || Allows(permission.RemoveAnyParticipant, t, by) ||
		Allows(permission.RemoveColleague, t, by) && (participant.MergedFrom != "" || t.isColleague(participant.Organization.ID, participant.Role))
}

// RemoveParticipant removes a participant. It is allowed in any status of the ticket. It returns ErrForbidden, or ErrUnchanged
// if the person is not a participant.
func RemoveParticipant(t Ticket, by account.Person, id string, p Policy, w Write) (Ticket, Entry, error) {
	i := slices.IndexFunc(t.Participants, func(participant Participant) bool { return participant.ID == id })
	if i < 0 {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	removed := t.Participants[i]
	if !CanRemoveParticipant(t, by, removed) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, AuthorOf(by), EventEntry, w, p)
	a.removeParticipant(removed)
	return a.result()
}

// removeParticipant removes a participant and records it.
func (a *act) removeParticipant(removed Participant) {
	a.ticket.Participants = slices.DeleteFunc(slices.Clone(a.ticket.Participants), func(p Participant) bool { return p.ID == removed.ID })
	a.record(ParticipantRemoved{Ref{ID: removed.ID, Name: removed.Name}})
}
