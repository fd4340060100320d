package ticketlinks

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// LinkedTickets reads a ticket and the tickets linked to it.
type LinkedTickets interface {
	// Ticket returns a ticket without its entries. It returns fault.NotFound if the ticket does not exist.
	Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error)
	// TicketsByNumber returns tickets by number in one call. The map has no entry for a ticket that does not exist.
	TicketsByNumber(ctx context.Context, numbers ...ticket.Number) (map[ticket.Number]ticket.Ticket, error)
}

// ListLinks returns the linked tickets that the caller may read (G5).
type ListLinks struct {
	Linked LinkedTickets
}

// ListLinks implements the operation list-links.
func (l ListLinks) ListLinks(ctx context.Context, r api.ListLinksRequestObject) (api.ListLinksResponseObject, error) {
	by := caller.From(ctx).Person
	t, err := l.Linked.Ticket(ctx, ticket.Number(r.Number))
	if err != nil {
		return nil, err
	}
	if !ticket.CanRead(t, by) {
		return nil, fault.New(fault.NotFound)
	}
	numbers := make([]ticket.Number, 0, len(t.Links))
	links := withRelated(t)
	for _, link := range links {
		numbers = append(numbers, link.Number)
	}
	found, err := l.Linked.TicketsByNumber(ctx, numbers...)
	if err != nil {
		return nil, err
	}
	readable := make(api.ListLinks200JSONResponse, 0, len(t.Links))
	for _, link := range links {
		other, exists := found[link.Number]
		if !exists || !ticket.CanRead(other, by) {
			continue
		}
		removable := link.Kind.IsManual() && by.Role.IsStaff() && slices.Contains(t.Links, link)
		readable = append(readable, linkOf(link, other, removable))
	}
	return readable, nil
}

func linkOf(link ticket.Link, to ticket.Ticket, removable bool) api.Link {
	return api.Link{
		Kind: api.LinkKind(link.Kind), Number: string(link.Number), Subject: to.Subject, Status: api.Status(to.Status), Removable: removable,
	}
}

// withRelated returns the links of a ticket, plus a link to the ticket that it follows up. The followed-up ticket does not
// store a link back.
func withRelated(t ticket.Ticket) []ticket.Link {
	linked := slices.ContainsFunc(t.Links, func(l ticket.Link) bool { return l.Number == t.Related })
	if t.Related == "" || linked {
		return t.Links
	}
	return append(slices.Clone(t.Links), ticket.Link{Kind: ticket.LinkRelated, Number: t.Related})
}
