package ticket

import (
	"context"
	"time"

	"mesa/shared/domain/account"
)

// Act is one act as it is stored: the resulting ticket, the act's entry, and the ticket's next alarm. The act was decided on the
// version before the ticket's.
type Act struct {
	Ticket Ticket
	Entry  Entry
	Alarm  Alarm
	// Retry makes a repeated request find the result of the first one. With the zero value it does not.
	Retry Retry
}

// Retry identifies repeated requests: same person, same idempotency key, same content (B6).
type Retry struct {
	PersonID string
	Key      string
	// Fingerprint is a hash of the request's content.
	Fingerprint string
}

// Done is the idempotency record: the result of the first request with a key.
type Done struct {
	Number      Number
	EntryID     string
	Fingerprint string
}

// UnclaimedFor is for how long an uploaded file is stored without a ticket.
const UnclaimedFor = 24 * time.Hour

// Upload is a file that was announced for an upload.
type Upload struct {
	Attachment
	OwnerID string
	// Number is the ticket to which the file belongs; empty without one.
	Number Number
	// AlsoIn are the tickets into which the file was copied by splits.
	AlsoIn []Number
	// Internal says that the file belongs to a note.
	Internal bool
}

// Acts stores acts. Each call is one transaction.
type Acts interface {
	// NextNumber returns the next number of the counter, which starts at first. No two calls return the same (B9).
	NextNumber(ctx context.Context, first int64) (int64, error)
	// Create stores a new ticket. Errors: ErrRepeated if the idempotency key was used, ErrUploads if a file is not available.
	Create(ctx context.Context, act Act) error
	// Save stores an act. Errors: ErrStale if the ticket has changed since the act was decided, and those of Create.
	Save(ctx context.Context, act Act) error
	// SaveBoth stores an act on two tickets. ErrStale if either has changed.
	SaveBoth(ctx context.Context, here, there Act) error
	// Split stores the new ticket of a split with its copied entries, whose files then belong to both tickets, and the act of the
	// source. Errors: ErrRepeated if the idempotency key was used, ErrStale if the source has changed.
	Split(ctx context.Context, created Act, copies []Entry, source Act) error
	// Thread returns a ticket and its entries, oldest first; fault.NotFound when there is none.
	Thread(ctx context.Context, number Number) (Ticket, []Entry, error)
	// Ticket returns a ticket without its entries; fault.NotFound when there is none.
	Ticket(ctx context.Context, number Number) (Ticket, error)
	// Prior returns the idempotency record of a key, nil without one, and the announced files with the identifiers. A file that does
	// not exist is missing from the map.
	Prior(ctx context.Context, retry Retry, uploads []string) (*Done, map[string]Upload, error)
}

// Image is the new image of an item in the stream: a ticket, an entry, or neither.
type Image struct {
	Number Number
	Ticket *Ticket
	Entry  *Entry
}

// Position is an opaque cursor of a list. An empty one is the beginning; as the position of the next page it means that there is none.
type Position string

// List selects and sorts tickets.
type List struct {
	// By says what the Owners are. The list has the tickets of every owner.
	By     Dimension
	Owners []string
	// Statuses are the statuses of the tickets in the list.
	Statuses []Status
	// Due, unless zero, selects the tickets whose deadline is in it.
	Due Span
	// Filter selects some tickets. It needs a list with a single order: unattended tickets, or any by last activity.
	Filter Filter
	// Activity sorts a list of staff by last activity instead of the deadline.
	Activity bool
	// OldestFirst reverses the order.
	OldestFirst bool
}

// Dimension is what the owners of a list are.
type Dimension string

// The dimensions. ByCreation sorts a requester's tickets by when they were opened. Other lists are sorted by last activity, those
// of staff by deadline while the tickets are unattended.
const (
	ByRequester    Dimension = "requester"
	ByCreation     Dimension = "creation"
	ByOrganization Dimension = "organization"
	ByAssignee     Dimension = "assignee"
	ByUnassigned   Dimension = "unassigned"
	ByDepartment   Dimension = "department"
)

// Lists reads lists of tickets. Their tickets have the attributes of a card; all others are zero.
type Lists interface {
	// Tickets returns a page of a list and the position of the next page. A page of a filtered list may have fewer tickets than
	// limit, or none, although there is a next page, because each call reads a limited part of the list.
	Tickets(ctx context.Context, list List, from Position, limit int) ([]Ticket, Position, error)
	// Counts returns the counters of several owners, such as AgentCounts. A missing counter is 0.
	Counts(ctx context.Context, owners ...string) (map[string]Counts, error)
}

// Counts are numbers of tickets by bucket: a status, or one of the buckets below.
type Counts map[string]int

// The buckets beside the statuses.
const (
	UnassignedBucket = "unassigned"
	OverdueBucket    = "overdue"
	// TodayBucket is counted under DueCounts.
	TodayBucket = "today"
	// MentionsBucket counts the tickets with an unread mention of an agent.
	MentionsBucket = "mentions"
)

// CountedUnder returns the counters in which a ticket is counted, as buckets by owner. The route function updates them when the
// result for a ticket changes. zone decides on which day a ticket is due.
func CountedUnder(t Ticket, zone *time.Location) map[string][]string {
	status := string(t.Status)
	owners := map[string][]string{
		RequesterCounts(t.Requester.ID):   {status},
		DepartmentCounts(t.Department.ID): {status},
	}
	for _, participant := range t.Participants {
		owners[RequesterCounts(participant.ID)] = []string{status}
	}
	if t.Requester.Organization.Shares {
		owners[OrganizationCounts(t.Requester.Organization.ID)] = []string{status}
	}
	department := DepartmentCounts(t.Department.ID)
	if t.Status == Open && !t.DueAt.IsZero() {
		owners[DueCounts(t.Department.ID, t.DueAt.In(zone))] = []string{TodayBucket}
	}
	late := t.Overdue && t.Status == Open
	if late {
		owners[department] = append(owners[department], OverdueBucket)
	}
	if t.Assignee.Zero() {
		if !t.Status.Attended() {
			owners[department] = append(owners[department], UnassignedBucket)
		}
		return owners
	}
	owners[AgentCounts(t.Assignee.ID)] = []string{status}
	if late {
		owners[AgentCounts(t.Assignee.ID)] = append(owners[AgentCounts(t.Assignee.ID)], OverdueBucket)
	}
	return owners
}

// RequesterCounts returns the owner of a requester's counters.
func RequesterCounts(id string) string { return "person:" + id }

// AgentCounts returns the owner of the counters of an agent's tickets.
func AgentCounts(id string) string { return "agent:" + id }

// DepartmentCounts returns the owner of a department's counters.
func DepartmentCounts(id string) string { return "department:" + id }

// DueCounts returns the owner of the counter of a department's open tickets that are due on a day.
func DueCounts(departmentID string, day time.Time) string {
	return DepartmentCounts(departmentID) + "#due:" + day.Format(time.DateOnly)
}

// OrganizationCounts returns the owner of the counters of an organization that shares its tickets.
func OrganizationCounts(id string) string { return "organization:" + id }

// OwnCounts returns the owner of the counters that a person's «Tickets (n)» shows (A3).
func OwnCounts(p account.Person) string {
	if p.Role.IsStaff() {
		return AgentCounts(p.ID)
	}
	return RequesterCounts(p.ID)
}
