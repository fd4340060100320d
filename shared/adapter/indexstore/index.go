package indexstore

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// indexedItem records how a ticket is indexed and counted.
type indexedItem struct {
	table.Header
	Version int64      `dynamodbav:"version"`
	N       int64      `dynamodbav:"n"`
	Scopes  []string   `dynamodbav:"scopes,omitempty"`
	Terms   []termPart `dynamodbav:"terms,omitempty"`
	// Filters holds the terms by which only staff filter.
	Filters []string `dynamodbav:"filters,omitempty"`
	// Counted maps owners to the buckets that count the ticket.
	Counted map[string][]string `dynamodbav:"counted,omitempty"`
	// Tags holds the tags that count the ticket.
	Tags []string `dynamodbav:"tags,omitempty"`
}

type termPart struct {
	Key   string   `dynamodbav:"k"`
	Words []string `dynamodbav:"w,omitempty"`
}

// newIndexedItem returns the record of how Index indexes and counts a ticket. n is the ticket's number without prefix, as an
// integer. The search index sorts by it.
func newIndexedItem(n int64, t ticket.Ticket, document search.Document, timeZone *time.Location) indexedItem {
	record := indexedItem{
		Header: table.NewHeader(table.IndexedKey(t.Number), "indexed"), Version: t.Version, N: n,
		Scopes: ticket.Scopes(t), Filters: ticket.FilterTerms(t), Counted: ticket.CountersOf(t, timeZone), Tags: t.Tags,
	}
	for _, term := range document.Terms {
		record.Terms = append(record.Terms, termPart(term))
	}
	return record
}

// document returns the terms of the ticket in the index of a scope. Only the indexes of departments hold the terms that staff
// filter by.
func (i indexedItem) document(scope string) search.Document {
	document := search.Document{Terms: make([]search.Term, 0, len(i.Terms))}
	for _, term := range i.Terms {
		document.Terms = append(document.Terms, search.Term(term))
	}
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

// Index updates the postings, the cards of participations, the counters and the counts of tags from the indexed version of the
// ticket to t. It does nothing if t's version or a later version is indexed. It first writes postings and cards; repeating
// these writes changes nothing. Then one transaction updates the counters, the counts of tags and the record of what is
// indexed, on the condition that the record has not changed. So a batch of the stream may be retried at any point, and counters
// stay exact. timeZone is the time zone that determines the day on which a ticket is due.
func (s *Store) Index(ctx context.Context, n int64, t ticket.Ticket, document search.Document, timeZone *time.Location) error {
	before, err := table.FindAs[indexedItem](ctx, s.table, table.IndexedKey(t.Number), table.Consistent)
	if err != nil {
		return err
	}
	if before.Version >= t.Version {
		return nil
	}
	if before.Version == 0 {
		if err := s.recordLowestNumber(ctx, t.CreatedAt, n); err != nil {
			return err
		}
	}
	after := newIndexedItem(n, t, document, timeZone)
	if err := s.table.BatchWrite(ctx, postingWrites(before, after)); err != nil {
		return err
	}
	if err := s.tickets.UpdateParticipations(ctx, t); err != nil {
		return err
	}
	writes := []table.Write{table.Put(after).If(table.IsNew().Or(table.HasVersion(before.Version)))}
	writes = append(writes, countWrites(countDeltas(before.Counted, after.Counted))...)
	writes = append(writes, tagWrites(before.Tags, after.Tags)...)
	err = s.table.Transact(ctx, writes...)
	if errors.Is(err, table.ErrConflict) { // the stream retries the batch
		return fault.WithCause(fault.Unavailable, fmt.Errorf("index of %s: %w", t.Number, err))
	}
	return err
}

// postingWrites returns the writes, scope by scope, that put new and changed postings and delete obsolete postings.
func postingWrites(before, after indexedItem) []table.Write {
	var writes []table.Write
	for _, scope := range after.Scopes {
		previous := search.Document{}
		if slices.Contains(before.Scopes, scope) {
			previous = before.document(scope)
		}
		changed, obsolete := search.Diff(previous, after.document(scope))
		for _, term := range changed {
			writes = append(writes, table.Put(postingItem{
				Header: table.NewHeader(table.PostingKey(scope, term.Key, after.N), "posting"), N: after.N, Words: term.Words,
			}))
		}
		writes = append(writes, postingDeletes(scope, before.N, obsolete)...)
	}
	for _, scope := range before.Scopes {
		if !slices.Contains(after.Scopes, scope) {
			writes = append(writes, postingDeletes(scope, before.N, before.document(scope).Terms)...)
		}
	}
	return writes
}

func postingDeletes(scope string, n int64, terms []search.Term) []table.Write {
	writes := make([]table.Write, 0, len(terms))
	for _, term := range terms {
		writes = append(writes, table.Delete(table.PostingKey(scope, term.Key, n)))
	}
	return writes
}
