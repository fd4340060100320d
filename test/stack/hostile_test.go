package stack

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/test/running"
)

// TestAKeyIsOnlyOnesOwn: an Idempotency-Key that somebody else has used, whoever knows it, opens nothing of theirs.
func TestAKeyIsOnlyOnesOwn(t *testing.T) {
	stack := running.Find(t)
	_, first := stack.Newcomer(t)
	_, second := stack.Newcomer(t)
	key := ulid.Make().String()
	var theirs, ones api.Ticket
	stack.SignedIn(t, first).Send(t, http.MethodPost, "/tickets", newTicket("De la primera"), "Idempotency-Key", key).Into(t, http.StatusCreated, &theirs)
	stack.SignedIn(t, second).Send(t, http.MethodPost, "/tickets", newTicket("De la primera"), "Idempotency-Key", key).Into(t, http.StatusCreated, &ones)
	if theirs.Number == ones.Number || ones.Requester.Id == theirs.Requester.Id {
		t.Errorf("%s of %s was given to %s", theirs.Number, theirs.Requester.Id, ones.Requester.Id)
	}
}

// TestAnothersFile: it is in nobody else's reach, under whatever it is asked for or claimed by, and a note's file is staff's.
func TestAnothersFile(t *testing.T) {
	stack := running.Find(t)
	_, owner := stack.Newcomer(t)
	_, thief := stack.Newcomer(t)
	requester, other := stack.SignedIn(t, owner), stack.SignedIn(t, thief)
	content := []byte("<script>alert(document.domain)</script>")
	form := announce(t, requester, len(content), "image/png")
	if status := upload(t, form, content, nil); status >= http.StatusMultipleChoices {
		t.Fatalf("the upload was refused: %d", status)
	}
	claiming := newTicket("Con archivo ajeno")
	claiming["attachmentIds"] = []string{form.Id}
	other.Send(t, http.MethodPost, "/tickets", claiming, "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	showing := newTicket("Con imagen ajena")
	showing["detail"] = `<p>mire</p><img src="/api/attachments/` + form.Id + `" alt="x">`
	other.Send(t, http.MethodPost, "/tickets", showing, "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	other.Send(t, http.MethodGet, "/attachments/"+form.Id, nil).Want(t, http.StatusNotFound)
	if status := upload(t, form, content, map[string]string{"key": ulid.Make().String()}); status < http.StatusBadRequest {
		t.Errorf("the form took another file: %d", status)
	}
	answer := requester.Send(t, http.MethodGet, "/attachments/"+form.Id, nil)
	answer.Want(t, http.StatusFound)
	download, err := http.Get(answer.Header.Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	defer download.Body.Close()
	if disposition := download.Header.Get("Content-Disposition"); !strings.HasPrefix(disposition, "attachment;") || download.Header.Get("Content-Type") != "image/png" {
		t.Errorf("a browser may run it: %q, %q", disposition, download.Header.Get("Content-Type"))
	}

	made := open(t, requester, newTicket("Con nota"))
	agent, _ := routed(t, stack, requester, made.Number)
	internal := announce(t, agent, len(content), "image/png")
	if status := upload(t, internal, content, nil); status >= http.StatusMultipleChoices {
		t.Fatalf("the upload was refused: %d", status)
	}
	agent.Send(t, http.MethodPost, "/tickets/"+made.Number+"/entries", map[string]any{
		"kind": "note", "body": "solo para el equipo", "attachmentIds": []string{internal.Id}, "version": get(t, agent, made.Number).Version,
	}).Want(t, http.StatusCreated)
	requester.Send(t, http.MethodGet, "/attachments/"+internal.Id, nil).Want(t, http.StatusNotFound)
	if slices.ContainsFunc(get(t, requester, made.Number).Entries, func(e api.Entry) bool { return e.Kind == api.EntryKindNote }) {
		t.Error("the requester reads the note")
	}
}

// TestAPlaceInAnothersList is no way into it: a cursor says where one was, not whose list it is.
func TestAPlaceInAnothersList(t *testing.T) {
	stack := running.Find(t)
	_, one := stack.Newcomer(t)
	_, another := stack.Newcomer(t)
	requester, other := stack.SignedIn(t, one), stack.SignedIn(t, another)
	mine := []string{open(t, requester, newTicket("Uno")).Number, open(t, requester, newTicket("Dos")).Number}
	open(t, other, newTicket("Ajeno"))
	var page api.TicketPage
	requester.Send(t, http.MethodGet, "/tickets?status=all&limit=1", nil).Into(t, http.StatusOK, &page)
	cursor, err := page.Next.Get()
	if err != nil {
		t.Fatal("there is no second page")
	}
	for path, status := range map[string]int{
		"/tickets?status=all&cursor=" + cursor: http.StatusOK, "/tickets?q=uno&cursor=" + cursor: http.StatusBadRequest,
		"/tickets?status=all&cursor=" + cursor[:len(cursor)-2]: http.StatusBadRequest,
	} {
		answer := other.Send(t, http.MethodGet, path, nil)
		answer.Want(t, status)
		if strings.Contains(string(answer.Body), mine[0]) || strings.Contains(string(answer.Body), mine[1]) {
			t.Errorf("%s shows another's: %s", path, answer.Body)
		}
	}
}

// TestAddressesThatNobodyShouldAsk are answered by the contract, whatever is in them.
func TestAddressesThatNobodyShouldAsk(t *testing.T) {
	stack := running.Find(t)
	agent := stack.SignedIn(t, stack.Demo("agent")[0])
	for _, path := range []string{
		"/tickets/PNT000001%00", "/tickets/%2e%2e", "/tickets/%ff%fe", "/tickets/%1b%5b31m", "/tickets/" + strings.Repeat("9", 300), "/tickets/%F0%9F%98%80",
		"/attachments/%00", "/attachments/%ff", "/articles/%00", "/articles/..%5c..",
	} {
		answer := agent.Send(t, http.MethodGet, path, nil)
		answer.Want(t, http.StatusNotFound)
		if answer.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s", path, answer.Body)
		}
	}
}

// TestTextsThatDeceive: what is stored of them can neither run nor hide.
func TestTextsThatDeceive(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	for _, subject := range []string{"a\x00b", "a\u202eb", "\u200b\u200b", "\ufeff", "a\nBcc: x@example.com", "\x1b[31m"} {
		requester.Send(t, http.MethodPost, "/tickets", newTicket(subject), "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	}
	raw := []byte(`{"topicId":"sipot","subject":"\ud800","detail":"x","entity":"FEDERACION"}`)
	requester.Send(t, http.MethodPost, "/tickets", raw, "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	raw = []byte(`{"topicId":"sipot","subject":"Texto","detail":"<p onclick=\"x\">a\u0000b\ud800c</p><svg><script>1</script></svg><a href=\"java\u0000script:1\">d</a>","entity":"FEDERACION","requesterId":"ana-agente","status":"closed"}`)
	var made api.Ticket
	requester.Send(t, http.MethodPost, "/tickets", raw, "Idempotency-Key", ulid.Make().String()).Into(t, http.StatusCreated, &made)
	body := *made.Entries[0].Body
	if strings.ContainsAny(body, "\x00") || strings.Contains(body, "script") || strings.Contains(body, "onclick") || made.Status != "open" || made.Requester.Id == "ana-agente" {
		t.Errorf("%s %s of %s", body, made.Status, made.Requester.Id)
	}
}

// TestHeadersOfPagesAndAnswers are those that a browser protects people by.
func TestHeadersOfPagesAndAnswers(t *testing.T) {
	stack := running.Find(t)
	for address, want := range map[string]map[string]string{
		stack.Site + "/": {
			"Content-Security-Policy": "script-src 'self'; style-src 'self'; ", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cache-Control": "no-cache",
		},
		stack.Site + "/staff/": {"Content-Security-Policy": "frame-ancestors 'none'", "Cache-Control": "no-cache"},
		stack.API + "/session": {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"},
	} {
		response, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		want["X-Content-Type-Options"], want["Strict-Transport-Security"] = "nosniff", "max-age=63072000"
		for name, part := range want {
			if got := response.Header.Get(name); !strings.Contains(got, part) {
				t.Errorf("%s of %s is %q, which lacks %q", name, address, got, part)
			}
		}
		if policy := response.Header.Get("Content-Security-Policy"); strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: %s", address, policy)
		}
	}
}
