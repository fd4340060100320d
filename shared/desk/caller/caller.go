// Package caller passes the caller of a request in the context. Package httpapi identifies the caller and stores it there for
// the use case.
package caller

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/locale"
)

// Caller is the person who makes a request. The zero value is a person who is not signed in.
type Caller struct {
	account.Person
	// SessionHash is the hash of the session's token. It is empty if the person is not signed in.
	SessionHash string
	// SessionIdleEndsAt is the instant at which the session ends without activity. The zero time means never.
	SessionIdleEndsAt time.Time
	// SessionLastUsedAt is the last recorded use of the session; see account.UseIsDue.
	SessionLastUsedAt time.Time
	// ResponseLanguage is the language of the response: the language that the person has chosen, otherwise the language of the
	// request (E1).
	ResponseLanguage locale.Language
	// BrowserSession is the token in the browser's cookie, also for operations that read no session. It is not verified.
	BrowserSession account.Token
	// DeviceCookie is the value of the cookie of a known device. It is not verified; see account.Keys.
	DeviceCookie string
	// UserAgent is the header User-Agent. It may contain any text; see account.DescribeBrowser.
	UserAgent string
	// Address is the network address from which the request comes.
	Address string
}

type key struct{}

// With returns a context that contains the caller.
func With(ctx context.Context, c Caller) context.Context { return context.WithValue(ctx, key{}, c) }

// From returns the caller of the request.
func From(ctx context.Context) Caller {
	c, _ := ctx.Value(key{}).(Caller)
	return c
}

// Event returns the audit event of an act of the caller.
func (c Caller) Event(kind audit.Kind, at time.Time) audit.Event {
	event := audit.New(kind, at)
	event.ActorID, event.Address = c.ID, withoutPort(c.Address)
	return event
}

func withoutPort(address string) string {
	if parsed, err := netip.ParseAddrPort(address); err == nil {
		return parsed.Addr().Unmap().String()
	}
	return address
}

// IDFor returns the identifier of the object that a request with an Idempotency-Key creates. It is derived from the person and
// the key, so that a repeated request finds the object that the first request created.
func (c Caller) IDFor(key string) string {
	sum := sha256.Sum256([]byte(c.ID + "#" + key))
	return hex.EncodeToString(sum[:10])
}
