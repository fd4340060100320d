package articles

import (
	"context"
	"slices"
	"strings"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// DraftCards reads the cards of all article drafts.
type DraftCards interface {
	// ArticleDrafts returns the current card of every article draft.
	ArticleDrafts(ctx context.Context) ([]article.DraftCard, error)
}

// ListArticleDrafts lists the article drafts that the caller may edit, filtered by category, audience, state, language and
// words.
type ListArticleDrafts struct {
	Drafts DraftCards
}

// ListArticleDrafts implements the operation list-article-drafts.
func (l ListArticleDrafts) ListArticleDrafts(ctx context.Context, r api.ListArticleDraftsRequestObject) (api.ListArticleDraftsResponseObject, error) {
	filter, after, limit, err := checkFilter(r.Params)
	if err != nil {
		return nil, err
	}
	drafts, err := l.Drafts.ArticleDrafts(ctx)
	if err != nil {
		return nil, err
	}
	chosen := filter.Select(drafts, caller.From(ctx).Person)
	if i := slices.IndexFunc(chosen, func(d article.DraftCard) bool { return d.ID == after }); i >= 0 {
		chosen = chosen[i+1:]
	}
	result := api.ArticleDraftPage{Items: make([]api.ArticleDraftCard, 0, min(limit, len(chosen))), Next: nullable.NewNullNullable[string]()}
	for _, draft := range chosen[:min(limit, len(chosen))] {
		result.Items = append(result.Items, draftCardOf(draft.Draft))
	}
	if len(chosen) > limit {
		result.Next = nullable.NewNullableWithValue(cursor.Encode(chosen[limit-1].ID))
	}
	return api.ListArticleDrafts200JSONResponse(result), nil
}

func checkFilter(params api.ListArticleDraftsParams) (filter article.Filter, after string, limit int, err error) {
	var errs fault.FieldErrors
	words := api.Given(params.Q)
	filter = article.Filter{
		CategoryID:       check.Line(&errs, "category", api.Given(params.Category), 0, maxCategory),
		Words:            check.Line(&errs, "q", words, 0, maxQuery),
		LastWordComplete: strings.HasSuffix(words, " "),
	}
	if params.Audience != nil {
		if filter.Audience = article.Audience(*params.Audience); !filter.Audience.Valid() {
			errs.Add("audience", "field.choice")
		}
	}
	if params.State != nil {
		filter.State = article.State(*params.State)
		if !slices.Contains([]article.State{article.StateDraft, article.StatePublished, article.StateChanged}, filter.State) {
			errs.Add("state", "field.choice")
		}
	}
	filter.HasLanguage = checkLanguage(&errs, "language", params.Language)
	filter.LacksLanguage = checkLanguage(&errs, "missing", params.Missing)
	after = cursorID(&errs, params.Cursor)
	limit = check.Limit(&errs, params.Limit, defaultLimit, maxDrafts)
	return filter, after, limit, errs.Err()
}

const maxDrafts = 100

// checkLanguage validates an optional language parameter and returns it. It returns "" if the parameter is missing.
func checkLanguage(errs *fault.FieldErrors, name string, requested *api.Language) locale.Language {
	if requested == nil {
		return ""
	}
	language, ok := locale.Parse(string(*requested))
	if !ok {
		errs.Add(name, "field.choice")
	}
	return language
}
