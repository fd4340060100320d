// Package limit bounds how often one address may do what anyone may without an account (A1, A2).
package limit

import (
	"net/netip"
	"time"
)

// Act is what is counted, each by itself.
type Act string

// The acts: asking for an account, failing to sign in, and reading or judging an article.
const (
	AccountRequests Act = "account-requests"
	FailedSignIns   Act = "failed-sign-ins"
	ArticleUses     Act = "article-uses"
)

// Window is the time in which an act from one source is counted together.
func (a Act) Window() time.Duration {
	if a == FailedSignIns {
		return 15 * time.Minute
	}
	return time.Hour
}

// Began is when the window that has an instant began.
func (a Act) Began(at time.Time) time.Time { return at.UTC().Truncate(a.Window()) }

// Left is how long that window still lasts.
func (a Act) Left(at time.Time) time.Duration { return a.Began(at).Add(a.Window()).Sub(at) }

// Source names where a request comes from, for counting: an IPv4 address, or the /64 network of an IPv6 one, as a household
// or a machine has all of that. What is no address stands for itself.
func Source(address string) string {
	parsed, err := netip.ParseAddr(address)
	if err != nil {
		withPort, err := netip.ParseAddrPort(address)
		if err != nil {
			return address
		}
		parsed = withPort.Addr()
	}
	parsed = parsed.Unmap().WithZone("")
	if parsed.Is4() {
		return parsed.String()
	}
	network, err := parsed.Prefix(64)
	if err != nil {
		return parsed.String()
	}
	return network.String()
}
