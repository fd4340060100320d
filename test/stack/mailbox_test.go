package stack

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"mesa/test/running"
)

// page reads a page of the mailbox that `make run` prints the address of.
func page(t *testing.T, address string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s answers %s: %v %s", address, response.Status, err, body)
	}
	return string(body)
}

func TestTheMailboxShowsWhatWasMailed(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.Newcomer(t)
	made := open(t, stack.SignedIn(t, signIn), newTicket("Para el buzón"))
	mail := mailed(t, stack, made.Number, person.Email, 1)[0]
	address := strings.TrimSuffix(stack.Mailbox, "/") + "/"
	if list := page(t, address); !strings.Contains(list, strings.TrimSpace(mail.Subject)) || !strings.Contains(list, person.Email) {
		t.Errorf("the list has no %q to %s", mail.Subject, person.Email)
	}
	if one := page(t, address+mail.ID); !strings.Contains(one, person.Email) || !strings.Contains(one, "Recibimos su ticket") {
		t.Errorf("the mail is not shown: %s", one)
	}
	if asRead := page(t, address+mail.ID+"/html"); asRead != mail.HTML {
		t.Error("the mail is not shown as its reader sees it")
	}
}
