package ticket

import (
	"context"
	"time"

	"mesa/shared/domain/account"
)

// Act is one act as it is kept: the ticket that it makes, the entry that tells of it, and when the desk's clock must look at
// the ticket next. The ticket's version says which version the act was made on: the one before.
type Act struct {
	Ticket Ticket
	Entry  Entry
	Alarm  Alarm
	// Retry makes a repeated request find the first one's result. The zero value is a request that isn't told apart.
	Retry Retry
}

// Retry is how a repeated request is known: who sent it, their key, and what it asked for.
type Retry struct {
	PersonID    string
	Key         string
	Fingerprint string
}

// Done is what a request with the same key has made already.
type Done struct {
	Number      Number
	EntryID     string
	Fingerprint string
}

// UnclaimedFor is how long an announced file is kept that no ticket has.
const UnclaimedFor = 24 * time.Hour

// Upload is a file that was announced; Number is the ticket that has it, empty while none does.
type Upload struct {
	Attachment
	OwnerID string
	Number  Number
	// AlsoIn are the tickets that were split off with it.
	AlsoIn   []Number
	Internal bool
}

// Acts keeps acts. Each is all or nothing.
type Acts interface {
	// NextNumber takes the next number of the one counter; no two calls get the same (B9).
	NextNumber(ctx context.Context, first int64) (int64, error)
	// Create keeps a new ticket. ErrRepeated when the retry's key was used, ErrUploads when a file belongs elsewhere by now.
	Create(ctx context.Context, act Act) error
	// Save keeps an act on the version it was made on. ErrStale when the ticket has another by now, else as Create.
	Save(ctx context.Context, act Act) error
	// SaveBoth keeps an act on two tickets, each on the version it was made on, all or nothing. ErrStale when either has
	// another by now.
	SaveBoth(ctx context.Context, here, there Act) error
	// Split keeps a new ticket with copies of another's entries, whose files are of both from then on, and the act of the other
	// one. ErrRepeated when the retry's key was used, ErrStale when the other has another version by now.
	Split(ctx context.Context, created Act, copies []Entry, source Act) error
	// Thread returns a ticket and its entries, oldest first; fault.NotFound when there is none.
	Thread(ctx context.Context, number Number) (Ticket, []Entry, error)
	// Ticket returns a ticket without its entries; fault.NotFound when there is none.
	Ticket(ctx context.Context, number Number) (Ticket, error)
	// Prior returns what the person's key has made already, if anything, and the announced files of the identifiers, in
	// one call. Files that aren't there are missing from the map.
	Prior(ctx context.Context, retry Retry, uploads []string) (*Done, map[string]Upload, error)
}

// Image is one piece of news: a ticket as it has become, or an entry that was added to one, or neither.
type Image struct {
	Number Number
	Ticket *Ticket
	Entry  *Entry
}

// Position is a place in a list, opaque to its readers; the empty one is the list's beginning, or its end as the next one.
type Position string

// List is one sorted list of tickets.
type List struct {
	// By and Owners name whose tickets: one list for each owner, merged.
	By     Dimension
	Owners []string
	// Statuses are those asked for, merged.
	Statuses []Status
	// Due, if not zero, leaves only tickets due in it.
	Due Span
	// Filter leaves only some of a list that has one order: work to do, or any by last activity.
	Filter Filter
	// Activity sorts a list of staff's by last activity rather than by due date.
	Activity bool
	// OldestFirst turns the order round.
	OldestFirst bool
}

// Dimension is what a list is by.
type Dimension string

// The dimensions. ByCreation is a requester's tickets by the date they were opened, the others go by last activity, or for
// staff by due date while there is work to do.
const (
	ByRequester    Dimension = "requester"
	ByCreation     Dimension = "creation"
	ByOrganization Dimension = "organization"
	ByAssignee     Dimension = "assignee"
	ByUnassigned   Dimension = "unassigned"
	ByDepartment   Dimension = "department"
)

// Lists reads lists of tickets. The cards have what a list shows; what else a ticket has is zero.
type Lists interface {
	// Tickets returns a page of a list and the position of the next. A page of a filtered list may be short, or empty, and
	// have a next one: each reads a bounded part of the list.
	Tickets(ctx context.Context, list List, from Position, limit int) ([]Ticket, Position, error)
	// Counts returns the counters of several owners, such as those that CountedUnder names. What was never counted is 0.
	Counts(ctx context.Context, owners ...string) (map[string]Counts, error)
}

// Counts are numbers of tickets by bucket (a status, `unassigned`, `overdue`).
type Counts map[string]int

// The buckets beside the statuses.
const (
	UnassignedBucket = "unassigned"
	OverdueBucket    = "overdue"
	// TodayBucket is counted under a day's own owner (DueCounts).
	TodayBucket = "today"
	// MentionsBucket is counted under an agent: tickets where they are mentioned and have not read it.
	MentionsBucket = "mentions"
)

// CountedUnder returns the counters that a ticket is counted in: owner to buckets. They're kept by route, which compares
// what a ticket was counted under with what it is now. The zone is the desk's, whose days tickets are due on.
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

// RequesterCounts names a requester's counters.
func RequesterCounts(id string) string { return "person:" + id }

// AgentCounts names the counters of what an agent is assigned.
func AgentCounts(id string) string { return "agent:" + id }

// DepartmentCounts names a department's counters.
func DepartmentCounts(id string) string { return "department:" + id }

// DueCounts names the counter of a department's open tickets that are due on a day, which is the instant's in its own zone.
func DueCounts(departmentID string, day time.Time) string {
	return DepartmentCounts(departmentID) + "#due:" + day.Format(time.DateOnly)
}

// OrganizationCounts names the counters of an organization that shares.
func OrganizationCounts(id string) string { return "organization:" + id }

// OwnCounts names the counters that a person's «Tickets (n)» is read from (A3).
func OwnCounts(p account.Person) string {
	if p.Role.IsStaff() {
		return AgentCounts(p.ID)
	}
	return RequesterCounts(p.ID)
}
