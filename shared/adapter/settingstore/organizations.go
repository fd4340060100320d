package settingstore

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/fold"
	"mesa/shared/domain/settings"
)

const (
	organizationType     = "organization"
	organizationNameType = "organizationName"
)

type organizationItem struct {
	table.Header
	ID         string   `dynamodbav:"id"`
	Version    int64    `dynamodbav:"version"`
	Name       string   `dynamodbav:"name"`
	Shares     bool     `dynamodbav:"shares,omitempty"`
	ManagerIDs []string `dynamodbav:"managerIds,omitempty"`
	Entity     string   `dynamodbav:"entity,omitempty"`
}

func newOrganizationItem(o settings.Organization) organizationItem {
	return newOrganizationItemAt(table.OrganizationKey(o.ID), organizationType, o)
}

// newOrganizationItemAt returns the item of an organization with a key. The items that list an organization have all its
// attributes.
func newOrganizationItemAt(key table.Key, kind string, o settings.Organization) organizationItem {
	return organizationItem{
		Header: table.NewHeader(key, kind),
		ID:     o.ID, Version: o.Version, Name: o.Name, Shares: o.Shares, ManagerIDs: o.ManagerIDs, Entity: o.Entity,
	}
}

func (i organizationItem) organization() settings.Organization {
	return settings.Organization{
		Organization: account.Organization{ID: i.ID, Name: i.Name, Shares: i.Shares},
		Version:      i.Version, ManagerIDs: i.ManagerIDs, Entity: i.Entity,
	}
}

// LatestOrganization returns an organization in a consistent read, for editing, or the zero value if it does not exist.
func (s *Store) LatestOrganization(ctx context.Context, id string) (settings.Organization, error) {
	stored, err := table.FindAs[organizationItem](ctx, s.table, table.OrganizationKey(id), table.Consistent)
	return stored.organization(), err
}

// SaveOrganization stores an organization, the items that list it by name and by word, and the audit event of the change, in one
// transaction. before is the stored organization as it was read, or the zero value for a new organization. It returns fault.Edited
// if the stored organization is no longer before.
func (s *Store) SaveOrganization(ctx context.Context, before, after settings.Organization, event audit.Event) error {
	err := s.audit.Transact(ctx, event, organizationWrites(before, after)...)
	return table.ConflictAs(fault.New(fault.Edited), err)
}

// organizationWrites returns the writes that replace an organization. At most 43 items are written.
func organizationWrites(before, after settings.Organization) []table.Write {
	outdated := map[table.Key]bool{}
	if before.ID != "" {
		for _, key := range table.OrganizationNameKeys(before.ID, before.Name) {
			outdated[key] = true
		}
	}
	after.Version = before.Version + 1
	writes := []table.Write{table.Put(newOrganizationItem(after)).If(table.Supersedes(after.Version))}
	for _, key := range table.OrganizationNameKeys(after.ID, after.Name) {
		delete(outdated, key)
		writes = append(writes, table.Put(newOrganizationItemAt(key, organizationNameType, after)))
	}
	for key := range outdated {
		writes = append(writes, table.Delete(key))
	}
	return writes
}

// PutOrganization stores the name and the sharing of an organization, for tools. Its other attributes do not change. It returns
// table.ErrConflict if the organization changes at the same time.
func (s *Store) PutOrganization(ctx context.Context, o account.Organization) error {
	before, err := s.LatestOrganization(ctx, o.ID)
	if err != nil {
		return err
	}
	after := before
	after.Organization = o
	return s.table.Transact(ctx, organizationWrites(before, after)...)
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
		s.table.PutCached(key.CacheName(), stored.organization().Organization, s.table.CacheLifetime())
		found[stored.ID] = stored.organization().Organization
	}
	maps.DeleteFunc(found, func(_ string, o account.Organization) bool { return o.ID == "" })
	return found, nil
}

// OrganizationsByID returns organizations by identifier, in the order of their names, in one consistent read without the cache. It
// omits organizations that do not exist.
func (s *Store) OrganizationsByID(ctx context.Context, ids ...string) ([]settings.Organization, error) {
	keys := make([]table.Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, table.OrganizationKey(id))
	}
	items, err := s.table.BatchGet(ctx, table.Consistent, keys...)
	if err != nil {
		return nil, err
	}
	found, err := table.DecodeEach(slices.Collect(maps.Values(items)), organizationItem.organization)
	slices.SortFunc(found, func(a, b settings.Organization) int { return cmp.Compare(fold.Text(a.Name), fold.Text(b.Name)) })
	return found, err
}

// ListOrganizations returns a page of up to limit organizations that starts at a cursor, and the cursor of the next page, which
// is empty after the last page. Without text it lists all organizations by name. With text it lists the organizations whose name
// has the text at the beginning of a word, without regard to case, accents and punctuation. It returns a fault with the field
// cursor if the cursor is invalid.
func (s *Store) ListOrganizations(ctx context.Context, text, start string, limit int) ([]settings.Organization, string, error) {
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
	return slices.DeleteFunc(listed, func(o settings.Organization) bool {
		isRepeated := seen[o.ID]
		seen[o.ID] = true
		return isRepeated
	}), next, nil
}
