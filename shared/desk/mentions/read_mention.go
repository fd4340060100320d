package mentions

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// ReadMention records that the caller has read a ticket up to a version, so that older mentions in it count as read (G8).
type ReadMention struct {
	Mentions ticket.MentionReader
	Clock    clock.Clock
}

// ReadMention implements the operation read-mention. The response contains nothing from the ticket, so the ticket is not read.
func (m ReadMention) ReadMention(ctx context.Context, r api.ReadMentionRequestObject) (api.ReadMentionResponseObject, error) {
	if r.Body.Version < 1 {
		var errs fault.FieldErrors
		errs.Add("version", "field.too-small", locale.With("least", 1))
		return nil, errs.Err()
	}
	err := m.Mentions.ReadMention(ctx, caller.From(ctx).ID, ticket.Number(r.Number), r.Body.Version, m.Clock.Now())
	if err != nil {
		return nil, err
	}
	return api.ReadMention204Response{}, nil
}
