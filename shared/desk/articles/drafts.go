package articles

import (
	"context"
	"errors"
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// Draft reads what authors work on.
type Draft interface {
	// ArticleDraft returns a draft as it is now; fault.NotFound when there is none.
	ArticleDraft(ctx context.Context, id string) (article.Draft, error)
}

// readable returns a draft that a person may read; fault.NotFound for one that they may not, as for none.
func readable(ctx context.Context, drafts Draft, id string, who account.Person) (article.Draft, error) {
	if !isSlug(id, maxID) {
		return article.Draft{}, fault.New(fault.NotFound)
	}
	found, err := drafts.ArticleDraft(ctx, id)
	if err != nil {
		return article.Draft{}, err
	}
	if !found.Admits(who) {
		return article.Draft{}, fault.New(fault.NotFound)
	}
	return found, nil
}

// isSlug reports whether a text can name an article or a category in an address: words of small letters and digits, joined by
// hyphens.
func isSlug(id string, most int) bool {
	if id == "" || len(id) > most {
		return false
	}
	before := '-'
	for _, r := range id {
		if r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9') || r == '-' && before == '-' {
			return false
		}
		before = r
	}
	return before != '-'
}

// editedFault tells that a draft is not the one that was read any more, and which it is now.
type editedFault struct {
	error
	version int64
}

func (e *editedFault) Unwrap() error { return e.error }

// Explain implements httpapi.Explained.
func (e *editedFault) Explain(problem *api.Problem) { problem.Version = &e.version }

// onVersion returns a fault unless the draft is as it was when the caller read it.
func onVersion(d article.Draft, read int64) error {
	if d.Version == read {
		return nil
	}
	return &editedFault{error: fault.New(fault.Edited), version: d.Version}
}

// incomplete names the parts that a draft lacks to be published.
func incomplete(d article.Draft) error {
	var fields fault.Fields
	for _, language := range locale.Languages() {
		text, written := d.Texts[language]
		if !written {
			continue
		}
		for _, part := range []struct{ name, value string }{{"title", text.Title}, {"summary", text.Summary}, {"body", text.Body}} {
			if part.value == "" {
				fields.Add("texts."+string(language)+"."+part.name, "field.required")
			}
		}
	}
	if len(fields) == 0 {
		fields.Add("texts", "field.required")
	}
	return fields.Err()
}

// refused names why a rule refused an act.
func refused(err error, d article.Draft) error {
	if errors.Is(err, article.ErrIncomplete) {
		return incomplete(d)
	}
	return err
}

func partyOf(e article.Editor) api.Party { return api.Party{Id: e.ID, Name: e.Name} }

func textsOf(texts article.Texts) api.ArticleTexts {
	told := api.ArticleTexts{}
	for language, text := range texts {
		one := api.ArticleText{Title: text.Title, Summary: text.Summary, Body: text.Body}
		if language == locale.English {
			told.En = &one
		} else {
			told.Es = &one
		}
	}
	return told
}

func titlesOf(texts article.Texts) api.ArticleTitles {
	told := api.ArticleTitles{}
	for language, text := range texts {
		if language == locale.English {
			told.En = &text.Title
		} else {
			told.Es = &text.Title
		}
	}
	return told
}

func draftCardOf(d article.Draft) api.ArticleDraftCard {
	told := api.ArticleDraftCard{
		Id: d.ID, CategoryId: d.CategoryID, Audience: api.Audience(d.Audience), State: api.ArticleState(d.State()),
		Titles: titlesOf(d.Texts), Languages: []api.Language{}, Version: d.Version,
		Author: partyOf(d.Author), EditedBy: partyOf(d.EditedBy), EditedAt: d.EditedAt,
	}
	for _, language := range locale.Languages() {
		if _, written := d.Texts[language]; written {
			told.Languages = append(told.Languages, api.Language(language))
		}
	}
	if d.Published() {
		told.Published = &api.ArticlePublication{
			Number: d.Live.Number, At: d.Live.At, By: partyOf(d.Live.By), CategoryId: d.Live.CategoryID, Audience: api.Audience(d.Live.Audience),
		}
	}
	return told
}

func draftOf(d article.Draft, who account.Person) api.ArticleDraft {
	card := draftCardOf(d)
	told := api.ArticleDraft{
		Id: card.Id, CategoryId: card.CategoryId, Audience: card.Audience, State: card.State, Titles: card.Titles, Languages: card.Languages,
		Version: card.Version, Author: card.Author, EditedBy: card.EditedBy, EditedAt: card.EditedAt, Published: card.Published,
		Texts: textsOf(d.Texts), Actions: []api.ArticleAction{},
	}
	for _, action := range d.Actions(who) {
		told.Actions = append(told.Actions, api.ArticleAction(action))
	}
	return told
}

// categoryKnown checks that an article's category is one of the desk's.
func categoryKnown(fields *fault.Fields, id string, desk settings.Desk) {
	if !slices.ContainsFunc(desk.Categories, func(c settings.Category) bool { return c.ID == id }) {
		fields.Add("categoryId", "field.choice")
	}
}
