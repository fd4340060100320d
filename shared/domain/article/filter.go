package article

import (
	"cmp"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// State is the state of publication of an article draft.
type State string

// The states. StateChanged means published with unpublished changes.
const (
	StateDraft     State = "draft"
	StatePublished State = "published"
	StateChanged   State = "changed"
)

// State returns the draft's state.
func (d Draft) State() State {
	switch {
	case d.HasUnpublishedChanges():
		return StateChanged
	case d.IsPublished():
		return StatePublished
	default:
		return StateDraft
	}
}

// DraftCard is an article draft without the bodies of its texts.
type DraftCard struct {
	Draft
	// Terms are the draft's search terms by language.
	Terms map[locale.Language]Terms
}

// Card returns the draft's card.
func (d Draft) Card() DraftCard {
	card := DraftCard{Draft: d, Terms: make(map[locale.Language]Terms, len(d.Texts))}
	card.Texts = make(Texts, len(d.Texts))
	for language, text := range d.Texts {
		card.Terms[language] = IndexTerms(Article{Card: Card{Title: text.Title, Summary: text.Summary}, Body: text.Body})
		text.Body = ""
		card.Texts[language] = text
	}
	return card
}

// Filter selects article drafts. An empty attribute does not restrict the selection.
type Filter struct {
	CategoryID string
	Audience   Audience
	// State selects the drafts in a state; StatePublished includes StateChanged.
	State State
	// HasLanguage is a language in which the draft has a text, LacksLanguage a language in which the draft has no text.
	HasLanguage, LacksLanguage locale.Language
	// Words is a query; see Match. LastWordComplete reports that the last word of the query is complete.
	Words            string
	LastWordComplete bool
}

func (f Filter) matches(d DraftCard) bool {
	_, hasLanguage := d.Texts[f.HasLanguage]
	_, hasOtherLanguage := d.Texts[f.LacksLanguage]
	state := d.State()
	return (f.CategoryID == "" || f.CategoryID == d.CategoryID) &&
		(f.Audience == "" || f.Audience == d.Audience) &&
		(f.State == "" || f.State == state || f.State == StatePublished && state == StateChanged) &&
		(f.HasLanguage == "" || hasLanguage) && (f.LacksLanguage == "" || !hasOtherLanguage)
}

// Select returns the drafts that a person may read and that match the filter. With words the best match comes first, otherwise
// the most recently edited draft.
func (f Filter) Select(drafts []DraftCard, person account.Person) []DraftCard {
	selected := make([]DraftCard, 0, len(drafts))
	for _, draft := range drafts {
		if draft.EditableBy(person) && f.matches(draft) {
			selected = append(selected, draft)
		}
	}
	slices.SortStableFunc(selected, func(a, b DraftCard) int {
		return cmp.Or(b.EditedAt.Compare(a.EditedAt), cmp.Compare(a.ID, b.ID))
	})
	if f.Words == "" {
		return selected
	}
	return f.byWords(selected)
}

// byWords returns the drafts that match the words in any language. Each draft is returned once.
func (f Filter) byWords(drafts []DraftCard) []DraftCard {
	var cards []Card
	byID := make(map[string]DraftCard, len(drafts))
	for _, draft := range drafts {
		byID[draft.ID] = draft
		for _, language := range locale.Languages() {
			if text, exists := draft.Texts[language]; exists {
				cards = append(cards, Card{ID: draft.ID, Language: language, Title: text.Title, Terms: draft.Terms[language]})
			}
		}
	}
	found := make([]DraftCard, 0, len(drafts))
	for _, card := range Match(f.Words, f.LastWordComplete, cards) {
		if draft, ok := byID[card.ID]; ok {
			found = append(found, draft)
			delete(byID, card.ID)
		}
	}
	return found
}
