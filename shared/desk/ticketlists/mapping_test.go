package ticketlists

import (
	"testing"

	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfATagUseIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(u ticket.TagUse) any { return tagUseOf(u) }))
}
