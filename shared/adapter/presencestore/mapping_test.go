package presencestore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/presence"
)

func TestPresenceMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[presence.Presence, presenceItem]{To: func(p presence.Presence) presenceItem { return newPresenceItem("PNT0003446", p) }, From: presenceItem.presence}.Check(t)
}
