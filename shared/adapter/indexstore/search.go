package indexstore

import (
	"context"
	"slices"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// postingItem records that a ticket has a term. Each pair of scope and term is a partition, sorted by ticket number.
type postingItem struct {
	table.Header
	N     int64    `dynamodbav:"n"`
	Words []string `dynamodbav:"words,omitempty"`
}

// Postings returns, for each clause, the newest tickets that have one of the clause's terms in one of the scopes and that the
// clause accepts, with numbers less than below; 0 means no limit. It reads at most size postings per scope and term, in one
// Query for each scope and term. All queries are one round.
func (s *Store) Postings(ctx context.Context, scopes []string, clauses []search.Clause, below int64, size int) ([]search.Postings, error) {
	var queries []table.Query
	for _, clause := range clauses {
		for _, term := range clause.Terms() {
			for _, scope := range scopes {
				queries = append(queries, postingsQuery(scope, term, below, size))
			}
		}
	}
	pages, err := s.table.Queries(ctx, queries)
	if err != nil {
		return nil, err
	}
	lists := make([]search.Postings, 0, len(clauses))
	for _, clause := range clauses {
		count := len(clause.Terms()) * len(scopes)
		list, err := mergePostings(clause, scopes, pages[:count])
		if err != nil {
			return nil, err
		}
		lists, pages = append(lists, list), pages[count:]
	}
	return lists, nil
}

func postingsQuery(scope, term string, below int64, size int) table.Query {
	key := table.PostingKey(scope, term, below)
	query := table.Query{Partition: key.PK, Descending: true, Limit: size}
	if below > 0 {
		query.After = key.Start()
	}
	return query
}

// mergePostings merges the pages of a clause's scopes and terms. Each page with more results was read down to its lowest
// number. The merged list is complete only down to the highest of these numbers (LastRead), so it omits lower numbers.
//
// The pages are in the order of the clause's terms, and for each term in the order of the scopes.
func mergePostings(clause search.Clause, scopes []string, pages []table.Page) (search.Postings, error) {
	list := search.Postings{Exhausted: true, Scopes: map[int64]string{}}
	var found []postingItem
	for i, page := range pages {
		postings, err := table.DecodeAll[postingItem](page.Items)
		if err != nil {
			return search.Postings{}, err
		}
		found = append(found, postings...)
		for _, posting := range postings {
			list.Scopes[posting.N] = scopes[i%len(scopes)]
		}
		if len(page.Next) > 0 {
			list.Exhausted = false
			list.LastRead = max(list.LastRead, postings[len(postings)-1].N)
		}
	}
	for _, posting := range found {
		if posting.N >= list.LastRead && clause.Accepts(posting.Words) {
			list.Numbers = append(list.Numbers, posting.N)
		}
	}
	slices.Sort(list.Numbers)
	slices.Reverse(list.Numbers)
	list.Numbers = slices.Compact(list.Numbers)
	return list, nil
}

// TicketsAndPostings returns the tickets with the given numbers, and the words of each given posting that exists, in one
// round.
func (s *Store) TicketsAndPostings(ctx context.Context, numbers []ticket.Number, postings []search.Posting) (map[ticket.Number]ticket.Ticket, map[search.Posting][]string, error) {
	keys := make([]table.Key, 0, len(numbers)+len(postings))
	for _, number := range numbers {
		keys = append(keys, table.TicketKey(number))
	}
	for _, posting := range postings {
		keys = append(keys, keyOfPosting(posting))
	}
	items, err := s.table.BatchGet(ctx, table.Eventual, keys...)
	if err != nil {
		return nil, nil, err
	}
	tickets := make(map[ticket.Number]ticket.Ticket, len(numbers))
	for _, number := range numbers {
		if item, ok := items[table.TicketKey(number)]; ok {
			if tickets[number], err = ticketstore.Decode(item); err != nil {
				return nil, nil, err
			}
		}
	}
	found := make(map[search.Posting][]string, len(postings))
	for _, posting := range postings {
		if item, ok := items[keyOfPosting(posting)]; ok {
			stored, err := table.Decode[postingItem](item)
			if err != nil {
				return nil, nil, err
			}
			found[posting] = stored.Words
		}
	}
	return tickets, found, nil
}

func keyOfPosting(p search.Posting) table.Key { return table.PostingKey(p.Scope, p.Term, p.Number) }
