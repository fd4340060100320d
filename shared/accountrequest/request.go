// Package accountrequest has the requests for accounts, «Solicitar alta» (A2).
package accountrequest

import (
	"net/netip"
	"time"
)

// Request is what someone without an account asks for one with.
type Request struct {
	// ID is a ULID, so that requests sort by when they were made.
	ID           string
	Name         string
	Email        string
	Organization string
	Phone        string
	CreatedAt    time.Time
}

// Window is the time in which requests from one source are counted together.
const Window = time.Hour

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
