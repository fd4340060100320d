package httpapi

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"

	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/edge/invocation"
)

// identified looks up the caller and refuses callers who may not call the endpoint.
func identified(e Endpoint, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := invocation.WithWorkDeadline(r.Context())
		defer cancel()
		found, err := identify(ctx, e, r)
		recordOf(ctx).person = found.ID
		r = r.WithContext(caller.With(ctx, found))
		if err == nil {
			err = checkAccess(e.Access, found.Person)
		}
		if err != nil {
			writeProblem(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func identify(ctx context.Context, e Endpoint, r *http.Request) (caller.Caller, error) {
	found := caller.Caller{
		ResponseLanguage: locale.Match(r.Header.Get("Accept-Language")), Address: addressOf(ctx, e, r),
		DeviceCookie: e.Cookies.read(r, DeviceCookie), UserAgent: r.UserAgent(),
	}
	token, hasToken := sessionToken(e, r)
	found.BrowserSession = token
	if !hasToken || !e.Session {
		return found, nil
	}
	session, err := e.Sessions.Session(ctx, token.Person(), token.Hash())
	if fault.Is(err, fault.Unauthenticated) {
		return found, nil
	}
	if err != nil {
		return found, err
	}
	found.Person, found.SessionHash = session.Person, token.Hash()
	found.SessionIdleEndsAt, found.SessionLastUsedAt = session.IdleEndsAt, session.LastUsedAt
	found.ResponseLanguage = languageOf(session.Person, found.ResponseLanguage)
	return found, nil
}

// sessionToken returns the token of the browser's session. It returns false if the request has no token, or a malformed one.
func sessionToken(e Endpoint, r *http.Request) (account.Token, bool) {
	token, err := account.ParseToken(e.Cookies.read(r, SessionCookie))
	return token, err == nil
}

func languageOf(person account.Person, fallback locale.Language) locale.Language {
	if person.Language == "" {
		return fallback
	}
	return person.Language
}

// hostHeader is the header with the host that the viewer requested. CloudFront sets it (infra/site.yaml).
const hostHeader = "X-Viewer-Host"

// sameSite refuses requests that another site makes a browser send (CSRF). It uses http.CrossOriginProtection.
func sameSite(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		writeProblem(w, withLanguage(r), fault.New(fault.CrossSite))
	}))
	protected := protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// Older browsers send only Origin, which is compared with the site's host. The gateway receives another host, so
		// CloudFront sends the site's host in this header. Another site cannot set it without a CORS preflight, which is
		// refused.
		if host := r.Header.Get(hostHeader); host != "" {
			r.Host = host
		}
		protected.ServeHTTP(w, r)
	})
}

// recovered converts a panic to a problem document. Otherwise the gateway would send the panic's text to the client.
func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if panicked := recover(); panicked != nil {
				writeProblem(w, withLanguage(r), fault.WithCause(fault.Unexpected, fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func withLanguage(r *http.Request) *http.Request {
	found := caller.Caller{ResponseLanguage: locale.Match(r.Header.Get("Accept-Language"))}
	return r.WithContext(caller.With(r.Context(), found))
}
