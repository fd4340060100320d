package accounts

import (
	"context"

	"github.com/oapi-codegen/nullable"
	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
)

// RequestReader reads account requests.
type RequestReader interface {
	// AccountRequests returns a page of the account requests, newest first, and whether more follow. The page starts after the
	// request with the identifier after, or with the newest request if after is empty.
	AccountRequests(ctx context.Context, after string, limit int) (page []account.Request, more bool, err error)
}

// ListAccountRequests lists the account requests to an administrator, newest first (N7).
type ListAccountRequests struct {
	Requests RequestReader
}

const (
	defaultLimit = 25
	maxLimit     = 100
)

// ListAccountRequests implements the operation list-account-requests.
func (l ListAccountRequests) ListAccountRequests(ctx context.Context, request api.ListAccountRequestsRequestObject) (api.ListAccountRequestsResponseObject, error) {
	after, limit, err := checkPage(request.Params)
	if err != nil {
		return nil, err
	}
	page, more, err := l.Requests.AccountRequests(ctx, after, limit)
	if err != nil {
		return nil, err
	}
	result := api.AccountRequestPage{Items: make([]api.AccountRequest, 0, len(page)), Next: nullable.NewNullNullable[string]()}
	for _, request := range page {
		result.Items = append(result.Items, accountRequestOf(request))
	}
	if more {
		result.Next = nullable.NewNullableWithValue(cursor.Encode(page[len(page)-1].ID))
	}
	return api.ListAccountRequests200JSONResponse(result), nil
}

func accountRequestOf(r account.Request) api.AccountRequest {
	shown := api.AccountRequest{
		Id: r.ID, Name: r.Name, Email: r.Email, Organization: r.Organization, Phone: r.Phone, Status: api.AccountRequestStatus(account.RequestPending),
		CreatedAt: r.CreatedAt, Reason: api.Optional(r.Decision.Reason), PersonId: api.Optional(r.Decision.PersonID),
	}
	if r.Decision.Status != "" {
		shown.Status = api.AccountRequestStatus(r.Decision.Status)
	}
	return shown
}

func checkPage(params api.ListAccountRequestsParams) (after string, limit int, err error) {
	var errs fault.FieldErrors
	limit = check.Limit(&errs, params.Limit, defaultLimit, maxLimit)
	after = cursor.Decode(&errs, api.Given(params.Cursor), func(id string) bool {
		_, err := ulid.ParseStrict(id)
		return err == nil
	})
	return after, limit, errs.Err()
}
