package httpapi

import (
	"context"
	"net/http"
	"time"

	"mesa/shared/domain/account"
)

const (
	// SessionCookie is the cookie with the session's token. Its name depends on Cookies.
	SessionCookie = "session"
	// DeviceCookie is the cookie of a known device (A7). Its name depends on Cookies.
	DeviceCookie = "device"
	// hintCookie is a cookie with the id of the signed-in person. Pages read it, because they cannot read the session's cookie.
	// It is not secret.
	hintCookie = "signed-in"
	// deviceLifetime is the time for which a browser stores the cookie of a device.
	deviceLifetime = 365 * 24 * time.Hour
)

// Cookies sets and clears the cookies of a session in the response to the request of a context.
type Cookies struct {
	// Insecure sends the cookies over plain HTTP too, for a site without TLS on a developer's machine.
	Insecure bool
}

// Name returns the name of a cookie that only this site may set. Browsers accept a name with the prefix __Host- only from the
// host itself over TLS, so no other host of the domain can set such a cookie. Without TLS the prefix is omitted.
func (c Cookies) Name(cookie string) string {
	if c.Insecure {
		return cookie
	}
	return "__Host-" + cookie
}

// read returns the value of a cookie of a request, or "" if the request does not have it.
func (c Cookies) read(r *http.Request, cookie string) string {
	sent, err := r.Cookie(c.Name(cookie))
	if err != nil {
		return ""
	}
	return sent.Value
}

// Begin sets the cookies of a new session. They expire after lifetime.
func (c Cookies) Begin(ctx context.Context, token account.Token, lifetime time.Duration) {
	c.setSession(ctx, token.Cookie(), token.Person(), lifetime)
}

// End clears the cookies of the session. The cookie of the device remains.
func (c Cookies) End(ctx context.Context) { c.setSession(ctx, "", "", -time.Second) }

// Remember sets the cookie of a known device.
func (c Cookies) Remember(ctx context.Context, device account.Device) {
	c.set(ctx, c.Name(DeviceCookie), device.Cookie, deviceLifetime)
}

func (c Cookies) setSession(ctx context.Context, token, person string, lifetime time.Duration) {
	c.set(ctx, c.Name(SessionCookie), token, lifetime)
	c.set(ctx, hintCookie, person, lifetime)
}

// set adds a cookie. It is Lax, so that a link in a mail opens the ticket. sameSite refuses cross-site requests that change data.
// Scripts can read only hintCookie.
func (c Cookies) set(ctx context.Context, name, value string, lifetime time.Duration) {
	cookie := http.Cookie{ //nolint:gosec // Secure is off only where the desk runs without TLS; the hint is not secret
		Name: name, Value: value, Path: "/", MaxAge: int(lifetime / time.Second),
		Secure: !c.Insecure, HttpOnly: name != hintCookie, SameSite: http.SameSiteLaxMode,
	}
	recordOf(ctx).header.Add("Set-Cookie", cookie.String())
}
