package indexstore

import (
	"context"
	"iter"
	"slices"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/field"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

const (
	// maxScopes is the maximum number of scopes of a ticket: of its requester, department, organization and participants.
	maxScopes = 3 + ticket.MaxParticipants
	// maxFilters is the maximum number of terms of a ticket that only staff filter by.
	maxFilters = 8 + ticket.MaxTags + field.MaxFields
	// maxTerms is the maximum number of terms of a ticket in a scope: of its thread, its attributes and its filters.
	maxTerms = search.MaxThreadWords + search.MaxThreadNumbers + 2*(search.MaxStems+search.MaxPrefixes) + maxFilters
	// MaxPostingWrites is the maximum number of postings that Index writes for a ticket: if all its scopes change, it deletes the
	// terms from the former scopes and adds them to the new scopes. Index must be able to finish them in one invocation, because
	// a retry starts again.
	MaxPostingWrites = 2 * maxScopes * maxTerms
)

// postingsPerCall is the maximum number of postings in one call of BatchWrite. The calls for a scope run in parallel. A long
// entry, or a ticket that moves to another department, has hundreds of postings in a scope.
const postingsPerCall = 250

func (s *Store) writePostings(ctx context.Context, writes []table.Write) error {
	var calls []func(context.Context) error
	for chunk := range slices.Chunk(writes, postingsPerCall) {
		calls = append(calls, func(ctx context.Context) error { return s.table.BatchWrite(ctx, chunk) })
	}
	return observe.Parallel(ctx, calls...)
}

// postingWrites yields for each scope the writes that put new and changed postings and delete obsolete postings. Only the writes
// of one scope are in memory.
func postingWrites(before, after indexedItem, terms search.Ticket) iter.Seq[[]table.Write] {
	return func(yield func([]table.Write) bool) {
		indexed, current := before.documents(terms), after.documents(terms)
		for _, scope := range after.Scopes {
			var previous search.Document
			if slices.Contains(before.Scopes, scope) {
				previous = indexed.in(scope)
			}
			changed, obsolete := search.Diff(previous, current.in(scope))
			if !yield(append(postingPuts(scope, after.N, changed), postingDeletes(scope, before.N, obsolete)...)) {
				return
			}
		}
		for _, scope := range before.Scopes {
			if !slices.Contains(after.Scopes, scope) && !yield(postingDeletes(scope, before.N, indexed.in(scope).Terms)) {
				return
			}
		}
	}
}

func postingPuts(scope string, n int64, terms []search.Term) []table.Write {
	writes := make([]table.Write, 0, len(terms))
	for _, term := range terms {
		writes = append(writes, table.Put(postingItem{
			Header: table.NewHeader(table.PostingKey(scope, term.Key, n), "posting"), N: n, Words: term.Words,
		}))
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
