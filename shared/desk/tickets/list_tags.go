package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// TagUses knows the tags in use.
type TagUses interface {
	// TagUses returns tags that begin so and that some ticket has, the most used first. It reads a bounded number of them.
	TagUses(ctx context.Context, begins string) ([]ticket.TagUse, error)
}

// ListTags suggests tags in use, so that the same is not called two things.
type ListTags struct {
	Uses TagUses
}

const (
	maxTagQuery   = 80
	tagsSuggested = 10
)

// ListTags implements the operation list-tags.
func (l ListTags) ListTags(ctx context.Context, r api.ListTagsRequestObject) (api.ListTagsResponseObject, error) {
	var fields fault.Fields
	begins := check.Line(&fields, "q", api.Given(r.Params.Q), 0, maxTagQuery)
	if err := fields.Err(); err != nil {
		return nil, err
	}
	uses, err := l.Uses.TagUses(ctx, ticket.Tag(begins))
	if err != nil {
		return nil, err
	}
	uses = uses[:min(len(uses), tagsSuggested)]
	told := make(api.ListTags200JSONResponse, 0, len(uses))
	for _, use := range uses {
		told = append(told, api.TagUse{Tag: use.Tag, Tickets: use.Tickets})
	}
	return told, nil
}
