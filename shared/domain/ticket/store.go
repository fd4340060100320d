package ticket

import (
	"context"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/limit"
)

// Act is an act to store: the resulting ticket, the act's entry, and the ticket's next alarm. The act was performed on the
// previous version of the ticket.
type Act struct {
	Ticket Ticket
	Entry  Entry
	Alarm  Alarm
	// IdempotencyKey identifies the request, so that a retry of it gets the result of the first request. With the zero value,
	// retries are not detected.
	IdempotencyKey IdempotencyKey
	// QuotaUse is counted in the transaction that stores the act. With the zero value, nothing is counted.
	QuotaUse limit.QuotaUse
}

// IdempotencyKey identifies a request and its retries: same person, same idempotency key, same content (B6).
type IdempotencyKey struct {
	PersonID string
	Key      string
	// Fingerprint is a hash of the request's content.
	Fingerprint string
}

// IdempotencyRecord stores the result of the first request with an idempotency key.
type IdempotencyRecord struct {
	Number      Number
	EntryID     string
	Fingerprint string
}

// UnclaimedLifetime is the time for which an uploaded file is stored if it belongs to no ticket (P5). Drafts can use it in this time.
const UnclaimedLifetime = 90 * 24 * time.Hour

// Upload is a file whose upload a person requested.
type Upload struct {
	Attachment
	OwnerID string
	// Number is the ticket to which the file belongs, or empty.
	Number Number
	// AlsoIn are the tickets into which splits copied the file's entry.
	AlsoIn []Number
	// Internal reports that the file belongs to an internal note.
	Internal bool
}

// Acts stores acts. Each write is one transaction.
type Acts interface {
	// NextNumber increments the counter of ticket numbers, which starts at first, and returns its value. Each value is returned
	// only once (B9).
	NextNumber(ctx context.Context, first int64) (int64, error)
	// Create stores a new ticket. It returns ErrRepeated if the idempotency key was already used, or ErrFileUnavailable if a
	// file is not available, or fault.Quota if the act exceeds the quota of its author.
	Create(ctx context.Context, act Act) error
	// Save stores an act. It returns ErrStale if the ticket has changed since it was read, or an error of Create.
	Save(ctx context.Context, act Act) error
	// SaveBoth stores an act on two tickets. It returns ErrStale if one of the tickets has changed since it was read.
	SaveBoth(ctx context.Context, first, second Act) error
	// Split stores the new ticket of a split with its copied entries, and the act on the source. The files of the copied
	// entries then belong to both tickets. It returns ErrRepeated if the idempotency key was already used, or ErrStale if the
	// source has changed since it was read.
	Split(ctx context.Context, created Act, copies []Entry, source Act) error
	// Thread returns a ticket and its entries, oldest first. It returns fault.NotFound if the ticket does not exist.
	Thread(ctx context.Context, number Number) (Ticket, []Entry, error)
	// Ticket returns a ticket without its entries. It returns fault.NotFound if the ticket does not exist.
	Ticket(ctx context.Context, number Number) (Ticket, error)
	// RecordAndUploads returns the idempotency record of a key, or nil if there is none, and the records of the files with the
	// given identifiers. The map has no entry for a file without a record.
	RecordAndUploads(ctx context.Context, key IdempotencyKey, uploads []string) (*IdempotencyRecord, map[string]Upload, error)
}

// StreamImage is the new image of an item in the stream. If the item is a ticket, Ticket is set; if it is an entry, Entry is
// set; if it is a mail about an account, AccountMail is set. For other items all are nil.
type StreamImage struct {
	Number      Number
	Ticket      *Ticket
	Entry       *Entry
	AccountMail *account.Mail
}

// Position is an opaque cursor of a list. As input, an empty position means the start of the list. As output, it means that
// there is no next page.
type Position string

// List selects and sorts tickets.
type List struct {
	// Dimension is the kind of the Owners. The list contains the tickets of all owners.
	Dimension Dimension
	Owners    []string
	// Statuses are the statuses of the tickets to list.
	Statuses []Status
	// Due selects tickets by their next deadline. The zero Span selects all tickets.
	Due Span
	// Filter selects tickets. It can only be used for a list in which all tickets have the same order. A list sorted by
	// urgency must therefore not contain resolved or closed tickets, which are sorted by last activity.
	Filter Filter
	// AwaitedFirst lists the waiting tickets before the open ones, and first those that wait for their requester. It can only be
	// used for the open and waiting tickets of one requester, by last activity.
	AwaitedFirst bool
	// ByActivity sorts a list for staff by last activity instead of by urgency.
	ByActivity bool
	// OldestFirst reverses the order.
	OldestFirst bool
}

// Dimension is the kind of the owners of a list.
type Dimension string

// The dimensions. ByCreation lists a requester's tickets by the time they were opened. Other lists are sorted by last activity.
// But lists for staff first contain the open and waiting tickets, sorted by urgency, unless ByActivity is set: open tickets by
// their next deadline, then open tickets without a deadline by age, first those without a priority, then the waiting tickets.
const (
	ByRequester    Dimension = "requester"
	ByCreation     Dimension = "creation"
	ByOrganization Dimension = "organization"
	ByAssignee     Dimension = "assignee"
	ByUnassigned   Dimension = "unassigned"
	ByDepartment   Dimension = "department"
)

// Lists reads lists of tickets. The tickets have only the attributes of a card; all other attributes are zero.
type Lists interface {
	// Tickets returns a page of a list and the position of the next page. Each call reads a limited part of the list, so a page
	// of a filtered list may have fewer tickets than limit, or none, although there is a next page.
	Tickets(ctx context.Context, list List, from Position, limit int) ([]Ticket, Position, error)
	// Counts returns the counters of the given owners, such as AgentCounts. A missing counter is 0.
	Counts(ctx context.Context, owners ...string) (map[string]Counts, error)
}

// Counts maps buckets to numbers of tickets. A bucket is a status or one of the buckets below.
type Counts map[string]int

// The buckets in addition to the statuses.
const (
	UnassignedBucket = "unassigned"
	OverdueBucket    = "overdue"
	// TodayBucket is a bucket of the owner DueCounts.
	TodayBucket = "today"
	// MentionsBucket counts the tickets in which an agent has an unread mention.
	MentionsBucket = "mentions"
	// AwaitedBucket counts the tickets of a requester that wait for them (F2).
	AwaitedBucket = "awaited"
)

// CountersOf returns the counters that count a ticket, as a map from owner to buckets. When the result for a ticket changes,
// the function `route` updates the counters. The day of a ticket's next deadline depends on zone.
func CountersOf(t Ticket, zone *time.Location) map[string][]string {
	status := string(t.Status)
	owners := map[string][]string{
		RequesterCounts(t.Requester.ID):   {status},
		DepartmentCounts(t.Department.ID): {status},
	}
	if t.AwaitsRequester() {
		owners[RequesterCounts(t.Requester.ID)] = []string{status, AwaitedBucket}
	}
	for _, participant := range t.Participants {
		owners[RequesterCounts(participant.ID)] = []string{status}
	}
	if t.Requester.Organization.Shares {
		owners[OrganizationCounts(t.Requester.Organization.ID)] = []string{status}
	}
	department := DepartmentCounts(t.Department.ID)
	if next := t.NextDeadline(); t.Status == Open && !next.At.IsZero() {
		owners[DueCounts(t.Department.ID, next.At.In(zone))] = []string{TodayBucket}
	}
	overdue := t.isCountedOverdue()
	if overdue {
		owners[department] = append(owners[department], OverdueBucket)
	}
	if t.Assignee.Zero() {
		if !t.Status.Attended() {
			owners[department] = append(owners[department], UnassignedBucket)
		}
		return owners
	}
	owners[AgentCounts(t.Assignee.ID)] = []string{status}
	if overdue {
		owners[AgentCounts(t.Assignee.ID)] = append(owners[AgentCounts(t.Assignee.ID)], OverdueBucket)
	}
	return owners
}

// RequesterCounts returns the owner of the counters of a requester's tickets.
func RequesterCounts(id string) string { return "person:" + id }

// AgentCounts returns the owner of the counters of an agent's tickets.
func AgentCounts(id string) string { return "agent:" + id }

// DepartmentCounts returns the owner of the counters of a department's tickets.
func DepartmentCounts(id string) string { return "department:" + id }

// DueCounts returns the owner of the counter of a department's open tickets whose next deadline is on a day.
func DueCounts(departmentID string, day time.Time) string {
	return DepartmentCounts(departmentID) + "#due:" + day.Format(time.DateOnly)
}

// OrganizationCounts returns the owner of the counters of an organization's tickets, if it shares them.
func OrganizationCounts(id string) string { return "organization:" + id }

// PersonCounts returns the owner of the counters that «Tickets (n)» shows for a person (A3).
func PersonCounts(p account.Person) string {
	if p.Role.IsStaff() {
		return AgentCounts(p.ID)
	}
	return RequesterCounts(p.ID)
}
