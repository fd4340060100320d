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

// DraftCards reads all drafts as their list shows them.
type DraftCards interface {
	// ArticleDrafts returns the card of every draft as it is now.
	ArticleDrafts(ctx context.Context) ([]article.DraftCard, error)
}

// ListArticleDrafts lists the articles that a person may write, by what they are and by words.
type ListArticleDrafts struct {
	Drafts DraftCards
}

// ListArticleDrafts implements the operation list-article-drafts.
func (l ListArticleDrafts) ListArticleDrafts(ctx context.Context, r api.ListArticleDraftsRequestObject) (api.ListArticleDraftsResponseObject, error) {
	filter, after, limit, err := filterOf(r.Params)
	if err != nil {
		return nil, err
	}
	drafts, err := l.Drafts.ArticleDrafts(ctx)
	if err != nil {
		return nil, err
	}
	chosen := filter.Of(drafts, caller.From(ctx).Person)
	if at := slices.IndexFunc(chosen, func(d article.DraftCard) bool { return d.ID == after }); at >= 0 {
		chosen = chosen[at+1:]
	}
	told := api.ArticleDraftPage{Items: make([]api.ArticleDraftCard, 0, min(limit, len(chosen))), Next: nullable.NewNullNullable[string]()}
	for _, draft := range chosen[:min(limit, len(chosen))] {
		told.Items = append(told.Items, draftCardOf(draft.Draft))
	}
	if len(chosen) > limit {
		told.Next = nullable.NewNullableWithValue(cursor.Encode(chosen[limit-1].ID))
	}
	return api.ListArticleDrafts200JSONResponse(told), nil
}

func filterOf(params api.ListArticleDraftsParams) (filter article.Filter, after string, limit int, err error) {
	var wrong fault.Fields
	asked := api.Given(params.Q)
	filter = article.Filter{
		CategoryID: check.Line(&wrong, "category", api.Given(params.Category), 0, maxCategory),
		Words:      check.Line(&wrong, "q", asked, 0, maxQuery),
		Finished:   strings.HasSuffix(asked, " "),
	}
	if params.Audience != nil {
		if filter.Audience = article.Audience(*params.Audience); !filter.Audience.Valid() {
			wrong.Add("audience", "field.choice")
		}
	}
	if params.State != nil {
		filter.State = article.State(*params.State)
		if !slices.Contains([]article.State{article.StateDraft, article.StatePublished, article.StateChanged}, filter.State) {
			wrong.Add("state", "field.choice")
		}
	}
	filter.Written = knownLanguage(&wrong, "language", params.Language)
	filter.Missing = knownLanguage(&wrong, "missing", params.Missing)
	after = cursorID(&wrong, params.Cursor)
	limit = check.Limit(&wrong, params.Limit, defaultLimit, maxDrafts)
	return filter, after, limit, wrong.Err()
}

const maxDrafts = 100

func knownLanguage(wrong *fault.Fields, name string, asked *api.Language) locale.Language {
	if asked == nil {
		return ""
	}
	language, ok := locale.Parse(string(*asked))
	if !ok {
		wrong.Add(name, "field.choice")
	}
	return language
}
