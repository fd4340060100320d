package articlestore_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

var author = account.Person{ID: "sofia", Name: "Sofía", Role: account.Supervisor}

func newDraft(id string, audience article.Audience, languages ...locale.Language) article.Draft {
	texts := article.Texts{}
	for _, language := range languages {
		texts[language] = article.Text{Title: "Contraseña " + string(language), Summary: "Resumen", Body: "<p>Texto de la contraseña</p>"}
	}
	return article.NewDraft(id, article.Edit{CategoryID: "acceso", Audience: audience, Texts: texts}, author, testTime())
}

func publish(t *testing.T, table storetest.Table, d article.Draft) (article.Draft, article.Version) {
	t.Helper()
	after, version, err := d.Publish(author, testTime().Add(time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	if err := table.Articles.PublishArticle(t.Context(), after, version); err != nil {
		t.Fatal(err)
	}
	return after, version
}

func save(t *testing.T, table storetest.Table, d article.Draft) article.Draft {
	t.Helper()
	if err := table.Articles.SaveArticleDraft(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDraftChangesRequireTheCurrentVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		d := save(t, table, newDraft("clave", article.Public, locale.Spanish))
		if err := table.Articles.SaveArticleDraft(t.Context(), d); !fault.Is(err, fault.Edited) {
			t.Errorf("created again: %v", err)
		}
		next, err := d.Apply(article.Edit{CategoryID: "sipot", Audience: article.Internal, Texts: d.Texts}, author, testTime())
		if err != nil {
			t.Fatal(err)
		}
		save(t, table, next)
		if err := table.Articles.SaveArticleDraft(t.Context(), next); !fault.Is(err, fault.Edited) {
			t.Errorf("saved with an outdated version: %v", err)
		}
		got, err := table.Articles.ArticleDraft(t.Context(), "clave")
		if diff := cmp.Diff(next, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
		if _, err := table.Articles.ArticleDraft(t.Context(), "nada"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		tabletest.Rounds(t, 1, func(ctx context.Context) {
			cards, err := table.Articles.ArticleDrafts(ctx)
			if diff := cmp.Diff([]article.DraftCard{next.Card()}, cards); diff != "" || err != nil {
				t.Error(diff, err)
			}
		})
		if err := table.Articles.DeleteArticleDraft(t.Context(), d); !fault.Is(err, fault.Edited) {
			t.Errorf("deleted with an outdated version: %v", err)
		}
		if err := table.Articles.DeleteArticleDraft(t.Context(), next); err != nil {
			t.Error(err)
		}
		if cards, err := table.Articles.ArticleDrafts(t.Context()); len(cards) > 0 || err != nil {
			t.Error(cards, err)
		}
	})
}

func TestReadersSeeOnlyPublishedArticles(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		bilingual, version := publish(t, table, save(t, table, newDraft("clave", article.Public, locale.Spanish, locale.English)))
		publish(t, table, save(t, table, newDraft("alta", article.Public, locale.Spanish)))
		publish(t, table, save(t, table, newDraft("guia", article.Internal, locale.Spanish)))
		save(t, table, newDraft("borrador", article.Public, locale.Spanish))
		expected := version.Articles("clave")
		for i := range expected {
			expected[i].Terms = article.Terms{} // the item of an article does not store the terms
		}
		for _, c := range []struct {
			id       string
			language locale.Language
			want     article.Article
			kind     fault.Kind
		}{
			{"clave", locale.Spanish, expected[0], ""},
			{"clave", locale.English, expected[1], ""},
			{"borrador", locale.Spanish, article.Article{}, fault.NotFound},
			{"nada", locale.Spanish, article.Article{}, fault.NotFound},
		} {
			cost := tabletest.Rounds(t, 1, func(ctx context.Context) {
				got, err := table.Articles.Article(ctx, c.id, c.language)
				if diff := cmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" || fault.KindOf(err) != c.kind {
					t.Errorf("%s in %s: %v\n%s", c.id, c.language, err, diff)
				}
			})
			if cost.ReadUnits > 1 {
				t.Errorf("cost: %+v", cost)
			}
		}
		if got, err := table.Articles.Article(t.Context(), "alta", locale.English); err != nil || got.Language != locale.Spanish {
			t.Errorf("an article without a translation: %+v, %v", got, err)
		}
		reader := table.Reopen()
		cost := tabletest.Rounds(t, 1, func(ctx context.Context) {
			for range 2 {
				cards, err := reader.Articles.Cards(ctx)
				if diff := cmp.Diff("alta es, clave es, clave en", listOf(cards)); diff != "" || err != nil {
					t.Error(diff, err)
				}
			}
		})
		if cost.Calls != 2 || cost.ReadUnits > 1 {
			t.Errorf("cost: %+v", cost)
		}
		if cards, err := reader.Articles.InternalCards(t.Context()); listOf(cards) != "guia es" || err != nil {
			t.Error(listOf(cards), err)
		}

		// The next version is internal and has no English text.
		next, err := bilingual.Apply(article.Edit{CategoryID: "sipot", Audience: article.Internal, Texts: article.Texts{locale.Spanish: bilingual.Texts[locale.Spanish]}}, author, testTime())
		if err != nil {
			t.Fatal(err)
		}
		republished, _ := publish(t, table, save(t, table, next))
		public, err := table.Reopen().Articles.Cards(t.Context())
		internal, err2 := table.Reopen().Articles.InternalCards(t.Context())
		if listOf(public) != "alta es" || listOf(internal) != "clave es, guia es" || err != nil || err2 != nil {
			t.Error(listOf(public), "|", listOf(internal), err, err2)
		}
		if got, err := table.Articles.Article(t.Context(), "clave", locale.English); err != nil || got.Language != locale.Spanish || got.Audience != article.Internal {
			t.Errorf("%+v, %v", got, err)
		}

		retired, err := republished.Retire(author, testTime())
		if err != nil {
			t.Fatal(err)
		}
		if err := table.Articles.RetireArticle(t.Context(), retired); err != nil {
			t.Fatal(err)
		}
		if _, err := table.Articles.Article(t.Context(), "clave", locale.Spanish); !fault.Is(err, fault.NotFound) {
			t.Errorf("a retired article: %v", err)
		}
		if cards, err := table.Reopen().Articles.InternalCards(t.Context()); listOf(cards) != "guia es" || err != nil {
			t.Error(listOf(cards), err)
		}

		tabletest.Rounds(t, 1, func(ctx context.Context) {
			d, page, more, err := table.Articles.ArticleVersions(ctx, "clave", 0, 1)
			if err != nil || !more || len(page) != 1 || page[0].Number != 2 || d.Version != retired.Version || page[0].Texts[locale.Spanish].Body != "" {
				t.Errorf("%+v %+v %t %v", d, page, more, err)
			}
		})
		if _, page, more, err := table.Articles.ArticleVersions(t.Context(), "clave", 2, 1); err != nil || more || len(page) != 1 || page[0].Number != 1 {
			t.Errorf("%+v %t %v", page, more, err)
		}
		tabletest.Rounds(t, 1, func(ctx context.Context) {
			_, got, err := table.Articles.ArticleVersion(ctx, "clave", 1)
			if diff := cmp.Diff(version, got); diff != "" || err != nil {
				t.Error(diff, err)
			}
		})
		if _, _, err := table.Articles.ArticleVersion(t.Context(), "clave", 3); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func testTime() time.Time { return time.Date(2026, 11, 24, 15, 0, 0, 123000, time.UTC) }

func listOf(cards []article.Card) string {
	names := ""
	for _, card := range cards {
		if names != "" {
			names += ", "
		}
		names += card.ID + " " + string(card.Language)
	}
	return names
}
