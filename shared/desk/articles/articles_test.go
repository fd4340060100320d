package articles_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/wiring/wiringtest"
)

// publishThree publishes three articles. One of them is also in English.
func (r *rig) publishThree() {
	r.Helper()
	titled := func(category, title string) func(*api.ArticleEdit) {
		return func(e *api.ArticleEdit) {
			e.CategoryId = category
			e.Texts.Es = &api.ArticleText{Title: title, Summary: "Resumen", Body: "<p>Texto</p>"}
		}
	}
	r.publish("clave", titled("acceso", "La contraseña"), func(e *api.ArticleEdit) {
		e.Texts.En = &api.ArticleText{Title: "The password", Summary: "Summary", Body: "<p>Text</p>"}
	})
	r.publish("alta", titled("acceso", "Alta de usuarios"))
	r.publish("sipot", titled("sipot", "Formatos de SIPOT"))
}

// failReads makes reads of partitions with a prefix fail.
func (r *rig) failReads(prefix string) {
	r.BeforeCall = func(call tabletest.Call) error {
		if strings.HasPrefix(call.Key, prefix) {
			return errors.New("the table is not available")
		}
		return nil
	}
}

func TestListArticles(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.publishThree()
		r.failReads("INTERNAL-ARTICLES#") // public readers must not cause a read of internal articles
		for _, c := range []struct {
			name  string
			query url.Values
			want  []string
		}{
			{"all, by title", nil, []string{"Alta de usuarios", "Formatos de SIPOT", "La contraseña"}},
			{"one category", url.Values{"category": {"acceso"}}, []string{"Alta de usuarios", "La contraseña"}},
			{"unknown category", url.Values{"category": {"otra"}}, []string{}},
			{"English, else Spanish", url.Values{"category": {"acceso"}, "language": {"en"}}, []string{"Alta de usuarios", "The password"}},
			{"word", url.Values{"q": {"CONTRASENA"}}, []string{"La contraseña"}},
			{"prefix of a word", url.Values{"q": {"contras"}}, []string{"La contraseña"}},
			{"prefix with a blank after it", url.Values{"q": {"contras "}}, []string{}},
			{"word in a category", url.Values{"q": {"formatos"}, "category": {"acceso"}}, []string{}},
			{"limit", url.Values{"limit": {"1"}}, []string{"Alta de usuarios"}},
			{"blank words", url.Values{"q": {"  "}, "limit": {"50"}}, []string{"Alta de usuarios", "Formatos de SIPOT", "La contraseña"}},
		} {
			titles := []string{}
			for _, card := range decode[[]api.ArticleCard](r, "list-articles", nobody, "/articles?"+c.query.Encode(), nil) {
				titles = append(titles, card.Title)
			}
			if diff := cmp.Diff(c.want, titles); diff != "" {
				t.Errorf("%s: %s", c.name, diff)
			}
		}
	})
}

func TestListArticlesValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		for _, c := range []struct{ field, value string }{
			{"language", "fr"},
			{"q", strings.Repeat("ñ", 201)},
			{"category", strings.Repeat("c", 65)},
			{"limit", "0"},
			{"limit", "51"},
		} {
			err := r.call("list-articles", nobody, "/articles?"+url.Values{c.field: {c.value}}.Encode(), nil).Err()
			failure, ok := errors.AsType[*fault.Error](err)
			if !ok || len(failure.Fields) != 1 || failure.Fields[0].Name != c.field {
				t.Errorf("%s: %v", c.field, err)
			}
		}
		r.failReads("ARTICLES#")
		if err := r.call("list-articles", nobody, "/articles", nil).Err(); !fault.Is(err, fault.Unavailable) {
			t.Error(err)
		}
	})
}

func TestListCategories(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		for _, category := range []settings.Category{
			{ID: "acceso", Name: settings.Text{Spanish: "Acceso", English: "Access"}, Description: settings.Text{Spanish: "Cuentas"}, Order: 1},
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, Order: 2},
			{ID: "vacía", Name: settings.Text{Spanish: "Vacía"}, Order: 3},
		} {
			if err := r.Table.Settings.SaveCategory(t.Context(), category); err != nil {
				t.Fatal(err)
			}
		}
		r.publishThree()
		r.failReads("INTERNAL-ARTICLES#")
		listed := decode[[]api.Category](r, "list-categories", nobody, "/categories?language=en", nil)
		want := []api.Category{
			{
				Id: "acceso", Name: "Access", Description: new("Cuentas"), Articles: 2, Order: 1,
				Names: api.Translated{Es: "Acceso", En: new("Access")}, Descriptions: &api.Translated{Es: "Cuentas"},
			},
			{Id: "sipot", Name: "SIPOT", Articles: 1, Order: 2, Names: api.Translated{Es: "SIPOT"}},
			{Id: "vacía", Name: "Vacía", Order: 3, Names: api.Translated{Es: "Vacía"}},
		}
		if diff := cmp.Diff(want, listed); diff != "" {
			t.Error(diff)
		}
		if err := r.call("list-categories", nobody, "/categories?language=xx", nil).Err(); !fault.Is(err, fault.Invalid) {
			t.Error(err)
		}
		r.failReads("ARTICLES#")
		if err := r.call("list-categories", nobody, "/categories", nil).Err(); !fault.Is(err, fault.Unavailable) {
			t.Error(err)
		}
	})
}

func TestGetArticle(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.publishThree()
		r.failReads("INTERNAL-ARTICLES#")
		for _, c := range []struct {
			id, language string
			want         fault.Kind
			body         string
		}{
			{"clave", "es", "", "<p>Texto</p>"},
			{"clave", "en", "", "<p>Text</p>"},
			{"clave", "fr", fault.Invalid, ""},
			{"otra", "es", fault.NotFound, ""},
			{"", "es", fault.NotFound, ""},
			{strings.Repeat("x", 101), "es", fault.NotFound, ""},
			{"clave\xff", "es", fault.NotFound, ""},
		} {
			article, err := wiringtest.Decode[api.Article](r.call("get-article", nobody, "/articles/"+url.PathEscape(c.id)+"?language="+c.language, nil))
			if fault.KindOf(err) != c.want {
				t.Errorf("%q: %v", c.id, err)
			}
			if c.want != "" || err != nil {
				continue
			}
			if article.Body != c.body || string(article.Language) != c.language || article.CategoryId != "acceso" || article.Category.Id != "acceso" || article.Category.Articles != 2 {
				t.Errorf("%+v in %+v", article, article.Category)
			}
		}
	})
}
