package settingstore

import (
	"context"
	"maps"
	"slices"
	"strings"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
)

const (
	organizationType     = "organization"
	organizationNameType = "organizationName"
)

type organizationItem struct {
	table.Header
	ID     string `dynamodbav:"id"`
	Name   string `dynamodbav:"name"`
	Shares bool   `dynamodbav:"shares,omitempty"`
}

func newOrganizationItem(o account.Organization) organizationItem {
	return organizationItem{Header: table.NewHeader(table.OrganizationKey(o.ID), organizationType), ID: o.ID, Name: o.Name, Shares: o.Shares}
}

func (i organizationItem) organization() account.Organization {
	return account.Organization{ID: i.ID, Name: i.Name, Shares: i.Shares}
}

// newOrganizationNameItem returns the item that lists an organization under a key.
func newOrganizationNameItem(key table.Key, o account.Organization) organizationItem {
	return organizationItem{Header: table.NewHeader(key, organizationNameType), ID: o.ID, Name: o.Name, Shares: o.Shares}
}

// SaveOrganization stores an organization and the items that list it by name and by word, in one transaction. It returns
// table.ErrConflict if the organization was created or renamed concurrently.
func (s *Store) SaveOrganization(ctx context.Context, o account.Organization) error {
	before, err := table.FindAs[organizationItem](ctx, s.table, table.OrganizationKey(o.ID), table.Consistent)
	if err != nil {
		return err
	}
	condition := table.IsNew()
	outdated := map[table.Key]bool{}
	if before.ID != "" {
		condition = table.Equal("name", before.Name)
		for _, key := range table.OrganizationNameKeys(before.ID, before.Name) {
			outdated[key] = true
		}
	}
	writes := []table.Write{table.Put(newOrganizationItem(o)).If(condition)}
	for _, key := range table.OrganizationNameKeys(o.ID, o.Name) {
		delete(outdated, key)
		writes = append(writes, table.Put(newOrganizationNameItem(key, o)))
	}
	for key := range outdated {
		writes = append(writes, table.Delete(key))
	}
	return s.table.Transact(ctx, writes...)
}

// Organizations returns organizations by identifier, possibly from the cache. The map has no entry for an organization that
// does not exist. It takes at most one round.
func (s *Store) Organizations(ctx context.Context, ids ...string) (map[string]account.Organization, error) {
	found := make(map[string]account.Organization, len(ids))
	var missing []table.Key
	for _, id := range ids {
		if id == "" {
			continue
		}
		key := table.OrganizationKey(id)
		if organization, ok := table.Lookup[account.Organization](s.table, key.CacheName()); ok {
			found[id] = organization
		} else {
			missing = append(missing, key)
		}
	}
	items, err := s.table.BatchGet(ctx, table.Eventual, missing...)
	if err != nil {
		return nil, err
	}
	for _, key := range missing {
		stored, err := table.Decode[organizationItem](items[key])
		if err != nil {
			return nil, err
		}
		// For an organization that does not exist, the zero value is cached.
		s.table.PutCached(key.CacheName(), stored.organization(), s.table.CacheLifetime())
		found[stored.ID] = stored.organization()
	}
	maps.DeleteFunc(found, func(_ string, o account.Organization) bool { return o.ID == "" })
	return found, nil
}

// ListOrganizations returns a page of up to limit organizations that starts at a cursor, and the cursor of the next page, which
// is empty after the last page. Without text it lists all organizations by name. With text it lists the organizations whose name
// has the text at the beginning of a word, without regard to case, accents and punctuation. It returns a fault with the field
// cursor if the cursor is invalid.
func (s *Store) ListOrganizations(ctx context.Context, text, start string, limit int) ([]account.Organization, string, error) {
	prefix := table.OrganizationNamePrefix(text)
	query := table.Query{Partition: table.OrganizationsPartition, Prefix: prefix}
	var errs fault.FieldErrors
	after := cursor.Decode(&errs, start, func(sortKey string) bool { return strings.HasPrefix(sortKey, prefix) })
	if err := errs.Err(); err != nil {
		return nil, "", err
	}
	if after != "" {
		query.After = table.Key{PK: table.OrganizationsPartition, SK: after}.Start()
	}
	items, more, err := s.table.QueryUpTo(ctx, query, limit)
	if err != nil {
		return nil, "", err
	}
	listed, err := table.DecodeEach(items, organizationItem.organization)
	if err != nil {
		return nil, "", err
	}
	next := ""
	if more {
		next = cursor.Encode(table.KeyOf(items[len(items)-1]).SK)
	}
	seen := make(map[string]bool, len(listed)) // a name can have the text at the beginning of several words
	return slices.DeleteFunc(listed, func(o account.Organization) bool {
		isRepeated := seen[o.ID]
		seen[o.ID] = true
		return isRepeated
	}), next, nil
}
