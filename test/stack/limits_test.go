package stack

import (
	"net/http"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/test/running"
)

// here is where the requests of tests come from.
const here = "127.0.0.1"

// pretended are what a script writes to be taken for another at each request.
var pretended = []string{"X-Viewer-Address", "203.0.113.200", "X-Forwarded-For", "203.0.113.200", "CloudFront-Viewer-Address", "203.0.113.200:1", "X-Origin-Proof", "x"}

// TestAnAddressThatGuessesIsRefused has a script without cookies guess at another login each time, so that no lockout of one
// login meets it, and pretend to come from elsewhere.
func TestAnAddressThatGuessesIsRefused(t *testing.T) {
	stack := running.Find(t)
	stack.ForgetLimits(t)
	t.Cleanup(func() { stack.ForgetLimits(t) })
	_, signIn := stack.Newcomer(t)
	most := settings.Default().FailedSignIns
	for limit.FailedSignIns.Left(time.Now()) < time.Minute { // the window must not end meanwhile
		time.Sleep(time.Second)
	}
	guess := func() running.Answer {
		login := map[string]string{"username": "nadie-" + ulid.Make().String(), "password": "Colibri-Agave-27"}
		return stack.Visit("es").Send(t, http.MethodPost, "/session", login, pretended...)
	}
	guess().Want(t, http.StatusUnauthorized)
	// The rest is counted here: a hundred times the work of a password takes long.
	for counted := 0; counted < most-1; {
		var err error
		if counted, err = stack.Store().Count(t.Context(), limit.FailedSignIns, limit.Source(here), time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	right := func() running.Answer {
		return stack.Visit("es").Send(t, http.MethodPost, "/session", map[string]string{"username": signIn.Username, "password": signIn.Password})
	}
	right().Want(t, http.StatusOK) // the last one, taken back
	guess().Want(t, http.StatusUnauthorized)
	for _, answer := range []running.Answer{guess(), right()} {
		answer.Want(t, http.StatusTooManyRequests)
		if answer.Header.Get("Retry-After") == "" {
			t.Error("it doesn't say when to try again")
		}
	}
}

func TestAccountsAskedForByOneAddress(t *testing.T) {
	stack := running.Find(t)
	stack.ForgetLimits(t)
	t.Cleanup(func() { stack.ForgetLimits(t) })
	for limit.AccountRequests.Left(time.Now()) < time.Minute {
		time.Sleep(time.Second)
	}
	asked := map[string]string{"name": "Prueba", "email": "prueba@pruebas.example", "organization": "Pruebas", "phone": "55 5004 2400"}
	for range settings.Default().AccountRequestsPerHour {
		stack.Visit("es").Send(t, http.MethodPost, "/account-requests", asked, pretended...).Want(t, http.StatusAccepted)
	}
	stack.Visit("es").Send(t, http.MethodPost, "/account-requests", asked, pretended...).Want(t, http.StatusTooManyRequests)
}
