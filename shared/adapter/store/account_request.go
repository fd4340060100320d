package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
)

type accountRequestItem struct {
	header
	ID           string `dynamodbav:"id"`
	Name         string `dynamodbav:"name"`
	Email        string `dynamodbav:"email"`
	Organization string `dynamodbav:"organization"`
	Phone        string `dynamodbav:"phone"`
	CreatedAt    string `dynamodbav:"createdAt"`
}

func (i accountRequestItem) request() (account.Request, error) {
	at, err := unstamp(i.CreatedAt)
	return account.Request{
		ID: i.ID, Name: i.Name, Email: i.Email, Organization: i.Organization, Phone: i.Phone, CreatedAt: at,
	}, err
}

// Settings returns the desk's settings alone, or as they were read some seconds ago.
func (t *Table) Settings(ctx context.Context) (settings.Settings, error) {
	key := settingsKey()
	if known, ok := t.cache.get(key.SK); ok {
		return known.(settings.Settings), nil
	}
	found, err := t.get(ctx, key, false)
	if errors.Is(err, ErrMissing) {
		return settings.Default(), nil
	}
	if err != nil {
		return settings.Settings{}, err
	}
	settled, err := settingsOf(found)
	if err == nil {
		t.cache.put(key.SK, settled)
	}
	return settled, err
}

// AddAccountRequest keeps a request. Keeping it again changes nothing.
func (t *Table) AddAccountRequest(ctx context.Context, r account.Request) error {
	attributes, err := encode(accountRequestItem{
		header: head(requestKey(r.ID), "accountRequest"),
		ID:     r.ID, Name: r.Name, Email: r.Email, Organization: r.Organization, Phone: r.Phone, CreatedAt: stamp(r.CreatedAt),
	})
	if err != nil {
		return err
	}
	return t.put(ctx, &dynamodb.PutItemInput{Item: attributes})
}

// AccountRequests returns a page of the requests, newest first, after the one of an identifier, or from the newest on where
// that is empty. more says whether there are others.
func (t *Table) AccountRequests(ctx context.Context, after string, limit int) (page []account.Request, more bool, err error) {
	in := partitionQuery(requestPartition)
	in.ScanIndexForward = aws.Bool(false)
	in.Limit = aws.Int32(int32(limit + 1)) //nolint:gosec // at most 100, and one more to tell whether there is another page
	if after != "" {
		in.ExclusiveStartKey = requestKey(after).attributes()
	}
	found, err := t.query(ctx, in)
	if err != nil {
		return nil, false, err
	}
	items := found.items
	if more = len(items) > limit; more {
		items = items[:limit]
	}
	for _, attributes := range items {
		kept, err := decode[accountRequestItem](attributes)
		if err != nil {
			return nil, false, err
		}
		request, err := kept.request()
		if err != nil {
			return nil, false, err
		}
		page = append(page, request)
	}
	return page, more, nil
}
