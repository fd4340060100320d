package indexstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

const (
	// filteredPageSize is the maximum number of cards that one round of a filtered list reads from each partition.
	filteredPageSize = 150
	// maxFilteredRounds is the maximum number of rounds for a page while the filter has accepted no card.
	maxFilteredRounds = 3
)

// filtered reads a section and skips cards that the list's filter does not accept. It reads a bounded number of cards, starting
// where the previous page stopped. So a page may have fewer than limit tickets, or none, and still be followed by another page.
// It serves open and waiting tickets, which are few. Resolved and closed tickets are filtered by the search index.
func (s *Store) filtered(ctx context.Context, list ticket.List, section section, after position, limit int) ([]ticket.Ticket, ticket.Position, error) {
	var accepted []card
	for round := 1; ; round++ {
		pages, err := s.table.Queries(ctx, section.queries(list.Owners, after, filteredPageSize))
		if err != nil {
			return nil, "", err
		}
		cards, err := section.merge(pages)
		if err != nil {
			return nil, "", err
		}
		end, more := section.end(pages)
		for _, card := range cards {
			if more && section.compare(card.position, end) > 0 {
				break // another partition has unread cards that come before this card
			}
			if list.Filter.Accepts(card.Ticket) {
				accepted = append(accepted, card)
			}
		}
		page, next := firstPage(accepted, limit)
		if len(accepted) > limit || !more {
			return page, next, nil
		}
		if len(accepted) > 0 || round == maxFilteredRounds {
			return page, end.encode(), nil
		}
		after = end
	}
}

// end returns the position up to which all partitions were read: the first of the end positions of the partitions with more
// cards. It returns false if no partition has more.
func (s section) end(pages []table.Page) (position, bool) {
	var first position
	for _, page := range pages {
		if len(page.Next) == 0 {
			continue
		}
		last := position{Section: s.number, Sort: table.Text(page.Next, s.index.Sort), Number: table.NumberOf(table.KeyOf(page.Next))}
		if first.Number == "" || s.compare(last, first) < 0 {
			first = last
		}
	}
	return first, first.Number != ""
}
