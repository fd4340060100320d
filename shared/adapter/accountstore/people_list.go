package accountstore

import (
	"context"
	"slices"
	"strings"

	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
)

// personListItem lists a person under a key of table.PersonListKeys. It contains the attributes by which a list is filtered.
type personListItem struct {
	table.Header
	ID             string `dynamodbav:"id"`
	Role           string `dynamodbav:"role"`
	OrganizationID string `dynamodbav:"organization,omitempty"`
	Disabled       bool   `dynamodbav:"disabled,omitempty"`
}

func newPersonListItem(key table.Key, p account.Person) personListItem {
	return personListItem{
		Header: table.NewHeader(key, "personName"), ID: p.ID, Role: string(p.Role), OrganizationID: p.Organization.ID, Disabled: p.Disabled,
	}
}

func (i personListItem) person() account.Person {
	return account.Person{ID: i.ID, Role: account.Role(i.Role), Organization: account.Organization{ID: i.OrganizationID}, Disabled: i.Disabled}
}

// listWrites returns the writes that list a person after a change. before is the zero value for a new person.
func listWrites(before, after account.Person) []table.Write {
	var writes []table.Write
	var outdated []table.Key
	if before.ID != "" {
		outdated = table.PersonListKeys(before)
	}
	isSame := newPersonListItem(table.Key{}, before) == newPersonListItem(table.Key{}, after)
	keys := table.PersonListKeys(after)
	for _, key := range keys {
		if !isSame || !slices.Contains(outdated, key) {
			writes = append(writes, table.Put(newPersonListItem(key, after)))
		}
	}
	for _, key := range outdated {
		if !slices.Contains(keys, key) {
			writes = append(writes, table.Delete(key))
		}
	}
	return writes
}

// examinedPerPerson is the number of list items that ListPeople reads for each person of a page, because some of them do not match
// the filter.
const examinedPerPerson = 4

// ListPeople returns a page of people by name that starts at a cursor, and the cursor of the next page, which is empty after the last
// page. It takes two rounds, whatever the number of people. So a page can have fewer people than limit, even none, although more
// pages follow. It returns a fault with the field cursor if the cursor is invalid.
func (s *Store) ListPeople(ctx context.Context, filter account.PeopleFilter, start string, limit int) ([]account.Person, string, error) {
	prefix := table.PeoplePrefix(filter.Text)
	var errs fault.FieldErrors
	after := cursor.Decode(&errs, start, func(sortKey string) bool { return strings.HasPrefix(sortKey, prefix) })
	if err := errs.Err(); err != nil {
		return nil, "", err
	}
	read := s.readPeopleList
	if filter.Role.IsStaff() {
		read = s.readStaffList
	}
	listed, next, err := read(ctx, filter, after, limit)
	if err != nil {
		return nil, "", err
	}
	ids := make([]string, 0, len(listed))
	for _, entry := range listed {
		if !slices.Contains(ids, entry.id) {
			ids = append(ids, entry.id)
		}
	}
	people, err := s.people(ctx, table.Consistent, ids...)
	if err != nil {
		return nil, "", err
	}
	page := make([]account.Person, 0, len(listed))
	for _, entry := range listed {
		person, exists := people[entry.id]
		// A person can match by several keys, also on several pages. They are shown at the first.
		if exists && filter.Matches(person) && entry.sortKey == firstKey(person, prefix) {
			page = append(page, person)
		}
	}
	if next != "" {
		next = cursor.Encode(next)
	}
	return page, next, nil
}

// listEntry is a position of a list, and the person at it.
type listEntry struct{ sortKey, id string }

func firstKey(p account.Person, prefix string) string {
	for _, key := range table.PersonListKeys(p) {
		if strings.HasPrefix(key.SK, prefix) {
			return key.SK
		}
	}
	return ""
}

// readPeopleList reads one page of a partition that lists people, and returns the entries that match the filter, and the sort key
// after which the next page starts.
func (s *Store) readPeopleList(ctx context.Context, filter account.PeopleFilter, after string, limit int) ([]listEntry, string, error) {
	query := table.Query{Partition: table.PeoplePartition, Prefix: table.PeoplePrefix(filter.Text)}
	switch {
	case filter.OrganizationID != "":
		query.Partition = table.OrganizationPeoplePartition(filter.OrganizationID)
	case filter.Disabled != nil && *filter.Disabled:
		query.Partition = table.DisabledPeoplePartition
	}
	if after != "" {
		query.After = table.Key{PK: query.Partition, SK: after}.Start()
	}
	items, more, err := s.table.QueryUpTo(ctx, query, examinedPerPerson*limit)
	if err != nil {
		return nil, "", err
	}
	var entries []listEntry
	for i, item := range items {
		stored, err := table.Decode[personListItem](item)
		if err != nil {
			return nil, "", err
		}
		sortKey := table.KeyOf(item).SK
		if filter.Matches(stored.person()) {
			entries = append(entries, listEntry{sortKey, stored.ID})
		}
		if len(entries) == limit && (more || i < len(items)-1) {
			return entries, sortKey, nil
		}
	}
	if more {
		return entries, table.KeyOf(items[len(items)-1]).SK, nil
	}
	return entries, "", nil
}

// readStaffList returns the same as readPeopleList for a role of staff, from the staff directory.
func (s *Store) readStaffList(ctx context.Context, filter account.PeopleFilter, after string, limit int) ([]listEntry, string, error) {
	staff, err := settingstore.ConsistentStaff(ctx, s.table)
	if err != nil {
		return nil, "", err
	}
	prefix := table.PeoplePrefix(filter.Text)
	var entries []listEntry
	filter.OrganizationID = "" // the directory has no organizations; ListPeople checks them
	for _, p := range staff {
		if key := firstKey(p, prefix); key > after && filter.Matches(p) {
			entries = append(entries, listEntry{key, p.ID})
		}
	}
	slices.SortFunc(entries, func(a, b listEntry) int { return strings.Compare(a.sortKey, b.sortKey) })
	if len(entries) <= limit {
		return entries, "", nil
	}
	return entries[:limit], entries[limit-1].sortKey, nil
}
