// Package limit defines the acts that are limited by network address or by person, and the windows in which they are counted
// (A2, A8, L7, P10).
package limit

import (
	"net/netip"
	"time"
)

// Act is a kind of act that is counted. Each kind has its own counter.
type Act string

// The acts that are possible without a session and are limited by address: account requests, failed sign-ins,
// requests to reset a password, which are also limited by person, and article uses.
const (
	AccountRequests Act = "account-requests"
	FailedSignIns   Act = "failed-sign-ins"
	PasswordResets  Act = "password-resets"
	ArticleUses     Act = "article-uses"
)

// The acts of signed-in people, which are limited by person (P10): new tickets, other acts on tickets, and uploads, which are
// counted in bytes.
const (
	Tickets  Act = "tickets"
	Entries  Act = "entries"
	Uploaded Act = "uploaded"
)

const day = 24 * time.Hour

// Window returns the length of the interval over which acts from one source are counted.
func (a Act) Window() time.Duration {
	switch a {
	case FailedSignIns:
		return 15 * time.Minute
	case Tickets, Entries, Uploaded:
		return day
	default:
		return time.Hour
	}
}

// WindowStart returns the start of the window that contains an instant.
func (a Act) WindowStart(at time.Time) time.Time { return at.UTC().Truncate(a.Window()) }

// TimeLeft returns the time from an instant to the end of its window.
func (a Act) TimeLeft(at time.Time) time.Duration { return a.WindowStart(at).Add(a.Window()).Sub(at) }

// Source returns the origin of a request for counting: an IPv4 address, or the /64 network of an IPv6 address, because a
// household or a machine controls a whole /64 network. It returns text that is not an address unchanged.
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
