package canned

import (
	"cmp"
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/canned"
)

// ListCannedResponses lists the shared canned responses and the caller's own. A desk has few canned responses, so the page
// filters them.
type ListCannedResponses struct {
	Responses canned.Responses
}

// ListCannedResponses implements the operation list-canned-responses.
func (l ListCannedResponses) ListCannedResponses(ctx context.Context, _ api.ListCannedResponsesRequestObject) (api.ListCannedResponsesResponseObject, error) {
	user := caller.From(ctx)
	all, err := l.Responses.CannedResponses(ctx, user.ID)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b canned.Response) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	result := make(api.ListCannedResponses200JSONResponse, 0, len(all))
	for _, response := range all {
		result = append(result, responseOf(response, user.Person))
	}
	return result, nil
}
