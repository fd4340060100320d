package ticketstore

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/ticket"
)

// TestThreadHasTheEntriesOfItsVersion stores an entry while a thread of several pages is read. The search index records the
// version of the thread as indexed, so no entry of this version may be missing.
func TestThreadHasTheEntriesOfItsVersion(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, engine tabletest.Table) {
		items, stored := engine.Open(), ticket.Ticket{Number: "PNT000001", Requester: ticket.Requester{ID: "usuario"}, CreatedAt: time.Now(), UpdatedAt: time.Now()}
		save := func(id string) {
			entry := ticket.Entry{ID: id, Version: stored.Version, Kind: ticket.MessageEntry, Events: []ticket.Event{ticket.Opened{}}, Body: strings.Repeat("x", 60_000)}
			if err := items.Transact(t.Context(), table.Put(newTicketItem(stored, ticket.Alarm{})), table.Put(newEntryItem(stored.Number, entry))); err != nil {
				t.Fatal(err)
			}
		}
		for i := range 25 { // 1.5 MB; a page of a query has at most 1 MB
			stored.Version = int64(i + 1)
			save(fmt.Sprintf("%03d", i))
		}
		pages := 0
		ctx := tabletest.WithObserver(t.Context(), func(tabletest.Call) error {
			if pages++; pages == 2 {
				stored.Version++
				save("025")
			}
			return nil
		})
		found, entries, err := New(items).Thread(ctx, stored.Number)
		if err != nil || pages < 2 {
			t.Fatal(pages, err)
		}
		if newest := entries[len(entries)-1].Version; newest < found.Version {
			t.Errorf("version %d, but the newest entry has version %d", found.Version, newest)
		}
	})
}
