package mentions

import (
	"testing"

	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAMentionIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(m ticket.Mention) any { return mentionOf(m) }),
		"PersonID", // always the caller
	)
}
