package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
)

type draftItem struct {
	header
	PersonID      string            `dynamodbav:"personId"`
	Purpose       string            `dynamodbav:"purpose"`
	Texts         map[string]string `dynamodbav:"texts,omitempty"`
	Values        string            `dynamodbav:"values,omitempty"`
	AttachmentIDs []string          `dynamodbav:"attachmentIds,omitempty"`
	Key           string            `dynamodbav:"key"`
	Device        string            `dynamodbav:"device"`
	SavedAt       string            `dynamodbav:"savedAt"`
	FilesUntil    string            `dynamodbav:"filesUntil,omitempty"`
}

func draftOf(attributes item) (draft.Draft, error) {
	kept, err := decode[draftItem](attributes)
	if err != nil {
		return draft.Draft{}, err
	}
	at, err := unstamp(kept.SavedAt)
	until, unread := unstamp(kept.FilesUntil)
	return draft.Draft{
		PersonID: kept.PersonID, Purpose: kept.Purpose, Texts: kept.Texts, Values: kept.Values, AttachmentIDs: kept.AttachmentIDs,
		Key: kept.Key, Device: kept.Device, SavedAt: at, FilesUntil: until,
	}, errors.Join(err, unread)
}

// Draft returns a person's draft for a purpose; see draft.Drafts.
func (t *Table) Draft(ctx context.Context, personID, purpose string) (draft.Draft, error) {
	kept, err := t.get(ctx, unsentKey(personID, purpose), true)
	if errors.Is(err, ErrMissing) {
		return draft.Draft{}, fault.Because(fault.NotFound, err)
	}
	if err != nil {
		return draft.Draft{}, err
	}
	return draftOf(kept)
}

// SaveDraft keeps a draft in place of the one before; see draft.Drafts.
func (t *Table) SaveDraft(ctx context.Context, d draft.Draft) (*draft.Draft, error) {
	attributes, err := encode(draftItem{
		header:   expiring(unsentKey(d.PersonID, d.Purpose), "draft", d.SavedAt.Add(draft.KeptFor)),
		PersonID: d.PersonID, Purpose: d.Purpose, Texts: d.Texts, Values: d.Values, AttachmentIDs: d.AttachmentIDs,
		Key: d.Key, Device: d.Device, SavedAt: stamp(d.SavedAt), FilesUntil: stamp(d.FilesUntil),
	})
	if err != nil {
		return nil, err
	}
	replaced, err := t.replace(ctx, attributes)
	if err != nil || replaced == nil {
		return nil, err
	}
	before, err := draftOf(replaced)
	return &before, err
}

// replace puts an item and returns the one that was in its place, if any.
func (t *Table) replace(ctx context.Context, attributes item) (item, error) {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	out, err := t.client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: &t.name, Item: attributes, ReturnValues: types.ReturnValueAllOld,
		ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return nil, failure("put", keyOf(attributes), err)
	}
	wrote(ctx, out.ConsumedCapacity)
	if len(out.Attributes) == 0 {
		return nil, nil //nolint:nilnil // nothing was there, which is no error
	}
	return out.Attributes, nil
}

// KeepFiles puts off the deletion of announced files; see draft.Drafts.
func (t *Table) KeepFiles(ctx context.Context, ownerID string, ids []string, until time.Time) error {
	return t.KeepUploads(ctx, ownerID, ids, until)
}

// DeleteDraft removes a draft; see draft.Drafts.
func (t *Table) DeleteDraft(ctx context.Context, personID, purpose string) error {
	return t.remove(ctx, unsentKey(personID, purpose))
}
