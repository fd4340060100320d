// Package cannedstore stores canned responses.
package cannedstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// Store implements canned.Responses.
type Store struct{ table *table.Table }

// New returns the store of the canned responses in t.
func New(t *table.Table) *Store { return &Store{t} }

type responseItem struct {
	table.Header
	ID        string        `dynamodbav:"id"`
	Title     string        `dynamodbav:"title"`
	Category  string        `dynamodbav:"category,omitempty"`
	Language  string        `dynamodbav:"language"`
	TopicIDs  []string      `dynamodbav:"topicIds,omitempty"`
	Body      string        `dynamodbav:"body"`
	OwnerID   string        `dynamodbav:"ownerId,omitempty"`
	Version   int64         `dynamodbav:"version"`
	UpdatedAt table.Instant `dynamodbav:"updatedAt"`
}

func newResponseItem(r canned.Response) responseItem {
	return responseItem{
		Header: table.NewHeader(table.CannedKey(r.OwnerID, r.ID), "cannedResponse"),
		ID:     r.ID, Title: r.Title, Category: r.Category, Language: string(r.Language), TopicIDs: r.TopicIDs, Body: r.Body,
		OwnerID: r.OwnerID, Version: r.Version, UpdatedAt: table.InstantOf(r.UpdatedAt),
	}
}

func (i responseItem) response() canned.Response {
	return canned.Response{
		ID: i.ID, Title: i.Title, Category: i.Category, Language: locale.Language(i.Language), TopicIDs: i.TopicIDs, Body: i.Body,
		OwnerID: i.OwnerID, Version: i.Version, UpdatedAt: i.UpdatedAt.Time(),
	}
}

// CannedResponses returns the shared canned responses and a person's own, in consistent reads. The first pages of both
// partitions are read in one round.
func (s *Store) CannedResponses(ctx context.Context, personID string) ([]canned.Response, error) {
	items, err := s.table.QueryAll(ctx,
		table.Query{Partition: table.CannedPartition(""), Consistency: table.Consistent},
		table.Query{Partition: table.CannedPartition(personID), Consistency: table.Consistent},
	)
	if err != nil {
		return nil, err
	}
	return table.DecodeEach(items, responseItem.response)
}

// CannedResponse returns a shared canned response or a person's own canned response. It returns fault.NotFound if neither
// exists.
func (s *Store) CannedResponse(ctx context.Context, personID, id string) (canned.Response, error) {
	shared, own := table.CannedKey("", id), table.CannedKey(personID, id)
	items, err := s.table.BatchGet(ctx, table.Consistent, shared, own)
	if err != nil {
		return canned.Response{}, err
	}
	for _, key := range []table.Key{shared, own} {
		if items[key] != nil {
			stored, err := table.Decode[responseItem](items[key])
			return stored.response(), err
		}
	}
	return canned.Response{}, fault.New(fault.NotFound)
}

// SaveCannedResponse stores a version of a canned response. It returns canned.ErrConflict if the stored version is not the
// previous version.
func (s *Store) SaveCannedResponse(ctx context.Context, r canned.Response) error {
	err := s.table.Write(ctx, table.Put(newResponseItem(r)).If(table.Supersedes(r.Version)))
	return table.ConflictAs(canned.ErrConflict, err)
}

// DeleteCannedResponse deletes a canned response. It returns canned.ErrConflict if the stored version differs from r's, and nil if
// the canned response does not exist.
func (s *Store) DeleteCannedResponse(ctx context.Context, r canned.Response) error {
	err := s.table.Write(ctx, table.Delete(table.CannedKey(r.OwnerID, r.ID)).If(table.IsNew().Or(table.HasVersion(r.Version))))
	return table.ConflictAs(canned.ErrConflict, err)
}
