package ticketstore_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// TestAllDueAlarmsAreReturned checks that Alarms returns more tickets than fit in one page of a partition.
func TestAllDueAlarmsAreReturned(t *testing.T) {
	storetest.Each(t, func(t *testing.T, stored storetest.Table) {
		now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
		var writes []table.Write
		var due []ticket.Number
		for i := range 240 {
			number, at := ticket.Number(fmt.Sprintf("PNT%06d", i)), now.Add(-time.Duration(i)*time.Minute)
			if i >= 230 {
				at = now.Add(time.Hour)
			} else {
				due = append(due, number)
			}
			writes = append(writes, table.Upsert(table.TicketKey(number), "ticket").
				Set(table.ByAlarm.Partition, table.AlarmPartitions(ticket.CloseAlarm)[0]).Set(table.ByAlarm.Sort, table.FormatInstant(at)))
		}
		items := stored.Open()
		for part := range slices.Chunk(writes, table.MaxTransaction) {
			if err := items.Transact(t.Context(), part...); err != nil {
				t.Fatal(err)
			}
		}
		var found []ticket.Number
		pages := 0
		for page, err := range stored.Tickets.Alarms(t.Context(), ticket.CloseAlarm, now) {
			if err != nil {
				t.Fatal(err)
			}
			pages++
			found = append(found, page...)
		}
		slices.Sort(found)
		if pages != 3 || !slices.Equal(found, due) {
			t.Errorf("%d tickets in %d pages, want %d in 3", len(found), pages, len(due))
		}
	})
}
