package indexstore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/cursor"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// Tickets returns a page of a list; see ticket.Lists. Each pair of owner and status is a partition of an index that has the
// order of the list. All partitions are queried in one round and merged; for a list with a filter, see filtered. A position
// consists of the section, the sort value and the number of a page's last card. The query of each partition starts after the
// position, so every page costs the same.
func (s *Store) Tickets(ctx context.Context, list ticket.List, from ticket.Position, limit int) ([]ticket.Ticket, ticket.Position, error) {
	after, err := decodePosition(from)
	if err != nil {
		return nil, "", err
	}
	sections := sectionsOf(list)
	if !list.Filter.Zero() {
		return s.filtered(ctx, list, sections[0], after, limit)
	}
	var queries []table.Query
	for _, section := range sections {
		queries = append(queries, section.queries(list.Owners, after, limit+1)...)
	}
	pages, err := s.table.Queries(ctx, queries)
	if err != nil {
		return nil, "", err
	}
	var cards []card
	for _, section := range sections {
		count := len(section.queries(list.Owners, after, limit+1))
		merged, err := section.merge(pages[:count])
		if err != nil {
			return nil, "", err
		}
		cards, pages = append(cards, merged...), pages[count:]
	}
	tickets, next := firstPage(cards, limit)
	if list.AwaitedFirst && from == "" {
		// Tickets that wait for the requester are moved to the front. Only the first page is sorted: a requester normally has
		// few waiting tickets, which fit on it.
		slices.SortStableFunc(tickets, func(a, b ticket.Ticket) int { return cmp.Compare(awaitedOrder(a), awaitedOrder(b)) })
	}
	return tickets, next, nil
}

func awaitedOrder(t ticket.Ticket) int {
	if t.AwaitsRequester() {
		return 0
	}
	return 1
}

// section is a part of a list with one order. Two kinds of lists have two sections. A list with AwaitedFirst has first the
// waiting, then the open tickets. A list by urgency that contains open or waiting tickets and also resolved or closed tickets
// has first the open and waiting tickets, then the resolved and closed tickets, which are sorted by last activity.
type section struct {
	number         int
	index          table.Index
	partitionOwner func(string) string // returns the owner in the partition key for an owner of the list
	statuses       []ticket.Status
	descending     bool
	from, to       string // bounds of the sort key; may be empty
}

func sectionsOf(list ticket.List) []section {
	whole := newSection(list, list.Statuses)
	if list.AwaitedFirst {
		waiting, open := newSection(list, []ticket.Status{ticket.Waiting}), newSection(list, []ticket.Status{ticket.Open})
		open.number = 1
		return []section{waiting, open}
	}
	done := slices.DeleteFunc(slices.Clone(list.Statuses), func(s ticket.Status) bool { return !s.Attended() })
	open := slices.DeleteFunc(slices.Clone(list.Statuses), ticket.Status.Attended)
	if !byUrgency(whole.index) || len(open) == 0 || len(done) == 0 {
		return []section{whole}
	}
	openSection, doneSection := newSection(list, open), newSection(list, done)
	doneSection.number = 1
	return []section{openSection, doneSection}
}

// byUrgency reports whether an index sorts open and waiting tickets by urgency.
func byUrgency(index table.Index) bool { return index.Sort == table.ByDepartment.Sort }

func newSection(list ticket.List, statuses []ticket.Status) section {
	s := section{statuses: statuses, partitionOwner: func(owner string) string { return owner }, descending: true}
	switch list.Dimension {
	case ticket.ByRequester:
		s.index = table.ByRequester
	case ticket.ByOrganization:
		s.index = table.ByOrganization
	case ticket.ByCreation:
		s.index = table.ByCreation
	case ticket.ByAssignee:
		s.index = table.ByAssignee
	case ticket.ByUnassigned:
		s.index, s.partitionOwner = table.ByAssignee, table.UnassignedOwner
	case ticket.ByDepartment:
		s.index = table.ByDepartment
	}
	switch {
	case list.ByActivity && s.index == table.ByAssignee:
		s.index = table.ByAssigneeActivity
	case list.ByActivity && s.index == table.ByDepartment:
		s.index = table.ByDepartmentActivity
	case byUrgency(s.index):
		s.descending = !slices.ContainsFunc(statuses, func(s ticket.Status) bool { return !s.Attended() })
	}
	if list.OldestFirst {
		s.descending = !s.descending
	}
	if !list.Due.Zero() {
		s.from, s.to = ticketstore.RankRange(list.Due)
	}
	return s
}

// queries returns a query for every partition of the section, starting after a position. It returns none if the position is in
// a later section.
func (s section) queries(owners []string, after position, limit int) []table.Query {
	if after.Section > s.number {
		return nil
	}
	var queries []table.Query
	for _, owner := range owners {
		for _, status := range s.statuses {
			partition := table.StatusPartition(s.partitionOwner(owner), status)
			query := table.Query{Index: s.index, Partition: partition, From: s.from, To: s.to, Descending: s.descending, Limit: limit}
			if after.Section == s.number && after.Number != "" {
				query.After = s.index.Start(table.TicketKey(after.Number), partition, after.Sort)
			}
			queries = append(queries, query)
		}
	}
	return queries
}

// card is a ticket as projected into an index, with its position in the list.
type card struct {
	ticket.Ticket
	position
}

func (s section) merge(pages []table.Page) ([]card, error) {
	var merged []card
	for _, page := range pages {
		for _, item := range page.Items {
			t, err := ticketstore.Decode(item)
			if err != nil {
				return nil, err
			}
			merged = append(merged, card{t, position{Section: s.number, Sort: table.Text(item, s.index.Sort), Number: t.Number}})
		}
	}
	slices.SortStableFunc(merged, func(a, b card) int { return s.compare(a.position, b.position) })
	return merged, nil
}

// compare returns a negative number if a comes before b in the section.
func (s section) compare(a, b position) int {
	order := cmp.Or(strings.Compare(a.Sort, b.Sort), cmp.Compare(a.Number, b.Number))
	if s.descending {
		return -order
	}
	return order
}

// firstPage returns the first page of the sorted cards, and the position of the next page if there are more cards.
func firstPage(cards []card, limit int) ([]ticket.Ticket, ticket.Position) {
	next := ticket.Position("")
	if len(cards) > limit {
		cards = cards[:limit]
		next = cards[limit-1].encode()
	}
	tickets := make([]ticket.Ticket, 0, len(cards))
	for _, card := range cards {
		tickets = append(tickets, card.Ticket)
	}
	return tickets, next
}

// position is a cursor in a list: the section, sort value and number of the last card of the previous page. The zero value is
// the start of the list.
type position struct {
	Section int           `json:"p,omitempty"`
	Sort    string        `json:"s"`
	Number  ticket.Number `json:"n"`
}

func (p position) encode() ticket.Position { return ticket.Position(cursor.Encode(p)) }

func decodePosition(from ticket.Position) (position, error) {
	var errs fault.FieldErrors
	decoded := cursor.Decode(&errs, string(from), func(p position) bool { return p.Sort != "" && p.Number != "" })
	return decoded, errs.Err()
}
