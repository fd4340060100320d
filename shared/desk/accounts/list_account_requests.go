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

// Requests reads account requests.
type Requests interface {
	// AccountRequests returns a page of the account requests, newest first, and whether more follow. The page starts after the
	// request with the identifier after, or with the newest request if after is empty.
	AccountRequests(ctx context.Context, after string, limit int) (page []account.Request, more bool, err error)
}

// ListAccountRequests lists the account requests to an administrator, newest first (N7).
type ListAccountRequests struct {
	Requests Requests
}

const (
	defaultLimit = 25
	maxLimit     = 100
)

// ListAccountRequests implements the operation list-account-requests.
func (l ListAccountRequests) ListAccountRequests(ctx context.Context, request api.ListAccountRequestsRequestObject) (api.ListAccountRequestsResponseObject, error) {
	after, limit, err := pageOf(request.Params)
	if err != nil {
		return nil, err
	}
	page, more, err := l.Requests.AccountRequests(ctx, after, limit)
	if err != nil {
		return nil, err
	}
	told := api.AccountRequestPage{Items: make([]api.AccountRequest, 0, len(page)), Next: nullable.NewNullNullable[string]()}
	for _, one := range page {
		told.Items = append(told.Items, api.AccountRequest{
			Id: one.ID, Name: one.Name, Email: one.Email, Organization: one.Organization, Phone: one.Phone,
			Status: api.Pending, CreatedAt: one.CreatedAt,
		})
	}
	if more {
		told.Next = nullable.NewNullableWithValue(cursor.Encode(page[len(page)-1].ID))
	}
	return api.ListAccountRequests200JSONResponse(told), nil
}

func pageOf(params api.ListAccountRequestsParams) (after string, limit int, err error) {
	var errs fault.FieldErrors
	limit = check.Limit(&errs, params.Limit, defaultLimit, maxLimit)
	after = cursor.Decode(&errs, api.Given(params.Cursor), func(id string) bool {
		_, err := ulid.ParseStrict(id)
		return err == nil
	})
	return after, limit, errs.Err()
}
