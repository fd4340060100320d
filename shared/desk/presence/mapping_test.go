package presence

import (
	"testing"

	"mesa/shared/domain/presence"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAPresenceIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(p presence.Presence) any { return companionOf(p) }),
		"At", // determines how long the presence is shown
	)
}
