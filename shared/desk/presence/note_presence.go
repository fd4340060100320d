// Package presence implements the use case that shows who else is viewing or writing on a ticket (D8).
package presence

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/presence"
	"mesa/shared/domain/ticket"
)

// Presences stores the presences of people on tickets.
type Presences interface {
	// NotePresence replaces a person's presence on a ticket.
	NotePresence(ctx context.Context, number ticket.Number, p presence.Presence) error
	// TicketPresences returns a ticket and all presences on it. It returns fault.NotFound if the ticket does not exist.
	TicketPresences(ctx context.Context, number ticket.Number) (ticket.Ticket, []presence.Presence, error)
}

// NotePresence stores the activity of a member of staff on a ticket. It returns the other people on the ticket, and the
// ticket's version (D8). It does not read the thread, so a poll by an open page costs one write and two small reads.
type NotePresence struct {
	Presences Presences
	Clock     clock.Clock
}

// NotePresence implements the operation note-presence.
func (n NotePresence) NotePresence(ctx context.Context, r api.NotePresenceRequestObject) (api.NotePresenceResponseObject, error) {
	user := caller.From(ctx)
	activity := presence.Activity(r.Body.Doing)
	if !activity.Valid() {
		var errs fault.FieldErrors
		errs.Add("doing", "field.choice")
		return nil, errs.Err()
	}
	t, presences, err := n.Presences.TicketPresences(ctx, ticket.Number(r.Number))
	if err != nil {
		return nil, err
	}
	if !ticket.CanRead(t, user.Person) {
		return nil, fault.New(fault.NotFound)
	}
	now := n.Clock.Now()
	current := presence.Presence{PersonID: user.ID, Name: user.Name, Activity: activity, At: now}
	if err := n.Presences.NotePresence(ctx, t.Number, current); err != nil {
		return nil, err
	}
	result := api.NotePresence200JSONResponse{Version: t.Version, Status: api.Status(t.Status), People: []api.Companion{}}
	for _, other := range presence.Others(presences, user.ID, now) {
		result.People = append(result.People, companionOf(other))
	}
	return result, nil
}

func companionOf(p presence.Presence) api.Companion {
	return api.Companion{Id: p.PersonID, Name: p.Name, Doing: api.CompanionDoing(p.Activity)}
}
