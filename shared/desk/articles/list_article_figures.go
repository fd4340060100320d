package articles

import (
	"context"
	"slices"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
)

// Figures reads the figures of articles.
type Figures interface {
	// ArticleFigures returns the figures of every article with a recorded use, and the card of every article draft.
	ArticleFigures(ctx context.Context) ([]article.Figures, []article.DraftCard, error)
}

// ListArticleFigures lists the figures of the articles that are or were published, sorted by usefulness (L7).
type ListArticleFigures struct {
	Figures Figures
}

// ListArticleFigures implements the operation list-article-figures.
func (l ListArticleFigures) ListArticleFigures(ctx context.Context, r api.ListArticleFiguresRequestObject) (api.ListArticleFiguresResponseObject, error) {
	var errs fault.FieldErrors
	limit := check.Limit(&errs, r.Params.Limit, defaultLimit, maxDrafts)
	after := cursorID(&errs, r.Params.Cursor)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	figures, drafts, err := l.Figures.ArticleFigures(ctx)
	if err != nil {
		return nil, err
	}
	tallies := make(map[string]article.Tally, len(figures))
	for _, f := range figures {
		tallies[f.ID] = f.Tally
	}
	cards := make(map[string]article.DraftCard, len(drafts))
	var all []article.Figures
	for _, draft := range drafts {
		if draft.Publications > 0 {
			cards[draft.ID] = draft
			all = append(all, article.Figures{ID: draft.ID, Tally: tallies[draft.ID]})
		}
	}
	all = article.ByUsefulness(all)
	if i := slices.IndexFunc(all, func(f article.Figures) bool { return f.ID == after }); i >= 0 {
		all = all[i+1:]
	}
	result := api.ArticleFiguresPage{Items: make([]api.ArticleFigures, 0, min(limit, len(all))), Next: nullable.NewNullNullable[string]()}
	for _, f := range all[:min(limit, len(all))] {
		result.Items = append(result.Items, figuresOf(f, cards[f.ID]))
	}
	if len(all) > limit {
		result.Next = nullable.NewNullableWithValue(cursor.Encode(all[limit-1].ID))
	}
	return api.ListArticleFigures200JSONResponse(result), nil
}

func figuresOf(f article.Figures, card article.DraftCard) api.ArticleFigures {
	return api.ArticleFigures{
		Id: f.ID, Titles: titlesOf(card.Texts), Audience: api.Audience(card.Audience), State: api.ArticleState(card.State()),
		Seen: f.Seen, Useful: f.Useful, Useless: f.Useless, Avoided: f.Avoided, Opened: f.Opened, Usefulness: f.Usefulness(),
	}
}

// cursorID decodes a cursor, which is the identifier of the last article of the previous page.
func cursorID(errs *fault.FieldErrors, text *string) string {
	return cursor.Decode(errs, api.Given(text), func(id string) bool { return check.IsSlug(id, maxID) })
}
