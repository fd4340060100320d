package store

import (
	"context"
	"errors"
	"strings"

	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/observe"
)

// articleItem is an article in one language, and without its body and with its terms the card that lists show.
type articleItem struct {
	header
	ID         string `dynamodbav:"id"`
	Language   string `dynamodbav:"language"`
	CategoryID string `dynamodbav:"categoryId"`
	Audience   string `dynamodbav:"audience"`
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
		ID:     a.ID, Language: string(a.Language), CategoryID: a.CategoryID, Audience: string(a.Audience), Title: a.Title, Summary: a.Summary,
		UpdatedAt: stamp(a.UpdatedAt), Body: a.Body,
		TitleTerms: joined(a.Terms.Title), SummaryTerms: joined(a.Terms.Summary), BodyTerms: joined(a.Terms.Body),
	}
}

func joined(terms []string) string { return strings.Join(terms, " ") }
func split(terms string) []string  { return strings.Fields(terms) }

func (i articleItem) article() (article.Article, error) {
	at, err := unstamp(i.UpdatedAt)
	return article.Article{
		Card: article.Card{
			ID: i.ID, Language: locale.Language(i.Language), CategoryID: i.CategoryID, Audience: article.Audience(i.Audience),
			Title: i.Title, Summary: i.Summary, UpdatedAt: at,
			Terms: article.Terms{Title: split(i.TitleTerms), Summary: split(i.SummaryTerms), Body: split(i.BodyTerms)},
		},
		Body: i.Body,
	}, err
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
	if err := observe.Parallel(ctx, calls...); err != nil {
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

// Cards returns the cards of every article for everyone in every language, by identifier: one query a language, side by side,
// or as they were read some seconds ago. Whoever gets them must not change them.
func (t *Table) Cards(ctx context.Context) ([]article.Card, error) {
	return t.cardsFor(ctx, article.Public)
}

// InternalCards returns those of the articles for agents only, in the same way.
func (t *Table) InternalCards(ctx context.Context) ([]article.Card, error) {
	return t.cardsFor(ctx, article.Internal)
}

func (t *Table) cardsFor(ctx context.Context, audience article.Audience) ([]article.Card, error) {
	languages := locale.Languages()
	name := articleCardsPartition(audience, languages[0])
	if known, ok := t.cache.get(name); ok {
		return known.([]article.Card), nil
	}
	found := make([][]item, len(languages))
	calls := make([]func(context.Context) error, 0, len(languages))
	for i, language := range languages {
		calls = append(calls, func(ctx context.Context) (err error) {
			found[i], err = t.queryAll(ctx, partitionQuery(articleCardsPartition(audience, language)))
			return err
		})
	}
	if err := observe.Parallel(ctx, calls...); err != nil {
		return nil, err
	}
	cards, err := cardsOf(found)
	if err == nil {
		t.cache.put(name, cards)
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
