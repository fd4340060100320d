package ticketlinks

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/permission"
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
	links := t.AllLinks()
	numbers := make([]ticket.Number, 0, len(links)+len(t.CarriedLinks))
	for _, link := range links {
		numbers = append(numbers, link.Number)
	}
	for _, link := range t.CarriedLinks {
		numbers = append(numbers, link.Number)
	}
	found, err := l.Linked.TicketsByNumber(ctx, numbers...)
	if err != nil {
		return nil, err
	}
	readable := make(api.ListLinks200JSONResponse, 0, len(numbers))
	canRead := func(number ticket.Number) bool {
		other, exists := found[number]
		return exists && ticket.CanRead(other, by)
	}
	for _, link := range links {
		if canRead(link.Number) {
			removable := link.Kind.IsManual() && ticket.Allows(permission.LinkTickets, t, by) && slices.Contains(t.Links, link)
			readable = append(readable, linkOf(link, found[link.Number], removable, ""))
		}
	}
	for _, link := range t.CarriedLinks {
		if canRead(link.Number) && canRead(link.Via) && stillHas(found[link.Via], link.Link) {
			readable = append(readable, linkOf(link.Link, found[link.Number], false, link.Via))
		}
	}
	return readable, nil
}

// stillHas reports whether a merged ticket still has a link that was carried over from it.
func stillHas(merged ticket.Ticket, link ticket.Link) bool {
	return slices.Contains(merged.AllLinks(), link) ||
		slices.ContainsFunc(merged.CarriedLinks, func(l ticket.CarriedLink) bool { return l.Link == link })
}

// linkOf maps a link. via is the merged ticket that has the link, or empty if the ticket itself has it.
func linkOf(link ticket.Link, to ticket.Ticket, removable bool, via ticket.Number) api.Link {
	return api.Link{
		Kind: api.LinkKind(link.Kind), Number: string(link.Number), Subject: to.Subject, Status: api.Status(to.Status), Removable: removable,
		Via: api.Optional(string(via)),
	}
}
