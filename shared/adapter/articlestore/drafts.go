package articlestore

import (
	"context"
	"strings"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

type editorPart struct {
	ID   string `dynamodbav:"id"`
	Name string `dynamodbav:"name"`
}

// textPart is the text of an article in one language. Cards of article drafts have search terms instead of a body. The items
// that list article versions have only a title.
type textPart struct {
	Title        string `dynamodbav:"title,omitempty"`
	Summary      string `dynamodbav:"summary,omitempty"`
	Body         string `dynamodbav:"body,omitempty"`
	TitleTerms   string `dynamodbav:"titleTerms,omitempty"`
	SummaryTerms string `dynamodbav:"summaryTerms,omitempty"`
	BodyTerms    string `dynamodbav:"bodyTerms,omitempty"`
}

func textParts(texts article.Texts) map[string]textPart {
	parts := make(map[string]textPart, len(texts))
	for language, text := range texts {
		parts[string(language)] = textPart{Title: text.Title, Summary: text.Summary, Body: text.Body}
	}
	return parts
}

func textsOf(parts map[string]textPart) article.Texts {
	texts := make(article.Texts, len(parts))
	for language, part := range parts {
		texts[locale.Language(language)] = article.Text{Title: part.Title, Summary: part.Summary, Body: part.Body}
	}
	return texts
}

type livePart struct {
	Number       int           `dynamodbav:"number"`
	CategoryID   string        `dynamodbav:"categoryId"`
	Audience     string        `dynamodbav:"audience"`
	By           editorPart    `dynamodbav:"by"`
	At           table.Instant `dynamodbav:"at"`
	DraftVersion int64         `dynamodbav:"of"`
}

// draftItem is an article draft. Its card in the list of drafts is a second item of this type, with search terms instead of bodies.
type draftItem struct {
	table.Header
	ID           string              `dynamodbav:"id"`
	CategoryID   string              `dynamodbav:"categoryId"`
	Audience     string              `dynamodbav:"audience"`
	Texts        map[string]textPart `dynamodbav:"texts"`
	Author       editorPart          `dynamodbav:"author"`
	Version      int64               `dynamodbav:"version"`
	EditedBy     editorPart          `dynamodbav:"editedBy"`
	EditedAt     table.Instant       `dynamodbav:"editedAt"`
	Publications int                 `dynamodbav:"publications"`
	Live         *livePart           `dynamodbav:"live,omitempty"`
}

func newDraftItem(d article.Draft) draftItem {
	item := draftItem{
		Header: table.NewHeader(table.ArticleDraftKey(d.ID), "articleDraft"),
		ID:     d.ID, CategoryID: d.CategoryID, Audience: string(d.Audience), Texts: textParts(d.Texts),
		Author: editorPart(d.Author), Version: d.Version, EditedBy: editorPart(d.EditedBy), EditedAt: table.InstantOf(d.EditedAt),
		Publications: d.Publications,
	}
	if d.IsPublished() {
		item.Live = &livePart{
			Number: d.Live.Number, CategoryID: d.Live.CategoryID, Audience: string(d.Live.Audience),
			By: editorPart(d.Live.By), At: table.InstantOf(d.Live.At), DraftVersion: d.Live.DraftVersion,
		}
	}
	return item
}

func newDraftCardItem(c article.DraftCard) draftItem {
	item := newDraftItem(c.Draft)
	item.Header = table.NewHeader(table.ArticleDraftCardKey(c.ID), "articleDraftCard")
	for language, terms := range c.Terms {
		part := item.Texts[string(language)]
		part.TitleTerms, part.SummaryTerms, part.BodyTerms = joinTerms(terms.Title), joinTerms(terms.Summary), joinTerms(terms.Body)
		item.Texts[string(language)] = part
	}
	return item
}

func (i draftItem) draft() article.Draft {
	d := article.Draft{
		ID: i.ID, CategoryID: i.CategoryID, Audience: article.Audience(i.Audience), Texts: textsOf(i.Texts),
		Author: article.Editor(i.Author), Version: i.Version, EditedBy: article.Editor(i.EditedBy), EditedAt: i.EditedAt.Time(),
		Publications: i.Publications,
	}
	if i.Live != nil {
		d.Live = article.Live{
			Number: i.Live.Number, CategoryID: i.Live.CategoryID, Audience: article.Audience(i.Live.Audience),
			By: article.Editor(i.Live.By), At: i.Live.At.Time(), DraftVersion: i.Live.DraftVersion,
		}
	}
	return d
}

func (i draftItem) card() article.DraftCard {
	card := article.DraftCard{Draft: i.draft(), Terms: make(map[locale.Language]article.Terms, len(i.Texts))}
	for language, part := range i.Texts {
		card.Terms[locale.Language(language)] = article.Terms{
			Title: strings.Fields(part.TitleTerms), Summary: strings.Fields(part.SummaryTerms), Body: strings.Fields(part.BodyTerms),
		}
	}
	return card
}

// ArticleDraft returns an article draft, in a consistent read. It returns fault.NotFound if the draft does not exist.
func (s *Store) ArticleDraft(ctx context.Context, id string) (article.Draft, error) {
	stored, err := table.GetAs[draftItem](ctx, s.table, table.ArticleDraftKey(id), table.Consistent)
	if err != nil {
		return article.Draft{}, err
	}
	return stored.draft(), nil
}

// ArticleDrafts returns the cards of all article drafts, in a consistent query.
func (s *Store) ArticleDrafts(ctx context.Context) ([]article.DraftCard, error) {
	items, err := s.table.QueryAll(ctx, table.Query{Partition: table.ArticleDraftsPartition, Consistency: table.Consistent})
	if err != nil {
		return nil, err
	}
	return table.DecodeEach(items, draftItem.card)
}

// SaveArticleDraft stores a version of an article draft and its card. It returns fault.Edited if the stored version is not the
// previous version.
func (s *Store) SaveArticleDraft(ctx context.Context, d article.Draft) error {
	return editedError(s.table.Transact(ctx, draftWrites(d)...))
}

func draftWrites(d article.Draft) []table.Write {
	return []table.Write{
		table.Put(newDraftItem(d)).If(table.Supersedes(d.Version)),
		table.Put(newDraftCardItem(d.Card())),
	}
}

// DeleteArticleDraft deletes an article draft and its card. It returns fault.Edited if the draft has changed since it was read.
func (s *Store) DeleteArticleDraft(ctx context.Context, d article.Draft) error {
	return editedError(s.table.Transact(ctx,
		table.Delete(table.ArticleDraftKey(d.ID)).If(table.HasVersion(d.Version)),
		table.Delete(table.ArticleDraftCardKey(d.ID)),
	))
}

func editedError(err error) error { return table.ConflictAs(fault.New(fault.Edited), err) }
