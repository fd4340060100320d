// Package ticketlists implements list-tickets, for lists and searches (C1, C2, H1–H3), and list-tags, which suggests the tags in use
// (G3).
package ticketlists

import (
	"context"
	"slices"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/listquery"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

const (
	defaultLimit = 25
	maxLimit     = 100
)

// Settings reads the settings.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
}

// ListTickets returns a page of a list or of a search (C1, C2, H1–H3).
type ListTickets struct {
	Settings Settings
	Lists    ticket.Lists
	Search   Searcher
	Clock    clock.Clock
}

// ListTickets implements the operation list-tickets.
func (l ListTickets) ListTickets(ctx context.Context, r api.ListTicketsRequestObject) (api.ListTicketsResponseObject, error) {
	user := caller.From(ctx)
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, l.Clock.Now())
	view.Details = api.Given(r.Params.Details)
	list, limit, err := listOf(r.Params, config, view)
	if err != nil {
		return nil, err
	}
	var (
		page          api.ListTickets200JSONResponse
		countsByOwner map[string]ticket.Counts
	)
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			if q := api.Given(r.Params.Q); q != "" || needsSearch(list, r.Params) {
				page, err = l.search(ctx, q, list, r.Params, limit, config, view)
				return err
			}
			page, err = l.list(ctx, list, ticket.Position(api.Given(r.Params.Cursor)), limit, view)
			return err
		},
		func(ctx context.Context) (err error) {
			countsByOwner, err = l.Lists.Counts(ctx, view.CounterOwners(api.Given(r.Params.Scope))...)
			return err
		})
	if err != nil {
		return nil, err
	}
	counts := view.Counts(countsByOwner)
	page.Counts = &counts
	return page, nil
}

// list reads a page of a list from an index that has its order.
func (l ListTickets) list(ctx context.Context, list ticket.List, from ticket.Position, limit int, view ticketview.View) (api.ListTickets200JSONResponse, error) {
	found, next, err := l.Lists.Tickets(ctx, list, from, limit)
	if err == nil && view.Details {
		err = l.readWholeTickets(ctx, found)
	}
	page := pageOf(found, next, view)
	if permission.Allows(permission.FilterLists, view.Reader.Role, permission.Anyone) {
		page.Sort = orderOf(list)
	}
	return page, err
}

func pageOf(found []ticket.Ticket, next ticket.Position, view ticketview.View) api.ListTickets200JSONResponse {
	page := api.ListTickets200JSONResponse{Items: make([]api.TicketCard, 0, len(found)), Next: nullable.NewNullNullable[string]()}
	for _, t := range found {
		page.Items = append(page.Items, view.Card(t))
	}
	if next != "" {
		page.Next = nullable.NewNullableWithValue(string(next))
	}
	return page
}

// listOf validates the parameters. It returns the list that they select and the page size.
func listOf(p api.ListTicketsParams, config settings.Configuration, view ticketview.View) (list ticket.List, limit int, err error) {
	var errs fault.FieldErrors
	limit = check.Limit(&errs, p.Limit, defaultLimit, maxLimit)
	listquery.Check(&errs, p, view.Reader)
	if err := errs.Err(); err != nil {
		return ticket.List{}, 0, err
	}
	if permission.Allows(permission.FilterLists, view.Reader.Role, permission.Anyone) {
		return queueOf(p, config, view), limit, nil
	}
	list = ownList(&errs, p, view)
	return list, limit, errs.Err()
}

// ownList returns the list for a requester: their own tickets or their organization's. For a search, the list contains all
// tickets that they may read.
func ownList(errs *fault.FieldErrors, p api.ListTicketsParams, view ticketview.View) ticket.List {
	if api.Given(p.Q) != "" {
		return ticket.List{Dimension: ticket.ByRequester, Statuses: listquery.Statuses(p.Status, ticket.Statuses()...)}
	}
	list := ticket.List{Dimension: ticket.ByRequester, Owners: []string{view.Reader.ID}, Statuses: listquery.Statuses(p.Status, ticket.Open)}
	if api.Given(p.Scope) == api.ListTicketsParamsScopeOrganization {
		list.Dimension, list.Owners = ticket.ByOrganization, []string{view.Reader.Organization.ID}
	}
	switch sort := api.Given(p.Sort); sort {
	case api.SortCreated, api.SortMinusCreated: // a minus means oldest first
		if list.Dimension == ticket.ByOrganization {
			errs.Add("sort", "field.choice")
			break
		}
		list.Dimension = ticket.ByCreation
		list.OldestFirst = sort == api.SortMinusCreated
	case api.SortMinusActivity:
		list.OldestFirst = true
	default: // sorted by last activity
		list.AwaitedFirst = list.Dimension == ticket.ByRequester && slices.Equal(list.Statuses, []ticket.Status{ticket.Open, ticket.Waiting})
	}
	return list
}

// readWholeTickets replaces the tickets of a list, which were read from cards, with the whole tickets. A card has no times of the
// deadline clock, and only those answers that are values of choices and check boxes.
func (l ListTickets) readWholeTickets(ctx context.Context, cards []ticket.Ticket) error {
	numbers := make([]ticket.Number, 0, len(cards))
	for _, card := range cards {
		numbers = append(numbers, card.Number)
	}
	found, _, err := l.Search.TicketsAndPostings(ctx, numbers, nil)
	for i, card := range cards {
		if whole, exists := found[card.Number]; exists {
			cards[i] = whole
		}
	}
	return err
}
