package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/presence"
	"mesa/shared/domain/ticket"
)

// Presences keeps who is at which ticket.
type Presences interface {
	// NotePresence keeps what a person does at a ticket, in place of what they did before.
	NotePresence(ctx context.Context, number ticket.Number, p presence.Presence) error
	// Company returns a ticket as it is now and all that was said of who is at it; fault.NotFound when there is none.
	Company(ctx context.Context, number ticket.Number) (ticket.Ticket, []presence.Presence, error)
}

// NotePresence takes note that an agent is at a ticket, and says who else is and whether the ticket has changed (D8). It reads
// no thread: a page that stays open costs one write and two small reads each time it asks.
type NotePresence struct {
	Presences Presences
	Clock     clock.Clock
}

// NotePresence implements the operation note-presence.
func (n NotePresence) NotePresence(ctx context.Context, r api.NotePresenceRequestObject) (api.NotePresenceResponseObject, error) {
	who := caller.From(ctx)
	doing := presence.Doing(r.Body.Doing)
	if !doing.Valid() {
		var fields fault.Fields
		fields.Add("doing", "field.choice")
		return nil, fields.Err()
	}
	t, there, err := n.Presences.Company(ctx, ticket.Number(r.Number))
	if err != nil {
		return nil, err
	}
	if !ticket.CanRead(t, who.Person) {
		return nil, fault.New(fault.NotFound)
	}
	now := n.Clock.Now()
	mine := presence.Presence{PersonID: who.ID, Name: who.Name, Doing: doing, At: now}
	if err := n.Presences.NotePresence(ctx, t.Number, mine); err != nil {
		return nil, err
	}
	company := api.NotePresence200JSONResponse{Version: t.Version, Status: api.Status(t.Status), People: []api.Companion{}}
	for _, other := range presence.Others(there, who.ID, now) {
		company.People = append(company.People, api.Companion{Id: other.PersonID, Name: other.Name, Doing: api.CompanionDoing(other.Doing)})
	}
	return company, nil
}
