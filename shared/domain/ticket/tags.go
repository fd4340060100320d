package ticket

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mesa/shared/domain/fold"
)

// The limits of tags: the maximum number of characters of a tag, and of tags of a ticket.
const (
	MaxTagLength = 40
	MaxTags      = 20
)

// ErrTooManyTags reports a tag with which the ticket would exceed MaxTags.
var ErrTooManyTags = errors.New("the ticket already has the maximum number of tags")

// NormalizeTag returns the normal form of a tag: in lower case, without accents, with hyphens between words. So «Carga masiva»
// and «carga-masiva» are the same tag. The result may be empty or longer than MaxTagLength.
func NormalizeTag(text string) string {
	words := strings.FieldsFunc(fold.Text(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '_'
	})
	return strings.Join(words, "-")
}

// ValidTag reports whether a tag is in normal form, is not empty and does not exceed MaxTagLength.
func ValidTag(tag string) bool {
	return tag != "" && NormalizeTag(tag) == tag && utf8.RuneCountInString(tag) <= MaxTagLength
}

// TagTerm returns the term for tickets with a tag.
func TagTerm(tag string) string { return "tag:" + tag }

// changeTags adds and removes tags, and records the tags whose addition or removal changes the ticket. A tag in both lists is
// removed.
func (a *act) changeTags(add, remove []string) error {
	before := a.ticket.Tags
	var added, removed []string
	after := make([]string, 0, len(before)+len(add))
	for _, tag := range before {
		if slices.Contains(remove, tag) {
			removed = append(removed, tag)
			continue
		}
		after = append(after, tag)
	}
	for _, tag := range add {
		if slices.Contains(remove, tag) || slices.Contains(after, tag) {
			continue
		}
		after, added = append(after, tag), append(added, tag)
	}
	if len(after) > MaxTags {
		return ErrTooManyTags
	}
	slices.Sort(after)
	if len(added)+len(removed) > 0 {
		a.record(Tagged{Added: added, Removed: removed})
	}
	a.ticket.Tags = after
	return nil
}

// TagUse is the number of tickets with a tag.
type TagUse struct {
	Tag     string
	Tickets int
}
