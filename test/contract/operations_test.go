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
var requests = map[string]func(*fixture) []request{
	"create-session":         createSessionRequests,
	"get-session":            getSessionRequests,
	"extend-session":         extendSessionRequests,
	"delete-session":         deleteSessionRequests,
	"list-sessions":          listSessionsRequests,
	"end-session":            endSessionRequests,
	"end-other-sessions":     endOtherSessionsRequests,
	"update-profile":         updateProfileRequests,
	"change-password":        changePasswordRequests,
	"get-settings":           publicGetRequests("/settings"),
	"get-desk-settings":      getDeskSettingsRequests,
	"update-desk-settings":   updateDeskSettingsRequests,
	"list-topics":            publicGetRequests("/topics"),
	"list-entities":          publicGetRequests("/entities"),
	"list-departments":       staffGetRequests("/departments"),
	"save-department":        saveDepartmentRequests,
	"list-teams":             staffGetRequests("/teams"),
	"save-team":              saveTeamRequests,
	"list-agents":            staffGetRequests("/agents"),
	"update-availability":    updateAvailabilityRequests,
	"list-organizations":     listOrganizationsRequests,
	"save-organization":      saveOrganizationRequests,
	"list-routing-rules":     listRoutingRulesRequests,
	"update-routing-rules":   updateRoutingRulesRequests,
	"try-routing":            tryRoutingRequests,
	"list-topic-settings":    listTopicSettingsRequests,
	"save-topic":             saveTopicRequests,
	"get-calendar":           getCalendarRequests,
	"update-calendar":        updateCalendarRequests,
	"preview-calendar":       previewCalendarRequests,
	"create-ticket":          createTicketRequests,
	"list-tickets":           listTicketsRequests,
	"get-ticket":             getTicketRequests,
	"update-ticket":          updateTicketRequests,
	"create-entry":           createEntryRequests,
	"note-presence":          notePresenceRequests,
	"rate-ticket":            rateTicketRequests,
	"add-participant":        addParticipantRequests,
	"remove-participant":     removeParticipantRequests,
	"list-links":             listLinksRequests,
	"link-ticket":            linkTicketRequests,
	"unlink-ticket":          unlinkTicketRequests,
	"merge-ticket":           mergeTicketRequests,
	"undo-merge":             undoMergeRequests,
	"split-ticket":           splitTicketRequests,
	"list-mentions":          listMentionsRequests,
	"read-mention":           readMentionRequests,
	"list-tags":              listTagsRequests,
	"create-attachment":      createAttachmentRequests,
	"get-attachment":         getAttachmentRequests,
	"get-draft":              getDraftRequests,
	"save-draft":             saveDraftRequests,
	"delete-draft":           deleteDraftRequests,
	"list-canned-responses":  staffGetRequests("/canned-responses"),
	"create-canned-response": createCannedResponseRequests,
	"update-canned-response": updateCannedResponseRequests,
	"delete-canned-response": deleteCannedResponseRequests,
	"list-views":             staffGetRequests("/views"),
	"create-view":            createViewRequests,
	"update-view":            updateViewRequests,
	"delete-view":            deleteViewRequests,
	"list-categories":        listCategoriesRequests,
	"list-articles":          listArticlesRequests,
	"get-article":            getArticleRequests,
	"record-article-use":     recordArticleUseRequests,
	"list-article-figures":   listArticleFiguresRequests,
	"save-article":           saveArticleRequests,
	"publish-article":        publishArticleRequests,
	"retire-article":         retireArticleRequests,
	"list-article-drafts":    listArticleDraftsRequests,
	"get-article-draft":      getArticleDraftRequests,
	"delete-article-draft":   deleteArticleDraftRequests,
	"list-article-versions":  listArticleVersionsRequests,
	"get-article-version":    getArticleVersionRequests,
	"save-category":          saveCategoryRequests,
	"delete-category":        deleteCategoryRequests,
	"decide-account-request": decideAccountRequestRequests,
	"list-people":            listPeopleRequests,
	"create-person":          createPersonRequests,
	"get-person":             getPersonRequests,
	"update-person":          updatePersonRequests,
	"invite-person":          invitePersonRequests,
	"create-password-reset":  createPasswordResetRequests,
	"get-password-reset":     getPasswordResetRequests,
	"reset-password":         resetPasswordRequests,
	"create-account-request": createAccountRequestRequests,
	"list-account-requests":  listAccountRequestsRequests,
	"list-audit-events":      listAuditEventsRequests,
}

// TestEveryOperationFollowsTheContract sends valid and invalid requests to every operation in both languages. It validates each request and
// response against the contract, and checks that every documented response occurs.
func TestEveryOperationFollowsTheContract(t *testing.T) {
	stack := running.Find(t)
	w := newValidator(t, stack)
	stack.ResetLimits(t)
	t.Cleanup(func() { stack.ResetLimits(t) })
	operations := inContract(t)
	for _, language := range []locale.Language{locale.Spanish, locale.English} {
		t.Run(string(language), func(t *testing.T) {
			f := newFixture(t, stack, w, language)
			for _, op := range operations {
				list, written := requests[op.name]
				if !written {
					t.Errorf("%s has no requests", op.name)
					continue
				}
				t.Run(op.name, func(t *testing.T) {
					f := *f
					f.T, w.t = t, t
					for _, r := range list(&f) {
						f.send(r)
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
				if err == nil && !w.hasSeen(op.OperationID, code) {
					t.Errorf("%s %s documents %d, but no request causes it", method, path, code)
				}
			}
		}
	}
}

const tooLarge = 600 << 10

// malformedRequests returns requests that every operation with a body refuses before it validates the content of the body.
func malformedRequests(by caller, method, path string, headers ...string) []request {
	cross := append([]string{"Sec-Fetch-Site", "cross-site"}, headers...)
	plain := append([]string{"Content-Type", "text/plain"}, headers...)
	// The caller is not identified yet when this request is refused, so the response is in the browser's language.
	browser := caller{by.WithLanguage(string(by.language)), by.language}
	latin := append([]string{"Content-Type", "application/json; charset=iso-8859-1"}, headers...)
	return []request{
		{name: "not JSON", by: by, method: method, path: path, body: []byte(`{"`), headers: headers, want: http.StatusBadRequest, violation: true},
		{name: "a list", by: by, method: method, path: path, body: []byte(`[]`), headers: headers, want: http.StatusBadRequest, violation: true},
		{name: "too large", by: by, method: method, path: path, body: []byte(`{"x":"` + strings.Repeat("x", tooLarge) + `"`), headers: headers, want: http.StatusRequestEntityTooLarge, violation: true},
		{name: "plain text", by: by, method: method, path: path, body: []byte(`{}`), headers: plain, want: http.StatusUnsupportedMediaType, violation: true},
		{name: "Latin 1", by: by, method: method, path: path, body: []byte(`[]`), headers: latin, want: http.StatusUnsupportedMediaType, violation: true},
		{name: "from another site", by: browser, method: method, path: path, body: []byte(`[]`), headers: cross, want: http.StatusForbidden, violation: true},
	}
}

func publicGetRequests(path string) func(*fixture) []request {
	return func(f *fixture) []request {
		return []request{
			{name: "not signed in", by: f.anonymous, method: http.MethodGet, path: path, want: http.StatusOK},
			{name: "signed in", by: f.requester, method: http.MethodGet, path: path, want: http.StatusOK},
		}
	}
}

func staffGetRequests(path string) func(*fixture) []request {
	return func(f *fixture) []request {
		return []request{
			{name: "agent", by: f.agent, method: http.MethodGet, path: path, want: http.StatusOK},
			{name: "requester", by: f.requester, method: http.MethodGet, path: path, want: http.StatusForbidden},
			{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
		}
	}
}

func listOrganizationsRequests(f *fixture) []request {
	requests := staffGetRequests("/organizations")(f)
	for query, want := range map[string]int{"q=infoem&limit=1": http.StatusOK, "ids=inai,itei": http.StatusOK, "cursor=x": http.StatusBadRequest} {
		requests = append(requests, request{name: query, by: f.agent, method: http.MethodGet, path: "/organizations?" + query, want: want})
	}
	return requests
}

func createSessionRequests(f *fixture) []request {
	_, who := f.newRequester()
	login := func(name, password string) map[string]any {
		return map[string]any{"username": name, "password": password}
	}
	unknown := "nadie-" + ulid.Make().String()
	return append(malformedRequests(f.anonymous, http.MethodPost, "/session"),
		request{name: "by user name", by: f.anonymous, method: http.MethodPost, path: "/session", body: login(who.Username, who.Password), want: http.StatusOK},
		request{name: "by e-mail", by: f.anonymous, method: http.MethodPost, path: "/session", body: login(strings.ToUpper(who.Email), who.Password), want: http.StatusOK},
		request{name: "unknown login", by: f.anonymous, method: http.MethodPost, path: "/session", body: login(unknown, "no es"), want: http.StatusUnauthorized},
		request{name: "until locked", by: f.anonymous, method: http.MethodPost, path: "/session", body: login(unknown, "no es"), want: http.StatusTooManyRequests, attempts: 8},
		request{name: "without a password", by: f.anonymous, method: http.MethodPost, path: "/session", body: map[string]any{"username": unknown}, want: http.StatusBadRequest, violation: true},
		request{name: "number instead of a user name", by: f.anonymous, method: http.MethodPost, path: "/session", body: map[string]any{"username": 7, "password": "x"}, want: http.StatusBadRequest, violation: true},
		request{name: "too long", by: f.anonymous, method: http.MethodPost, path: "/session", body: login(strings.Repeat("n", 300), "x"), want: http.StatusBadRequest, violation: true},
	)
}

func getSessionRequests(f *fixture) []request {
	return []request{
		{name: "requester", by: f.requester, method: http.MethodGet, path: "/session", want: http.StatusOK},
		{name: "agent", by: f.agent, method: http.MethodGet, path: "/session", want: http.StatusOK},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: "/session", want: http.StatusUnauthorized},
	}
}

func extendSessionRequests(f *fixture) []request {
	extend := func(name string, by caller, idleFor any, want int) request {
		return request{name: name, by: by, method: http.MethodPatch, path: "/session", body: map[string]any{"idleFor": idleFor}, want: want}
	}
	future := extend("activity in the future", f.agent, -1, http.StatusBadRequest)
	future.violation = true
	return append(malformedRequests(f.agent, http.MethodPatch, "/session"),
		extend("agent", f.agent, 0, http.StatusOK),
		extend("requester", f.requester, 60, http.StatusOK),
		future,
		extend("not signed in", f.newVisitor(), 0, http.StatusUnauthorized),
	)
}

func deleteSessionRequests(f *fixture) []request {
	leaving := f.newSession()
	return []request{
		{name: "from another site", by: caller{leaving.WithLanguage(string(f.language)), f.language}, method: http.MethodDelete, path: "/session", headers: []string{"Sec-Fetch-Site", "cross-site"}, want: http.StatusForbidden},
		{name: "signed in", by: leaving, method: http.MethodDelete, path: "/session", want: http.StatusNoContent},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodDelete, path: "/session", want: http.StatusNoContent},
	}
}

// newVisitor returns a visitor who has never signed in. The requests of create-session sign in the fixture's anonymous caller.
func (f *fixture) newVisitor() caller {
	return caller{f.validator.observe(f.stack.Anonymous(string(f.language))), f.language}
}

func updateProfileRequests(f *fixture) []request {
	change := func(name string, body map[string]any, want int) request {
		return request{name: name, by: f.requester, method: http.MethodPatch, path: "/profile", body: body, want: want}
	}
	invalid := change("unknown language", map[string]any{"language": "fr"}, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.requester, http.MethodPatch, "/profile"),
		change("all fields", map[string]any{"name": "Prueba Nueva", "phone": "55 1234 5678", "language": f.language, "timeZone": "America/Tijuana"}, http.StatusOK),
		change("empty", map[string]any{}, http.StatusOK),
		change("unknown time zone", map[string]any{"timeZone": "America/Macondo"}, http.StatusBadRequest),
		invalid,
		request{name: "not signed in", by: f.newVisitor(), method: http.MethodPatch, path: "/profile", body: map[string]any{}, want: http.StatusUnauthorized},
	)
}

func changePasswordRequests(f *fixture) []request {
	who, has := f.newRequester()
	change := func(current, anew string) map[string]any { return map[string]any{"current": current, "new": anew} }
	const better = "Araucaria-Verde-46"
	return append(malformedRequests(who, http.MethodPut, "/profile/password"),
		request{name: "too short", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, "corta"), want: http.StatusBadRequest, violation: true},
		request{name: "unchanged", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, has.Password), want: http.StatusBadRequest},
		request{name: "valid", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, better), want: http.StatusNoContent},
		request{name: "old password", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, better+"7"), want: http.StatusBadRequest},
		request{name: "old password, until locked", by: who, method: http.MethodPut, path: "/profile/password", body: change(has.Password, better+"7"), want: http.StatusTooManyRequests, attempts: 8},
		request{name: "not signed in", by: f.newVisitor(), method: http.MethodPut, path: "/profile/password", body: change("x", better), want: http.StatusUnauthorized},
	)
}
