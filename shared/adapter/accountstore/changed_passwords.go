package accountstore

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
)

// changedPasswordType is the type of the items from which `notify` queues mails about changed passwords.
const changedPasswordType = "changedPassword"

// changedPasswordLifetime is the time for which the record of a changed password is stored. The stream stores its copy for one
// day.
const changedPasswordLifetime = 24 * time.Hour

type changedPasswordItem struct {
	table.Header
	ID       string        `dynamodbav:"id"`
	PersonID string        `dynamodbav:"personId"`
	At       table.Instant `dynamodbav:"at"`
}

func newChangedPasswordItem(c account.PasswordChange) changedPasswordItem {
	return changedPasswordItem{
		Header: table.ExpiringHeader(table.ChangedPasswordKey(c.PersonID, c.TokenHash), changedPasswordType, c.At.Add(changedPasswordLifetime)),
		ID:     c.TokenHash, PersonID: c.PersonID, At: table.InstantOf(c.At),
	}
}

// ReadChangedPassword decodes the new image of a stream record. It returns nil for items of other types.
func ReadChangedPassword(raw json.RawMessage) (*account.ChangedPassword, error) {
	item, err := attributevalue.UnmarshalMapJSON(raw)
	if err != nil {
		return nil, fmt.Errorf("stream image: %w", err)
	}
	if table.Type(item) != changedPasswordType {
		return nil, nil //nolint:nilnil // the item is not about a password
	}
	stored, err := table.Decode[changedPasswordItem](item)
	return &account.ChangedPassword{ID: stored.ID, PersonID: stored.PersonID, At: stored.At.Time()}, err
}
