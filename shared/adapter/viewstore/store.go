// Package viewstore stores saved views.
package viewstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/view"
)

// Store implements view.Views.
type Store struct{ table *table.Table }

// New returns the store of the saved views in t.
func New(t *table.Table) *Store { return &Store{t} }

type viewItem struct {
	table.Header
	ID           string        `dynamodbav:"id"`
	Name         string        `dynamodbav:"name"`
	Audience     string        `dynamodbav:"audience"`
	OwnerID      string        `dynamodbav:"ownerId,omitempty"`
	DepartmentID string        `dynamodbav:"departmentId,omitempty"`
	Query        string        `dynamodbav:"query"`
	Columns      []string      `dynamodbav:"columns"`
	Version      int64         `dynamodbav:"version"`
	UpdatedAt    table.Instant `dynamodbav:"updatedAt"`
}

func newViewItem(v view.View) viewItem {
	return viewItem{
		Header: table.NewHeader(table.ViewKey(v.OwnerID, v.ID), "view"),
		ID:     v.ID, Name: v.Name, Audience: string(v.Audience), OwnerID: v.OwnerID, DepartmentID: v.DepartmentID,
		Query: v.Query, Columns: v.Columns, Version: v.Version, UpdatedAt: table.InstantOf(v.UpdatedAt),
	}
}

func (i viewItem) view() view.View {
	return view.View{
		ID: i.ID, Name: i.Name, Audience: view.Audience(i.Audience), OwnerID: i.OwnerID, DepartmentID: i.DepartmentID,
		Query: i.Query, Columns: i.Columns, Version: i.Version, UpdatedAt: i.UpdatedAt.Time(),
	}
}

// Views returns the shared views and a person's own views, in one round of consistent reads.
func (s *Store) Views(ctx context.Context, personID string) ([]view.View, error) {
	items, err := s.table.QueryAll(ctx,
		table.Query{Partition: table.ViewPartition(""), Consistency: table.Consistent},
		table.Query{Partition: table.ViewPartition(personID), Consistency: table.Consistent},
	)
	if err != nil {
		return nil, err
	}
	return table.DecodeEach(items, viewItem.view)
}

// AddView stores a new view. It returns view.ErrConflict if its identifier exists.
func (s *Store) AddView(ctx context.Context, v view.View) error {
	return table.ConflictAs(view.ErrConflict, s.table.Write(ctx, table.PutNew(newViewItem(v))))
}

// ChangeView replaces before with after. It returns view.ErrConflict if the stored version is no longer the version of before.
// If the owner changes because the view becomes shared or personal, one transaction moves it to another partition.
func (s *Store) ChangeView(ctx context.Context, before, after view.View) error {
	unchanged := table.HasVersion(before.Version)
	if before.OwnerID == after.OwnerID {
		return table.ConflictAs(view.ErrConflict, s.table.Write(ctx, table.Put(newViewItem(after)).If(unchanged)))
	}
	return table.ConflictAs(view.ErrConflict, s.table.Transact(ctx,
		table.Delete(table.ViewKey(before.OwnerID, before.ID)).If(unchanged),
		table.PutNew(newViewItem(after)),
	))
}

// DeleteView deletes a view. It returns view.ErrConflict if the stored version differs from v's, and nil if the view does not
// exist.
func (s *Store) DeleteView(ctx context.Context, v view.View) error {
	err := s.table.Write(ctx, table.Delete(table.ViewKey(v.OwnerID, v.ID)).If(table.IsNew().Or(table.HasVersion(v.Version))))
	return table.ConflictAs(view.ErrConflict, err)
}
