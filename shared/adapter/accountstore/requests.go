package accountstore

import (
	"context"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
)

type requestItem struct {
	table.Header
	ID           string        `dynamodbav:"id"`
	Name         string        `dynamodbav:"name"`
	Email        string        `dynamodbav:"email"`
	Organization string        `dynamodbav:"organization"`
	Phone        string        `dynamodbav:"phone"`
	CreatedAt    table.Instant `dynamodbav:"createdAt"`
}

func newRequestItem(r account.Request) requestItem {
	return requestItem{
		Header: table.NewHeader(table.AccountRequestKey(r.ID), "accountRequest"),
		ID:     r.ID, Name: r.Name, Email: r.Email, Organization: r.Organization, Phone: r.Phone, CreatedAt: table.InstantOf(r.CreatedAt),
	}
}

func (i requestItem) request() account.Request {
	return account.Request{
		ID: i.ID, Name: i.Name, Email: i.Email, Organization: i.Organization, Phone: i.Phone, CreatedAt: i.CreatedAt.Time(),
	}
}

// AddAccountRequest stores an account request. Storing the same request again changes nothing.
func (s *Store) AddAccountRequest(ctx context.Context, r account.Request) error {
	return s.table.Write(ctx, table.Put(newRequestItem(r)))
}

// CountAccountRequest counts an account request from an address. It returns the number of requests from this address in the
// current window, and the settings, in one round.
func (s *Store) CountAccountRequest(ctx context.Context, source string, at time.Time) (int, settings.Settings, error) {
	return s.limits.CountWithSettings(ctx, limit.AccountRequests, source, at)
}

// AccountRequests returns a page of the account requests, newest first. The page starts after the request with the identifier
// after, or at the newest request if after is "". more reports whether there is another page.
func (s *Store) AccountRequests(ctx context.Context, after string, limit int) (page []account.Request, more bool, err error) {
	query := table.Query{Partition: table.AccountRequestPartition, Descending: true}
	if after != "" {
		query.After = table.AccountRequestKey(after).Start()
	}
	items, more, err := s.table.QueryUpTo(ctx, query, limit)
	if err != nil {
		return nil, false, err
	}
	page, err = table.DecodeEach(items, requestItem.request)
	return page, more, err
}
