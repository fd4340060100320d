package articles

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/clock"
)

// Retirer reads article drafts and retires articles.
type Retirer interface {
	DraftReader
	// RetireArticle stores the retired article draft and deletes the articles that readers see. It returns fault.Edited if the
	// article draft has changed since it was read.
	RetireArticle(ctx context.Context, d article.Draft) error
}

// RetireArticle unpublishes an article. The article draft and its versions are preserved (L3).
type RetireArticle struct {
	Drafts Retirer
	Clock  clock.Clock
}

// RetireArticle implements the operation retire-article. If the article is not published, the operation succeeds without
// writing anything.
func (a RetireArticle) RetireArticle(ctx context.Context, r api.RetireArticleRequestObject) (api.RetireArticleResponseObject, error) {
	person := caller.From(ctx).Person
	before, err := readableDraft(ctx, a.Drafts, r.Id, person)
	if err != nil {
		return nil, err
	}
	if err := requireVersion(before, r.Params.Version); err != nil {
		return nil, err
	}
	after, err := before.Retire(person, a.Clock.Now())
	if errors.Is(err, article.ErrUnchanged) {
		return api.RetireArticle200JSONResponse(draftOf(before, person)), nil
	}
	if err := a.Drafts.RetireArticle(ctx, after); err != nil {
		return nil, err
	}
	return api.RetireArticle200JSONResponse(draftOf(after, person)), nil
}
