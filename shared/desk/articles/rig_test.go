package articles_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/store"
	"mesa/shared/adapter/store/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/articles"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/observe"
)

// rig is the endpoints of the knowledge base as they are served, on a real table.
type rig struct {
	t       *testing.T
	table   storetest.Table
	clock   *clock.Manual
	cookies map[string]string
}

var (
	nobody = account.Person{}
	maria  = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@mesa.example", Role: account.Requester, Language: locale.Spanish}
	ana    = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish}
	bruno  = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Language: locale.Spanish}
	sofia  = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor, Language: locale.Spanish}
)

func each(t *testing.T, run func(t *testing.T, r *rig)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		r := &rig{t: t, table: table, clock: clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)), cookies: map[string]string{}}
		desk := settings.Desk{Settings: settings.Default(), Categories: []settings.Category{
			{ID: "acceso", Name: settings.Text{Spanish: "Acceso", English: "Access"}, Order: 1}, {ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, Order: 2},
		}}
		if err := table.PutDesk(t.Context(), desk); err != nil {
			t.Fatal(err)
		}
		for _, person := range []account.Person{maria, ana, bruno, sofia} {
			r.cookies[person.ID] = r.table.SignIn(t, person)
		}
		run(t, r)
	})
}

// endpoint is an operation of the knowledge base on what a function sees of the table: nothing cached.
func (r *rig) endpoint(operation string, table *store.Table) httpapi.Endpoint {
	now := r.clock.Clock()
	of := func(route string, access httpapi.Access, serve func(*api.ServerInterfaceWrapper, http.ResponseWriter, *http.Request), use api.StrictServerInterface) httpapi.Endpoint {
		return httpapi.Endpoint{Operation: operation, Route: route, Access: access, Serve: serve, API: use, Sessions: table}
	}
	switch operation {
	case "list-articles":
		return of("GET /api/articles", httpapi.Public, (*api.ServerInterfaceWrapper).ListArticles, articles.ListArticles{Cards: table})
	case "get-article":
		return of("GET /api/articles/{id}", httpapi.Public, (*api.ServerInterfaceWrapper).GetArticle, articles.GetArticle{Articles: table, Desk: table, Cards: table})
	case "list-categories":
		return of("GET /api/categories", httpapi.Public, (*api.ServerInterfaceWrapper).ListCategories, articles.ListCategories{Desk: table, Cards: table})
	case "save-article":
		return of("PUT /api/articles/{id}", httpapi.Staff, (*api.ServerInterfaceWrapper).SaveArticle, articles.SaveArticle{Drafts: table, Desk: table, Sanitizer: sanitize.HTML{}, Clock: now})
	case "publish-article":
		return of("PUT /api/articles/{id}/publication", httpapi.Supervisor, (*api.ServerInterfaceWrapper).PublishArticle, articles.PublishArticle{Drafts: table, Clock: now})
	case "retire-article":
		return of("DELETE /api/articles/{id}/publication", httpapi.Supervisor, (*api.ServerInterfaceWrapper).RetireArticle, articles.RetireArticle{Drafts: table, Clock: now})
	case "list-article-drafts":
		return of("GET /api/article-drafts", httpapi.Staff, (*api.ServerInterfaceWrapper).ListArticleDrafts, articles.ListArticleDrafts{Drafts: table})
	case "get-article-draft":
		return of("GET /api/article-drafts/{id}", httpapi.Staff, (*api.ServerInterfaceWrapper).GetArticleDraft, articles.GetArticleDraft{Drafts: table})
	case "delete-article-draft":
		return of("DELETE /api/article-drafts/{id}", httpapi.Staff, (*api.ServerInterfaceWrapper).DeleteArticleDraft, articles.DeleteArticleDraft{Drafts: table})
	case "list-article-versions":
		return of("GET /api/articles/{id}/versions", httpapi.Staff, (*api.ServerInterfaceWrapper).ListArticleVersions, articles.ListArticleVersions{Versions: table})
	case "get-article-version":
		return of("GET /api/articles/{id}/versions/{number}", httpapi.Staff, (*api.ServerInterfaceWrapper).GetArticleVersion, articles.GetArticleVersion{Versions: table})
	case "record-article-use":
		return of("POST /api/articles/{id}/uses", httpapi.Public, (*api.ServerInterfaceWrapper).RecordArticleUse, articles.RecordArticleUse{Uses: table, Clock: now})
	case "list-article-figures":
		return of("GET /api/article-figures", httpapi.Supervisor, (*api.ServerInterfaceWrapper).ListArticleFigures, articles.ListArticleFigures{Figures: table})
	case "save-category":
		return of("PUT /api/categories/{id}", httpapi.Supervisor, (*api.ServerInterfaceWrapper).SaveCategory, articles.SaveCategory{Categories: table})
	case "delete-category":
		return of("DELETE /api/categories/{id}", httpapi.Supervisor, (*api.ServerInterfaceWrapper).DeleteCategory, articles.DeleteCategory{Drafts: table, Categories: table})
	default:
		panic("no such operation: " + operation)
	}
}

// rounds are what an operation may take of the table in a row, its session included.
func rounds(method string) int {
	if method == http.MethodGet {
		return 2
	}
	return 3
}

// call makes a request, and requires that it doesn't take more rounds of the table than it may.
func (r *rig) call(operation string, who account.Person, path string, body any) *httptest.ResponseRecorder {
	r.t.Helper()
	endpoint := r.endpoint(operation, r.table.Again())
	method, _, _ := bytes.Cut([]byte(endpoint.Route), []byte(" "))
	sent, err := json.Marshal(body)
	if err != nil {
		r.t.Fatal(err)
	}
	ctx, meter := observe.Metered(r.t.Context())
	request := httptest.NewRequestWithContext(ctx, string(method), "/api"+path, bytes.NewReader(sent))
	request.Header.Set("Content-Type", "application/json")
	if cookie := r.cookies[who.ID]; cookie != "" {
		request.AddCookie(&http.Cookie{Name: httpapi.SessionCookie, Value: cookie})
	}
	recorder := httptest.NewRecorder()
	httpapi.Handler(endpoint).ServeHTTP(recorder, request)
	if cost := meter.Cost(); cost.Rounds > rounds(string(method)) {
		r.t.Errorf("%s took %d rounds, at most %d wanted", operation, cost.Rounds, rounds(string(method)))
	}
	return recorder
}

// want makes a request and requires its status.
func (r *rig) want(status int, operation string, who account.Person, path string, body any) {
	r.t.Helper()
	if got := r.call(operation, who, path, body); got.Code != status {
		r.t.Errorf("%s by %q answers %d, want %d: %s", operation, who.ID, got.Code, status, got.Body)
	}
}

// got makes a request that succeeds, and reads its answer.
func got[T any](r *rig, operation string, who account.Person, path string, body any) T {
	r.t.Helper()
	var v T
	answer := r.call(operation, who, path, body)
	if answer.Code != http.StatusOK {
		r.t.Fatalf("%s by %q answers %d: %s", operation, who.ID, answer.Code, answer.Body)
	}
	if err := json.Unmarshal(answer.Body.Bytes(), &v); err != nil {
		r.t.Fatal(err)
	}
	return v
}
