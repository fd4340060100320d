package auditstore

import (
	"testing"
	"time"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/audit"
	"mesa/shared/platform/fieldtest"
)

func TestEventMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[audit.Event, eventItem]{
		To: newEventItem, From: eventItem.event, Choices: []fieldtest.Choice{fieldtest.Either(time.Hour, 2*time.Hour)},
	}.Check(t)
}
