package store

import (
	"context"
	"errors"
	"strings"
	"time"

	"mesa/shared/article"
	"mesa/shared/fault"
	"mesa/shared/locale"
	"mesa/shared/observe"
)

// articleItem is an article in one language, and without its body and with its terms the card that lists show.
type articleItem struct {
	header
	ID         string `dynamodbav:"id"`
	Language   string `dynamodbav:"language"`
	CategoryID string `dynamodbav:"categoryId"`
	Title      string `dynamodbav:"title"`
	Summary    string `dynamodbav:"summary"`
	UpdatedAt  string `dynamodbav:"updatedAt"`
	Body       string `dynamodbav:"body,omitempty"`
	// The terms are in one text each: a list would be twice as large.
	TitleTerms   string `dynamodbav:"titleTerms,omitempty"`
	SummaryTerms string `dynamodbav:"summaryTerms,omitempty"`
	BodyTerms    string `dynamodbav:"bodyTerms,omitempty"`
}

func newArticleItem(key Key, kind string, a article.Article) articleItem {
	return articleItem{
		header: head(key, kind),
		ID:     a.ID, Language: string(a.Language), CategoryID: a.CategoryID, Title: a.Title, Summary: a.Summary,
		UpdatedAt: stamp(a.UpdatedAt), Body: a.Body,
		TitleTerms: strings.Join(a.Terms.Title, " "), SummaryTerms: strings.Join(a.Terms.Summary, " "), BodyTerms: strings.Join(a.Terms.Body, " "),
	}
}

func (i articleItem) article() (article.Article, error) {
	at, err := unstamp(i.UpdatedAt)
	return article.Article{
		Card: article.Card{
			ID: i.ID, Language: locale.Language(i.Language), CategoryID: i.CategoryID, Title: i.Title, Summary: i.Summary,
			UpdatedAt: at,
			Terms:     article.Terms{Title: strings.Fields(i.TitleTerms), Summary: strings.Fields(i.SummaryTerms), Body: strings.Fields(i.BodyTerms)},
		},
		Body: i.Body,
	}, err
}

// PutArticle keeps an article and its card, with the terms to find it by.
func (t *Table) PutArticle(ctx context.Context, a article.Article) error {
	a.Terms = article.Index(a)
	language := string(a.Language)
	whole, card := a, a
	whole.Terms, card.Body = article.Terms{}, ""
	return t.putAll(ctx, []any{
		newArticleItem(articleKey(a.ID, language), "article", whole),
		newArticleItem(articleCardKey(language, a.CategoryID, a.ID), "articleCard", card),
	})
}

// Article returns an article in a language, or in another that it is written in; fault.NotFound when there is none. All
// languages are read in one round.
func (t *Table) Article(ctx context.Context, id string, language locale.Language) (article.Article, error) {
	languages := locale.Languages()
	found := make([]item, len(languages))
	calls := make([]func(context.Context) error, 0, len(languages))
	for i, one := range languages {
		calls = append(calls, func(ctx context.Context) (err error) {
			found[i], err = t.get(ctx, articleKey(id, string(one)), false)
			if errors.Is(err, ErrMissing) {
				return nil
			}
			return err
		})
	}
	if err := observe.Together(ctx, calls...); err != nil {
		return article.Article{}, err
	}
	var chosen item
	for i, one := range languages {
		if found[i] != nil && (chosen == nil || one == language) {
			chosen = found[i]
		}
	}
	if chosen == nil {
		return article.Article{}, fault.New(fault.NotFound)
	}
	kept, err := decode[articleItem](chosen)
	if err != nil {
		return article.Article{}, err
	}
	return kept.article()
}

// cardsFor is how long a function goes on with the cards that it has read: articles change less than the desk.
const cardsFor = time.Minute

// Cards returns the cards of every article in every language, by category and identifier: one query a language, side by
// side, or as they were read a moment ago. Whoever gets them must not change them.
func (t *Table) Cards(ctx context.Context) ([]article.Card, error) {
	const name = "ARTICLES"
	if known, ok := t.cache.get(name); ok {
		return known.([]article.Card), nil
	}
	languages := locale.Languages()
	found := make([][]item, len(languages))
	calls := make([]func(context.Context) error, 0, len(languages))
	for i, language := range languages {
		calls = append(calls, func(ctx context.Context) (err error) {
			found[i], err = t.queryAll(ctx, partitionQuery(articleCardsPartition(string(language))))
			return err
		})
	}
	if err := observe.Together(ctx, calls...); err != nil {
		return nil, err
	}
	cards, err := cardsOf(found)
	if err == nil {
		t.cache.putFor(name, cards, cardsFor)
	}
	return cards, err
}

func cardsOf(found [][]item) ([]article.Card, error) {
	var cards []article.Card
	for _, ofLanguage := range found {
		kept, err := decodeAll[articleItem](ofLanguage)
		if err != nil {
			return nil, err
		}
		for _, one := range kept {
			a, err := one.article()
			if err != nil {
				return nil, err
			}
			cards = append(cards, a.Card)
		}
	}
	return cards, nil
}

// putFor keeps a value longer, or less long, than others.
func (c *cache) putFor(name string, value any, lasts time.Duration) {
	c.put(name, value)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[name] = cached{value: value, until: time.Now().Add(lasts)}
}
