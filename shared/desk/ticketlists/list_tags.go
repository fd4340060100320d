package ticketlists

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// TagUses reads the tags in use.
type TagUses interface {
	// TagUses returns the tags in use that start with a prefix, most used first. It reads a limited number of tags.
	TagUses(ctx context.Context, prefix string) ([]ticket.TagUse, error)
}

// ListTags suggests tags in use, so that people do not create a second tag with the same meaning (G3).
type ListTags struct {
	Uses TagUses
}

const (
	maxTagQuery    = 80
	maxSuggestions = 10
)

// ListTags implements the operation list-tags.
func (l ListTags) ListTags(ctx context.Context, r api.ListTagsRequestObject) (api.ListTagsResponseObject, error) {
	var errs fault.FieldErrors
	prefix := check.Line(&errs, "q", api.Given(r.Params.Q), 0, maxTagQuery)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	uses, err := l.Uses.TagUses(ctx, ticket.NormalizeTag(prefix))
	if err != nil {
		return nil, err
	}
	uses = uses[:min(len(uses), maxSuggestions)]
	tags := make(api.ListTags200JSONResponse, 0, len(uses))
	for _, use := range uses {
		tags = append(tags, tagUseOf(use))
	}
	return tags, nil
}

func tagUseOf(u ticket.TagUse) api.TagUse { return api.TagUse{Tag: u.Tag, Tickets: u.Tickets} }
