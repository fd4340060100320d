package ticketstore

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/field"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

// onlyChoices gives every answer the kind field.Choice, the only kind that has an option.
var onlyChoices = fieldtest.Either(field.Choice, field.Choice)

func TestTicketMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[ticket.Ticket, ticketItem]{
		To:   func(saved ticket.Ticket) ticketItem { return newTicketItem(saved, ticket.Alarm{}) },
		From: ticketItem.ticket, Choices: []fieldtest.Choice{onlyChoices},
	}.Check(t)
}

func TestEntryMappingKeepsAllFields(t *testing.T) {
	for _, event := range ticket.Events() {
		full := fieldtest.FullOf(event, onlyChoices)
		tabletest.Mapping[ticket.Entry, entryItem]{
			To: func(saved ticket.Entry) entryItem { return newEntryItem("PNT0003446", saved) },
			From: func(item entryItem) ticket.Entry {
				entry, err := item.entry()
				if err != nil {
					t.Error(err)
				}
				return entry
			},
			Choices: []fieldtest.Choice{fieldtest.Either(full, full)},
		}.Check(t)
	}
}

func TestUploadMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[ticket.Upload, attachmentItem]{
		To:        func(saved ticket.Upload) attachmentItem { return newAttachmentItem(saved, time.Unix(1, 0)) },
		From:      attachmentItem.upload,
		NotStored: []string{"Number", "Internal", "AlsoIn"}, // set later: when the file is attached, or copied by a split
	}.Check(t)
}

// TestWritesOfAnActUseAllFields checks that each field of an act and of its idempotency key affects the writes of the act.
func TestWritesOfAnActUseAllFields(t *testing.T) {
	added := ticket.Event(ticket.ParticipantAdded{Participant: ticket.Ref{ID: "maria"}})
	fieldtest.Check(t, fieldtest.Forgotten(func(act ticket.Act) any { return actWrites(act, table.IsNew()) },
		fieldtest.Either(field.Choice, field.Text), fieldtest.Either(ticket.WarnAlarm, ticket.CloseAlarm), fieldtest.Either(added, ticket.Event(ticket.ParticipantRemoved{}))))
}

// TestIdempotencyMappingKeepsAllFields stores an act with an idempotency key, and reads the record.
func TestIdempotencyMappingKeepsAllFields(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, engine tabletest.Table) {
		store := New(engine.Open())
		act := fieldtest.Full[ticket.Act](onlyChoices, fieldtest.Either(ticket.Event(ticket.Opened{}), ticket.Event(ticket.Opened{})))
		act.Entry.Attachments = nil
		if err := store.Create(t.Context(), act); err != nil {
			t.Fatal(err)
		}
		record, _, err := store.RecordAndUploads(t.Context(), act.IdempotencyKey, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := &ticket.IdempotencyRecord{Number: act.Ticket.Number, EntryID: act.Entry.ID, Fingerprint: act.IdempotencyKey.Fingerprint}
		if diff := cmp.Diff(want, record); diff != "" {
			t.Error(diff)
		}
		fieldtest.Check(t, fieldtest.Empty(*record))
	})
}
