package ticket

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mesa/shared/domain/fold"
)

// The limits of tags: the maximum number of characters of a tag, and of tags of a ticket.
const (
	MaxTagLength = 40
	MaxTags      = 20
)

// ErrTooManyTags reports a tag with which the ticket would exceed MaxTags.
var ErrTooManyTags = errors.New("the ticket already has the maximum number of tags")

// NormalizeTag returns the form in which a tag is shown: in lower case, with hyphens between words, with its accents. So «Carga
// masiva» and «carga-masiva» are the same tag, and C++ and C# are two. The result may be empty or longer than MaxTagLength.
func NormalizeTag(text string) string {
	words := strings.FieldsFunc(lowerTag(lowerTag(text)), func(r rune) bool {
		return !fold.IsWordRune(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("._+#", r)
	})
	for i, word := range words {
		words[i] = strings.TrimLeft(word, "+#") // a sign before a word, as in #urgente
	}
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), "-")
}

// lowerTag returns a text in lower case, with each accented letter as one character. It is applied twice, because lower case can add
// a mark.
func lowerTag(text string) string {
	withoutFormat := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(text))
	return norm.NFKC.String(withoutFormat)
}

// TagKey returns the form in which tags are compared, which ignores accents: «año-fiscal» and «ano-fiscal» are the same tag.
func TagKey(tag string) string { return fold.Text(tag) }

// ValidTag reports whether a tag is in normal form, is not empty and does not exceed MaxTagLength.
func ValidTag(tag string) bool {
	return TagKey(tag) != "" && NormalizeTag(tag) == tag && utf8.RuneCountInString(tag) <= MaxTagLength
}

// TagTerm returns the term for tickets with a tag.
func TagTerm(tag string) string { return "tag:" + TagKey(tag) }

// ContainsTag reports whether a list has a tag, comparing by TagKey.
func ContainsTag(tags []string, tag string) bool {
	return slices.ContainsFunc(tags, func(other string) bool { return TagKey(other) == TagKey(tag) })
}

// changeTags adds and removes tags, and records the tags whose addition or removal changes the ticket. A tag in both lists is
// removed.
func (a *act) changeTags(add, remove []string) error {
	before := a.ticket.Tags
	var added, removed []string
	after := make([]string, 0, len(before)+len(add))
	for _, tag := range before {
		if ContainsTag(remove, tag) {
			removed = append(removed, tag)
			continue
		}
		after = append(after, tag)
	}
	for _, tag := range add {
		if ContainsTag(remove, tag) || ContainsTag(after, tag) {
			continue
		}
		after, added = append(after, tag), append(added, tag)
	}
	if len(after) > MaxTags {
		return ErrTooManyTags
	}
	slices.SortFunc(after, func(a, b string) int { return cmp.Compare(TagKey(a), TagKey(b)) })
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
