package table

import (
	"slices"
	"strings"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fold"
)

// The partitions that list people: all people, the people of an organization, and the disabled people. Each lists a person by name,
// and by each word of the name, by user name and by e-mail address.
const (
	PeoplePartition         = "PEOPLE"
	DisabledPeoplePartition = "PEOPLE#disabled"
)

// OrganizationPeoplePartition returns the partition that lists the people of an organization.
func OrganizationPeoplePartition(organization string) string {
	return "PEOPLE#organization#" + organization
}

// maxPersonWords is the maximum number of words of a name that list a person. It ensures that a change of a person, which writes the
// keys before and after it in at most three partitions, fits into one transaction.
const maxPersonWords = 8

// PersonListKeys returns the keys that list a person, in the order of the partitions and of the sort keys.
func PersonListKeys(p account.Person) []Key {
	partitions := []string{PeoplePartition}
	if p.Organization.ID != "" {
		partitions = append(partitions, OrganizationPeoplePartition(p.Organization.ID))
	}
	if p.Disabled {
		partitions = append(partitions, DisabledPeoplePartition)
	}
	words := fold.Words(p.Name)
	sortKeys := []string{PersonNameKey(p)}
	for i := range min(len(words), maxPersonWords) {
		sortKeys = append(sortKeys, personWordKey(words[i:], p.ID))
	}
	for _, login := range []string{p.Username, p.Email} {
		sortKeys = append(sortKeys, personWordKey(fold.Words(login), p.ID))
	}
	slices.Sort(sortKeys)
	sortKeys = slices.Compact(sortKeys) // a transaction may contain a key only once
	keys := make([]Key, 0, len(partitions)*len(sortKeys))
	for _, partition := range partitions {
		for _, sortKey := range sortKeys {
			keys = append(keys, Key{partition, sortKey})
		}
	}
	return keys
}

// PersonNameKey returns the sort key that lists a person by name.
func PersonNameKey(p account.Person) string {
	return namePrefix + truncated(strings.Join(fold.Words(p.Name), " ")) + "#" + p.ID
}

func personWordKey(words []string, id string) string {
	return wordPrefix + truncated(strings.Join(words, " ")) + "#" + id
}

// PeoplePrefix returns the prefix of the sort keys of people with a text at the beginning of a word of the name, of the user name or
// of the e-mail address. If the text has no words, it is the prefix of the sort keys of all people, in the order of their names.
func PeoplePrefix(text string) string { return OrganizationNamePrefix(text) }

// AdministratorsKey returns the key of the item that each change of the administrators increments.
func AdministratorsKey() Key { return Key{"ADMINISTRATORS", "ADMINISTRATORS"} }
