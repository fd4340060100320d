package indexstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/ticket"
)

func TestMentionMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[ticket.Mention, mentionItem]{
		To: newMentionItem, From: func(item mentionItem) ticket.Mention { return item.mention("") },
		NotStored: []string{"PersonID"}, // the reader passes their own id
	}.Check(t)
}
