package indexstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/ticket"
)

func TestMentionsAreStoredWhole(t *testing.T) {
	tabletest.Mapping[ticket.Mention, mentionItem]{
		To: newMentionItem, From: func(item mentionItem) ticket.Mention { return item.mention("p-ana") },
		Adjust: func(m *ticket.Mention) { m.PersonID = "p-ana" }, // the reader knows it
	}.Check(t)
}
