package accountstore

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// accountMailType is the type of the items from which `notify` queues mails about accounts.
const accountMailType = "accountMail"

// accountMailLifetime is the time for which a mail about an account is stored. The stream stores its copy for one day.
const accountMailLifetime = 24 * time.Hour

type accountMailItem struct {
	table.Header
	ID         string        `dynamodbav:"id"`
	Kind       string        `dynamodbav:"kind"`
	PersonID   string        `dynamodbav:"personId,omitempty"`
	ToName     string        `dynamodbav:"toName,omitempty"`
	ToEmail    string        `dynamodbav:"toEmail,omitempty"`
	ToLanguage string        `dynamodbav:"toLanguage,omitempty"`
	At         table.Instant `dynamodbav:"at"`
	LinkID     string        `dynamodbav:"linkId,omitempty"`
	LinkEndsAt table.Instant `dynamodbav:"linkEndsAt,omitempty"`
	Text       string        `dynamodbav:"text,omitempty"`
}

func newAccountMailItem(m account.Mail) accountMailItem {
	return accountMailItem{
		Header: table.ExpiringHeader(table.AccountMailKey(m.ID), accountMailType, m.At.Add(accountMailLifetime)),
		ID:     m.ID, Kind: string(m.Kind), PersonID: m.PersonID, ToName: m.To.Name, ToEmail: m.To.Email, ToLanguage: string(m.To.Language),
		At: table.InstantOf(m.At), LinkID: m.LinkID, LinkEndsAt: table.InstantOf(m.LinkEndsAt), Text: m.Text,
	}
}

func (i accountMailItem) mail() account.Mail {
	return account.Mail{
		ID: i.ID, Kind: account.MailKind(i.Kind), PersonID: i.PersonID,
		To: account.Addressee{Name: i.ToName, Email: i.ToEmail, Language: locale.Language(i.ToLanguage)},
		At: i.At.Time(), LinkID: i.LinkID, LinkEndsAt: i.LinkEndsAt.Time(), Text: i.Text,
	}
}

// MailWrite returns the write that stores a mail about an account, from which `notify` queues it. It is part of the transaction of
// the act that the mail is about.
func MailWrite(m account.Mail) table.Write { return table.Put(newAccountMailItem(m)) }

// ReadAccountMail decodes the new image of a stream record. It returns nil for items of other types.
func ReadAccountMail(raw json.RawMessage) (*account.Mail, error) {
	item, err := attributevalue.UnmarshalMapJSON(raw)
	if err != nil {
		return nil, fmt.Errorf("stream image: %w", err)
	}
	if table.Type(item) != accountMailType {
		return nil, nil //nolint:nilnil // the item is not a mail
	}
	stored, err := table.Decode[accountMailItem](item)
	mail := stored.mail()
	return &mail, err
}
