package store

import (
	"context"

	"mesa/shared/domain/ticket"
)

const (
	// siftedAtOnce is how many cards of each partition one round of a filtered list reads.
	siftedAtOnce = 150
	// siftedRounds bounds how often a page that would be empty reads on.
	siftedRounds = 3
)

// sifted reads a list and leaves out what its filter does not accept: a bounded number of cards a page, from where the page
// before stopped reading. Meant for work to do, of which there is little; what is attended is filtered by the search index.
func (t *Table) sifted(ctx context.Context, list ticket.List, part part, after *place, limit int) ([]ticket.Ticket, ticket.Position, error) {
	var found []placed
	for round := 1; ; round++ {
		pages, err := t.queries(ctx, part.queries(list, after, siftedAtOnce))
		if err != nil {
			return nil, "", err
		}
		cards, err := part.merge(pages)
		if err != nil {
			return nil, "", err
		}
		end := part.end(pages)
		for _, card := range cards {
			if end != nil && part.compare(card.place, *end) > 0 {
				break // another partition has cards before this one that were not read yet
			}
			one, err := card.ticket()
			if err != nil {
				return nil, "", err
			}
			if list.Filter.Accepts(one) {
				found = append(found, card)
			}
		}
		if len(found) > limit || end == nil {
			return cut(found, limit)
		}
		if len(found) > 0 || round == siftedRounds {
			page, _, err := cut(found, limit)
			return page, end.position(), err
		}
		after = end
	}
}

// end is how far the pages of all partitions were read: the nearest of the last cards of those that go on; nil when none does.
func (p part) end(pages []page) *place {
	var nearest *place
	for _, got := range pages {
		if len(got.next) == 0 {
			continue
		}
		last := place{Part: p.index, Sort: stringOf(got.next[p.sort]), Number: numberOf(keyOf(got.next))}
		if nearest == nil || p.compare(last, *nearest) < 0 {
			nearest = &last
		}
	}
	return nearest
}
