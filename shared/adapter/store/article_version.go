package store

import (
	"context"
	"errors"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/observe"
)

// articleVersionItem is a version with its titles; what it says is in an item beside it.
type articleVersionItem struct {
	header
	Number     int                        `dynamodbav:"number"`
	CategoryID string                     `dynamodbav:"categoryId"`
	Audience   string                     `dynamodbav:"audience"`
	Texts      map[string]articleTextPart `dynamodbav:"texts"`
	By         editorPart                 `dynamodbav:"by"`
	At         string                     `dynamodbav:"at"`
}

func newVersionItem(key Key, kind string, v article.Version) articleVersionItem {
	return articleVersionItem{
		header: head(key, kind),
		Number: v.Number, CategoryID: v.CategoryID, Audience: string(v.Audience), Texts: textParts(v.Texts), By: editorPart(v.By), At: stamp(v.At),
	}
}

func (i articleVersionItem) version() (article.Version, error) {
	at, err := unstamp(i.At)
	return article.Version{
		Number: i.Number, CategoryID: i.CategoryID, Audience: article.Audience(i.Audience), Texts: textsOf(i.Texts), By: article.Editor(i.By), At: at,
	}, err
}

// PublishArticle keeps a draft as it is once published, the version, and what readers see of it, in one transaction; fault.Edited
// where the draft has changed.
func (t *Table) PublishArticle(ctx context.Context, d article.Draft, v article.Version) error {
	writes, err := t.draftWrites(d)
	if err != nil {
		return err
	}
	titles := v
	titles.Texts = make(article.Texts, len(v.Texts))
	for language, text := range v.Texts {
		titles.Texts[language] = article.Text{Title: text.Title}
	}
	read := v.Articles(d.ID)
	puts := []any{
		newVersionItem(versionKey(d.ID, v.Number), "articleVersion", titles),
		newVersionItem(versionTextKey(d.ID, v.Number), "articleVersionText", v),
	}
	for _, one := range read {
		whole, card := one, one
		whole.Terms, card.Body = article.Terms{}, ""
		puts = append(puts,
			newArticleItem(articleKey(d.ID, string(one.Language)), "article", whole),
			newArticleItem(articleCardKey(v.Audience, one.Language, d.ID), "articleCard", card),
		)
	}
	for _, one := range puts {
		attributes, err := encode(one)
		if err != nil {
			return err
		}
		writes = append(writes, types.TransactWriteItem{Put: &types.Put{TableName: &t.name, Item: attributes}})
	}
	writes = append(writes, t.hide(d.ID, read)...)
	return edited(t.transact(ctx, writes...))
}

// RetireArticle keeps a draft as it is once retired, and takes away what readers saw of it; fault.Edited where it has changed.
func (t *Table) RetireArticle(ctx context.Context, d article.Draft) error {
	writes, err := t.draftWrites(d)
	if err != nil {
		return err
	}
	return edited(t.transact(ctx, append(writes, t.hide(d.ID, nil)...)...))
}

// hide takes away all that readers may see of an article but what is to stay.
func (t *Table) hide(id string, stays []article.Article) []types.TransactWriteItem {
	var writes []types.TransactWriteItem
	remove := func(key Key) {
		writes = append(writes, types.TransactWriteItem{Delete: &types.Delete{TableName: &t.name, Key: key.attributes()}})
	}
	for _, language := range locale.Languages() {
		stay := slices.IndexFunc(stays, func(a article.Article) bool { return a.Language == language })
		if stay < 0 {
			remove(articleKey(id, string(language)))
		}
		for _, audience := range []article.Audience{article.Public, article.Internal} {
			if stay < 0 || stays[stay].Audience != audience {
				remove(articleCardKey(audience, language, id))
			}
		}
	}
	return writes
}

// ArticleVersions returns a page of an article's versions without what they say, the last first, from the one before a number
// on, or from the last on where that is 0; and the draft. more says whether there are others. fault.NotFound when there is no
// such article.
func (t *Table) ArticleVersions(ctx context.Context, id string, before, limit int) (d article.Draft, page []article.Version, more bool, err error) {
	in := partitionQuery(articlePartition(id))
	in.KeyConditionExpression = aws.String("pk = :pk AND begins_with(sk, :prefix)")
	in.ExpressionAttributeValues[":prefix"] = text(versionPrefix)
	in.ScanIndexForward = aws.Bool(false)
	in.Limit = aws.Int32(int32(limit + 1)) //nolint:gosec // at most 100, and one more to tell whether there is another page
	if before > 0 {
		in.ExclusiveStartKey = versionKey(id, before).attributes()
	}
	var found []item
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			d, err = t.ArticleDraft(ctx, id)
			return err
		},
		func(ctx context.Context) error {
			got, err := t.query(ctx, in)
			found = got.items
			return err
		},
	)
	if err != nil {
		return d, nil, false, err
	}
	if more = len(found) > limit; more {
		found = found[:limit]
	}
	page, err = each(found, versionOf)
	return d, page, more, err
}

// ArticleVersion returns a version of an article whole, and the draft; fault.NotFound when there is none.
func (t *Table) ArticleVersion(ctx context.Context, id string, number int) (d article.Draft, v article.Version, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			d, err = t.ArticleDraft(ctx, id)
			return err
		},
		func(ctx context.Context) error {
			found, err := t.get(ctx, versionTextKey(id, number), false)
			if errors.Is(err, ErrMissing) {
				return fault.Because(fault.NotFound, err)
			}
			if err != nil {
				return err
			}
			v, err = versionOf(found)
			return err
		},
	)
	return d, v, err
}

func versionOf(attributes item) (article.Version, error) {
	kept, err := decode[articleVersionItem](attributes)
	if err != nil {
		return article.Version{}, err
	}
	return kept.version()
}
