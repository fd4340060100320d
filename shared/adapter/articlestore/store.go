// Package articlestore stores the articles of the knowledge base: the published articles, drafts, versions and article uses.
package articlestore

import (
	"context"
	"strings"

	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/observe"
)

// Store stores articles.
type Store struct {
	table  *table.Table
	limits *limitstore.Store
}

// New returns the store of the articles in t.
func New(t *table.Table) *Store { return &Store{table: t, limits: limitstore.New(t)} }

// articleItem is a published article in one language. The article's card, which lists show, is a second item of this type, with
// search terms instead of the body.
type articleItem struct {
	table.Header
	ID         string        `dynamodbav:"id"`
	Language   string        `dynamodbav:"language"`
	CategoryID string        `dynamodbav:"categoryId"`
	Audience   string        `dynamodbav:"audience"`
	Title      string        `dynamodbav:"title"`
	Summary    string        `dynamodbav:"summary"`
	UpdatedAt  table.Instant `dynamodbav:"updatedAt"`
	Body       string        `dynamodbav:"body,omitempty"`
	// The terms are joined with spaces into one string. As a list of texts, they would be about twice as large in DynamoDB's
	// responses.
	TitleTerms   string `dynamodbav:"titleTerms,omitempty"`
	SummaryTerms string `dynamodbav:"summaryTerms,omitempty"`
	BodyTerms    string `dynamodbav:"bodyTerms,omitempty"`
}

func newArticleItem(a article.Article) articleItem {
	item := newCardItem(a.Card)
	item.Header = table.NewHeader(table.ArticleKey(a.ID, a.Language), "article")
	item.Body = a.Body
	item.TitleTerms, item.SummaryTerms, item.BodyTerms = "", "", ""
	return item
}

func newCardItem(c article.Card) articleItem {
	return articleItem{
		Header: table.NewHeader(table.ArticleCardKey(c.Audience, c.Language, c.ID), "articleCard"),
		ID:     c.ID, Language: string(c.Language), CategoryID: c.CategoryID, Audience: string(c.Audience), Title: c.Title,
		Summary: c.Summary, UpdatedAt: table.InstantOf(c.UpdatedAt),
		TitleTerms: joinTerms(c.Terms.Title), SummaryTerms: joinTerms(c.Terms.Summary), BodyTerms: joinTerms(c.Terms.Body),
	}
}

func joinTerms(terms []string) string { return strings.Join(terms, " ") }

func (i articleItem) article() article.Article { return article.Article{Card: i.card(), Body: i.Body} }

func (i articleItem) card() article.Card {
	return article.Card{
		ID: i.ID, Language: locale.Language(i.Language), CategoryID: i.CategoryID, Audience: article.Audience(i.Audience),
		Title: i.Title, Summary: i.Summary, UpdatedAt: i.UpdatedAt.Time(),
		Terms: article.Terms{
			Title: strings.Fields(i.TitleTerms), Summary: strings.Fields(i.SummaryTerms), Body: strings.Fields(i.BodyTerms),
		},
	}
}

// Article returns an article in a language, or in another language if there is no text in that language. It reads all languages
// in one round. It returns fault.NotFound if the article does not exist.
func (s *Store) Article(ctx context.Context, id string, language locale.Language) (article.Article, error) {
	languages := locale.Languages()
	found := make([]articleItem, len(languages))
	calls := make([]func(context.Context) error, 0, len(languages))
	for i, candidate := range languages {
		calls = append(calls, func(ctx context.Context) (err error) {
			found[i], err = table.FindAs[articleItem](ctx, s.table, table.ArticleKey(id, candidate), table.Eventual)
			return err
		})
	}
	if err := observe.Parallel(ctx, calls...); err != nil {
		return article.Article{}, err
	}
	var chosen articleItem
	for i, candidate := range languages {
		if found[i].ID != "" && (chosen.ID == "" || candidate == language) {
			chosen = found[i]
		}
	}
	if chosen.ID == "" {
		return article.Article{}, fault.New(fault.NotFound)
	}
	return chosen.article(), nil
}

// Cards returns the cards of all public articles in every language, in one round or from the cache. Callers must not modify the
// slice.
func (s *Store) Cards(ctx context.Context) ([]article.Card, error) {
	return s.cards(ctx, article.Public)
}

// InternalCards returns the cards of all internal articles, as Cards does.
func (s *Store) InternalCards(ctx context.Context) ([]article.Card, error) {
	return s.cards(ctx, article.Internal)
}

func (s *Store) cards(ctx context.Context, audience article.Audience) ([]article.Card, error) {
	var queries []table.Query
	for _, language := range locale.Languages() {
		queries = append(queries, table.Query{Partition: table.ArticleCardsPartition(audience, language)})
	}
	return table.Cached(s.table, queries[0].Partition, func() ([]article.Card, error) {
		items, err := s.table.QueryAll(ctx, queries...)
		if err != nil {
			return nil, err
		}
		return table.DecodeEach(items, articleItem.card)
	})
}
