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

// UseStore keeps what visitors do with articles.
type UseStore interface {
	Articles
	// ArticleUses returns what a visitor did with an article; the zero value of one who is new to it.
	ArticleUses(ctx context.Context, id, visitor string) (article.Uses, error)
	// SaveArticleUses keeps what a visitor did, on what was read of it, and adds to the article's figures; fault.Edited where the
	// same visitor did something else meanwhile.
	SaveArticleUses(ctx context.Context, id, visitor string, uses article.Uses, adds article.Tally, at time.Time) error
	// CountArticleUse counts a use of someone without a session, and returns how many came from their address in the window, with
	// the desk's settings.
	CountArticleUse(ctx context.Context, source string, at time.Time) (int, settings.Settings, error)
}

// RecordArticleUse notes that an article was read, and whether it helped (B8).
type RecordArticleUse struct {
	Uses  UseStore
	Clock clock.Clock
}

// RecordArticleUse implements the operation record-article-use. What counts already is answered as if it had counted.
func (u RecordArticleUse) RecordArticleUse(ctx context.Context, r api.RecordArticleUseRequestObject) (api.RecordArticleUseResponseObject, error) {
	who, now := caller.From(ctx), u.Clock.Now()
	use := article.Use(r.Body.Use)
	visitor, err := visitorOf(who, use, api.Given(r.Body.Visitor))
	if err != nil {
		return nil, err
	}
	if r.Id == "" || len(r.Id) > maxID || !utf8.ValidString(r.Id) {
		return nil, fault.New(fault.NotFound)
	}
	before, err := u.before(ctx, r.Id, visitor, who, now)
	if err != nil {
		return nil, err
	}
	after, adds, counts := before.Note(use, now)
	if !counts {
		return api.RecordArticleUse204Response{}, nil
	}
	err = u.Uses.SaveArticleUses(ctx, r.Id, visitor, after, adds, now)
	if err != nil && !fault.Is(err, fault.Edited) { // a click that was made twice counts once
		return nil, err
	}
	return api.RecordArticleUse204Response{}, nil
}

// visitorOf names who does something, for counting: a person, or what a browser made up at an address, of which only a hash is
// kept. A ticket is avoided or opened by people alone.
func visitorOf(who caller.Caller, use article.Use, madeUp string) (string, error) {
	var wrong fault.Fields
	if !use.Valid() {
		wrong.Add("use", "field.choice")
	}
	if who.ID == "" && !isVisitor(madeUp) {
		wrong.Add("visitor", "field.format")
	}
	if err := wrong.Err(); err != nil {
		return "", err
	}
	if who.ID != "" {
		return "PERSON#" + who.ID, nil
	}
	if use == article.Avoided || use == article.Opened {
		return "", fault.New(fault.Unauthenticated)
	}
	sum := sha256.Sum256([]byte(limit.Source(who.Address) + "\n" + madeUp))
	return "BROWSER#" + hex.EncodeToString(sum[:12]), nil
}

func isVisitor(madeUp string) bool { return check.IsID(madeUp, 8, 64) }

// before returns what the visitor did until now, once the article is seen to be one that they may read; all in one round.
func (u RecordArticleUse) before(ctx context.Context, id, visitor string, who caller.Caller, at time.Time) (uses article.Uses, err error) {
	var found article.Article
	calls := []func(context.Context) error{
		func(ctx context.Context) (err error) {
			found, err = u.Uses.Article(ctx, id, who.Speaks)
			return err
		},
		func(ctx context.Context) (err error) {
			uses, err = u.Uses.ArticleUses(ctx, id, visitor)
			return err
		},
	}
	if who.ID == "" {
		calls = append(calls, func(ctx context.Context) error {
			made, settled, err := u.Uses.CountArticleUse(ctx, limit.Source(who.Address), at)
			if err == nil && made > settled.ArticleUsesPerHour {
				return fault.Wait(fault.TooManyRequests, limit.ArticleUses.Left(at))
			}
			return err
		})
	}
	if err := observe.Parallel(ctx, calls...); err != nil {
		return uses, err
	}
	if !found.Audience.Admits(who.Person) {
		return uses, fault.New(fault.NotFound)
	}
	return uses, nil
}
