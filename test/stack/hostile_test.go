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

// TestIdempotencyKeysBelongToOnePerson checks that another person's Idempotency-Key gives no access to their ticket.
func TestIdempotencyKeysBelongToOnePerson(t *testing.T) {
	stack := running.Find(t)
	_, firstPerson := stack.NewPerson(t)
	_, secondPerson := stack.NewPerson(t)
	key := ulid.Make().String()
	var first, second api.Ticket
	stack.SignedIn(t, firstPerson).Send(t, http.MethodPost, "/tickets", running.NewTicket("De la primera"), "Idempotency-Key", key).Into(t, http.StatusCreated, &first)
	stack.SignedIn(t, secondPerson).Send(t, http.MethodPost, "/tickets", running.NewTicket("De la primera"), "Idempotency-Key", key).Into(t, http.StatusCreated, &second)
	if first.Number == second.Number || second.Requester.Id == first.Requester.Id {
		t.Errorf("ticket %s of %s was returned to %s", first.Number, first.Requester.Id, second.Requester.Id)
	}
}

// TestFilesOfOthersAreInaccessible checks that people cannot attach, show or download another person's file, and that only staff can download
// a file of an internal note (P4, C5).
func TestFilesOfOthersAreInaccessible(t *testing.T) {
	stack := running.Find(t)
	_, owner := stack.NewPerson(t)
	_, otherPerson := stack.NewPerson(t)
	requester, other := stack.SignedIn(t, owner), stack.SignedIn(t, otherPerson)
	content := []byte("<script>alert(document.domain)</script>")
	uploaded := announce(t, requester, len(content), "image/png")
	if status := upload(t, uploaded, content, nil); status >= http.StatusMultipleChoices {
		t.Fatalf("the upload was refused: %d", status)
	}
	claiming := running.NewTicket("Con archivo ajeno")
	claiming["attachmentIds"] = []string{uploaded.Id}
	other.Send(t, http.MethodPost, "/tickets", claiming, "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	showing := running.NewTicket("Con imagen ajena")
	showing["detail"] = `<p>mire</p><img src="/api/attachments/` + uploaded.Id + `" alt="x">`
	other.Send(t, http.MethodPost, "/tickets", showing, "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	other.Send(t, http.MethodGet, "/attachments/"+uploaded.Id, nil).Want(t, http.StatusNotFound)
	response := requester.Send(t, http.MethodGet, "/attachments/"+uploaded.Id, nil)
	response.Want(t, http.StatusFound)
	download := running.Get(t, response.Header.Get("Location"))
	if disposition := download.Header.Get("Content-Disposition"); !strings.HasPrefix(disposition, "attachment;") || download.Header.Get("Content-Type") != "image/png" {
		t.Errorf("a browser could execute the file: %q, %q", disposition, download.Header.Get("Content-Type"))
	}

	created := requester.CreateTicket(t, running.NewTicket("Con nota"))
	agent, _ := waitForRouting(t, stack, requester, created.Number)
	image := png("note")
	internal := announce(t, agent, len(image), "image/png")
	if status := upload(t, internal, image, nil); status >= http.StatusMultipleChoices {
		t.Fatalf("the upload was refused: %d", status)
	}
	agent.Send(t, http.MethodPost, "/tickets/"+created.Number+"/entries", map[string]any{
		"kind": "note", "body": "solo para el equipo", "attachmentIds": []string{internal.Id}, "version": agent.Ticket(t, created.Number).Version,
	}).Want(t, http.StatusCreated)
	requester.Send(t, http.MethodGet, "/attachments/"+internal.Id, nil).Want(t, http.StatusNotFound)
	if slices.ContainsFunc(requester.Ticket(t, created.Number).Entries, func(e api.Entry) bool { return e.Kind == api.EntryKindNote }) {
		t.Error("the requester can read the note")
	}
}

// TestCursorGivesNoAccessToTicketsOfOthers checks that another person's cursor gives no access to their tickets. A cursor contains a position, not
// the owner of the list.
func TestCursorGivesNoAccessToTicketsOfOthers(t *testing.T) {
	stack := running.Find(t)
	_, owner := stack.NewPerson(t)
	_, otherPerson := stack.NewPerson(t)
	requester, other := stack.SignedIn(t, owner), stack.SignedIn(t, otherPerson)
	numbers := []string{requester.CreateTicket(t, running.NewTicket("Uno")).Number, requester.CreateTicket(t, running.NewTicket("Dos")).Number}
	other.CreateTicket(t, running.NewTicket("Ajeno"))
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
		response := other.Send(t, http.MethodGet, path, nil)
		response.Want(t, status)
		if strings.Contains(string(response.Body), numbers[0]) || strings.Contains(string(response.Body), numbers[1]) {
			t.Errorf("%s shows another person's tickets: %s", path, response.Body)
		}
	}
}

// TestMalformedPathsAreNotFound checks that malformed paths result in a 404 problem document.
func TestMalformedPathsAreNotFound(t *testing.T) {
	stack := running.Find(t)
	agent := stack.SignedIn(t, stack.DemoPeople("agent")[0])
	for _, path := range []string{
		"/tickets/PNT000001%00", "/tickets/%2e%2e", "/tickets/%ff%fe", "/tickets/%1b%5b31m", "/tickets/" + strings.Repeat("9", 300), "/tickets/%F0%9F%98%80",
		"/attachments/%00", "/attachments/%ff", "/articles/%00", "/articles/..%5c..",
	} {
		response := agent.Send(t, http.MethodGet, path, nil)
		response.Want(t, http.StatusNotFound)
		if response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s", path, response.Body)
		}
	}
}

// TestHostileTextsAreRefusedOrSanitized checks that invisible characters of subjects are removed, that invisible subjects are
// refused, and that stored HTML is sanitized (P2).
func TestHostileTextsAreRefusedOrSanitized(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	for subject, want := range map[string]string{
		"a\x00b": "ab", "\u202aC:\\formatos\u202c": `C:\formatos`, "A-01\t1250": "A-01 1250", "a\nBcc: x@example.com": "a Bcc: x@example.com",
	} {
		created := requester.CreateTicket(t, running.NewTicket(subject))
		if created.Subject != want {
			t.Errorf("subject %q becomes %q, want %q", subject, created.Subject, want)
		}
	}
	for _, subject := range []string{"\u200b\u200b", "\ufeff", "\x1b"} {
		requester.Send(t, http.MethodPost, "/tickets", running.NewTicket(subject), "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	}
	raw := []byte(`{"topicId":"sipot","subject":"\ud800","detail":"x","entity":"FEDERACION"}`)
	requester.Send(t, http.MethodPost, "/tickets", raw, "Idempotency-Key", ulid.Make().String()).Want(t, http.StatusBadRequest)
	raw = []byte(`{"topicId":"sipot","subject":"Texto","detail":"<p onclick=\"x\">a\u0000b\ud800c</p><svg><script>1</script></svg><a href=\"java\u0000script:1\">d</a>","entity":"FEDERACION","requesterId":"ana-agente","status":"closed"}`)
	var created api.Ticket
	requester.Send(t, http.MethodPost, "/tickets", raw, "Idempotency-Key", ulid.Make().String()).Into(t, http.StatusCreated, &created)
	body := *created.Entries[0].Body
	if strings.ContainsAny(body, "\x00") || strings.Contains(body, "script") || strings.Contains(body, "onclick") || created.Status != "open" || created.Requester.Id == "ana-agente" {
		t.Errorf("%s %s of %s", body, created.Status, created.Requester.Id)
	}
}

// TestSecurityHeaders checks the security headers of pages and API responses.
func TestSecurityHeaders(t *testing.T) {
	stack := running.Find(t)
	for address, want := range map[string]map[string]string{
		stack.Site + "/": {
			"Content-Security-Policy": "script-src 'self'; style-src 'self'; ", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cache-Control": "no-cache",
			"Permissions-Policy": "geolocation=()", "Cross-Origin-Opener-Policy": "same-origin",
		},
		stack.Site + "/staff/": {"Content-Security-Policy": "frame-ancestors 'none'", "Cache-Control": "no-cache", "Cross-Origin-Opener-Policy": "same-origin"},
		stack.API + "/session": {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"},
	} {
		response := running.Get(t, address)
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
