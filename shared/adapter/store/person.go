package store

import (
	"context"
	"errors"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

type personItem struct {
	header
	ID                 string   `dynamodbav:"id"`
	Username           string   `dynamodbav:"username"`
	Name               string   `dynamodbav:"name"`
	Email              string   `dynamodbav:"email"`
	Phone              string   `dynamodbav:"phone,omitempty"`
	Role               string   `dynamodbav:"role"`
	Language           string   `dynamodbav:"language"`
	TimeZone           string   `dynamodbav:"timeZone"`
	Entity             string   `dynamodbav:"entity,omitempty"`
	OrganizationID     string   `dynamodbav:"organization,omitempty"`
	OrganizationName   string   `dynamodbav:"organizationName,omitempty"`
	OrganizationShares bool     `dynamodbav:"organizationShares,omitempty"`
	Departments        []string `dynamodbav:"departments,omitempty"`
	Away               bool     `dynamodbav:"away,omitempty"`
	BackOn             string   `dynamodbav:"backOn,omitempty"`
	Disabled           bool     `dynamodbav:"disabled,omitempty"`
}

func (i personItem) person() account.Person {
	return account.Person{
		ID: i.ID, Username: i.Username, Name: i.Name, Email: i.Email, Phone: i.Phone, Role: account.Role(i.Role),
		Language: locale.Language(i.Language), TimeZone: i.TimeZone, Entity: i.Entity,
		Organization: account.Organization{ID: i.OrganizationID, Name: i.OrganizationName, Shares: i.OrganizationShares},
		Departments:  i.Departments, Away: i.Away, BackOn: i.BackOn, Disabled: i.Disabled,
	}
}

type sessionItem struct {
	header
	StartedAt string `dynamodbav:"startedAt"`
}

// Person returns whose session a token's hash is of, in one call; fault.Unauthenticated when there is none, it has ended,
// or the person is disabled. The read is eventually consistent; only a session that is not there yet is asked for again.
func (t *Table) Person(ctx context.Context, personID, tokenHash string) (account.Person, error) {
	person, err := t.sessionPerson(ctx, personID, tokenHash, false)
	if errors.Is(err, ErrMissing) {
		person, err = t.sessionPerson(ctx, personID, tokenHash, true)
	}
	if errors.Is(err, ErrMissing) {
		return account.Person{}, fault.New(fault.Unauthenticated)
	}
	return person, err
}

func (t *Table) sessionPerson(ctx context.Context, personID, tokenHash string, consistent bool) (account.Person, error) {
	session, owner := sessionKey(personID, tokenHash), personKey(personID)
	found, err := t.batchGet(ctx, consistent, session, owner)
	if err != nil {
		return account.Person{}, err
	}
	if found[session] == nil || found[owner] == nil {
		return account.Person{}, ErrMissing
	}
	started, err := decode[sessionItem](found[session])
	if err != nil {
		return account.Person{}, err
	}
	// DynamoDB deletes expired items only days later.
	if time.Now().Unix() >= started.ExpiresAt {
		return account.Person{}, ErrMissing
	}
	kept, err := decode[personItem](found[owner])
	if err != nil {
		return account.Person{}, err
	}
	if kept.Disabled {
		return account.Person{}, fault.New(fault.Unauthenticated)
	}
	return kept.person(), nil
}
