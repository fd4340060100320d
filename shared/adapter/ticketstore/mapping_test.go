package ticketstore

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/field"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldIsStored(t *testing.T) {
	choice := fieldtest.Either(field.Choice, field.Text)
	full := fieldtest.Full[ticket.Ticket](choice)
	item, err := table.Encode(newTicketItem(full, ticket.Alarm{}))
	if err != nil {
		t.Fatal(err)
	}
	read, err := Decode(item)
	if diff := cmp.Diff(full, read); err != nil || diff != "" {
		t.Errorf("ticket: %v\n%s", err, diff)
	}
	for _, event := range ticket.Events() {
		entry := fieldtest.Full[ticket.Entry](fieldtest.Either(event, event))
		entry.Events = []ticket.Event{fieldtest.FullOf(event, choice)}
		item, err := table.Encode(newEntryItem(full.Number, entry))
		if err != nil {
			t.Fatal(err)
		}
		read, err := decodeEntry(item)
		if diff := cmp.Diff(entry, read); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", ticket.KindOf(event), err, diff)
		}
	}
}
