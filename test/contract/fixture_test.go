//go:build stack

package contract

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/test/running"
	"mesa/tools/stackfile"
)

// caller is a visitor with the language of the responses to them.
type caller struct {
	*running.Visitor
	language locale.Language
}

// fixture holds the callers of the operations and the objects of their requests. The tests run once in each language, each time
// with a new fixture.
type fixture struct {
	*testing.T
	stack     *running.Stack
	validator *validator
	// language is the language of requesters and anonymous visitors. The demo's staff speak Spanish.
	language                           locale.Language
	anonymous, requester, agent, admin caller
	// credentials are the credentials of the requester.
	credentials stackfile.Credentials
	// ticket is the number of a ticket of the requester, and othersTicket the number of another requester's ticket.
	ticket, othersTicket string
	// uploadedFile and publishedArticle are identifiers.
	uploadedFile, publishedArticle string
}

// request is one request of an operation, and the expected status of its response.
type request struct {
	name string
	by   caller
	// path is relative to the base path of the API. body is encoded as JSON unless it consists of bytes.
	method, path string
	body         any
	headers      []string
	want         int
	// violation is set if the request violates the contract.
	violation bool
	// attempts is the maximum number of requests until the response has the expected status. 0 means one request.
	attempts int
}

func newFixture(t *testing.T, stack *running.Stack, w *validator, language locale.Language) *fixture {
	t.Helper()
	setLanguage := func(p *account.Person) { p.Language = language }
	_, requester := stack.NewPerson(t, setLanguage)
	_, other := stack.NewPerson(t, setLanguage)
	f := &fixture{T: t, stack: stack, validator: w, language: language, credentials: requester}
	f.anonymous = caller{w.observe(stack.Anonymous(string(language))), language}
	f.requester = caller{w.observe(stack.SignedIn(t, requester)), language}
	f.agent = caller{w.observe(stack.SignedIn(t, stack.DemoPerson("ana.agente"))), locale.Spanish}
	f.admin = caller{w.observe(stack.SignedIn(t, stack.DemoPerson("adrian.admin"))), locale.Spanish}
	f.othersTicket = f.createTicket(stack.SignedIn(t, other)).Number
	f.uploadedFile = f.uploadFile()
	f.ticket = f.createTicket(f.requester.Visitor).Number
	running.Eventually(t, 30*time.Second, "the ticket is routed", func() (bool, any) {
		var got api.Ticket
		f.agent.Send(t, http.MethodGet, "/tickets/"+f.ticket, nil).Into(t, http.StatusOK, &got)
		assignee, err := got.Assignee.Get()
		return err == nil && assignee.Id != "", got
	})
	var cards []api.ArticleCard
	f.anonymous.Send(t, http.MethodGet, "/articles", nil).Into(t, http.StatusOK, &cards)
	f.publishedArticle = cards[0].Id
	return f
}

func (f *fixture) createTicket(by *running.Visitor) api.Ticket {
	return by.CreateTicket(f.T, newTicket())
}

func newTicket() map[string]any {
	return map[string]any{
		"topicId": "portal-obligaciones", "subject": "Prueba del contrato", "detail": "<p>Todo lo que dice el contrato.</p>", "entity": "FEDERACION",
	}
}

// with returns a copy of an object in which one member has another value.
func with(object map[string]any, name string, value any) map[string]any {
	changed := map[string]any{name: value}
	for member, old := range object {
		if member != name {
			changed[member] = old
		}
	}
	return changed
}

// uploadFile uploads a file as the requester, and returns its identifier.
func (f *fixture) uploadFile() string {
	var announced api.AttachmentUpload
	content := []byte("un archivo de prueba")
	f.requester.Send(f.T, http.MethodPost, "/attachments", map[string]any{"filename": "prueba.txt", "size": len(content), "contentType": "text/plain"}).
		Into(f.T, http.StatusCreated, &announced)
	request, err := http.NewRequestWithContext(f.Context(), http.MethodPut, announced.Upload.Url, bytes.NewReader(content))
	if err != nil {
		f.Fatal(err)
	}
	for name, value := range announced.Upload.Headers {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		f.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusMultipleChoices {
		f.Fatalf("the upload returned %s", response.Status)
	}
	return announced.Id
}

// send sends the request and checks the status of the response. For an error it also checks the problem document.
func (f *fixture) send(r request) {
	f.Run(r.name, func(t *testing.T) {
		ctx := t.Context()
		if r.violation {
			ctx = withViolation(ctx)
		}
		var response running.Response
		for range max(r.attempts, 1) {
			var err error
			if response, err = r.by.Do(ctx, r.method, r.path, r.body, r.headers...); err != nil {
				t.Fatal(err)
			}
			if response.Status == r.want {
				break
			}
		}
		response.Want(t, r.want)
		if r.want >= http.StatusBadRequest {
			wantProblem(t, response, r.by.language)
		}
	})
}

// wantProblem fails the test unless the response is a problem document in the given language.
func wantProblem(t *testing.T, response running.Response, language locale.Language) {
	t.Helper()
	var problem api.Problem
	if err := json.Unmarshal(response.Body, &problem); err != nil {
		t.Fatalf("%v in %s", err, response.Body)
	}
	if media := response.Header.Get("Content-Type"); media != "application/problem+json" {
		t.Errorf("the Content-Type of a problem is %s", media)
	}
	kind := strings.TrimPrefix(problem.Type, "urn:mesa:problem:")
	if want := locale.ProblemTitle(language, kind); problem.Title != want || problem.Status != response.Status {
		t.Errorf("title %q and status %d, want %q and %d", problem.Title, problem.Status, want, response.Status)
	}
	if problem.Type == "urn:mesa:problem:invalid" && (problem.Errors == nil || len(*problem.Errors) == 0) {
		t.Errorf("the problem lists no fields: %s", response.Body)
	}
}

// newSession signs the fixture's requester in again. Tests that end a session use a new session.
func (f *fixture) newSession() caller {
	visitor, err := f.stack.SignIn(f.credentials)
	if err != nil {
		f.Fatal(err)
	}
	return caller{f.validator.observe(visitor), f.language}
}

// newSpender adds a requester with an open and a closed ticket and signs them in. It uses up their quotas (P10) and returns the
// numbers of the tickets. The changes are applied to the person.
func (f *fixture) newSpender(changes ...func(*account.Person)) (spender caller, open, closed string) {
	person, who := f.stack.NewPerson(f.T, append(changes, func(p *account.Person) { p.Language = f.language })...)
	spender = caller{f.validator.observe(f.stack.SignedIn(f.T, who)), f.language}
	open, closed = f.createTicket(spender.Visitor).Number, f.createTicket(spender.Visitor).Number
	spender.Send(f.T, http.MethodPost, "/tickets/"+closed+"/entries", map[string]any{"kind": "message", "body": "Ya quedó.", "status": "closed"}).
		Want(f.T, http.StatusCreated)
	for _, act := range []limit.Act{limit.Tickets, limit.Entries, limit.Uploaded} {
		f.stack.UseQuota(f.T, act, person.ID)
	}
	return spender, open, closed
}

// newRequester adds another requester and signs them in.
func (f *fixture) newRequester() (caller, stackfile.Credentials) {
	_, who := f.stack.NewPerson(f.T, func(p *account.Person) { p.Language = f.language })
	return caller{f.validator.observe(f.stack.SignedIn(f.T, who)), f.language}, who
}
