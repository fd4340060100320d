package table

import (
	"slices"
	"strings"

	"mesa/shared/domain/fold"
)

// OrganizationKey returns the key of an organization.
func OrganizationKey(id string) Key { return Key{"ORGANIZATION#" + id, "ORGANIZATION"} }

// OrganizationsPartition lists the organizations by name and by each word of the name.
const OrganizationsPartition = "ORGANIZATIONS"

const (
	namePrefix = "NAME#"
	wordPrefix = "WORD#"
)

// The limits of the keys of a name. They ensure that all items of an organization fit into one transaction, and that a key fits
// into a cursor.
const (
	maxNameWords     = 20
	maxNameKeyLength = 150 // in bytes
)

// OrganizationNameKeys returns the keys that list an organization: one that sorts by name, and one for each of the first
// maxNameWords words, which contains the name from this word on.
func OrganizationNameKeys(id, name string) []Key {
	words := fold.Words(name)
	keys := []Key{organizationNameKey(namePrefix, words, id)}
	for i := range min(len(words), maxNameWords) {
		key := organizationNameKey(wordPrefix, words[i:], id)
		if !slices.Contains(keys, key) { // truncated keys can be equal, and a transaction may contain a key only once
			keys = append(keys, key)
		}
	}
	return keys
}

func organizationNameKey(prefix string, words []string, id string) Key {
	return Key{OrganizationsPartition, prefix + truncated(strings.Join(words, " ")) + "#" + id}
}

// OrganizationNamePrefix returns the prefix of the sort keys of organizations whose name has a text at the beginning of a word.
// If the text has no words, it is the prefix of the sort keys of all organizations, in the order of their names.
func OrganizationNamePrefix(text string) string {
	words := fold.Words(text)
	if len(words) == 0 {
		return namePrefix
	}
	return wordPrefix + truncated(strings.Join(words, " "))
}

func truncated(name string) string {
	if len(name) <= maxNameKeyLength {
		return name
	}
	return strings.ToValidUTF8(name[:maxNameKeyLength], "")
}
