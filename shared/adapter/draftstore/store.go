// Package draftstore stores drafts: texts that people have typed and not sent.
package draftstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/draft"
)

// Store implements draft.Drafts.
type Store struct{ table *table.Table }

// New returns the store of the drafts in t.
func New(t *table.Table) *Store { return &Store{t} }

type draftItem struct {
	table.Header
	PersonID       string            `dynamodbav:"personId"`
	Purpose        string            `dynamodbav:"purpose"`
	Texts          map[string]string `dynamodbav:"texts,omitempty"`
	Values         string            `dynamodbav:"values,omitempty"`
	AttachmentIDs  []string          `dynamodbav:"attachmentIds,omitempty"`
	IdempotencyKey string            `dynamodbav:"key"`
	Device         string            `dynamodbav:"device"`
	SavedAt        table.Instant     `dynamodbav:"savedAt"`
}

func newDraftItem(d draft.Draft) draftItem {
	return draftItem{
		Header:   table.ExpiringHeader(table.DraftKey(d.PersonID, d.Purpose), "draft", d.SavedAt.Add(draft.Lifetime)),
		PersonID: d.PersonID, Purpose: d.Purpose, Texts: d.Texts, Values: d.Values, AttachmentIDs: d.AttachmentIDs,
		IdempotencyKey: d.Key, Device: d.Device, SavedAt: table.InstantOf(d.SavedAt),
	}
}

func (i draftItem) draft() draft.Draft {
	return draft.Draft{
		PersonID: i.PersonID, Purpose: i.Purpose, Texts: i.Texts, Values: i.Values, AttachmentIDs: i.AttachmentIDs,
		Key: i.IdempotencyKey, Device: i.Device, SavedAt: i.SavedAt.Time(),
	}
}

// Draft returns a person's draft for a purpose. It returns fault.NotFound if the draft does not exist.
func (s *Store) Draft(ctx context.Context, personID, purpose string) (draft.Draft, error) {
	stored, err := table.GetAs[draftItem](ctx, s.table, table.DraftKey(personID, purpose), table.Consistent)
	return stored.draft(), err
}

// SaveDraft stores a draft and returns the draft that it replaced, or nil if there was none.
func (s *Store) SaveDraft(ctx context.Context, d draft.Draft) (*draft.Draft, error) {
	replaced, err := s.table.Replace(ctx, newDraftItem(d))
	if err != nil || replaced == nil {
		return nil, err
	}
	stored, err := table.Decode[draftItem](replaced)
	return new(stored.draft()), err
}

// DeleteDraft deletes a draft. It returns nil if the draft does not exist.
func (s *Store) DeleteDraft(ctx context.Context, personID, purpose string) error {
	return s.table.Write(ctx, table.Delete(table.DraftKey(personID, purpose)))
}
