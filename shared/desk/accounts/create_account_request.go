// Package accounts implements the use cases of signing in and out, of profiles and passwords, and of account requests (A1, A2,
// A6).
package accounts

import (
	"context"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
)

// RequestWriter stores account requests.
type RequestWriter interface {
	// CountAccountRequest counts an account request from a source (limit.Source) before it is stored. It returns the number of
	// requests from the source in the current window, including this one, and the desk's settings.
	CountAccountRequest(ctx context.Context, source string, at time.Time) (int, settings.Settings, error)
	// AddAccountRequest stores an account request and the mail that confirms it.
	AddAccountRequest(ctx context.Context, request account.Request) error
}

// CreateAccountRequest stores an account request from a person who is not signed in (A2). The response never reveals whether an
// account exists. The number of requests from one address is limited.
type CreateAccountRequest struct {
	Requests RequestWriter
	Clock    clock.Clock
}

const (
	maxName         = 120
	maxOrganization = 200
)

// CreateAccountRequest implements the operation create-account-request.
func (c CreateAccountRequest) CreateAccountRequest(ctx context.Context, request api.CreateAccountRequestRequestObject) (api.CreateAccountRequestResponseObject, error) {
	accountRequest, err := checkRequest(*request.Body)
	if err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	count, limits, err := c.Requests.CountAccountRequest(ctx, limit.Source(caller.From(ctx).Address), now)
	if err != nil {
		return nil, err
	}
	if count > limits.AccountRequestsPerHour {
		return nil, fault.WithRetryAfter(fault.TooManyRequests, limit.AccountRequests.TimeLeft(now))
	}
	accountRequest.Language = caller.From(ctx).ResponseLanguage
	accountRequest.ID, accountRequest.CreatedAt = ulid.MustNew(ulid.Timestamp(now), ulid.DefaultEntropy()).String(), now
	if err := c.Requests.AddAccountRequest(ctx, accountRequest); err != nil {
		return nil, err
	}
	return api.CreateAccountRequest202Response{}, nil
}

func checkRequest(input api.NewAccountRequest) (account.Request, error) {
	var errs fault.FieldErrors
	accountRequest := account.Request{
		Name:         check.PersonName(&errs, "name", input.Name, maxName),
		Email:        check.Email(&errs, "email", input.Email),
		Organization: check.Line(&errs, "organization", input.Organization, 1, maxOrganization),
		Phone:        check.Phone(&errs, "phone", input.Phone, false),
	}
	return accountRequest, errs.Err()
}
