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

// forgedHeaders are headers with which a script pretends to have another address.
var forgedHeaders = []string{"X-Viewer-Address", "203.0.113.200", "X-Forwarded-For", "203.0.113.200", "CloudFront-Viewer-Address", "203.0.113.200:1", "X-Origin-Proof", "x"}

// TestFailedSignInsAreLimitedByAddress simulates a script without cookies that guesses passwords and sends forged address
// headers (A8). It uses another login each time, so that no login is locked.
func TestFailedSignInsAreLimitedByAddress(t *testing.T) {
	stack := running.Find(t)
	stack.ResetLimits(t)
	t.Cleanup(func() { stack.ResetLimits(t) })
	_, credentials := stack.NewPerson(t)
	limitOfFailures := settings.Default().FailedSignIns
	for limit.FailedSignIns.TimeLeft(time.Now()) < 20*time.Second { // the window must not end during the test
		time.Sleep(time.Second)
	}
	guess := func() running.Response {
		login := map[string]string{"username": "nadie-" + ulid.Make().String(), "password": "Colibri-Agave-27"}
		return stack.Anonymous("es").Send(t, http.MethodPost, "/session", login, forgedHeaders...)
	}
	guess().Want(t, http.StatusUnauthorized)
	stack.CountActs(t, limit.FailedSignIns, limitOfFailures-1) // the verification of a hundred passwords takes long
	signIn := func() running.Response {
		return stack.Anonymous("es").Send(t, http.MethodPost, "/session", map[string]string{"username": credentials.Username, "password": credentials.Password})
	}
	signIn().Want(t, http.StatusOK) // counted before the verification, uncounted after it
	guess().Want(t, http.StatusUnauthorized)
	for _, response := range []running.Response{guess(), signIn()} {
		response.Want(t, http.StatusTooManyRequests)
		if response.Header.Get("Retry-After") == "" {
			t.Error("Retry-After is missing")
		}
	}
}

// TestAccountRequestsAreLimitedByAddress sends more account requests from one address than the limit per hour (A2).
func TestAccountRequestsAreLimitedByAddress(t *testing.T) {
	stack := running.Find(t)
	stack.ResetLimits(t)
	t.Cleanup(func() { stack.ResetLimits(t) })
	for limit.AccountRequests.TimeLeft(time.Now()) < 20*time.Second {
		time.Sleep(time.Second)
	}
	request := map[string]string{"name": "Prueba", "email": "prueba@pruebas.example", "organization": "Pruebas", "phone": "55 5004 2400"}
	for range settings.Default().AccountRequestsPerHour {
		stack.Anonymous("es").Send(t, http.MethodPost, "/account-requests", request, forgedHeaders...).Want(t, http.StatusAccepted)
	}
	stack.Anonymous("es").Send(t, http.MethodPost, "/account-requests", request, forgedHeaders...).Want(t, http.StatusTooManyRequests)
}
