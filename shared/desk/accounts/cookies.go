package accounts

import (
	"net/http"
	"time"

	"mesa/shared/api"
)

// cookies carry a session, and tell the pages, which cannot see it, whose it is: they ask who is signed in only where somebody
// may be, and one that was drawn for another person acts no more.
// Those that last no time clear both. Lax, so that a link in a mail opens the ticket; requests that change something are
// protected against other sites by httpapi.
func cookies(token, person string, secure bool, lasts time.Duration) [2]http.Cookie {
	age := int(lasts / time.Second)
	if age <= 0 {
		age = -1
	}
	session := http.Cookie{ //nolint:gosec // Secure is off only where the desk runs without TLS, on one's own machine
		Name: "session", Value: token, Path: "/", MaxAge: age, HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode,
	}
	hint := session //nolint:gosec // the same; it is no secret
	hint.Name, hint.Value, hint.HttpOnly = "signed-in", person, false
	return [2]http.Cookie{session, hint}
}

func set(w http.ResponseWriter, all [2]http.Cookie) {
	for i := range all {
		http.SetCookie(w, &all[i])
	}
}

// begun and ended are the answers with both cookies: the generated ones set one.
type begun struct {
	api.CreateSession200JSONResponse
	cookies [2]http.Cookie
}

// VisitCreateSessionResponse implements api.CreateSessionResponseObject.
func (b begun) VisitCreateSessionResponse(w http.ResponseWriter) error {
	set(w, b.cookies)
	return b.CreateSession200JSONResponse.VisitCreateSessionResponse(w)
}

type ended struct {
	api.DeleteSession204Response
	cookies [2]http.Cookie
}

// VisitDeleteSessionResponse implements api.DeleteSessionResponseObject.
func (e ended) VisitDeleteSessionResponse(w http.ResponseWriter) error {
	set(w, e.cookies)
	return e.DeleteSession204Response.VisitDeleteSessionResponse(w)
}
