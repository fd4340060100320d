//go:build stack

package contract

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/test/running"
)

// caller is a visitor, and the language of the responses to them.
type caller struct {
	*running.Visitor
	speaks locale.Language
}

// scene holds the callers of the operations and the objects of their requests. The tests run once in each language, with a
// scene each.
type scene struct {
	*testing.T
	stack   *running.Stack
	witness *witness
	// language is the language of requesters and anonymous visitors. The demo's staff speak Spanish.
	language                             locale.Language
	anonymous, requester, agent, admin   caller
	requesterIs                          running.Credentials
	ticket, foreign, uploaded, published string
}

// request is one request of an operation, and the expected status of its response.
type request struct {
	what string
	by   caller
	// path is relative to the base path of the API. body is encoded as JSON unless it consists of bytes.
	method, path string
	body         any
	headers      []string
	want         int
	// unfit is set if the request violates the contract.
	unfit bool
	// times is the maximum number of attempts until the response has the expected status. 0 means one attempt.
	times int
}

func newScene(t *testing.T, stack *running.Stack, w *witness, language locale.Language) *scene {
	t.Helper()
	speaks := func(p *account.Person) { p.Language = language }
	_, who := stack.NewPerson(t, speaks)
	_, other := stack.NewPerson(t, speaks)
	s := &scene{T: t, stack: stack, witness: w, language: language, requesterIs: who}
	s.anonymous = caller{w.over(stack.Anonymous(string(language))), language}
	s.requester = caller{w.over(stack.SignedIn(t, who)), language}
	s.agent = caller{w.over(stack.SignedIn(t, stack.DemoPerson("ana.agente"))), locale.Spanish}
	s.admin = caller{w.over(stack.SignedIn(t, stack.DemoPerson("adrian.admin"))), locale.Spanish}
	s.foreign = s.open(stack.SignedIn(t, other)).Number
	s.uploaded = s.upload()
	s.ticket = s.open(s.requester.Visitor).Number
	running.Eventually(t, 30*time.Second, "the ticket is routed", func() (bool, any) {
		var got api.Ticket
		s.agent.Send(t, http.MethodGet, "/tickets/"+s.ticket, nil).Into(t, http.StatusOK, &got)
		assignee, err := got.Assignee.Get()
		return err == nil && assignee.Id != "", got
	})
	var cards []api.ArticleCard
	s.anonymous.Send(t, http.MethodGet, "/articles", nil).Into(t, http.StatusOK, &cards)
	s.published = cards[0].Id
	return s
}

func (s *scene) open(by *running.Visitor) api.Ticket {
	var got api.Ticket
	by.Send(s.T, http.MethodPost, "/tickets", newTicket(), "Idempotency-Key", ulid.Make().String()).Into(s.T, http.StatusCreated, &got)
	return got
}

func newTicket() map[string]any {
	return map[string]any{
		"topicId": "portal-obligaciones", "subject": "Prueba del contrato", "detail": "<p>Todo lo que dice el contrato.</p>", "entity": "FEDERACION",
	}
}

// with returns a copy of an object with one member replaced.
func with(object map[string]any, name string, value any) map[string]any {
	changed := map[string]any{name: value}
	for member, old := range object {
		if member != name {
			changed[member] = old
		}
	}
	return changed
}

// upload announces a file, uploads it, and returns its identifier.
func (s *scene) upload() string {
	var announced api.AttachmentUpload
	content := []byte("un archivo de prueba")
	s.requester.Send(s.T, http.MethodPost, "/attachments", map[string]any{"filename": "prueba.txt", "size": len(content), "contentType": "text/plain"}).
		Into(s.T, http.StatusCreated, &announced)
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	for name, value := range announced.Upload.Fields {
		if err := parts.WriteField(name, value); err != nil {
			s.Fatal(err)
		}
	}
	file, err := parts.CreateFormFile("file", "prueba.txt")
	if err == nil {
		_, err = file.Write(content)
	}
	if err == nil {
		err = parts.Close()
	}
	if err != nil {
		s.Fatal(err)
	}
	response, err := http.Post(announced.Upload.Url, parts.FormDataContentType(), &form)
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusMultipleChoices {
		s.Fatalf("the store answers %s", response.Status)
	}
	return announced.Id
}

// make sends the request and checks the status of the response. For an error it also checks the problem document.
func (s *scene) make(r request) {
	s.Run(r.what, func(t *testing.T) {
		ctx := t.Context()
		if r.unfit {
			ctx = forbidden(ctx)
		}
		var answer running.Response
		for range max(r.times, 1) {
			var err error
			if answer, err = r.by.Do(ctx, r.method, r.path, r.body, r.headers...); err != nil {
				t.Fatal(err)
			}
			if answer.Status == r.want {
				break
			}
		}
		answer.Want(t, r.want)
		if r.want >= http.StatusBadRequest {
			wantProblem(t, answer, r.by.speaks)
		}
	})
}

// wantProblem fails the test unless the response is a problem document in the given language.
func wantProblem(t *testing.T, answer running.Response, language locale.Language) {
	t.Helper()
	var problem api.Problem
	if err := json.Unmarshal(answer.Body, &problem); err != nil {
		t.Fatalf("%v in %s", err, answer.Body)
	}
	if media := answer.Header.Get("Content-Type"); media != "application/problem+json" {
		t.Errorf("a problem comes as %s", media)
	}
	kind := strings.TrimPrefix(problem.Type, "urn:mesa:problem:")
	if want := locale.ProblemTitle(language, kind); problem.Title != want || problem.Status != answer.Status {
		t.Errorf("title %q and status %d, should be %q and %d", problem.Title, problem.Status, want, answer.Status)
	}
	if problem.Type == "urn:mesa:problem:invalid" && (problem.Errors == nil || len(*problem.Errors) == 0) {
		t.Errorf("the problem doesn't say which fields: %s", answer.Body)
	}
}

// another signs the scene's requester in again. Tests use the new session if they end it.
func (s *scene) another() caller {
	visitor, err := s.stack.SignIn(s.requesterIs)
	if err != nil {
		s.Fatal(err)
	}
	return caller{s.witness.over(visitor), s.language}
}

// newcomer adds and signs in a requester who is not in the scene yet.
func (s *scene) newcomer() (caller, running.Credentials) {
	_, who := s.stack.NewPerson(s.T, func(p *account.Person) { p.Language = s.language })
	return caller{s.witness.over(s.stack.SignedIn(s.T, who)), s.language}, who
}
