package indexstore

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// IndexedLayout is the layout of new indexed records. Tickets with an older record are indexed again by their next act or by
// `reconcile -apply`. Increment it if search.NewDocument returns other terms or if ticket.CountersOf counts tickets differently.
const IndexedLayout = 3

// termsLayout is the oldest layout whose records imply the current terms. An older record may list other terms, including terms
// of entries. For such a record, Index assumes that only the listed terms have postings, and writes the postings of all other
// terms again. Set it to IndexedLayout if search.NewDocument returns other terms, because the terms of indexed entries are
// computed, not stored.
const termsLayout = 2

// indexedItem records how a ticket is indexed and counted.
type indexedItem struct {
	table.Header
	// Version is the version of the ticket that is indexed. The entries up to this version are indexed.
	Version int64    `dynamodbav:"version"`
	N       int64    `dynamodbav:"n"`
	Scopes  []string `dynamodbav:"scopes,omitempty"`
	// Terms holds the terms of the ticket's attributes, and StaffTerms those that only the scopes of staff have.
	Terms      []termPart `dynamodbav:"terms,omitempty"`
	StaffTerms []termPart `dynamodbav:"staffTerms,omitempty"`
	// Filters holds the terms that only staff filter by.
	Filters []string `dynamodbav:"filters,omitempty"`
	// Counted maps owners to the buckets whose counts include the ticket.
	Counted map[string][]string `dynamodbav:"counted,omitempty"`
	// Tags holds the tags whose counts include the ticket.
	Tags []string `dynamodbav:"tags,omitempty"`
}

type termPart struct {
	Key   string   `dynamodbav:"k"`
	Words []string `dynamodbav:"w,omitempty"`
}

// newIndexedItem returns the record of how Index indexes and counts a ticket. n is the ticket's number without prefix, as an
// integer.
func newIndexedItem(n int64, t ticket.Ticket, attributes search.Part, timeZone *time.Location) indexedItem {
	record := indexedItem{
		Header: table.NewHeader(table.IndexedKey(t.Number), "indexed"), Version: t.Version, N: n,
		Terms: partsOf(attributes.Public), StaffTerms: partsOf(attributes.Staff),
		Scopes: ticket.Scopes(t), Filters: ticket.FilterTerms(t), Counted: ticket.CountersOf(t, timeZone), Tags: t.Tags,
	}
	record.V = IndexedLayout
	return record
}

func partsOf(document search.Document) []termPart {
	parts := make([]termPart, 0, len(document.Terms))
	for _, term := range document.Terms {
		parts = append(parts, termPart(term))
	}
	return parts
}

func documentOf(parts []termPart) search.Document {
	var document search.Document
	for _, part := range parts {
		document.Terms = append(document.Terms, search.Term(part))
	}
	return document
}

func (i indexedItem) attributes() search.Part {
	return search.Part{Public: documentOf(i.Terms), Staff: documentOf(i.StaffTerms)}
}

// isCurrent reports whether the record has the current layout.
func (i indexedItem) isCurrent() bool { return i.V >= IndexedLayout }

// isStored is met if the record is stored as it was read, with its layout, or if there was no record and there is still none. The
// version is not sufficient: `reconcile -apply` and the stream may index a version again at the same time.
func (i indexedItem) isStored() table.Condition {
	if i.Version == 0 {
		return table.IsNew()
	}
	return table.HasVersion(i.Version).And(table.Equal("v", i.V))
}

// scopeDocuments holds the terms of a ticket in the index of its scopes.
type scopeDocuments struct {
	// requesters holds the terms in the scopes of requesters and organizations, staff those in the scopes of departments.
	requesters, staff search.Document
}

func (d scopeDocuments) in(scope string) search.Document {
	if ticket.IsStaffScope(scope) {
		return d.staff
	}
	return d.requesters
}

// documents returns the terms of the ticket, given the terms of its entries.
func (i indexedItem) documents(entries search.Ticket) scopeDocuments {
	return scopeDocuments{requesters: i.document(false, entries), staff: i.document(true, entries)}
}

// document returns the terms of the ticket in the index of a scope, given the terms of its entries. Only the indexes of
// departments hold the terms that staff filter by. A record of an older layout lists the terms of the entries itself.
func (i indexedItem) document(isStaffScope bool, entries search.Ticket) search.Document {
	documents := []search.Document{i.attributes().In(isStaffScope)}
	if i.V >= termsLayout {
		documents = append(documents, entries.EntriesUntil(i.Version, isStaffScope))
	}
	if isStaffScope {
		var filters search.Document
		for _, term := range i.Filters {
			filters.Terms = append(filters.Terms, search.Term{Key: term})
		}
		documents = append(documents, filters)
	}
	return search.Merge(documents...)
}

// Index updates the postings, the cards of participations, the counters and the counts of tags from the indexed version of the
// ticket to t. It does nothing if a later version is indexed, or if t's version is indexed in the current layout. terms holds
// the terms of t. It first writes postings and cards; repeating these writes changes nothing. Then one transaction updates the
// counters, the counts of tags and the record of what is indexed, on the condition that the record has not changed. So a batch
// of the stream may be retried at any point, and counters stay exact. timeZone is the time zone that determines the day on
// which a ticket is due.
func (s *Store) Index(ctx context.Context, n int64, t ticket.Ticket, terms search.Ticket, timeZone *time.Location) error {
	before, err := table.FindAs[indexedItem](ctx, s.table, table.IndexedKey(t.Number), table.Consistent)
	if err != nil {
		return err
	}
	if before.Version > t.Version || before.Version == t.Version && before.isCurrent() {
		return nil
	}
	if before.Version == 0 {
		if err := s.recordLowestNumber(ctx, t.CreatedAt, n); err != nil {
			return err
		}
	}
	return s.replaceIndexed(ctx, before, newIndexedItem(n, t, terms.Attributes, timeZone), t, terms)
}

// replaceIndexed updates the index of t from the record before to the record after.
func (s *Store) replaceIndexed(ctx context.Context, before, after indexedItem, t ticket.Ticket, terms search.Ticket) error {
	for writes := range postingWrites(before, after, terms) {
		if err := s.writePostings(ctx, writes); err != nil {
			return err
		}
	}
	if err := s.tickets.UpdateParticipations(ctx, t); err != nil {
		return err
	}
	writes := []table.Write{table.Put(after).If(before.isStored())}
	writes = append(writes, countWrites(countDeltas(before.Counted, after.Counted))...)
	writes = append(writes, tagWrites(before.Tags, after.Tags)...)
	err := s.table.Transact(ctx, writes...)
	if errors.Is(err, table.ErrConflict) { // the stream retries the batch
		return fault.WithCause(fault.Unavailable, fmt.Errorf("index of %s: %w", t.Number, err))
	}
	return err
}
