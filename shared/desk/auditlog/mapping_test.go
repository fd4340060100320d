package auditlog

import (
	"testing"

	"mesa/shared/domain/audit"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAnEventIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(e audit.Event) any { return eventOf(e, nil) }),
		"Retention", // determines how long the event is stored
	)
}
