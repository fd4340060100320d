package indexstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

const (
	// filteredPageSize is how many cards of each partition one round of a filtered list reads.
	filteredPageSize = 150
	// maxFilteredRounds is how many rounds a page takes at most while the filter has accepted nothing.
	maxFilteredRounds = 3
)

// filtered reads a section and leaves out what the list's filter does not accept. It reads a bounded number of cards, from
// where the previous page stopped reading. It is meant for open and waiting tickets, which are few; resolved and closed ones
// are filtered by the search index.
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
				break // another partition has cards before this one that were not read yet
			}
			if list.Filter.Accepts(card.Ticket) {
				accepted = append(accepted, card)
			}
		}
		page, next := cut(accepted, limit)
		if len(accepted) > limit || !more {
			return page, next, nil
		}
		if len(accepted) > 0 || round == maxFilteredRounds {
			return page, end.encode(), nil
		}
		after = end
	}
}

// end is the position up to which all partitions were read: the first of the ends of those that have more. It returns false
// when none has more.
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
