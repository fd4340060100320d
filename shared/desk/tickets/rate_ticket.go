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
	"mesa/shared/domain/limit"
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
	user, now := caller.From(ctx), r.Clock.Now()
	t, entries, err := ticketacts.Read(ctx, r.Acts, request.Number, user.Person)
	if err != nil {
		return nil, err
	}
	view, config, err := ticketacts.ReadView(ctx, r.Settings, user, now, t)
	if err != nil {
		return nil, err
	}
	score, comment, err := checkRating(*request.Body)
	if err != nil {
		return nil, err
	}
	use := ticketacts.QuotaUse(config.Settings, user.Person, limit.Entries, 1, now)
	t, entries, err = ticketacts.SaveWithRetries(ctx, r.Acts, t, entries, view, use, func(t ticket.Ticket) (ticket.Ticket, ticket.Entry, error) {
		return ticket.Rate(t, user.Person, score, comment, view.Policy, ticket.Write{ID: ulid.Make().String(), At: view.At})
	})
	if err != nil && !errors.Is(err, ticket.ErrUnchanged) {
		return nil, ticketacts.FaultOf(err)
	}
	return api.RateTicket200JSONResponse(view.Ticket(t, entries)), nil
}

// checkRating validates a rating. It joins the lines of the comment into one line.
func checkRating(body api.NewRating) (int, string, error) {
	var errs fault.FieldErrors
	check.Integer(&errs, "score", body.Score, ticket.WorstScore, ticket.BestScore)
	comment := check.Line(&errs, "comment", strings.Join(strings.Fields(api.Given(body.Comment)), " "), 0, maxRatingComment)
	return body.Score, comment, errs.Err()
}
