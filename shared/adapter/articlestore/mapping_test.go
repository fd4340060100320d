package articlestore

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/fieldtest"
)

func TestArticleMappingsKeepAllFields(t *testing.T) {
	tabletest.Mapping[article.Article, articleItem]{
		To: newArticleItem, From: articleItem.article, NotStored: []string{"Card.Terms"}, // the card stores the terms
	}.Check(t)
	tabletest.Mapping[article.Card, articleItem]{To: newCardItem, From: articleItem.card}.Check(t)
	tabletest.Mapping[article.Draft, draftItem]{To: newDraftItem, From: draftItem.draft}.Check(t)
	tabletest.Mapping[article.Version, versionItem]{
		To: func(v article.Version) versionItem { return newVersionTextItem("clave", v) }, From: versionItem.version,
	}.Check(t)
	tabletest.Mapping[article.Uses, usesItem]{
		To: func(u article.Uses) usesItem { return newUsesItem("clave", "PERSON#ana", u, time.Unix(1, 0)) }, From: usesItem.uses,
	}.Check(t)
	// The item stores the text and the terms of a language together, so both maps must have the same key.
	language := fieldtest.Either(locale.Spanish, locale.Spanish)
	tabletest.Mapping[article.DraftCard, draftItem]{
		To: newDraftCardItem, From: draftItem.card, Choices: []fieldtest.Choice{language},
	}.Check(t)
}

// TestFiguresMappingKeepsAllFields adds each variation of a tally to the figures of a separate article, and reads the figures.
func TestFiguresMappingKeepsAllFields(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store := New(table.Open())
		want := map[string]article.Tally{}
		for i, tally := range fieldtest.Variations[article.Tally]() {
			id := strconv.Itoa(i)
			want[id] = tally
			if err := store.SaveArticleUses(t.Context(), id, "visitor", article.Uses{Version: 1}, tally, time.Unix(1, 0)); err != nil {
				t.Fatal(err)
			}
		}
		figures, _, err := store.ArticleFigures(t.Context())
		got := map[string]article.Tally{}
		for _, one := range figures {
			got[one.ID] = one.Tally
		}
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	})
}
