package articles

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"
	"unicode/utf8"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// UseStore stores the article uses of visitors.
type UseStore interface {
	Articles
	// ArticleUses returns a visitor's uses of an article. It returns the zero value if there are none.
	ArticleUses(ctx context.Context, id, visitor string) (article.Uses, error)
	// SaveArticleUses stores a visitor's uses and adds to the article's figures. It returns fault.Edited if the stored uses
	// have changed since they were read.
	SaveArticleUses(ctx context.Context, id, visitor string, uses article.Uses, added article.Tally, at time.Time) error
	// CountArticleUse counts an article use by a visitor without a session. It returns the number of uses from the source
	// (limit.Source) in the current window, and the settings.
	CountArticleUse(ctx context.Context, source string, at time.Time) (int, settings.Settings, error)
}

// RecordArticleUse records an article use: a read, a vote, a ticket avoided or a ticket opened (L7).
type RecordArticleUse struct {
	Uses  UseStore
	Clock clock.Clock
}

// RecordArticleUse implements the operation record-article-use. It succeeds without counting again if the use was already
// counted.
func (u RecordArticleUse) RecordArticleUse(ctx context.Context, r api.RecordArticleUseRequestObject) (api.RecordArticleUseResponseObject, error) {
	user, now := caller.From(ctx), u.Clock.Now()
	use := article.Use(r.Body.Use)
	visitor, err := visitorOf(user, use, api.Given(r.Body.Visitor))
	if err != nil {
		return nil, err
	}
	if r.Id == "" || len(r.Id) > maxID || !utf8.ValidString(r.Id) {
		return nil, fault.New(fault.NotFound)
	}
	before, err := u.earlierUses(ctx, r.Id, visitor, user, now)
	if err != nil {
		return nil, err
	}
	after, added, counts := before.Record(use, now)
	if !counts {
		return api.RecordArticleUse204Response{}, nil
	}
	err = u.Uses.SaveArticleUses(ctx, r.Id, visitor, after, added, now)
	if err != nil && !fault.Is(err, fault.Edited) { // usually a repeated click, which must count once
		return nil, err
	}
	return api.RecordArticleUse204Response{}, nil
}

// visitorOf returns the identifier under which uses are counted. It is the person's identifier, or a hash of the address and
// the browser's random identifier. The uses Avoided and Opened require a session.
func visitorOf(user caller.Caller, use article.Use, browserID string) (string, error) {
	var errs fault.FieldErrors
	if !use.Valid() {
		errs.Add("use", "field.choice")
	}
	if user.ID == "" && !check.IsID(browserID, 8, 64) {
		errs.Add("visitor", "field.format")
	}
	if err := errs.Err(); err != nil {
		return "", err
	}
	if user.ID != "" {
		return "PERSON#" + user.ID, nil
	}
	if use == article.Avoided || use == article.Opened {
		return "", fault.New(fault.Unauthenticated)
	}
	sum := sha256.Sum256([]byte(limit.Source(user.Address) + "\n" + browserID))
	return "BROWSER#" + hex.EncodeToString(sum[:12]), nil
}

// earlierUses returns the visitor's uses of an article in one round. It returns an error if the visitor may not read the
// article, or if the address has recorded too many uses without a session.
func (u RecordArticleUse) earlierUses(ctx context.Context, id, visitor string, user caller.Caller, at time.Time) (uses article.Uses, err error) {
	var found article.Article
	calls := []func(context.Context) error{
		func(ctx context.Context) (err error) {
			found, err = u.Uses.Article(ctx, id, user.ResponseLanguage)
			return err
		},
		func(ctx context.Context) (err error) {
			uses, err = u.Uses.ArticleUses(ctx, id, visitor)
			return err
		},
	}
	if user.ID == "" {
		calls = append(calls, func(ctx context.Context) error {
			count, limits, err := u.Uses.CountArticleUse(ctx, limit.Source(user.Address), at)
			if err == nil && count > limits.ArticleUsesPerHour {
				return fault.WithRetryAfter(fault.TooManyRequests, limit.ArticleUses.TimeLeft(at))
			}
			return err
		})
	}
	if err := observe.Parallel(ctx, calls...); err != nil {
		return uses, err
	}
	if !found.Audience.Includes(user.Person) {
		return uses, fault.New(fault.NotFound)
	}
	return uses, nil
}
