package ticketlinks

import (
	"testing"

	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfALinkIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(l ticket.Link) any { return linkOf(l, ticket.Ticket{}, true, "") }))
}
