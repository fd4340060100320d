package ticket

import (
	"errors"
	"slices"

	"mesa/shared/domain/account"
)

// MaxParticipants is how many people may take part in a ticket beside its requester and its agent.
const MaxParticipants = 20

var (
	// ErrParticipants refuses a participant too many.
	ErrParticipants = errors.New("as many take part in the ticket as can")
	// ErrNotInvitable refuses to invite somebody whom the person may not bring in: a requester brings people of their organization.
	ErrNotInvitable = errors.New("not a person whom this person may invite")
)

// Participant is someone who reads a ticket, comments on it and gets its requester's mails, as they were when they came (C5).
type Participant struct {
	ID           string
	Name         string
	Role         account.Role
	Organization Ref
}

// Participation returns a person as a participant.
func Participation(p account.Person) Participant {
	return Participant{ID: p.ID, Name: p.Name, Role: p.Role, Organization: Ref{ID: p.Organization.ID, Name: p.Organization.Name}}
}

// Participates reports whether a person takes part in the ticket; its requester and its agent needn't.
func (t Ticket) Participates(personID string) bool {
	return slices.ContainsFunc(t.Participants, func(p Participant) bool { return p.ID == personID })
}

// mayInvite reports whether a person may bring people into the ticket: staff and its requester, while it isn't Cerrado.
func (t Ticket) mayInvite(by account.Person) bool {
	return t.Status != Closed && (by.Role.IsStaff() || t.Requester.ID == by.ID)
}

// isColleague reports whether somebody is of the requester's organization.
func (t Ticket) isColleague(organization string, role account.Role) bool {
	return organization != "" && organization == t.Requester.Organization.ID && !role.IsStaff()
}

// AddParticipant brings somebody into the ticket: staff anyone who has an account, its requester people of their organization.
// ErrForbidden for others, ErrClosed on a Cerrado one, ErrNotInvitable for whom a requester may not invite, ErrParticipants when
// there are too many, ErrUnchanged when they are in it already.
func AddParticipant(t Ticket, by, guest account.Person, p Policy, w Write) (Ticket, Entry, error) {
	switch {
	case !by.Role.IsStaff() && t.Requester.ID != by.ID:
		return Ticket{}, Entry{}, ErrForbidden
	case t.Status == Closed:
		return Ticket{}, Entry{}, ErrClosed
	case guest.Disabled || !by.Role.IsStaff() && guest.ID != by.ID && !t.isColleague(guest.Organization.ID, guest.Role):
		return Ticket{}, Entry{}, ErrNotInvitable
	case guest.ID == t.Requester.ID || t.Participates(guest.ID):
		return Ticket{}, Entry{}, ErrUnchanged
	case len(t.Participants) == MaxParticipants:
		return Ticket{}, Entry{}, ErrParticipants
	}
	a := begin(t, By(by), EventEntry, w, p)
	a.join(Participation(guest))
	return a.done()
}

// join adds a participant, who isn't one yet.
func (a *act) join(guest Participant) {
	a.ticket.Participants = append(slices.Clone(a.ticket.Participants), guest)
	a.record(ParticipantAdded{Ref{ID: guest.ID, Name: guest.Name}})
}

// CanRemoveParticipant reports whether a person may take a participant out of the ticket: staff anyone, its requester people of their
// organization, and everybody themselves.
func CanRemoveParticipant(t Ticket, by account.Person, participant Participant) bool {
	return by.Role.IsStaff() || by.ID == participant.ID ||
		by.ID == t.Requester.ID && t.isColleague(participant.Organization.ID, participant.Role)
}

// RemoveParticipant takes a participant out of the ticket, in every status of it: at once they may not read it any more.
// ErrForbidden for who may not, ErrUnchanged when they aren't in it.
func RemoveParticipant(t Ticket, by account.Person, id string, p Policy, w Write) (Ticket, Entry, error) {
	i := slices.IndexFunc(t.Participants, func(one Participant) bool { return one.ID == id })
	if i < 0 {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	gone := t.Participants[i]
	if !CanRemoveParticipant(t, by, gone) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, By(by), EventEntry, w, p)
	a.ticket.Participants = slices.Delete(slices.Clone(t.Participants), i, i+1)
	a.record(ParticipantRemoved{Ref{ID: gone.ID, Name: gone.Name}})
	return a.done()
}
