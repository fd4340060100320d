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

// Publisher reads and publishes article drafts.
type Publisher interface {
	DraftReader
	// PublishArticle stores the published article draft, the new version, and the articles that readers see. It returns
	// fault.Edited if the article draft has changed since it was read.
	PublishArticle(ctx context.Context, d article.Draft, v article.Version) error
}

// PublishArticle publishes an article draft as a new version (L3).
type PublishArticle struct {
	Drafts Publisher
	Clock  clock.Clock
}

// PublishArticle implements the operation publish-article. If the article draft has no unpublished changes, the operation
// succeeds without writing anything.
func (p PublishArticle) PublishArticle(ctx context.Context, r api.PublishArticleRequestObject) (api.PublishArticleResponseObject, error) {
	person := caller.From(ctx).Person
	if r.Body.Version < 1 {
		var errs fault.FieldErrors
		errs.Add("version", "field.required")
		return nil, errs.Err()
	}
	before, err := readableDraft(ctx, p.Drafts, r.Id, person)
	if err != nil {
		return nil, err
	}
	if err := requireVersion(before, r.Body.Version); err != nil {
		return nil, err
	}
	after, version, err := before.Publish(person, p.Clock.Now())
	if errors.Is(err, article.ErrUnchanged) {
		return api.PublishArticle200JSONResponse(draftOf(before, person)), nil
	}
	if errors.Is(err, article.ErrIncomplete) {
		return nil, incomplete(before)
	}
	if err != nil {
		return nil, err
	}
	if err := p.Drafts.PublishArticle(ctx, after, version); err != nil {
		return nil, err
	}
	return api.PublishArticle200JSONResponse(draftOf(after, person)), nil
}
