package store

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// Tickets returns a page of a list; see ticket.Lists. Each owner and status is one partition of an index, sorted as the
// list is: one partition is one Query, several are asked side by side and merged. The position is the last card's place
// in the common order, which is a place in each of the partitions, so a page costs the same wherever it is.
func (t *Table) Tickets(ctx context.Context, list ticket.List, from ticket.Position, limit int) ([]ticket.Ticket, ticket.Position, error) {
	after, err := parsePlace(from)
	if err != nil {
		return nil, "", err
	}
	parts := partsOf(list)
	if !list.Filter.Zero() {
		return t.sifted(ctx, list, parts[0], after, limit)
	}
	var queries []*dynamodb.QueryInput
	for _, part := range parts {
		queries = append(queries, part.queries(list, after, limit+1)...)
	}
	pages, err := t.queries(ctx, queries)
	if err != nil {
		return nil, "", err
	}
	var cards []placed
	for _, part := range parts {
		asked := len(part.queries(list, after, limit+1))
		merged, err := part.merge(pages[:asked])
		if err != nil {
			return nil, "", err
		}
		cards, pages = append(cards, merged...), pages[asked:]
	}
	return cut(cards, limit)
}

// rankAttribute sorts staff's lists; see rankOf.
const rankAttribute = "rank"

// spec is how a list is read: which index, by which of its attributes, which way.
type spec struct {
	index, partition, sort string
	owner                  func(string) string
	value                  func(ticketItem) string
	forward                bool
	first, before          string
}

func specOf(list ticket.List, statuses []ticket.Status) spec {
	same := func(owner string) string { return owner }
	activity := spec{sort: "updatedAt", owner: same, value: func(c ticketItem) string { return c.UpdatedAt }}
	due := spec{sort: rankAttribute, owner: same, value: func(c ticketItem) string { return c.Rank }, forward: !attended(statuses)}
	made := activity
	switch list.By {
	case ticket.ByRequester:
		made.index, made.partition = "requesterStatus", "requesterStatus"
	case ticket.ByOrganization:
		made.index, made.partition = "organization", "organizationStatus"
	case ticket.ByCreation:
		made = spec{index: "requester", partition: "createdBy", sort: "createdAt", owner: same, value: func(c ticketItem) string { return c.CreatedAt }}
	case ticket.ByAssignee:
		made = due
		made.index, made.partition = "assignee", "assigneeStatus"
	case ticket.ByUnassigned:
		made = due
		made.index, made.partition, made.owner = "assignee", "assigneeStatus", unassigned
	case ticket.ByDepartment:
		made = due
		made.index, made.partition = "department", "departmentStatus"
	}
	if list.Activity && made.sort == rankAttribute {
		made.sort, made.value, made.forward = "activity", func(c ticketItem) string { return c.Activity }, false
		made.index += "Activity"
		if list.By == ticket.ByDepartment {
			made.partition = "departmentActivity"
		}
	}
	if list.OldestFirst {
		made.forward = !made.forward
	}
	if !list.Due.Zero() {
		made.first, made.before = cmp.Or(stamp(list.Due.From), rankFirstDate), cmp.Or(stamp(list.Due.Until), rankNoDeadline)
	}
	return made
}

func attended(statuses []ticket.Status) bool {
	return !slices.ContainsFunc(statuses, func(s ticket.Status) bool { return !s.Attended() })
}

func (s spec) query(partition string, after *place, limit int) *dynamodb.QueryInput {
	query := &dynamodb.QueryInput{
		IndexName:                 &s.index,
		KeyConditionExpression:    aws.String("#partition = :partition"),
		ExpressionAttributeNames:  map[string]string{"#partition": s.partition},
		ExpressionAttributeValues: item{":partition": text(partition)},
		ScanIndexForward:          &s.forward,
		Limit:                     aws.Int32(int32(limit)), //nolint:gosec // a page's limit is at most 101
	}
	if s.before != "" {
		*query.KeyConditionExpression += " AND #sort BETWEEN :first AND :before"
		query.ExpressionAttributeNames["#sort"] = s.sort
		query.ExpressionAttributeValues[":first"] = text(s.first)
		query.ExpressionAttributeValues[":before"] = text(s.before)
	}
	if after != nil {
		query.ExclusiveStartKey = ticketKey(after.Number).attributes()
		query.ExclusiveStartKey[s.partition] = text(partition)
		query.ExclusiveStartKey[s.sort] = text(after.Sort)
	}
	return query
}

// part is a stretch of a list that has one order: work to do comes before what is attended, and is sorted another way.
type part struct {
	spec
	index    int
	statuses []ticket.Status
}

func partsOf(list ticket.List) []part {
	var todo, attended []ticket.Status
	for _, status := range list.Statuses {
		if status.Attended() {
			attended = append(attended, status)
		} else {
			todo = append(todo, status)
		}
	}
	if specOf(list, list.Statuses).sort != rankAttribute || len(todo) == 0 || len(attended) == 0 {
		return []part{{spec: specOf(list, list.Statuses), statuses: list.Statuses}}
	}
	return []part{
		{spec: specOf(list, todo), statuses: todo},
		{spec: specOf(list, attended), index: 1, statuses: attended},
	}
}

// queries asks for every partition of the part; none when the position is past it.
func (p part) queries(list ticket.List, after *place, limit int) []*dynamodb.QueryInput {
	if after != nil && after.Part > p.index {
		return nil
	}
	if after != nil && after.Part < p.index {
		after = nil
	}
	var queries []*dynamodb.QueryInput
	for _, owner := range list.Owners {
		for _, status := range p.statuses {
			queries = append(queries, p.query(ofStatus(p.owner(owner), status), after, limit))
		}
	}
	return queries
}

// placed is a card with its place in the list.
type placed struct {
	ticketItem
	place
}

func (p part) merge(pages []page) ([]placed, error) {
	var merged []placed
	for _, got := range pages {
		cards, err := decodeAll[ticketItem](got.items)
		if err != nil {
			return nil, err
		}
		for _, card := range cards {
			merged = append(merged, placed{card, place{Part: p.index, Sort: p.value(card), Number: card.Card.Number}})
		}
	}
	slices.SortStableFunc(merged, func(a, b placed) int { return p.compare(a.place, b.place) })
	return merged, nil
}

// compare is negative when a comes before b in the part.
func (p part) compare(a, b place) int {
	order := cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.Number, b.Number))
	if p.forward {
		return order
	}
	return -order
}

// cut takes a page off the sorted cards, of which one more than the page's was asked for.
func cut(cards []placed, limit int) ([]ticket.Ticket, ticket.Position, error) {
	next := ticket.Position("")
	if len(cards) > limit {
		cards = cards[:limit]
		next = cards[limit-1].position()
	}
	tickets := make([]ticket.Ticket, 0, len(cards))
	for _, card := range cards {
		t, err := card.ticket()
		if err != nil {
			return nil, "", err
		}
		tickets = append(tickets, t)
	}
	return tickets, next, nil
}

// place is a position opened: a card's sort value and number.
type place struct {
	Part   int    `json:"p,omitempty"`
	Sort   string `json:"s"`
	Number string `json:"n"`
}

func (p place) position() ticket.Position {
	written, err := json.Marshal(p)
	if err != nil {
		panic(fmt.Sprintf("two strings do not marshal: %v", err))
	}
	return ticket.Position(base64.RawURLEncoding.EncodeToString(written))
}

// maxPosition is the most bytes of a position: what it names is short enough for a key.
const maxPosition = 500

// parsePlace opens a position. Whoever makes one up only finds another place in a list that they may read.
func parsePlace(from ticket.Position) (*place, error) {
	if from == "" {
		return nil, nil
	}
	var p place
	written, err := base64.RawURLEncoding.DecodeString(string(from))
	if err == nil {
		err = json.Unmarshal(written, &p)
	}
	if err != nil || p.Sort == "" || p.Number == "" || len(from) > maxPosition {
		var fields fault.Fields
		fields.Add("cursor", "field.format")
		return nil, fields.Err()
	}
	return &p, nil
}
