package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// DraftReader reads article drafts.
type DraftReader interface {
	// ArticleDraft returns the current draft of an article. It returns fault.NotFound if there is none.
	ArticleDraft(ctx context.Context, id string) (article.Draft, error)
}

// readableDraft returns an article draft if the person may read it. Otherwise it returns fault.NotFound.
func readableDraft(ctx context.Context, drafts DraftReader, id string, person account.Person) (article.Draft, error) {
	if !check.IsSlug(id, maxID) {
		return article.Draft{}, fault.New(fault.NotFound)
	}
	found, err := drafts.ArticleDraft(ctx, id)
	if err != nil {
		return article.Draft{}, err
	}
	if !found.EditableBy(person) {
		return article.Draft{}, fault.New(fault.NotFound)
	}
	return found, nil
}

// editedFault reports that an article draft has changed since it was read. It contains the current version.
type editedFault struct {
	error
	version int64
}

func (e *editedFault) Unwrap() error { return e.error }

// Explain adds the current version to the problem document.
func (e *editedFault) Explain(problem *api.Problem) { problem.Version = &e.version }

// requireVersion returns a fault if the article draft's version differs from the version that the caller read.
func requireVersion(d article.Draft, version int64) error {
	if d.Version == version {
		return nil
	}
	return &editedFault{error: fault.New(fault.Edited), version: d.Version}
}

// incomplete returns a field error for each part that must be added before the article draft can be published.
func incomplete(d article.Draft) error {
	var errs fault.FieldErrors
	for _, language := range locale.Languages() {
		text, exists := d.Texts[language]
		if !exists {
			continue
		}
		for _, part := range []struct{ name, value string }{{"title", text.Title}, {"summary", text.Summary}, {"body", text.Body}} {
			if part.value == "" {
				errs.Add("texts."+string(language)+"."+part.name, "field.required")
			}
		}
	}
	if len(errs) == 0 {
		errs.Add("texts", "field.required")
	}
	return errs.Err()
}

func partyOf(e article.Editor) api.Party { return api.Party{Id: e.ID, Name: e.Name} }

func textsOf(texts article.Texts) api.ArticleTexts {
	result := api.ArticleTexts{}
	for language, text := range texts {
		content := api.ArticleText{Title: text.Title, Summary: text.Summary, Body: text.Body}
		if language == locale.English {
			result.En = &content
		} else {
			result.Es = &content
		}
	}
	return result
}

func titlesOf(texts article.Texts) api.ArticleTitles {
	result := api.ArticleTitles{}
	for language, text := range texts {
		if language == locale.English {
			result.En = &text.Title
		} else {
			result.Es = &text.Title
		}
	}
	return result
}

func draftCardOf(d article.Draft) api.ArticleDraftCard {
	result := api.ArticleDraftCard{
		Id: d.ID, CategoryId: d.CategoryID, Audience: api.Audience(d.Audience), State: api.ArticleState(d.State()),
		Titles: titlesOf(d.Texts), Languages: []api.Language{}, Version: d.Version,
		Author: partyOf(d.Author), EditedBy: partyOf(d.EditedBy), EditedAt: d.EditedAt,
	}
	for _, language := range locale.Languages() {
		if _, exists := d.Texts[language]; exists {
			result.Languages = append(result.Languages, api.Language(language))
		}
	}
	if d.IsPublished() {
		result.Published = &api.ArticlePublication{
			Number: d.Live.Number, At: d.Live.At, By: partyOf(d.Live.By), CategoryId: d.Live.CategoryID, Audience: api.Audience(d.Live.Audience),
		}
	}
	return result
}

func draftOf(d article.Draft, person account.Person) api.ArticleDraft {
	card := draftCardOf(d)
	result := api.ArticleDraft{
		Id: card.Id, CategoryId: card.CategoryId, Audience: card.Audience, State: card.State, Titles: card.Titles, Languages: card.Languages,
		Version: card.Version, Author: card.Author, EditedBy: card.EditedBy, EditedAt: card.EditedAt, Published: card.Published,
		Texts: textsOf(d.Texts), Actions: []api.ArticleAction{},
	}
	for _, action := range d.Actions(person) {
		result.Actions = append(result.Actions, api.ArticleAction(action))
	}
	return result
}

// checkCategory validates that the desk has the category of an article.
func checkCategory(errs *fault.FieldErrors, id string, config settings.Configuration) {
	if _, known := config.Category(id); !known {
		errs.Add("categoryId", "field.choice")
	}
}
