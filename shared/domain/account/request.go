package account

import (
	"time"

	"mesa/shared/domain/locale"
)

// RequestStatus is the state of an account request.
type RequestStatus string

// The states.
const (
	RequestPending  RequestStatus = "pending"
	RequestApproved RequestStatus = "approved"
	RequestRefused  RequestStatus = "refused"
)

// Request is a request for an account (A2).
type Request struct {
	// ID is a ULID, so that requests sort by time.
	ID           string
	Name         string
	Email        string
	Organization string
	Phone        string
	// Language is the language of the page on which the request was made, for mails.
	Language  locale.Language
	CreatedAt time.Time
	Decision  RequestDecision
}

// RequestDecision is the decision on an account request. The zero value means that there is none yet.
type RequestDecision struct {
	Status RequestStatus
	// Reason is the reason of a refusal, which is mailed.
	Reason string
	At     time.Time
	// By is the administrator who decided.
	By string
	// PersonID is the person who was added by an approval.
	PersonID string
}

// addressee returns the recipient of mails about the request.
func (r Request) addressee() Addressee {
	return Addressee{Name: r.Name, Email: r.Email, Language: r.Language}
}

// ReceivedMail returns the mail that confirms the request to the person who made it.
func (r Request) ReceivedMail() Mail {
	return Mail{ID: "received-" + r.ID, Kind: RequestReceivedMail, To: r.addressee(), At: r.CreatedAt}
}

// RefusedMail returns the mail with the reason of a refusal.
func (r Request) RefusedMail() Mail {
	return Mail{ID: "refused-" + r.ID, Kind: RequestRefusedMail, To: r.addressee(), At: r.Decision.At, Text: r.Decision.Reason}
}
