//go:build stack

package contract

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/locale"
	"mesa/test/running"
)

// requests maps each operation to a function that returns its test requests. Together they cause every status that the contract
// documents.
var requests = map[string]func(*scene) []request{
	"create-session":         sessionsBegun,
	"get-session":            sessions,
	"delete-session":         sessionsEnded,
	"update-profile":         profiles,
	"change-password":        passwords,
	"get-settings":           anyoneGets("/settings"),
	"list-topics":            anyoneGets("/topics"),
	"list-entities":          anyoneGets("/entities"),
	"list-departments":       staffGets("/departments"),
	"list-agents":            staffGets("/agents"),
	"update-availability":    availabilities,
	"list-organizations":     staffGets("/organizations"),
	"list-routing-rules":     routingRules,
	"update-routing-rules":   routingRulesChanged,
	"try-routing":            routingTried,
	"list-topic-settings":    topicSettings,
	"save-topic":             topicsSaved,
	"get-calendar":           calendars,
	"update-calendar":        calendarsChanged,
	"preview-calendar":       calendarsPreviewed,
	"create-ticket":          ticketsOpened,
	"list-tickets":           ticketLists,
	"get-ticket":             tickets,
	"update-ticket":          ticketsChanged,
	"create-entry":           entries,
	"note-presence":          presences,
	"rate-ticket":            ratings,
	"add-participant":        guests,
	"remove-participant":     guestsGone,
	"list-links":             linkLists,
	"link-ticket":            linksMade,
	"unlink-ticket":          linksUndone,
	"merge-ticket":           mergings,
	"split-ticket":           splittings,
	"list-mentions":          mentions,
	"read-mention":           mentionsRead,
	"list-tags":              tagsSuggested,
	"create-attachment":      filesAnnounced,
	"get-attachment":         files,
	"get-draft":              unsentRead,
	"save-draft":             unsentSaved,
	"delete-draft":           unsentGone,
	"list-canned-responses":  staffGets("/canned-responses"),
	"create-canned-response": cannedCreated,
	"update-canned-response": cannedChanged,
	"delete-canned-response": cannedRemoved,
	"list-views":             staffGets("/views"),
	"create-view":            viewsKept,
	"update-view":            viewsChanged,
	"delete-view":            viewsRemoved,
	"list-categories":        categories,
	"list-articles":          articleLists,
	"get-article":            articles,
	"record-article-use":     usesRecorded,
	"list-article-figures":   figuresListed,
	"save-article":           articlesSaved,
	"publish-article":        articlesPublished,
	"retire-article":         articlesRetired,
	"list-article-drafts":    draftLists,
	"get-article-draft":      draftsRead,
	"delete-article-draft":   draftsThrownAway,
	"list-article-versions":  versionLists,
	"get-article-version":    versionsRead,
	"save-category":          categoriesSaved,
	"delete-category":        categoriesDeleted,
	"create-account-request": accountsAsked,
	"list-account-requests":  accountRequests,
}

// TestEveryOperation sends valid and invalid requests to every operation in both languages. It validates each request and
// response against the contract, and checks that every documented response occurs.
func TestEveryOperation(t *testing.T) {
	stack := running.Find(t)
	w := newWitness(t, stack)
	stack.ResetLimits(t)
	t.Cleanup(func() { stack.ResetLimits(t) })
	operations := inContract(t)
	for _, language := range []locale.Language{locale.Spanish, locale.English} {
		t.Run(string(language), func(t *testing.T) {
			s := newScene(t, stack, w, language)
			for _, op := range operations {
				list, written := requests[op.name]
				if !written {
					t.Errorf("no request of %s is made", op.name)
					continue
				}
				t.Run(op.name, func(t *testing.T) {
					s := *s
					s.T, w.t = t, t
					for _, r := range list(&s) {
						s.make(r)
					}
				})
			}
			w.t = t
		})
	}
	for path, item := range contract(t).Paths.Map() {
		for method, op := range item.Operations() {
			for status := range op.Responses.Map() {
				code, err := strconv.Atoi(status)
				if err == nil && !w.saw(op.OperationID, code) {
					t.Errorf("%s %s documents %d, and nothing here gets it", method, path, code)
				}
			}
		}
	}
}

const tooLarge = 600 << 10

// refusals returns requests that every operation with a body refuses before it validates the content of the body.
func refusals(by caller, method, path string, headers ...string) []request {
	cross := append([]string{"Sec-Fetch-Site", "cross-site"}, headers...)
	plain := append([]string{"Content-Type", "text/plain"}, headers...)
	// The caller is not identified yet when this request is refused, so the response is in the browser's language.
	browser := caller{by.WithLanguage(string(by.speaks)), by.speaks}
	latin := append([]string{"Content-Type", "application/json; charset=iso-8859-1"}, headers...)
	return []request{
		{what: "not JSON", by: by, method: method, path: path, body: []byte(`{"`), headers: headers, want: http.StatusBadRequest, unfit: true},
		{what: "a list", by: by, method: method, path: path, body: []byte(`[]`), headers: headers, want: http.StatusBadRequest, unfit: true},
		{what: "too large", by: by, method: method, path: path, body: []byte(`{"x":"` + strings.Repeat("x", tooLarge) + `"`), headers: headers, want: http.StatusRequestEntityTooLarge, unfit: true},
		{what: "plain text", by: by, method: method, path: path, body: []byte(`{}`), headers: plain, want: http.StatusUnsupportedMediaType, unfit: true},
		{what: "Latin 1", by: by, method: method, path: path, body: []byte(`[]`), headers: latin, want: http.StatusUnsupportedMediaType, unfit: true},
		{what: "from another site", by: browser, method: method, path: path, body: []byte(`[]`), headers: cross, want: http.StatusForbidden, unfit: true},
	}
}

func anyoneGets(path string) func(*scene) []request {
	return func(s *scene) []request {
		return []request{
			{what: "anyone", by: s.anonymous, method: http.MethodGet, path: path, want: http.StatusOK},
			{what: "signed in", by: s.requester, method: http.MethodGet, path: path, want: http.StatusOK},
		}
	}
}

func staffGets(path string) func(*scene) []request {
	return func(s *scene) []request {
		return []request{
			{what: "agent", by: s.agent, method: http.MethodGet, path: path, want: http.StatusOK},
			{what: "requester", by: s.requester, method: http.MethodGet, path: path, want: http.StatusForbidden},
			{what: "anyone", by: s.stranger(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
		}
	}
}

func sessionsBegun(s *scene) []request {
	_, who := s.newcomer()
	login := func(name, password string) map[string]any {
		return map[string]any{"username": name, "password": password}
	}
	nobody := "nadie-" + ulid.Make().String()
	return append(refusals(s.anonymous, http.MethodPost, "/session"),
		request{what: "by user name", by: s.anonymous, method: http.MethodPost, path: "/session", body: login(who.Username, who.Password), want: http.StatusOK},
		request{what: "by e-mail", by: s.anonymous, method: http.MethodPost, path: "/session", body: login(strings.ToUpper(who.Email), who.Password), want: http.StatusOK},
		request{what: "wrong", by: s.anonymous, method: http.MethodPost, path: "/session", body: login(nobody, "no es"), want: http.StatusUnauthorized},
		request{what: "wrong again and again", by: s.anonymous, method: http.MethodPost, path: "/session", body: login(nobody, "no es"), want: http.StatusTooManyRequests, times: 8},
		request{what: "without a password", by: s.anonymous, method: http.MethodPost, path: "/session", body: map[string]any{"username": nobody}, want: http.StatusBadRequest, unfit: true},
		request{what: "a number", by: s.anonymous, method: http.MethodPost, path: "/session", body: map[string]any{"username": 7, "password": "x"}, want: http.StatusBadRequest, unfit: true},
		request{what: "too long", by: s.anonymous, method: http.MethodPost, path: "/session", body: login(strings.Repeat("n", 300), "x"), want: http.StatusBadRequest, unfit: true},
	)
}

func sessions(s *scene) []request {
	return []request{
		{what: "requester", by: s.requester, method: http.MethodGet, path: "/session", want: http.StatusOK},
		{what: "agent", by: s.agent, method: http.MethodGet, path: "/session", want: http.StatusOK},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: "/session", want: http.StatusUnauthorized},
	}
}

func sessionsEnded(s *scene) []request {
	leaving := s.another()
	return []request{
		{what: "from another site", by: caller{leaving.WithLanguage(string(s.language)), s.language}, method: http.MethodDelete, path: "/session", headers: []string{"Sec-Fetch-Site", "cross-site"}, want: http.StatusForbidden},
		{what: "signed in", by: leaving, method: http.MethodDelete, path: "/session", want: http.StatusNoContent},
		{what: "anyone", by: s.stranger(), method: http.MethodDelete, path: "/session", want: http.StatusNoContent},
	}
}

// stranger returns a visitor who has never signed in. The scene's anonymous caller signs in where an operation is tested that
// signs people in.
func (s *scene) stranger() caller {
	return caller{s.witness.over(s.stack.Anonymous(string(s.language))), s.language}
}

func profiles(s *scene) []request {
	change := func(what string, body map[string]any, want int) request {
		return request{what: what, by: s.requester, method: http.MethodPatch, path: "/profile", body: body, want: want}
	}
	unfit := change("unknown language", map[string]any{"language": "fr"}, http.StatusBadRequest)
	unfit.unfit = true
	return append(refusals(s.requester, http.MethodPatch, "/profile"),
		change("all of it", map[string]any{"name": "Prueba Nueva", "phone": "55 1234 5678", "language": s.language, "timeZone": "America/Tijuana"}, http.StatusOK),
		change("nothing", map[string]any{}, http.StatusOK),
		change("no such zone", map[string]any{"timeZone": "America/Macondo"}, http.StatusBadRequest),
		unfit,
		request{what: "anyone", by: s.stranger(), method: http.MethodPatch, path: "/profile", body: map[string]any{}, want: http.StatusUnauthorized},
	)
}

func passwords(s *scene) []request {
	who, has := s.newcomer()
	change := func(current, anew string) map[string]any { return map[string]any{"current": current, "new": anew} }
	const better = "Araucaria-Verde-46"
	return append(refusals(who, http.MethodPut, "/profile/password"),
		request{what: "too short", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, "corta"), want: http.StatusBadRequest, unfit: true},
		request{what: "the same", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, has.Password), want: http.StatusBadRequest},
		request{what: "a better one", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, better), want: http.StatusNoContent},
		request{what: "the old one", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, better+"7"), want: http.StatusBadRequest},
		request{what: "the old one, again and again", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, better+"7"), want: http.StatusTooManyRequests, times: 8},
		request{what: "anyone", by: s.stranger(), method: http.MethodPut, path: "/profile/password", body: change("x", better), want: http.StatusUnauthorized},
	)
}
