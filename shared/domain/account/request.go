package account

import "time"

// Request is a request for an account (A2).
type Request struct {
	// ID is a ULID, so that requests sort by time.
	ID           string
	Name         string
	Email        string
	Organization string
	Phone        string
	CreatedAt    time.Time
}
