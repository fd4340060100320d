package ticketstore

import (
	"testing"
	"time"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/field"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

// choice fixes the kind of answers to field.Choice, because only this kind has an option.
var choice = fieldtest.Either(field.Choice, field.Choice)

func TestTicketMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[ticket.Ticket, ticketItem]{
		To:   func(saved ticket.Ticket) ticketItem { return newTicketItem(saved, ticket.Alarm{}) },
		From: ticketItem.ticket, Choices: []fieldtest.Choice{choice},
	}.Check(t)
}

func TestEntryMappingKeepsAllFields(t *testing.T) {
	for _, event := range ticket.Events() {
		full := fieldtest.FullOf(event, choice)
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
		NotStored: []string{"Number", "Internal", "AlsoIn"}, // acts on tickets set them
	}.Check(t)
}
