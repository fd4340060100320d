package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

type editorPart struct {
	ID   string `dynamodbav:"id"`
	Name string `dynamodbav:"name"`
}

// articleTextPart is an article in one language; on a card it has terms in place of its body.
type articleTextPart struct {
	Title        string `dynamodbav:"title,omitempty"`
	Summary      string `dynamodbav:"summary,omitempty"`
	Body         string `dynamodbav:"body,omitempty"`
	TitleTerms   string `dynamodbav:"titleTerms,omitempty"`
	SummaryTerms string `dynamodbav:"summaryTerms,omitempty"`
	BodyTerms    string `dynamodbav:"bodyTerms,omitempty"`
}

type livePart struct {
	Number     int        `dynamodbav:"number"`
	CategoryID string     `dynamodbav:"categoryId"`
	Audience   string     `dynamodbav:"audience"`
	By         editorPart `dynamodbav:"by"`
	At         string     `dynamodbav:"at"`
	Of         int64      `dynamodbav:"of"`
}

// articleDraftItem is a draft, and without its bodies and with its terms the card of the list of drafts.
type articleDraftItem struct {
	header
	ID           string                     `dynamodbav:"id"`
	CategoryID   string                     `dynamodbav:"categoryId"`
	Audience     string                     `dynamodbav:"audience"`
	Texts        map[string]articleTextPart `dynamodbav:"texts"`
	Author       editorPart                 `dynamodbav:"author"`
	Version      int64                      `dynamodbav:"version"`
	EditedBy     editorPart                 `dynamodbav:"editedBy"`
	EditedAt     string                     `dynamodbav:"editedAt"`
	Publications int                        `dynamodbav:"publications"`
	Live         *livePart                  `dynamodbav:"live,omitempty"`
}

func newArticleDraftItem(key Key, kind string, d article.Draft) articleDraftItem {
	kept := articleDraftItem{
		header: head(key, kind),
		ID:     d.ID, CategoryID: d.CategoryID, Audience: string(d.Audience), Texts: textParts(d.Texts),
		Author: editorPart(d.Author), Version: d.Version, EditedBy: editorPart(d.EditedBy), EditedAt: stamp(d.EditedAt), Publications: d.Publications,
	}
	if d.Published() {
		kept.Live = &livePart{
			Number: d.Live.Number, CategoryID: d.Live.CategoryID, Audience: string(d.Live.Audience),
			By: editorPart(d.Live.By), At: stamp(d.Live.At), Of: d.Live.Of,
		}
	}
	return kept
}

func textParts(texts article.Texts) map[string]articleTextPart {
	parts := make(map[string]articleTextPart, len(texts))
	for language, text := range texts {
		parts[string(language)] = articleTextPart{Title: text.Title, Summary: text.Summary, Body: text.Body}
	}
	return parts
}

func textsOf(parts map[string]articleTextPart) article.Texts {
	texts := make(article.Texts, len(parts))
	for language, part := range parts {
		texts[locale.Language(language)] = article.Text{Title: part.Title, Summary: part.Summary, Body: part.Body}
	}
	return texts
}

func newDraftCardItem(d article.Draft) articleDraftItem {
	card := d.Card()
	kept := newArticleDraftItem(draftCardKey(d.ID), "articleDraftCard", card.Draft)
	for language, terms := range card.Terms {
		part := kept.Texts[string(language)]
		part.TitleTerms, part.SummaryTerms, part.BodyTerms = joined(terms.Title), joined(terms.Summary), joined(terms.Body)
		kept.Texts[string(language)] = part
	}
	return kept
}

func (i articleDraftItem) draft() (article.Draft, error) {
	edited, err := unstamp(i.EditedAt)
	if err != nil {
		return article.Draft{}, err
	}
	d := article.Draft{
		ID: i.ID, CategoryID: i.CategoryID, Audience: article.Audience(i.Audience), Texts: textsOf(i.Texts),
		Author: article.Editor(i.Author), Version: i.Version, EditedBy: article.Editor(i.EditedBy), EditedAt: edited, Publications: i.Publications,
	}
	if i.Live == nil {
		return d, nil
	}
	at, err := unstamp(i.Live.At)
	d.Live = article.Live{
		Number: i.Live.Number, CategoryID: i.Live.CategoryID, Audience: article.Audience(i.Live.Audience),
		By: article.Editor(i.Live.By), At: at, Of: i.Live.Of,
	}
	return d, err
}

func (i articleDraftItem) card() (article.DraftCard, error) {
	d, err := i.draft()
	card := article.DraftCard{Draft: d, Terms: make(map[locale.Language]article.Terms, len(i.Texts))}
	for language, part := range i.Texts {
		card.Terms[locale.Language(language)] = article.Terms{Title: split(part.TitleTerms), Summary: split(part.SummaryTerms), Body: split(part.BodyTerms)}
	}
	return card, err
}

// ArticleDraft returns a draft as it is now; fault.NotFound when there is none.
func (t *Table) ArticleDraft(ctx context.Context, id string) (article.Draft, error) {
	found, err := t.get(ctx, draftKey(id), true)
	if errors.Is(err, ErrMissing) {
		return article.Draft{}, fault.Because(fault.NotFound, err)
	}
	if err != nil {
		return article.Draft{}, err
	}
	kept, err := decode[articleDraftItem](found)
	if err != nil {
		return article.Draft{}, err
	}
	return kept.draft()
}

// ArticleDrafts returns the card of every draft as it is now, in one query of one small partition.
func (t *Table) ArticleDrafts(ctx context.Context) ([]article.DraftCard, error) {
	in := partitionQuery(draftsPartition)
	in.ConsistentRead = aws.Bool(true)
	found, err := t.queryAll(ctx, in)
	if err != nil {
		return nil, err
	}
	kept, err := decodeAll[articleDraftItem](found)
	if err != nil {
		return nil, err
	}
	cards := make([]article.DraftCard, 0, len(kept))
	for _, one := range kept {
		card, err := one.card()
		if err != nil {
			return nil, err
		}
		cards = append(cards, card)
	}
	return cards, nil
}

// SaveArticleDraft keeps a draft on the version that it was made of, its card with it; fault.Edited where that has changed, or a
// new one's identifier is taken.
func (t *Table) SaveArticleDraft(ctx context.Context, d article.Draft) error {
	writes, err := t.draftWrites(d)
	if err != nil {
		return err
	}
	return edited(t.transact(ctx, writes...))
}

func (t *Table) draftWrites(d article.Draft) ([]types.TransactWriteItem, error) {
	condition, values := aws.String("attribute_not_exists(pk)"), item(nil)
	if d.Version > 1 {
		condition, values = aws.String("version = :before"), item{":before": integer(d.Version - 1)}
	}
	kept, err := encode(newArticleDraftItem(draftKey(d.ID), "articleDraft", d))
	if err != nil {
		return nil, err
	}
	card, err := encode(newDraftCardItem(d))
	if err != nil {
		return nil, err
	}
	return []types.TransactWriteItem{
		{Put: &types.Put{TableName: &t.name, Item: kept, ConditionExpression: condition, ExpressionAttributeValues: values}},
		{Put: &types.Put{TableName: &t.name, Item: card}},
	}, nil
}

// DeleteArticleDraft throws a draft away as it was read, with its card; fault.Edited where it has changed.
func (t *Table) DeleteArticleDraft(ctx context.Context, d article.Draft) error {
	return edited(t.transact(ctx,
		types.TransactWriteItem{Delete: &types.Delete{
			TableName: &t.name, Key: draftKey(d.ID).attributes(), ConditionExpression: aws.String("version = :before"),
			ExpressionAttributeValues: item{":before": integer(d.Version)},
		}},
		types.TransactWriteItem{Delete: &types.Delete{TableName: &t.name, Key: draftCardKey(d.ID).attributes()}},
	))
}

// edited names a condition on a draft that did not hold.
func edited(err error) error {
	if errors.Is(err, ErrTaken) {
		return fault.Because(fault.Edited, err)
	}
	return err
}
