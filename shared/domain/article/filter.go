package article

import (
	"cmp"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// State is how far an article has come.
type State string

// The states; Changed is a published one with changes that readers don't see yet.
const (
	StateDraft     State = "draft"
	StatePublished State = "published"
	StateChanged   State = "changed"
)

// State returns how far the article has come.
func (d Draft) State() State {
	switch {
	case d.Changed():
		return StateChanged
	case d.Published():
		return StatePublished
	default:
		return StateDraft
	}
}

// DraftCard is a draft as the list of those who write shows it: its texts have no bodies.
type DraftCard struct {
	Draft
	// Terms are what the draft is found by, in each language that it is written in.
	Terms map[locale.Language]Terms
}

// Card returns the draft's card.
func (d Draft) Card() DraftCard {
	card := DraftCard{Draft: d, Terms: make(map[locale.Language]Terms, len(d.Texts))}
	card.Texts = make(Texts, len(d.Texts))
	for language, text := range d.Texts {
		card.Terms[language] = Index(Article{Card: Card{Title: text.Title, Summary: text.Summary}, Body: text.Body})
		text.Body = ""
		card.Texts[language] = text
	}
	return card
}

// Filter says which drafts to list. What is empty doesn't narrow the list.
type Filter struct {
	CategoryID string
	Audience   Audience
	// State of published articles holds for those with changes too.
	State State
	// Written and Missing name a language that the draft is or isn't written in.
	Written, Missing locale.Language
	// Words are looked for as readers' are; Finished says that the last of them isn't the beginning of one.
	Words    string
	Finished bool
}

func (f Filter) takes(d DraftCard) bool {
	_, written := d.Texts[f.Written]
	_, missing := d.Texts[f.Missing]
	state := d.State()
	return (f.CategoryID == "" || f.CategoryID == d.CategoryID) &&
		(f.Audience == "" || f.Audience == d.Audience) &&
		(f.State == "" || f.State == state || f.State == StatePublished && state == StateChanged) &&
		(f.Written == "" || written) && (f.Missing == "" || !missing)
}

// Of returns the drafts that a person may read and the filter takes: the best match of words first, else the last edited.
func (f Filter) Of(drafts []DraftCard, who account.Person) []DraftCard {
	taken := make([]DraftCard, 0, len(drafts))
	for _, draft := range drafts {
		if draft.Admits(who) && f.takes(draft) {
			taken = append(taken, draft)
		}
	}
	slices.SortStableFunc(taken, func(a, b DraftCard) int {
		return cmp.Or(b.EditedAt.Compare(a.EditedAt), cmp.Compare(a.ID, b.ID))
	})
	if f.Words == "" {
		return taken
	}
	return f.matching(taken)
}

// matching finds words in every language of the drafts, each draft once.
func (f Filter) matching(drafts []DraftCard) []DraftCard {
	var cards []Card
	byID := make(map[string]DraftCard, len(drafts))
	for _, draft := range drafts {
		byID[draft.ID] = draft
		for _, language := range locale.Languages() {
			if text, written := draft.Texts[language]; written {
				cards = append(cards, Card{ID: draft.ID, Language: language, Title: text.Title, Terms: draft.Terms[language]})
			}
		}
	}
	found := make([]DraftCard, 0, len(drafts))
	for _, card := range Matching(f.Words, f.Finished, cards) {
		if draft, ok := byID[card.ID]; ok {
			found = append(found, draft)
			delete(byID, card.ID)
		}
	}
	return found
}
