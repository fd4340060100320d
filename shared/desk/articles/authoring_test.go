package articles_test

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
)

func edit(version int64, changes ...func(*api.ArticleEdit)) api.ArticleEdit {
	body := api.ArticleEdit{CategoryId: "acceso", Audience: "public", Version: version, Texts: api.ArticleTexts{
		Es: &api.ArticleText{Title: "La contraseña", Summary: "Dónde se cambia", Body: "<p>En <b>perfil</b>.<script>alert(1)</script></p>"},
	}}
	for _, change := range changes {
		change(&body)
	}
	return body
}

func internal(e *api.ArticleEdit) { e.Audience = "internal" }

func (r *rig) publish(id string, changes ...func(*api.ArticleEdit)) api.ArticleDraft {
	r.Helper()
	d := decode[api.ArticleDraft](r, "save-article", sofia, "/articles/"+id, edit(0, changes...))
	return decode[api.ArticleDraft](r, "publish-article", sofia, "/articles/"+id+"/publication", api.ArticleVersionRead{Version: d.Version})
}

func (r *rig) listArticles(person account.Person, query string) string {
	r.Helper()
	var ids []string
	for _, card := range decode[[]api.ArticleCard](r, "list-articles", person, "/articles"+query, nil) {
		ids = append(ids, card.Id)
	}
	return strings.Join(ids, " ")
}

func (r *rig) listDrafts(person account.Person, query string) string {
	r.Helper()
	var ids []string
	for _, card := range decode[api.ArticleDraftPage](r, "list-article-drafts", person, "/article-drafts"+query, nil).Items {
		ids = append(ids, card.Id)
	}
	return strings.Join(ids, " ")
}

func TestAgentsEditAndSupervisorsPublish(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		d := decode[api.ArticleDraft](r, "save-article", ana, "/articles/clave", edit(0))
		if d.Texts.Es.Body != "<p>En <b>perfil</b>.</p>" || d.Version != 1 || d.State != "draft" {
			t.Errorf("%+v", d)
		}
		if repeated := decode[api.ArticleDraft](r, "save-article", ana, "/articles/clave", edit(0)); repeated.Version != 1 {
			t.Errorf("a save without changes: %+v", repeated)
		}
		for _, person := range []account.Person{nobody, maria} {
			if r.listArticles(person, "") != "" || r.listArticles(person, "?q=contrase") != "" {
				t.Error("readers can find a draft")
			}
			r.checkStatus(http.StatusNotFound, "get-article", person, "/articles/clave", nil)
		}
		r.checkStatus(http.StatusNotFound, "get-article", ana, "/articles/clave", nil)
		r.checkStatus(http.StatusForbidden, "publish-article", ana, "/articles/clave/publication", api.ArticleVersionRead{Version: 1})
		r.checkStatus(http.StatusNotFound, "get-article-draft", bruno, "/article-drafts/clave", nil)
		r.checkStatus(http.StatusNotFound, "save-article", bruno, "/articles/clave", edit(1))
		r.checkStatus(http.StatusForbidden, "get-article-draft", maria, "/article-drafts/clave", nil)
		if r.listDrafts(ana, "") != "clave" || r.listDrafts(bruno, "") != "" || r.listDrafts(sofia, "?state=draft&missing=en") != "clave" {
			t.Error(r.listDrafts(ana, ""), r.listDrafts(bruno, ""), r.listDrafts(sofia, ""))
		}

		r.checkStatus(http.StatusBadRequest, "publish-article", sofia, "/articles/clave/publication", api.ArticleVersionRead{})
		d = decode[api.ArticleDraft](r, "publish-article", sofia, "/articles/clave/publication", api.ArticleVersionRead{Version: 1})
		if d.State != "published" || d.Published.Number != 1 || d.Published.By.Id != "sofia" {
			t.Errorf("%+v", d)
		}
		if got := r.listArticles(nobody, "?q=contrase"); got != "clave" {
			t.Errorf("readers find %q", got)
		}
		if read := decode[api.Article](r, "get-article", nobody, "/articles/clave", nil); read.Title != "La contraseña" || read.Category.Articles != 1 {
			t.Errorf("%+v", read)
		}

		// After publication, other agents may edit the article draft. Readers still see the published version.
		next := edit(d.Version, func(e *api.ArticleEdit) {
			e.Texts.Es.Title = "Cambiar la contraseña"
			e.Texts.En = &api.ArticleText{Title: "The password"}
		})
		d = decode[api.ArticleDraft](r, "save-article", bruno, "/articles/clave", next)
		if d.State != "changed" {
			t.Errorf("%+v", d)
		}
		if read := decode[api.Article](r, "get-article", nobody, "/articles/clave", nil); read.Title != "La contraseña" {
			t.Errorf("readers see %+v", read)
		}
		refusal := r.call("publish-article", sofia, "/articles/clave/publication", api.ArticleVersionRead{Version: d.Version})
		if refusal.Code != http.StatusBadRequest || !strings.Contains(refusal.Body.String(), "texts.en.summary") || !strings.Contains(refusal.Body.String(), "texts.en.body") {
			t.Errorf("a publication with an incomplete language: %d %s", refusal.Code, refusal.Body)
		}

		// A save that is based on an old version is refused. The response contains the current version.
		conflict := r.call("save-article", ana, "/articles/clave", edit(2, internal))
		var problem api.Problem
		if err := json.Unmarshal(conflict.Body.Bytes(), &problem); err != nil || conflict.Code != http.StatusConflict || problem.Version == nil || *problem.Version != d.Version {
			t.Errorf("%d %s", conflict.Code, conflict.Body)
		}
		r.checkStatus(http.StatusConflict, "publish-article", sofia, "/articles/clave/publication", api.ArticleVersionRead{Version: 1})
		r.checkStatus(http.StatusConflict, "retire-article", sofia, "/articles/clave/publication?version=1", nil)
		r.checkStatus(http.StatusConflict, "delete-article-draft", sofia, "/article-drafts/clave?version=4", nil)

		decode[api.ArticleDraft](r, "retire-article", sofia, "/articles/clave/publication?version=3", nil)
		r.checkStatus(http.StatusNotFound, "get-article", nobody, "/articles/clave", nil)
		if got := r.listArticles(nobody, ""); got != "" {
			t.Errorf("readers find %q", got)
		}
	})
}

func TestInternalArticlesAreForStaff(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.publish("abierto")
		r.publish("interno", internal)
		for _, person := range []account.Person{nobody, maria} {
			for _, query := range []string{"", "?q=contrase", "?category=acceso", "?language=en"} {
				if got := r.listArticles(person, query); got != "abierto" {
					t.Errorf("%q finds %q with %q", person.ID, got, query)
				}
			}
			r.checkStatus(http.StatusNotFound, "get-article", person, "/articles/interno", nil)
			if c := decode[[]api.Category](r, "list-categories", person, "/categories", nil); c[0].Articles != 1 {
				t.Errorf("%+v", c)
			}
		}
		if got := r.listArticles(ana, "?q=contrase"); got != "abierto interno" {
			t.Errorf("an agent finds %q", got)
		}
		if read := decode[api.Article](r, "get-article", ana, "/articles/interno", nil); read.Audience != "internal" {
			t.Errorf("%+v", read)
		}
		if c := decode[[]api.Category](r, "list-categories", ana, "/categories", nil); c[0].Articles != 2 {
			t.Errorf("%+v", c)
		}
	})
}

func TestVersionsAreImmutable(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		d := r.publish("clave")
		first := decode[api.ArticleVersion](r, "get-article-version", ana, "/articles/clave/versions/1", nil)
		d = decode[api.ArticleDraft](r, "save-article", ana, "/articles/clave", edit(d.Version, internal))
		decode[api.ArticleDraft](r, "publish-article", sofia, "/articles/clave/publication", api.ArticleVersionRead{Version: d.Version})
		page := decode[api.ArticleVersionPage](r, "list-article-versions", ana, "/articles/clave/versions?limit=1", nil)
		next, err := page.Next.Get()
		if len(page.Items) != 1 || page.Items[0].Number != 2 || page.Items[0].Audience != "internal" || *page.Items[0].Titles.Es != "La contraseña" || err != nil || next != 2 {
			t.Errorf("%+v", page)
		}
		page = decode[api.ArticleVersionPage](r, "list-article-versions", ana, "/articles/clave/versions?limit=1&before=2", nil)
		if len(page.Items) != 1 || page.Items[0].Number != 1 || !page.Next.IsNull() {
			t.Errorf("%+v", page)
		}
		if diff := cmp.Diff(first, decode[api.ArticleVersion](r, "get-article-version", bruno, "/articles/clave/versions/1", nil)); diff != "" {
			t.Error(diff)
		}
		for _, path := range []string{"/articles/clave/versions/3", "/articles/clave/versions/0", "/articles/nada/versions/1"} {
			r.checkStatus(http.StatusNotFound, "get-article-version", ana, path, nil)
		}
		r.checkStatus(http.StatusNotFound, "list-article-versions", ana, "/articles/nada/versions", nil)
		r.checkStatus(http.StatusBadRequest, "list-article-versions", ana, "/articles/clave/versions?before=0&limit=101", nil)
		d = decode[api.ArticleDraft](r, "get-article-draft", sofia, "/article-drafts/clave", nil)
		decode[api.ArticleDraft](r, "retire-article", sofia, "/articles/clave/publication?version="+strconv.FormatInt(d.Version, 10), nil)
		// An agent who may no longer read the article draft may not read its versions either.
		r.checkStatus(http.StatusNotFound, "list-article-versions", bruno, "/articles/clave/versions", nil)
		r.checkStatus(http.StatusNotFound, "get-article-version", bruno, "/articles/clave/versions/1", nil)
	})
}

func TestSaveArticleValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		for _, c := range []struct {
			id     string
			change func(*api.ArticleEdit)
			field  string
		}{
			{"Clave", func(*api.ArticleEdit) {}, "id"},
			{"clave--2", func(*api.ArticleEdit) {}, "id"},
			{"clave", func(e *api.ArticleEdit) { e.CategoryId = "ninguna" }, "categoryId"},
			{"clave", func(e *api.ArticleEdit) { e.Audience = "todos" }, "audience"},
			{"clave", func(e *api.ArticleEdit) { e.Texts = api.ArticleTexts{} }, "texts"},
			{"clave", func(e *api.ArticleEdit) { e.Texts.Es = &api.ArticleText{Title: " ", Body: "<p> </p>"} }, "texts"},
			{"clave", func(e *api.ArticleEdit) { e.Texts.Es.Title = strings.Repeat("ñ", 201) }, "texts.es.title"},
			{"clave", func(e *api.ArticleEdit) { e.Texts.Es.Summary = strings.Repeat("ñ", 301) }, "texts.es.summary"},
			{"clave", func(e *api.ArticleEdit) { e.Texts.Es.Body = strings.Repeat("ñ", 65537) }, "texts.es.body"},
			{"clave", func(e *api.ArticleEdit) {
				e.Texts.Es.Body = strings.Repeat("<p>漢</p>", 6500) + strings.Repeat("&lt;", 16)
			}, ""},
		} {
			response := r.call("save-article", ana, "/articles/"+c.id, edit(0, c.change))
			var problem api.Problem
			if err := json.Unmarshal(response.Body.Bytes(), &problem); err != nil {
				t.Fatal(err)
			}
			switch {
			case c.field == "" && response.Code != http.StatusOK:
				t.Errorf("%d %s", response.Code, response.Body)
			case c.field != "" && (response.Code != http.StatusBadRequest || len(*problem.Errors) != 1 || (*problem.Errors)[0].Field != c.field):
				t.Errorf("%s: %d %s", c.field, response.Code, response.Body)
			}
		}
		r.checkStatus(http.StatusConflict, "save-article", ana, "/articles/nuevo", edit(3))
	})
}

func TestOnlyUnpublishedDraftsAreDeleted(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		decode[api.ArticleDraft](r, "save-article", ana, "/articles/clave", edit(0))
		r.checkStatus(http.StatusNotFound, "delete-article-draft", bruno, "/article-drafts/clave?version=1", nil)
		r.checkStatus(http.StatusNoContent, "delete-article-draft", ana, "/article-drafts/clave?version=1", nil)
		r.checkStatus(http.StatusNotFound, "get-article-draft", ana, "/article-drafts/clave", nil)
		r.publish("leido")
		r.checkStatus(http.StatusConflict, "delete-article-draft", sofia, "/article-drafts/leido?version=2", nil)
	})
}

func TestDraftPages(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		for _, id := range []string{"a", "b", "c"} {
			decode[api.ArticleDraft](r, "save-article", ana, "/articles/"+id, edit(0))
			r.clock.Advance(1000)
		}
		page := decode[api.ArticleDraftPage](r, "list-article-drafts", ana, "/article-drafts?limit=2", nil)
		next, err := page.Next.Get()
		if len(page.Items) != 2 || page.Items[0].Id != "c" || err != nil {
			t.Fatalf("%+v, %v", page, err)
		}
		page = decode[api.ArticleDraftPage](r, "list-article-drafts", ana, "/article-drafts?limit=2&cursor="+next, nil)
		if len(page.Items) != 1 || page.Items[0].Id != "a" || !page.Next.IsNull() {
			t.Errorf("%+v", page)
		}
		for _, query := range []string{"cursor=!", "limit=0", "limit=101", "state=otro", "audience=otra", "language=fr", "missing=fr", "q=" + strings.Repeat("q", 201)} {
			r.checkStatus(http.StatusBadRequest, "list-article-drafts", ana, "/article-drafts?"+query, nil)
		}
	})
}

func TestSupervisorsChangeCategories(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		body := api.CategoryEdit{Names: api.Translated{Es: "Medios", En: new("Appeals")}, Order: 0}
		r.checkStatus(http.StatusForbidden, "save-category", ana, "/categories/medios", body)
		r.checkStatus(http.StatusNoContent, "save-category", sofia, "/categories/medios", body)
		if c := decode[[]api.Category](r, "list-categories", nobody, "/categories?language=en", nil); len(c) != 3 || c[0].Name != "Appeals" {
			t.Errorf("%+v", c)
		}
		r.checkStatus(http.StatusBadRequest, "save-category", sofia, "/categories/Medios", api.CategoryEdit{Order: -1})
		r.checkStatus(http.StatusBadRequest, "save-category", sofia, "/categories/medios", api.CategoryEdit{Names: body.Names, Order: 10001})
		r.publish("clave")
		r.checkStatus(http.StatusForbidden, "delete-category", ana, "/categories/medios", nil)
		r.checkStatus(http.StatusConflict, "delete-category", sofia, "/categories/acceso", nil)
		r.checkStatus(http.StatusNoContent, "delete-category", sofia, "/categories/medios", nil)
		r.checkStatus(http.StatusNoContent, "delete-category", sofia, "/categories/Nunca", nil)
		if c := decode[[]api.Category](r, "list-categories", nobody, "/categories", nil); len(c) != 2 {
			t.Errorf("%+v", c)
		}
	})
}
