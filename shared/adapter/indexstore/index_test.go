package indexstore

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// TestOldRecordIsIndexedAgain indexes a ticket whose indexed record has layout 1, in which the record also lists the terms of
// the entries. Indexing writes the postings of the entries and deletes the postings of terms that the ticket no longer has.
func TestOldRecordIsIndexedAgain(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, db tabletest.Table) {
		store := New(db.Open())
		indexed := ticket.Ticket{Number: "T000007", Version: 3, Status: ticket.Open, CreatedAt: time.Now()}
		indexed.Requester.ID, indexed.Department.ID = "usuario", "soporte"
		old := newIndexedItem(7, indexed, search.Part{Public: search.NewDocument("viejo asunto")}, time.UTC)
		old.V = 1
		postings := slices.Concat(slices.Collect(postingWrites(indexedItem{}, old, search.Ticket{}))...)
		if err := store.table.BatchWrite(t.Context(), append(postings, table.Put(old))); err != nil {
			t.Fatal(err)
		}
		terms := search.Ticket{
			Attributes: search.Part{Public: search.NewDocument("asunto")},
			Entries:    []search.Entry{{Version: 1, Part: search.Part{Public: search.NewDocument("zebra")}}, {Version: 2, Part: search.Part{Staff: search.NewDocument("nota")}}},
		}
		check := func(name, scope string, want ...string) {
			t.Helper()
			var found []string
			for _, key := range []string{"viej", "asunt", "zebr", "not", "murcielag"} {
				if len(db.Partition(t, table.PostingKey(scope, key, 7).PK)) > 0 {
					found = append(found, key)
				}
			}
			if !slices.Equal(found, want) {
				t.Errorf("%s: postings of %v, want %v", name, found, want)
			}
		}
		index := func() {
			t.Helper()
			if err := store.Index(t.Context(), 7, indexed, terms, time.UTC); err != nil {
				t.Fatal(err)
			}
		}
		requester, department := ticket.RequesterScope("usuario"), ticket.DepartmentScope("soporte")
		check("before, requester", requester, "viej", "asunt")
		index()
		check("requester", requester, "asunt", "zebr")
		check("department", department, "asunt", "zebr", "not")

		indexed.Version, indexed.Department.ID = 4, "solicitudes"
		terms.Entries = append(terms.Entries, search.Entry{Version: 4, Part: search.Part{Public: search.NewDocument("murcielago")}})
		index()
		check("former department", department)
		check("new department", ticket.DepartmentScope("solicitudes"), "asunt", "zebr", "not", "murcielag")
		check("requester with a new entry", requester, "asunt", "zebr", "murcielag")
	})
}

// TestConcurrentIndexingOfOldRecordCountsOnce indexes a ticket twice from the same record of an older layout, as the stream and
// `reconcile -apply` may do at the same time. The version of the ticket is the same in all records.
func TestConcurrentIndexingOfOldRecordCountsOnce(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, db tabletest.Table) {
		store := New(db.Open())
		indexed := ticket.Ticket{Number: "T000007", Version: 3, Status: ticket.Open, CreatedAt: time.Now()}
		indexed.Requester.ID, indexed.Department.ID = "usuario", "soporte"
		after := newIndexedItem(7, indexed, search.Part{}, time.UTC)
		old := after
		old.V, old.Counted = 1, nil
		if err := store.table.Write(t.Context(), table.Put(old)); err != nil {
			t.Fatal(err)
		}
		for attempt, want := range []bool{false, true} {
			err := store.replaceIndexed(t.Context(), old, after, indexed, search.Ticket{})
			if fault.Is(err, fault.Unavailable) != want {
				t.Errorf("attempt %d: %v", attempt+1, err)
			}
		}
		owner := ticket.RequesterCounts("usuario")
		counts, err := store.Counts(t.Context(), owner)
		if got := counts[owner][string(ticket.Open)]; got != 1 || err != nil {
			t.Errorf("%d open tickets, %v", got, err)
		}
	})
}
