package articles_test

import (
	"net/http"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/settings"
)

func (r *rig) use(status int, person account.Person, id, use, visitor string) {
	r.Helper()
	body := api.NewArticleUse{Use: api.NewArticleUseUse(use)}
	if visitor != "" {
		body.Visitor = &visitor
	}
	r.checkStatus(status, "record-article-use", person, "/articles/"+id+"/uses", body)
}

func (r *rig) figures(id string) article.Tally {
	r.Helper()
	for _, f := range decode[api.ArticleFiguresPage](r, "list-article-figures", sofia, "/article-figures", nil).Items {
		if f.Id == id {
			return article.Tally{Seen: f.Seen, Useful: f.Useful, Useless: f.Useless, Avoided: f.Avoided, Opened: f.Opened}
		}
	}
	r.Fatalf("no figures of %s", id)
	return article.Tally{}
}

func TestRepeatedUsesCountOnce(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.publish("clave")
		if got := r.figures("clave"); got != (article.Tally{}) {
			t.Errorf("before the first use: %+v", got)
		}
		for range 2 { // as after a repeated click or a reload of the page
			r.use(http.StatusNoContent, nobody, "clave", "seen", "navegador-1")
			r.use(http.StatusNoContent, nobody, "clave", "useful", "navegador-1")
			r.use(http.StatusNoContent, nobody, "clave", "useless", "navegador-2")
			r.use(http.StatusNoContent, maria, "clave", "avoided", "")
			r.use(http.StatusNoContent, ana, "clave", "opened", "")
		}
		want := article.Tally{Seen: 1, Useful: 2, Useless: 1, Avoided: 1, Opened: 1}
		if diff := cmp.Diff(want, r.figures("clave")); diff != "" {
			t.Error(diff)
		}
		r.use(http.StatusNoContent, nobody, "clave", "useful", "navegador-2")
		want.Useful, want.Useless = 3, 0
		if diff := cmp.Diff(want, r.figures("clave")); diff != "" {
			t.Error("a changed answer: ", diff)
		}
	})
}

func TestRecordArticleUseValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.publish("clave")
		r.publish("interno", internal)
		decode[api.ArticleDraft](r, "save-article", ana, "/articles/borrador", edit(0))
		r.use(http.StatusBadRequest, maria, "clave", "gustado", "")
		r.use(http.StatusBadRequest, nobody, "clave", "seen", "")
		r.use(http.StatusBadRequest, nobody, "clave", "seen", "corto")
		r.use(http.StatusBadRequest, nobody, "clave", "seen", "con espacios 1")
		r.use(http.StatusUnauthorized, nobody, "clave", "avoided", "navegador-1")
		r.use(http.StatusUnauthorized, nobody, "clave", "opened", "navegador-1")
		for _, id := range []string{"nada", "borrador", "interno"} {
			r.use(http.StatusNotFound, nobody, id, "seen", "navegador-1")
			r.use(http.StatusNotFound, maria, id, "useful", "")
		}
		r.use(http.StatusNoContent, ana, "interno", "useful", "")
		r.checkStatus(http.StatusForbidden, "list-article-figures", ana, "/article-figures", nil)
		for _, query := range []string{"cursor=!", "limit=0", "limit=101"} {
			r.checkStatus(http.StatusBadRequest, "list-article-figures", sofia, "/article-figures?"+query, nil)
		}
	})
}

func TestUsesPerAddressAreLimited(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		config := settings.Configuration{Settings: settings.Default(), Categories: []settings.Category{{ID: "acceso", Name: settings.Text{Spanish: "Acceso"}}}}
		config.ArticleUsesPerHour = 3
		if err := r.Table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		r.publish("clave")
		for n := range 3 {
			r.use(http.StatusNoContent, nobody, "clave", "useful", "navegador-"+strconv.Itoa(n))
		}
		r.use(http.StatusTooManyRequests, nobody, "clave", "useful", "navegador-3")
		r.use(http.StatusNoContent, maria, "clave", "useful", "")
		if got := r.figures("clave").Useful; got != 4 {
			t.Errorf("%d useful answers, want 4", got)
		}
	})
}

func TestFiguresAreSortedByUsefulness(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		for _, id := range []string{"a", "b", "c"} {
			r.publish(id)
		}
		r.use(http.StatusNoContent, maria, "b", "useful", "")
		r.use(http.StatusNoContent, maria, "c", "seen", "")
		page := decode[api.ArticleFiguresPage](r, "list-article-figures", sofia, "/article-figures?limit=2", nil)
		next, err := page.Next.Get()
		if len(page.Items) != 2 || page.Items[0].Id != "b" || page.Items[1].Id != "c" || page.Items[0].Usefulness <= 0 || err != nil {
			t.Fatalf("%+v, %v", page, err)
		}
		page = decode[api.ArticleFiguresPage](r, "list-article-figures", sofia, "/article-figures?limit=2&cursor="+next, nil)
		if len(page.Items) != 1 || page.Items[0].Id != "a" || !page.Next.IsNull() {
			t.Errorf("%+v", page)
		}
	})
}
