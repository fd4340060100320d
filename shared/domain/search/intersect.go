package search

// List is a page of postings of one clause, newest first: the numbers of the
// tickets that have the term and that the clause accepts.
type List struct {
	Numbers []int64
	// Reached is the number of the last posting read, accepted or not; of no
	// meaning when Exhausted.
	Reached int64
	// Exhausted tells that no posting follows the page.
	Exhausted bool
}

// knows tells whether the page decides about a number: it lies in its window.
func (l List) knows(number int64) bool { return l.Exhausted || number >= l.Reached }

// Candidate is a ticket that may fulfil all clauses. Unproven are the indexes
// of the clauses whose pages end before it; ask the ticket's Document.
type Candidate struct {
	Number   int64
	Unproven []int
}

// Step is one page of a search: what may match, and from where to go on.
type Step struct {
	Candidates []Candidate // newest first, at most the postings of one page
	// Next is the number to read on below; 0 when the search is done.
	Next int64
}

// Intersect finds what a page each of the clauses' postings says, all read
// from the same position. The list that reaches back farthest holds every match
// in its window, so its postings are the candidates: one step costs a page of
// each list and at most a page of documents, however many tickets there are,
// and a rare word passes over all that a common one would have to be read for.
func Intersect(lists []List) Step {
	if len(lists) == 0 {
		return Step{}
	}
	farthest := lists[0]
	for _, list := range lists[1:] {
		if reachesFarther(list, farthest) {
			farthest = list
		}
	}
	members := make([]map[int64]bool, len(lists))
	for i, list := range lists {
		members[i] = make(map[int64]bool, len(list.Numbers))
		for _, number := range list.Numbers {
			members[i][number] = true
		}
	}
	var step Step
	if !farthest.Exhausted {
		step.Next = farthest.Reached
	}
	for _, number := range farthest.Numbers {
		candidate, possible := Candidate{Number: number}, true
		for i, list := range lists {
			switch {
			case members[i][number]:
			case list.knows(number):
				possible = false
			default:
				candidate.Unproven = append(candidate.Unproven, i)
			}
		}
		if possible {
			step.Candidates = append(step.Candidates, candidate)
		}
	}
	return step
}

// Above leaves the candidates whose numbers are above one; the search ends there.
func (s Step) Above(number int64) Step {
	if s.Next <= number {
		s.Next = 0
	}
	for i, candidate := range s.Candidates {
		if candidate.Number <= number {
			s.Candidates, s.Next = s.Candidates[:i], 0
			break
		}
	}
	return s
}

func reachesFarther(a, b List) bool {
	switch {
	case a.Exhausted && b.Exhausted:
		return len(a.Numbers) < len(b.Numbers)
	case a.Exhausted || b.Exhausted:
		return a.Exhausted
	default:
		return a.Reached < b.Reached
	}
}

// Unproven are the numbers whose documents have to be read before Settle, at
// most limit candidates from the start: later ones may not be needed.
func (s Step) Unproven(limit int) []int64 {
	var ask []int64
	for _, candidate := range s.Candidates {
		if len(candidate.Unproven) > 0 && len(ask) < limit {
			ask = append(ask, candidate.Number)
		}
	}
	return ask
}

// Settle takes the first matches, at most limit, and says where the next page
// goes on below; 0 when there is none. holds answers for a clause's index
// whether the ticket fulfils it (Document.Matches), and whether that is known:
// the page ends before the first candidate of which it isn't.
func (s Step) Settle(limit int, holds func(number int64, clause int) (holds, known bool)) (matches []int64, next int64) {
	below := s.Next
	before := int64(0) // the candidate before the present one
	for _, candidate := range s.Candidates {
		if len(matches) == limit {
			return matches, before
		}
		all := true
		for _, clause := range candidate.Unproven {
			ok, known := holds(candidate.Number, clause)
			if !known {
				return matches, candidate.Number + 1
			}
			all = all && ok
		}
		if all {
			matches = append(matches, candidate.Number)
		}
		before = candidate.Number
	}
	return matches, below
}
