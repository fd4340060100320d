package tickets

import (
	"context"
	"errors"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

const maxRatingComment = 1000

// RateTicket stores the rating of a ticket (F4).
type RateTicket struct {
	Settings ticketacts.NamedSettings
	Acts     ticket.Acts
	Clock    clock.Clock
}

// RateTicket implements the operation rate-ticket. It retries on a conflict, because a rating is valid on any version.
func (r RateTicket) RateTicket(ctx context.Context, request api.RateTicketRequestObject) (api.RateTicketResponseObject, error) {
	user := caller.From(ctx)
	t, entries, err := ticketacts.Read(ctx, r.Acts, request.Number, user.Person)
	if err != nil {
		return nil, err
	}
	view, _, err := ticketacts.ReadView(ctx, r.Settings, user, r.Clock.Now(), t.OrganizationIDs()...)
	if err != nil {
		return nil, err
	}
	score, comment, err := checkRating(*request.Body)
	if err != nil {
		return nil, err
	}
	for {
		after, entry, err := ticket.Rate(t, user.Person, score, comment, view.Policy, ticket.Write{ID: ulid.Make().String(), At: view.At})
		if errors.Is(err, ticket.ErrUnchanged) {
			return api.RateTicket200JSONResponse(view.Ticket(t, entries)), nil
		}
		if err != nil {
			return nil, ticketacts.FaultOf(err)
		}
		err = r.Acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(view.Policy)})
		if err == nil {
			return api.RateTicket200JSONResponse(view.Ticket(after, append(entries, entry))), nil
		}
		if !errors.Is(err, ticket.ErrStale) {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, fault.WithCause(fault.Unavailable, ctx.Err())
		}
		if t, entries, err = ticketacts.Read(ctx, r.Acts, request.Number, user.Person); err != nil {
			return nil, err
		}
	}
}

// checkRating validates a rating. It joins the lines of the comment into one line.
func checkRating(body api.NewRating) (int, string, error) {
	var errs fault.FieldErrors
	check.Integer(&errs, "score", body.Score, ticket.WorstScore, ticket.BestScore)
	comment := check.Line(&errs, "comment", strings.Join(strings.Fields(api.Given(body.Comment)), " "), 0, maxRatingComment)
	return body.Score, comment, errs.Err()
}
