package articles

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Drafts stores article drafts.
type Drafts interface {
	DraftReader
	// SaveArticleDraft replaces the previous version of an article draft. It returns fault.Edited if a newer version is stored.
	SaveArticleDraft(ctx context.Context, d article.Draft) error
}

// SaveArticle saves an article draft (L2). Readers see the changes only after publication.
type SaveArticle struct {
	Drafts    Drafts
	Settings  Settings
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

const (
	maxTitle   = 200
	maxSummary = 300
	// maxBody is the maximum length of a body in characters, without its formatting.
	maxBody = 65536
	// maxStored is the maximum size of a sanitized body in bytes. Both languages must fit into one item of the table (400 KB).
	maxStored = 160 << 10
)

// SaveArticle implements the operation save-article. If an edit of a stored article draft changes nothing, the operation
// succeeds without writing anything.
func (s SaveArticle) SaveArticle(ctx context.Context, r api.SaveArticleRequestObject) (api.SaveArticleResponseObject, error) {
	person := caller.From(ctx).Person
	before, config, err := s.read(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	if before.Version > 0 && !before.EditableBy(person) {
		return nil, fault.New(fault.NotFound)
	}
	edit, err := checkEdit(r.Id, *r.Body, config, s.Sanitizer)
	if err != nil {
		return nil, err
	}
	now := s.Clock.Now()
	after := article.NewDraft(r.Id, edit, person, now)
	if before.Version > 0 {
		after, err = before.Apply(edit, person, now)
		if errors.Is(err, article.ErrUnchanged) {
			return api.SaveArticle200JSONResponse(draftOf(before, person)), nil
		}
	}
	if err := requireVersion(before, r.Body.Version); err != nil {
		return nil, err
	}
	if err := s.Drafts.SaveArticleDraft(ctx, after); err != nil {
		return nil, err
	}
	return api.SaveArticle200JSONResponse(draftOf(after, person)), nil
}

// read returns the article draft, or the zero value if there is none, and the settings, in one round.
func (s SaveArticle) read(ctx context.Context, id string) (before article.Draft, config settings.Configuration, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			if !check.IsSlug(id, maxID) {
				return nil
			}
			before, err = s.Drafts.ArticleDraft(ctx, id)
			if fault.Is(err, fault.NotFound) {
				return nil
			}
			return err
		},
		func(ctx context.Context) (err error) {
			config, err = s.Settings.Configuration(ctx)
			return err
		},
	)
	return before, config, err
}

func checkEdit(id string, body api.ArticleEdit, config settings.Configuration, sanitizer richtext.Sanitizer) (article.Edit, error) {
	var errs fault.FieldErrors
	if !check.IsSlug(id, maxID) {
		errs.Add("id", "field.format")
	}
	edit := article.Edit{CategoryID: body.CategoryId, Audience: article.Audience(body.Audience), Texts: article.Texts{}}
	checkCategory(&errs, body.CategoryId, config)
	if !edit.Audience.Valid() {
		errs.Add("audience", "field.choice")
	}
	for language, text := range map[locale.Language]*api.ArticleText{locale.Spanish: body.Texts.Es, locale.English: body.Texts.En} {
		if text == nil {
			continue
		}
		if cleaned := checkText(&errs, "texts."+string(language), *text, sanitizer); cleaned != (article.Text{}) {
			edit.Texts[language] = cleaned
		}
	}
	if len(edit.Texts) == 0 && len(errs) == 0 {
		errs.Add("texts", "field.required")
	}
	return edit, errs.Err()
}

// checkText validates a text of an article draft. An article draft may be incomplete, so no part is required.
func checkText(errs *fault.FieldErrors, name string, text api.ArticleText, sanitizer richtext.Sanitizer) article.Text {
	cleaned := article.Text{
		Title:   check.Line(errs, name+".title", text.Title, 0, maxTitle),
		Summary: check.Line(errs, name+".summary", text.Summary, 0, maxSummary),
	}
	if !richtext.CheckLength(errs, name+".body", text.Body, maxBody, 4*maxBody) {
		return cleaned
	}
	if clean := sanitizer.Text(text.Body); !richtext.IsEmpty(clean) {
		cleaned.Body = clean
	}
	richtext.CheckLength(errs, name+".body", cleaned.Body, maxBody, maxStored)
	return cleaned
}
