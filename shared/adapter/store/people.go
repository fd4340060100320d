package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/account"
)

func newPersonItem(key Key, kind string, p account.Person) personItem {
	return personItem{
		header: head(key, kind),
		ID:     p.ID, Username: p.Username, Name: p.Name, Email: p.Email, Phone: p.Phone, Role: string(p.Role),
		Language: string(p.Language), TimeZone: p.TimeZone, Entity: p.Entity,
		OrganizationID: p.Organization.ID, OrganizationName: p.Organization.Name, OrganizationShares: p.Organization.Shares,
		Departments: p.Departments, Away: p.Away, BackOn: p.BackOn, Disabled: p.Disabled,
	}
}

// newAgentItem is a person's entry of the staff directory: what assigning to them and writing to them takes.
func newAgentItem(p account.Person) personItem {
	return newPersonItem(agentKey(p.ID), "agent", account.Person{
		ID: p.ID, Username: p.Username, Name: p.Name, Email: p.Email, Role: p.Role, Language: p.Language, TimeZone: p.TimeZone,
		Departments: p.Departments, Away: p.Away, BackOn: p.BackOn, Disabled: p.Disabled,
	})
}

// loginItem says whose a user name or an e-mail address is.
type loginItem struct {
	header
	PersonID string `dynamodbav:"personId"`
}

// credentialItem is kept apart from its person, so that no reader of persons holds a hash.
type credentialItem struct {
	header
	Hash string `dynamodbav:"hash"`
	// Version grows with every sign-in and change: an act on a secret that was read is conditioned on it.
	Version    int64  `dynamodbav:"version,omitempty"`
	ChangedAt  string `dynamodbav:"changedAt,omitempty"`
	SignedInAt string `dynamodbav:"signedInAt,omitempty"`
}

// AddPerson keeps a new person with the logins they sign in with and, where given, the hash of their password, and staff also
// in the directory, all or nothing. ErrTaken when the person, or a login, is there already.
func (t *Table) AddPerson(ctx context.Context, p account.Person, passwordHash string) error {
	items := []any{newPersonItem(personKey(p.ID), "person", p)}
	for _, login := range []string{p.Username, p.Email} {
		items = append(items, loginItem{header: head(loginKey(login), "login"), PersonID: p.ID})
	}
	if p.Role.IsStaff() {
		items = append(items, newAgentItem(p))
	}
	if passwordHash != "" {
		items = append(items, credentialItem{header: head(credentialKey(p.ID), "credential"), Hash: passwordHash})
	}
	return t.addAll(ctx, items)
}

// addAll puts items that must not be there yet, all or nothing.
func (t *Table) addAll(ctx context.Context, items []any) error {
	writes := make([]types.TransactWriteItem, 0, len(items))
	for _, one := range items {
		attributes, err := encode(one)
		if err != nil {
			return err
		}
		writes = append(writes, types.TransactWriteItem{Put: &types.Put{
			TableName: &t.name, Item: attributes, ConditionExpression: aws.String("attribute_not_exists(pk)"),
		}})
	}
	return t.transact(ctx, writes...)
}
