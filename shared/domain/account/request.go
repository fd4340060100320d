package account

import "time"

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
