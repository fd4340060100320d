// Package audit defines the security and administration events of the desk: who did what, when, from where and with which
// outcome. Events are append-only, so they identify people by their identifiers and never contain names of people or secrets.
package audit

import (
	"time"

	"github.com/oklog/ulid/v2"
)

// Kind is the kind of act that an event records.
type Kind string

// The kinds. Kinds lists them all; the contract and the texts of the page list them too.
const (
	SignedIn            Kind = "signed-in"
	SignInFailed        Kind = "sign-in-failed"
	SignedOut           Kind = "signed-out"
	SessionEnded        Kind = "session-ended"
	PasswordChanged     Kind = "password-changed"
	PasswordReset       Kind = "password-reset"
	SettingsChanged     Kind = "settings-changed"
	CalendarChanged     Kind = "calendar-changed"
	TopicSaved          Kind = "topic-saved"
	RoutingChanged      Kind = "routing-changed"
	DepartmentSaved     Kind = "department-saved"
	TeamSaved           Kind = "team-saved"
	OrganizationSaved   Kind = "organization-saved"
	CategorySaved       Kind = "category-saved"
	CategoryDeleted     Kind = "category-deleted"
	CannedSaved         Kind = "canned-response-saved"
	CannedDeleted       Kind = "canned-response-deleted"
	AvailabilityChanged Kind = "availability-changed"
	TicketsMerged       Kind = "tickets-merged"
	TicketRead          Kind = "ticket-read"
	FileRead            Kind = "file-read"
	TicketsExported     Kind = "tickets-exported"
	AuditRead           Kind = "audit-read"
	PersonCreated       Kind = "person-created"
	PersonChanged       Kind = "person-changed"
	PersonInvited       Kind = "person-invited"
	RequestDecided      Kind = "account-request-decided"
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{
		SignedIn,
		SignInFailed,
		SignedOut,
		SessionEnded,
		PasswordChanged,
		PasswordReset,
		SettingsChanged,
		CalendarChanged,
		TopicSaved,
		RoutingChanged,
		DepartmentSaved,
		TeamSaved,
		OrganizationSaved,
		CategorySaved,
		CategoryDeleted,
		CannedSaved,
		CannedDeleted,
		AvailabilityChanged,
		TicketsMerged,
		TicketRead,
		FileRead,
		TicketsExported,
		AuditRead,
		PersonCreated,
		PersonChanged,
		PersonInvited,
		RequestDecided,
	}
}

// Outcome is the result of an act.
type Outcome string

// The outcomes.
const (
	Done    Outcome = "done"
	Refused Outcome = "refused"
)

// Event is the record of one act.
type Event struct {
	// ID is a ULID, so identifiers sort by time.
	ID      string
	At      time.Time
	Kind    Kind
	Outcome Outcome
	// ActorID is the person who acted. It is empty if they were not signed in.
	ActorID string
	// Address is the network address from which the request came.
	Address string
	// PersonID is the person whom the act concerns, such as the owner of a login. It is empty if it concerns no account.
	PersonID string
	// Object identifies what the act concerns: a ticket number, or the identifier of a topic, file or other object. It is empty if
	// the kind determines it.
	Object string
	// Changes holds the changed attributes of the object.
	Changes []Change
	// Retention is the time for which the event is stored. If it is 0, the store reads the setting.
	Retention time.Duration
}

// Change is an attribute of an object before and after an act. A missing value is empty.
type Change struct {
	Field, Before, After string
}

// New returns an event of an act that was done.
func New(kind Kind, at time.Time) Event {
	return Event{ID: ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String(), At: at, Kind: kind, Outcome: Done}
}

// Of returns the event with the object that the act concerns.
func (e Event) Of(object string) Event {
	e.Object = object
	return e
}

// About returns the event with the person whom the act concerns.
func (e Event) About(personID string) Event {
	e.PersonID = personID
	return e
}

// Refuse returns the event of an act that was refused.
func (e Event) Refuse() Event {
	e.Outcome = Refused
	return e
}

// Changing returns the event with the differences between two states of its object. See Diff.
func (e Event) Changing(before, after any) Event {
	e.Changes = Diff(before, after)
	return e
}

// KeptFor returns the event with the time for which it is stored.
func (e Event) KeptFor(retention time.Duration) Event {
	e.Retention = retention
	return e
}

// The limits of the retention in days, and its default: two years.
const (
	MinRetentionDays     = 30
	MaxRetentionDays     = 3650
	DefaultRetentionDays = 730
)

// RetentionOf returns the time for which events are stored. 0 days mean the default.
func RetentionOf(days int) time.Duration {
	if days == 0 {
		days = DefaultRetentionDays
	}
	return time.Duration(days) * 24 * time.Hour
}
