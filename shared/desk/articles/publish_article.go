package articles

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
)

// Publisher puts drafts before readers.
type Publisher interface {
	Draft
	// PublishArticle keeps a draft as it is once published, the version, and what readers see of it; fault.Edited where the draft
	// has changed.
	PublishArticle(ctx context.Context, d article.Draft, v article.Version) error
}

// PublishArticle puts a draft before readers as a new version.
type PublishArticle struct {
	Drafts Publisher
	Clock  clock.Clock
}

// PublishArticle implements the operation publish-article. Publishing what is published already is answered as if it had been.
func (p PublishArticle) PublishArticle(ctx context.Context, r api.PublishArticleRequestObject) (api.PublishArticleResponseObject, error) {
	who := caller.From(ctx).Person
	if r.Body.Version < 1 {
		var wrong fault.Fields
		wrong.Add("version", "field.required")
		return nil, wrong.Err()
	}
	before, err := readable(ctx, p.Drafts, r.Id, who)
	if err != nil {
		return nil, err
	}
	if err := onVersion(before, r.Body.Version); err != nil {
		return nil, err
	}
	after, version, err := before.Publish(who, p.Clock.Now())
	if errors.Is(err, article.ErrNothing) {
		return api.PublishArticle200JSONResponse(draftOf(before, who)), nil
	}
	if err != nil {
		return nil, refused(err, before)
	}
	if err := p.Drafts.PublishArticle(ctx, after, version); err != nil {
		return nil, err
	}
	return api.PublishArticle200JSONResponse(draftOf(after, who)), nil
}
