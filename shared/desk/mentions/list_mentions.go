// Package mentions implements the use cases of internal notes that mention a member of staff.
package mentions

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

const (
	defaultLimit = 25
	maxLimit     = 100
)

// ListMentions returns the caller's mentions, newest first (G8).
type ListMentions struct {
	Mentions ticket.MentionReader
}

// ListMentions implements the operation list-mentions.
func (l ListMentions) ListMentions(ctx context.Context, r api.ListMentionsRequestObject) (api.ListMentionsResponseObject, error) {
	var errs fault.FieldErrors
	limit := check.Limit(&errs, r.Params.Limit, defaultLimit, maxLimit)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	found, next, err := l.Mentions.Mentions(ctx, caller.From(ctx).ID, ticket.Position(api.Given(r.Params.Cursor)), limit)
	if err != nil {
		return nil, err
	}
	page := api.ListMentions200JSONResponse{Items: make([]api.Mention, 0, len(found)), Next: nullable.NewNullNullable[string]()}
	for _, mention := range found {
		page.Items = append(page.Items, mentionOf(mention))
	}
	if next != "" {
		page.Next = nullable.NewNullableWithValue(string(next))
	}
	return page, nil
}

func mentionOf(m ticket.Mention) api.Mention {
	return api.Mention{
		Number: string(m.Number), Subject: m.Subject, Author: m.Author, Excerpt: api.Optional(m.Excerpt), At: m.At,
		Version: m.Version, Unread: m.Unread,
	}
}
