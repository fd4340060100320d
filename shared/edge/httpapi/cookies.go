package httpapi

import (
	"context"
	"net/http"
	"time"

	"mesa/shared/domain/account"
)

const (
	// SessionCookie is the name of the cookie with the session's token.
	SessionCookie = "session"
	// hintCookie is a cookie with the id of the signed-in person. Pages read it, because they cannot read the session's cookie.
	// It is not secret.
	hintCookie = "signed-in"
)

// Cookies sets and clears the cookies of a session in the response to the request of a context.
type Cookies struct {
	// Insecure sends the cookies over plain HTTP too, for a site without TLS on a developer's machine.
	Insecure bool
}

// Begin sets the cookies of a new session. They expire after lifetime.
func (c Cookies) Begin(ctx context.Context, token account.Token, lifetime time.Duration) {
	c.set(ctx, token.Cookie(), token.Person(), int(lifetime/time.Second))
}

// End clears the cookies.
func (c Cookies) End(ctx context.Context) { c.set(ctx, "", "", -1) }

// set adds both cookies. They are Lax, so that a link in a mail opens the ticket. sameSite refuses cross-site requests that
// change data.
func (c Cookies) set(ctx context.Context, token, person string, maxAge int) {
	session := http.Cookie{ //nolint:gosec // Secure is off only where the desk runs without TLS, on a developer's machine
		Name: SessionCookie, Value: token, Path: "/", MaxAge: maxAge, HttpOnly: true, Secure: !c.Insecure, SameSite: http.SameSiteLaxMode,
	}
	hint := session //nolint:gosec // the same; it is no secret
	hint.Name, hint.Value, hint.HttpOnly = hintCookie, person, false
	header := recordOf(ctx).header
	header.Add("Set-Cookie", session.String())
	header.Add("Set-Cookie", hint.String())
}
