package store_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mesa/shared/article"
	"mesa/shared/fault"
	"mesa/shared/locale"
	"mesa/shared/store/storetest"
)

func anArticle(id string, language locale.Language) article.Article {
	return article.Article{
		Card: article.Card{
			ID: id, Language: language, CategoryID: "acceso", Title: "Contraseña " + string(language), Summary: "Resumen", UpdatedAt: instant(),
		},
		Body: "<p>Texto de la contraseña</p>",
	}
}

func TestArticles(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		both, other := anArticle("clave", locale.Spanish), anArticle("clave", locale.English)
		only := anArticle("alta", locale.Spanish)
		for _, a := range []article.Article{both, other, only, both} {
			if err := table.PutArticle(t.Context(), a); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			id       string
			language locale.Language
			want     article.Article
			kind     fault.Kind
		}{
			{"clave", locale.Spanish, both, ""},
			{"clave", locale.English, other, ""},
			{"alta", locale.English, only, ""},
			{"nada", locale.Spanish, article.Article{}, fault.NotFound},
		} {
			cost := rounds(t, 1, func(ctx context.Context) {
				got, err := table.Article(ctx, c.id, c.language)
				if diff := cmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" || fault.KindOf(err) != c.kind {
					t.Errorf("%s in %s: %v\n%s", c.id, c.language, err, diff)
				}
			})
			if cost.ReadUnits > 1 {
				t.Errorf("cost: %+v", cost)
			}
		}
		reader := table.Again()
		cost := rounds(t, 1, func(ctx context.Context) {
			for range 2 {
				cards, err := reader.Cards(ctx)
				if err != nil || len(cards) != 3 {
					t.Fatalf("%+v, %v", cards, err)
				}
				want := both.Card
				want.Terms = article.Index(both)
				if diff := cmp.Diff(want, cards[1]); diff != "" {
					t.Error(diff)
				}
			}
		})
		if cost.Calls != 2 || cost.ReadUnits > 1 {
			t.Errorf("cost: %+v", cost)
		}
	})
}
