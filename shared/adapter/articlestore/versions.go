package articlestore

import (
	"context"
	"slices"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/observe"
)

// versionItem is an article version. Each version is stored as two items: one with the titles only, one with the whole text.
type versionItem struct {
	table.Header
	Number     int                 `dynamodbav:"number"`
	CategoryID string              `dynamodbav:"categoryId"`
	Audience   string              `dynamodbav:"audience"`
	Texts      map[string]textPart `dynamodbav:"texts"`
	By         editorPart          `dynamodbav:"by"`
	At         table.Instant       `dynamodbav:"at"`
}

func newVersionTextItem(id string, v article.Version) versionItem {
	return versionItem{
		Header: table.NewHeader(table.ArticleVersionTextKey(id, v.Number), "articleVersionText"),
		Number: v.Number, CategoryID: v.CategoryID, Audience: string(v.Audience), Texts: textParts(v.Texts), By: editorPart(v.By),
		At: table.InstantOf(v.At),
	}
}

func newVersionItem(id string, v article.Version) versionItem {
	item := newVersionTextItem(id, v)
	item.Header = table.NewHeader(table.ArticleVersionKey(id, v.Number), "articleVersion")
	for language, text := range item.Texts {
		item.Texts[language] = textPart{Title: text.Title}
	}
	return item
}

func (i versionItem) version() article.Version {
	return article.Version{
		Number: i.Number, CategoryID: i.CategoryID, Audience: article.Audience(i.Audience), Texts: textsOf(i.Texts),
		By: article.Editor(i.By), At: i.At.Time(),
	}
}

// PublishArticle stores a published draft, its new version, and the articles and cards that readers see, in one transaction. It
// returns fault.Edited if the draft has changed.
func (s *Store) PublishArticle(ctx context.Context, d article.Draft, v article.Version) error {
	published := v.Articles(d.ID)
	writes := append(draftWrites(d), table.Put(newVersionItem(d.ID, v)), table.Put(newVersionTextItem(d.ID, v)))
	for _, a := range published {
		writes = append(writes, table.Put(newArticleItem(a)), table.Put(newCardItem(a.Card)))
	}
	return editedError(s.table.Transact(ctx, append(writes, deletesOfUnpublished(d.ID, published)...)...))
}

// RetireArticle stores a retired draft and deletes the published articles and cards, in one transaction. It returns
// fault.Edited if the draft has changed.
func (s *Store) RetireArticle(ctx context.Context, d article.Draft) error {
	return editedError(s.table.Transact(ctx, append(draftWrites(d), deletesOfUnpublished(d.ID, nil)...)...))
}

// deletesOfUnpublished returns the writes that delete an article's item in each language, and its card in each language and
// audience, unless published contains it.
func deletesOfUnpublished(id string, published []article.Article) []table.Write {
	var writes []table.Write
	for _, language := range locale.Languages() {
		i := slices.IndexFunc(published, func(a article.Article) bool { return a.Language == language })
		if i < 0 {
			writes = append(writes, table.Delete(table.ArticleKey(id, language)))
		}
		for _, audience := range []article.Audience{article.Public, article.Internal} {
			if i < 0 || published[i].Audience != audience {
				writes = append(writes, table.Delete(table.ArticleCardKey(audience, language, id)))
			}
		}
	}
	return writes
}

// ArticleVersions returns the draft of an article and a page of its versions with their titles only, latest first. The page
// starts at the version before a number, or at the latest if before is 0. more reports whether there is another page. It
// returns fault.NotFound if the article does not exist.
func (s *Store) ArticleVersions(ctx context.Context, id string, before, limit int) (d article.Draft, page []article.Version, more bool, err error) {
	query := table.Query{Partition: table.ArticlePartition(id), Prefix: table.VersionPrefix, Descending: true}
	if before > 0 {
		query.After = table.ArticleVersionKey(id, before).Start()
	}
	var items []table.Item
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			d, err = s.ArticleDraft(ctx, id)
			return err
		},
		func(ctx context.Context) (err error) {
			items, more, err = s.table.QueryUpTo(ctx, query, limit)
			return err
		},
	)
	if err != nil {
		return d, nil, false, err
	}
	page, err = table.DecodeEach(items, versionItem.version)
	return d, page, more, err
}

// ArticleVersion returns the draft of an article and one version with its text. It returns fault.NotFound if the draft or the
// version does not exist.
func (s *Store) ArticleVersion(ctx context.Context, id string, number int) (d article.Draft, v article.Version, err error) {
	var stored versionItem
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			d, err = s.ArticleDraft(ctx, id)
			return err
		},
		func(ctx context.Context) (err error) {
			stored, err = table.GetAs[versionItem](ctx, s.table, table.ArticleVersionTextKey(id, number), table.Eventual)
			return err
		},
	)
	if err != nil {
		return article.Draft{}, article.Version{}, err
	}
	return d, stored.version(), nil
}
