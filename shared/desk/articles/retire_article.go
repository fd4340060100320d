package articles

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/clock"
)

// Retirer takes articles away from readers.
type Retirer interface {
	Draft
	// RetireArticle keeps a draft as it is once retired, and takes away what readers saw; fault.Edited where it has changed.
	RetireArticle(ctx context.Context, d article.Draft) error
}

// RetireArticle takes a published article away from readers; it stays as a draft, with its versions.
type RetireArticle struct {
	Drafts Retirer
	Clock  clock.Clock
}

// RetireArticle implements the operation retire-article. Retiring what isn't published changes nothing.
func (u RetireArticle) RetireArticle(ctx context.Context, r api.RetireArticleRequestObject) (api.RetireArticleResponseObject, error) {
	who := caller.From(ctx).Person
	before, err := readable(ctx, u.Drafts, r.Id, who)
	if err != nil {
		return nil, err
	}
	if err := onVersion(before, r.Params.Version); err != nil {
		return nil, err
	}
	after, err := before.Retire(who, u.Clock.Now())
	if errors.Is(err, article.ErrNothing) {
		return api.RetireArticle200JSONResponse(draftOf(before, who)), nil
	}
	if err := u.Drafts.RetireArticle(ctx, after); err != nil {
		return nil, err
	}
	return api.RetireArticle200JSONResponse(draftOf(after, who)), nil
}
