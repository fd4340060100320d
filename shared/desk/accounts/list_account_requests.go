package accounts

import (
	"context"
	"encoding/base64"

	"github.com/oapi-codegen/nullable"
	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
)

// Requests reads requests for accounts.
type Requests interface {
	// AccountRequests returns a page of the requests, newest first, after the one of an identifier, or from the newest on
	// where that is empty, and whether there are more.
	AccountRequests(ctx context.Context, after string, limit int) (page []account.Request, more bool, err error)
}

// ListAccountRequests lists the requests for accounts to an administrator, newest first (A2).
type ListAccountRequests struct {
	Requests Requests
}

const (
	defaultLimit = 25
	maxLimit     = 100
)

// ListAccountRequests implements the operation list-account-requests.
func (l ListAccountRequests) ListAccountRequests(ctx context.Context, request api.ListAccountRequestsRequestObject) (api.ListAccountRequestsResponseObject, error) {
	after, limit, err := place(request.Params)
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
		told.Next = nullable.NewNullableWithValue(cursorOf(page[len(page)-1].ID))
	}
	return api.ListAccountRequests200JSONResponse(told), nil
}

func place(params api.ListAccountRequestsParams) (after string, limit int, err error) {
	var wrong fault.Fields
	limit = check.Limit(&wrong, params.Limit, defaultLimit, maxLimit)
	if params.Cursor != nil && *params.Cursor != "" {
		var ok bool
		if after, ok = readCursor(*params.Cursor); !ok {
			wrong.Add("cursor", "field.format")
		}
	}
	return after, limit, wrong.Err()
}

// A cursor is the last request's identifier; encoded, so that nobody is led to make one.
func cursorOf(id string) string { return base64.RawURLEncoding.EncodeToString([]byte(id)) }

func readCursor(cursor string) (string, bool) {
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return "", false
	}
	if _, err := ulid.ParseStrict(string(raw)); err != nil {
		return "", false
	}
	return string(raw), true
}
