package articlestore

import (
	"context"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/article"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// usesItem records the acts of one visitor on an article, so that each act is counted once.
type usesItem struct {
	table.Header
	Version   int64  `dynamodbav:"version"`
	Answer    string `dynamodbav:"answer,omitempty"`
	SeenOn    string `dynamodbav:"seenOn,omitempty"`
	AvoidedOn string `dynamodbav:"avoidedOn,omitempty"`
	OpenedOn  string `dynamodbav:"openedOn,omitempty"`
}

// usesLifetime is the time after a visitor's last act after which DynamoDB may delete the record.
const usesLifetime = 365 * 24 * time.Hour

func newUsesItem(id, visitor string, u article.Uses, at time.Time) usesItem {
	return usesItem{
		Header:  table.ExpiringHeader(table.ArticleUsesKey(id, visitor), "articleUses", at.Add(usesLifetime)),
		Version: u.Version, Answer: string(u.Vote), SeenOn: u.SeenOn, AvoidedOn: u.AvoidedOn, OpenedOn: u.OpenedOn,
	}
}

func (i usesItem) uses() article.Uses {
	return article.Uses{
		Version: i.Version, Vote: article.Use(i.Answer), SeenOn: i.SeenOn, AvoidedOn: i.AvoidedOn, OpenedOn: i.OpenedOn,
	}
}

// figuresItem holds the totals of all visitors' acts on an article. DynamoDB allows about 500 transactional writes per second
// to one item.
type figuresItem struct {
	ID      string `dynamodbav:"id"`
	Seen    int    `dynamodbav:"seen"`
	Useful  int    `dynamodbav:"useful"`
	Useless int    `dynamodbav:"useless"`
	Avoided int    `dynamodbav:"avoided"`
	Opened  int    `dynamodbav:"opened"`
}

func (i figuresItem) figures() article.Figures {
	return article.Figures{ID: i.ID, Tally: article.Tally{
		Seen: i.Seen, Useful: i.Useful, Useless: i.Useless, Avoided: i.Avoided, Opened: i.Opened,
	}}
}

// ArticleUses returns the acts of a visitor on an article, or the zero value for a new visitor.
func (s *Store) ArticleUses(ctx context.Context, id, visitor string) (article.Uses, error) {
	stored, err := table.FindAs[usesItem](ctx, s.table, table.ArticleUsesKey(id, visitor), table.Consistent)
	return stored.uses(), err
}

// SaveArticleUses stores a version of a visitor's acts, and adds delta to the totals of the article, in one transaction. It
// returns fault.Edited if the stored version is not the previous version.
func (s *Store) SaveArticleUses(ctx context.Context, id, visitor string, uses article.Uses, delta article.Tally, at time.Time) error {
	return editedError(s.table.Transact(ctx,
		table.Put(newUsesItem(id, visitor, uses, at)).If(table.Supersedes(uses.Version)),
		table.Upsert(table.ArticleFiguresKey(id), "articleFigures").Set("id", id).
			Add("seen", int64(delta.Seen)).Add("useful", int64(delta.Useful)).Add("useless", int64(delta.Useless)).
			Add("avoided", int64(delta.Avoided)).Add("opened", int64(delta.Opened)),
	))
}

// CountArticleUse counts an act of a visitor without a session. It returns the number of acts from the visitor's address in the
// current window, and the settings, in one round.
func (s *Store) CountArticleUse(ctx context.Context, source string, at time.Time) (int, settings.Settings, error) {
	return s.limits.CountWithSettings(ctx, limit.ArticleUses, source, at)
}

// ArticleFigures returns the totals of every article with at least one use, and the cards of all drafts, in one round.
func (s *Store) ArticleFigures(ctx context.Context) (figures []article.Figures, drafts []article.DraftCard, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) error {
			items, err := s.table.QueryAll(ctx, table.Query{Partition: table.ArticleFiguresPartition})
			if err != nil {
				return err
			}
			figures, err = table.DecodeEach(items, figuresItem.figures)
			return err
		},
		func(ctx context.Context) (err error) {
			drafts, err = s.ArticleDrafts(ctx)
			return err
		},
	)
	return figures, drafts, err
}
