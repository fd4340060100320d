package articles_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/desk/articles"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

type cards func() ([]article.Card, error)

func (c cards) Cards(context.Context) ([]article.Card, error) { return c() }

func (c cards) InternalCards(context.Context) ([]article.Card, error) {
	return nil, errors.New("nobody here is staff")
}

type configurations func() (settings.Configuration, error)

func (d configurations) Configuration(context.Context) (settings.Configuration, error) { return d() }

func card(id, category string, language locale.Language, title string) article.Card {
	a := article.Article{Card: article.Card{ID: id, CategoryID: category, Audience: article.Public, Language: language, Title: title, Summary: "Resumen"}}
	a.Terms = article.IndexTerms(a)
	return a.Card
}

func some() ([]article.Card, error) {
	return []article.Card{
		card("clave", "acceso", locale.Spanish, "La contraseña"),
		card("alta", "acceso", locale.Spanish, "Alta de usuarios"),
		card("sipot", "sipot", locale.Spanish, "Formatos de SIPOT"),
		card("clave", "acceso", locale.English, "The password"),
	}, nil
}

func down() ([]article.Card, error) { return nil, fault.New(fault.Unavailable) }

func spanish(t *testing.T) context.Context {
	t.Helper()
	return caller.With(t.Context(), caller.Caller{ResponseLanguage: locale.Spanish})
}

func TestListArticles(t *testing.T) {
	for _, c := range []struct {
		name   string
		params api.ListArticlesParams
		want   []string
	}{
		{"all, by title", api.ListArticlesParams{}, []string{"Alta de usuarios", "Formatos de SIPOT", "La contraseña"}},
		{"of a category", api.ListArticlesParams{Category: new("acceso")}, []string{"Alta de usuarios", "La contraseña"}},
		{"of none", api.ListArticlesParams{Category: new("otra")}, []string{}},
		{"in English, where written", api.ListArticlesParams{Category: new("acceso"), Language: new(api.Language("en"))}, []string{"Alta de usuarios", "The password"}},
		{"by words", api.ListArticlesParams{Q: new("CONTRASENA")}, []string{"La contraseña"}},
		{"by the beginning of one", api.ListArticlesParams{Q: new("contras")}, []string{"La contraseña"}},
		{"which is finished", api.ListArticlesParams{Q: new("contras ")}, []string{}},
		{"by words in a category", api.ListArticlesParams{Q: new("formatos"), Category: new("acceso")}, []string{}},
		{"the first", api.ListArticlesParams{Limit: new(1)}, []string{"Alta de usuarios"}},
		{"blank words", api.ListArticlesParams{Q: new("  "), Limit: new(50)}, []string{"Alta de usuarios", "Formatos de SIPOT", "La contraseña"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			answer, err := articles.ListArticles{Cards: cards(some)}.ListArticles(spanish(t), api.ListArticlesRequestObject{Params: c.params})
			if err != nil {
				t.Fatal(err)
			}
			got := []string{}
			for _, one := range answer.(api.ListArticles200JSONResponse) {
				got = append(got, one.Title)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestListArticlesValidates(t *testing.T) {
	for _, c := range []struct {
		params api.ListArticlesParams
		field  string
	}{
		{api.ListArticlesParams{Language: new(api.Language("fr"))}, "language"},
		{api.ListArticlesParams{Q: new(strings.Repeat("ñ", 201))}, "q"},
		{api.ListArticlesParams{Q: new("a\x00")}, "q"},
		{api.ListArticlesParams{Category: new(strings.Repeat("c", 65))}, "category"},
		{api.ListArticlesParams{Limit: new(0)}, "limit"},
		{api.ListArticlesParams{Limit: new(51)}, "limit"},
	} {
		_, err := articles.ListArticles{Cards: cards(some)}.ListArticles(spanish(t), api.ListArticlesRequestObject{Params: c.params})
		failure, ok := errors.AsType[*fault.Error](err)
		if !ok || len(failure.Fields) != 1 || failure.Fields[0].Name != c.field {
			t.Errorf("%s: %v", c.field, err)
		}
	}
	if _, err := (articles.ListArticles{Cards: cards(down)}).ListArticles(spanish(t), api.ListArticlesRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestListCategories(t *testing.T) {
	desk := configurations(func() (settings.Configuration, error) {
		return settings.Configuration{Categories: []settings.Category{
			{ID: "acceso", Name: settings.Text{Spanish: "Acceso", English: "Access"}, Description: settings.Text{Spanish: "Cuentas"}},
			{ID: "vacía", Name: settings.Text{Spanish: "Vacía"}},
		}}, nil
	})
	request := api.ListCategoriesRequestObject{Params: api.ListCategoriesParams{Language: new(api.Language("en"))}}
	got, err := articles.ListCategories{Settings: desk, Cards: cards(some)}.ListCategories(spanish(t), request)
	want := api.ListCategories200JSONResponse{
		{
			Id: "acceso", Name: "Access", Description: new("Cuentas"), Articles: 2,
			Names: api.Translated{Es: "Acceso", En: new("Access")}, Descriptions: &api.Translated{Es: "Cuentas"},
		},
		{Id: "vacía", Name: "Vacía", Names: api.Translated{Es: "Vacía"}},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := (articles.ListCategories{Settings: desk, Cards: cards(down)}).ListCategories(spanish(t), request); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
	request.Params.Language = new(api.Language("xx"))
	if _, err := (articles.ListCategories{Settings: desk, Cards: cards(some)}).ListCategories(spanish(t), request); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

type library func(id string, language locale.Language) (article.Article, error)

func (l library) Article(_ context.Context, id string, language locale.Language) (article.Article, error) {
	return l(id, language)
}

func TestGetArticle(t *testing.T) {
	one := library(func(id string, language locale.Language) (article.Article, error) {
		if !utf8.ValidString(id) {
			t.Error("an invalid text reached the store")
		}
		if id != "clave" {
			return article.Article{}, fault.New(fault.NotFound)
		}
		return article.Article{Card: card(id, "acceso", language, "La contraseña"), Body: "<p>Texto</p>"}, nil
	})
	desk := configurations(func() (settings.Configuration, error) {
		return settings.Configuration{Categories: []settings.Category{{ID: "acceso", Name: settings.Text{Spanish: "Acceso"}}}}, nil
	})
	for _, c := range []struct {
		id       string
		language *api.Language
		want     fault.Kind
		speaks   api.Language
	}{
		{"clave", nil, "", "es"},
		{"clave", new(api.Language("en")), "", "en"},
		{"clave", new(api.Language("fr")), fault.Invalid, ""},
		{"otra", nil, fault.NotFound, ""},
		{"", nil, fault.NotFound, ""},
		{strings.Repeat("x", 101), nil, fault.NotFound, ""},
		{"clave\xff", nil, fault.NotFound, ""},
	} {
		request := api.GetArticleRequestObject{Id: c.id, Params: api.GetArticleParams{Language: c.language}}
		answer, err := articles.GetArticle{Articles: one, Settings: desk, Cards: cards(some)}.GetArticle(spanish(t), request)
		if fault.KindOf(err) != c.want {
			t.Errorf("%q: %v", c.id, err)
			continue
		}
		if c.want == "" {
			if got := answer.(api.GetArticle200JSONResponse); got.Body != "<p>Texto</p>" || got.Language != c.speaks || got.CategoryId != "acceso" {
				t.Errorf("%+v", got)
			} else if diff := cmp.Diff(&api.Category{Id: "acceso", Name: "Acceso", Names: api.Translated{Es: "Acceso"}, Articles: 2}, got.Category); diff != "" {
				t.Error(diff)
			}
		}
	}
}
