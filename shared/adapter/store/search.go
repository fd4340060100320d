package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// postingItem says that a ticket has a term. Each scope and term is a partition, newest tickets last.
type postingItem struct {
	header
	N     int64    `dynamodbav:"n"`
	Words []string `dynamodbav:"words,omitempty"`
}

func postingKey(scope, term string, n int64) Key {
	return Key{PK: "SEARCH#" + scope + "#" + term, SK: paddedNumber(n)}
}

// paddedNumber makes numbers sort as text, whatever the width of the tickets'.
func paddedNumber(n int64) string { return fmt.Sprintf("%012d", n) }

// Postings returns, for each clause, the newest tickets below a number that have its term in any of the scopes, at most size
// of each scope and term; 0 is the newest of all. Every scope and term is one Query; all are asked side by side.
func (t *Table) Postings(ctx context.Context, scopes []string, clauses []search.Clause, below int64, size int) ([]search.List, error) {
	var queries []*dynamodb.QueryInput
	for _, clause := range clauses {
		for _, term := range clause.Terms() {
			for _, scope := range scopes {
				queries = append(queries, postingsQuery(scope, term, below, size))
			}
		}
	}
	pages, err := t.queries(ctx, queries)
	if err != nil {
		return nil, err
	}
	lists := make([]search.List, 0, len(clauses))
	for _, clause := range clauses {
		asked := len(clause.Terms()) * len(scopes)
		list, err := listOf(clause, pages[:asked])
		pages = pages[asked:]
		if err != nil {
			return nil, err
		}
		lists = append(lists, list)
	}
	return lists, nil
}

func postingsQuery(scope, term string, below int64, size int) *dynamodb.QueryInput {
	key := postingKey(scope, term, below)
	query := partitionQuery(key.PK)
	query.ScanIndexForward = aws.Bool(false)
	query.Limit = aws.Int32(int32(size)) //nolint:gosec // a constant of the caller
	if below > 0 {
		query.ExclusiveStartKey = key.attributes()
	}
	return query
}

// listOf joins what the scopes and terms say of a clause: it is known only as far back as the one that was read least far.
func listOf(clause search.Clause, pages []page) (search.List, error) {
	list := search.List{Exhausted: true}
	var found []postingItem
	for _, got := range pages {
		postings, err := decodeAll[postingItem](got.items)
		if err != nil {
			return search.List{}, err
		}
		found = append(found, postings...)
		if len(got.next) > 0 {
			list.Exhausted = false
			list.Reached = max(list.Reached, postings[len(postings)-1].N)
		}
	}
	for _, posting := range found {
		if posting.N >= list.Reached && clause.Accepts(posting.Words) {
			list.Numbers = append(list.Numbers, posting.N)
		}
	}
	slices.Sort(list.Numbers)
	slices.Reverse(list.Numbers)
	list.Numbers = slices.Compact(list.Numbers)
	return list, nil
}

// indexedItem is what route has indexed and counted of a ticket.
type indexedItem struct {
	header
	Version int64      `dynamodbav:"version"`
	N       int64      `dynamodbav:"n"`
	Scopes  []string   `dynamodbav:"scopes,omitempty"`
	Terms   []termPart `dynamodbav:"terms,omitempty"`
	// Filters are the terms that only staff filter by.
	Filters []string `dynamodbav:"filters,omitempty"`
	// Counted are the counters that the ticket is in: owner to buckets.
	Counted map[string][]string `dynamodbav:"counted,omitempty"`
	// Tags are those that the ticket is counted under.
	Tags []string `dynamodbav:"tags,omitempty"`
}

type termPart struct {
	Key   string   `dynamodbav:"k"`
	Words []string `dynamodbav:"w,omitempty"`
}

func (i indexedItem) document() search.Document {
	document := search.Document{Terms: make([]search.Term, 0, len(i.Terms))}
	for _, term := range i.Terms {
		document.Terms = append(document.Terms, search.Term(term))
	}
	return document
}

// in is what a scope's part of the index has of the ticket: what staff filter by is in its department's alone.
func (i indexedItem) in(scope string) search.Document {
	document := i.document()
	if !ticket.IsStaffScope(scope) {
		return document
	}
	for _, term := range i.Filters {
		if !slices.ContainsFunc(document.Terms, func(other search.Term) bool { return other.Key == term }) {
			document.Terms = append(document.Terms, search.Term{Key: term})
		}
	}
	return document
}

// Found returns the tickets of numbers and, of some, what is indexed of them, in one call.
func (t *Table) Found(ctx context.Context, numbers, documentsOf []ticket.Number) (map[ticket.Number]ticket.Ticket, map[ticket.Number]search.Document, error) {
	keys := make([]Key, 0, len(numbers)+len(documentsOf))
	for _, number := range numbers {
		keys = append(keys, ticketKey(string(number)))
	}
	for _, number := range documentsOf {
		keys = append(keys, indexedKey(string(number)))
	}
	if len(keys) == 0 {
		return nil, nil, nil
	}
	items, err := t.batchGet(ctx, false, keys...)
	if err != nil {
		return nil, nil, err
	}
	tickets := make(map[ticket.Number]ticket.Ticket, len(numbers))
	documents := make(map[ticket.Number]search.Document, len(documentsOf))
	for _, number := range numbers {
		if kept, ok := items[ticketKey(string(number))]; ok {
			if tickets[number], err = decodeTicket(kept); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, number := range documentsOf {
		kept, err := decode[indexedItem](items[indexedKey(string(number))])
		if err != nil {
			return nil, nil, err
		}
		documents[number] = kept.in(ticket.DepartmentScope(""))
	}
	return tickets, documents, nil
}
