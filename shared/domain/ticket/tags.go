package ticket

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mesa/shared/domain/fold"
)

// Bounds of tags: characters of one, and how many a ticket has.
const (
	MaxTag  = 40
	MaxTags = 20
)

// ErrTags refuses a tag too many.
var ErrTags = errors.New("the ticket has as many tags as it can")

// Tag is the form of a tag that was typed: without accents or capitals, and with hyphens for all that is no letter or digit, so
// that «Carga masiva» and «carga-masiva» are one. The empty one says nothing; it may be longer than MaxTag.
func Tag(typed string) string {
	words := strings.FieldsFunc(fold.Text(typed), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '_'
	})
	return strings.Join(words, "-")
}

// ValidTag reports whether a tag is in the form that Tag gives, and no longer than it may be.
func ValidTag(tag string) bool {
	return tag != "" && Tag(tag) == tag && utf8.RuneCountInString(tag) <= MaxTag
}

// TagTerm is the term that a ticket with a tag has in the search index beside its words. No word has its form.
func TagTerm(tag string) string { return "tag:" + tag }

// retag puts tags on and takes others off, and notes which it did. What is there, or isn't, stays as it is.
func (a *act) retag(add, remove []string) error {
	before := a.ticket.Tags
	var gone, come []string
	after := make([]string, 0, len(before)+len(add))
	for _, tag := range before {
		if slices.Contains(remove, tag) {
			gone = append(gone, tag)
			continue
		}
		after = append(after, tag)
	}
	for _, tag := range add {
		if slices.Contains(remove, tag) || slices.Contains(after, tag) {
			continue
		}
		after, come = append(after, tag), append(come, tag)
	}
	if len(after) > MaxTags {
		return ErrTags
	}
	slices.Sort(after)
	if len(gone)+len(come) > 0 {
		a.record(Tagged{Added: come, Removed: gone})
	}
	a.ticket.Tags = after
	return nil
}

// TagUse is how many tickets have a tag.
type TagUse struct {
	Tag     string
	Tickets int
}
