package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/article"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

type articleUsesItem struct {
	header
	Version   int64  `dynamodbav:"version"`
	Answer    string `dynamodbav:"answer,omitempty"`
	SeenOn    string `dynamodbav:"seenOn,omitempty"`
	AvoidedOn string `dynamodbav:"avoidedOn,omitempty"`
	OpenedOn  string `dynamodbav:"openedOn,omitempty"`
}

// usesKept is how long after the last use a visitor is known to have answered.
const usesKept = 365 * 24 * time.Hour

// ArticleUses returns what a visitor did with an article; the zero value of one who is new to it.
func (t *Table) ArticleUses(ctx context.Context, id, visitor string) (article.Uses, error) {
	found, err := t.get(ctx, usesKey(id, visitor), true)
	if errors.Is(err, ErrMissing) {
		return article.Uses{}, nil
	}
	if err != nil {
		return article.Uses{}, err
	}
	kept, err := decode[articleUsesItem](found)
	return article.Uses{
		Version: kept.Version, Answer: article.Use(kept.Answer), SeenOn: kept.SeenOn, AvoidedOn: kept.AvoidedOn, OpenedOn: kept.OpenedOn,
	}, err
}

// SaveArticleUses keeps what a visitor did, on what was read of it, and adds to the article's figures, in one transaction;
// fault.Edited where the same visitor did something else meanwhile. An article's figures are one item, which takes 500 uses a
// second.
func (t *Table) SaveArticleUses(ctx context.Context, id, visitor string, uses article.Uses, adds article.Tally, at time.Time) error {
	kept, err := encode(articleUsesItem{
		header:  expiring(usesKey(id, visitor), "articleUses", at.Add(usesKept)),
		Version: uses.Version, Answer: string(uses.Answer), SeenOn: uses.SeenOn, AvoidedOn: uses.AvoidedOn, OpenedOn: uses.OpenedOn,
	})
	if err != nil {
		return err
	}
	condition, values := aws.String("attribute_not_exists(pk)"), item(nil)
	if uses.Version > 1 {
		condition, values = aws.String("version = :before"), item{":before": integer(uses.Version - 1)}
	}
	return edited(t.transact(ctx,
		types.TransactWriteItem{Put: &types.Put{TableName: &t.name, Item: kept, ConditionExpression: condition, ExpressionAttributeValues: values}},
		types.TransactWriteItem{Update: &types.Update{
			TableName: &t.name, Key: figuresKey(id).attributes(),
			UpdateExpression: aws.String("SET #type = :type, v = :v, id = :id ADD seen :seen, useful :useful, useless :useless, avoided :avoided, opened :opened"),
			ExpressionAttributeNames: map[string]string{
				"#type": "type",
			},
			ExpressionAttributeValues: item{
				":type": text("articleFigures"), ":v": integer(1), ":id": text(id),
				":seen": integer(int64(adds.Seen)), ":useful": integer(int64(adds.Useful)), ":useless": integer(int64(adds.Useless)),
				":avoided": integer(int64(adds.Avoided)), ":opened": integer(int64(adds.Opened)),
			},
		}},
	))
}

// CountArticleUse counts a use of someone without a session, and returns how many came from their address in the window, with
// the desk's settings, in one round.
func (t *Table) CountArticleUse(ctx context.Context, source string, at time.Time) (int, settings.Settings, error) {
	var (
		made    int
		settled settings.Settings
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			made, err = t.Count(ctx, limit.ArticleUses, source, at)
			return err
		},
		func(ctx context.Context) (err error) {
			settled, err = t.Settings(ctx)
			return err
		},
	)
	return made, settled, err
}

type articleFiguresItem struct {
	ID      string `dynamodbav:"id"`
	Seen    int    `dynamodbav:"seen"`
	Useful  int    `dynamodbav:"useful"`
	Useless int    `dynamodbav:"useless"`
	Avoided int    `dynamodbav:"avoided"`
	Opened  int    `dynamodbav:"opened"`
}

// ArticleFigures returns the figures of every article that was read, with the card of every draft, in one round of two small
// partitions.
func (t *Table) ArticleFigures(ctx context.Context) (figures []article.Figures, drafts []article.DraftCard, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) error {
			found, err := t.queryAll(ctx, partitionQuery(figuresPartition))
			if err != nil {
				return err
			}
			kept, err := decodeAll[articleFiguresItem](found)
			for _, one := range kept {
				figures = append(figures, article.Figures{
					ID: one.ID, Tally: article.Tally{Seen: one.Seen, Useful: one.Useful, Useless: one.Useless, Avoided: one.Avoided, Opened: one.Opened},
				})
			}
			return err
		},
		func(ctx context.Context) (err error) {
			drafts, err = t.ArticleDrafts(ctx)
			return err
		},
	)
	return figures, drafts, err
}
