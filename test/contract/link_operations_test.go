//go:build stack

package contract

import (
	"net/http"
	"strings"
	"time"

	"mesa/shared/domain/account"
)

func createPasswordResetRequests(f *fixture) []request {
	f.stack.ResetLimits(f.T)
	create := func(name, login string, want int) request {
		return request{name: name, by: f.anonymous, method: http.MethodPost, path: "/password-resets", body: map[string]any{"login": login}, want: want}
	}
	person, _ := f.stack.NewPerson(f.T)
	again, long := create("over the limit", "nadie", http.StatusTooManyRequests), create("too long", strings.Repeat("n", 255), http.StatusBadRequest)
	again.attempts, long.violation = 22, true
	return append(malformedRequests(f.anonymous, http.MethodPost, "/password-resets"),
		create("known", person.Email, http.StatusAccepted), create("unknown", "nadie", http.StatusAccepted), long, again,
	)
}

// newLink returns a token of a new link of a new person.
func (f *fixture) newLink(lifetime time.Duration) account.LinkToken {
	person, _ := f.stack.NewPerson(f.T)
	link := account.NewLink(person.ID, account.Reset, time.Now(), lifetime)
	accounts := f.stack.Store().Accounts
	token := account.NewLinkToken(link.ID)
	err := accounts.AddLink(f.Context(), link, account.Mail{ID: link.ID, At: link.CreatedAt.Add(-time.Hour)})
	if err == nil {
		err = accounts.IssueToken(f.Context(), token, person.Email)
	}
	if err != nil {
		f.Fatal(err)
	}
	return token
}

func getPasswordResetRequests(f *fixture) []request {
	get := func(name, token string, want int) request {
		return request{name: name, by: f.anonymous, method: http.MethodGet, path: "/password-resets/" + token, want: want}
	}
	return []request{
		get("valid", f.newLink(time.Hour).Text(), http.StatusOK), get("expired", f.newLink(0).Text(), http.StatusGone), get("unknown", "nada", http.StatusNotFound),
	}
}

func resetPasswordRequests(f *fixture) []request {
	token := f.newLink(time.Hour).Text()
	reset := func(name, token, password string, want int) request {
		return request{name: name, by: f.anonymous, method: http.MethodPut, path: "/password-resets/" + token, body: map[string]any{"password": password}, want: want}
	}
	short := reset("too short", token, "corta", http.StatusBadRequest)
	short.violation = true
	const better = "Araucaria-Verde-46"
	return append(malformedRequests(f.anonymous, http.MethodPut, "/password-resets/"+token),
		short, reset("common", token, "contraseña2026", http.StatusBadRequest), reset("valid", token, better, http.StatusNoContent),
		reset("used", token, better, http.StatusGone), reset("unknown", "nada", better, http.StatusNotFound),
	)
}
