package search

// List is a page of the postings of one clause, newest first: the numbers of the matching tickets.
type List struct {
	Numbers []int64
	// Reached is the number of the last posting read, matching or not. It is undefined if Exhausted.
	Reached int64
	// Exhausted reports that no posting follows the page.
	Exhausted bool
}

// knows reports whether the page decides if a number matches: whether the number is in the range read.
func (l List) knows(number int64) bool { return l.Exhausted || number >= l.Reached }

// Candidate is a ticket that may match all clauses. Unproven are the indexes of the clauses whose pages end before it, so that
// the ticket's Document must be checked.
type Candidate struct {
	Number   int64
	Unproven []int
}

// Step is a page of a search: the candidates, and where the next page begins.
type Step struct {
	Candidates []Candidate // newest first, at most the postings of one page
	// Next is the number below which to continue; 0 at the end of the search.
	Next int64
}

// Intersect returns the candidates of one page of each clause's postings, all read from the same position. The list that reaches
// farthest back contains every match in its range, so its postings are the candidates. A step therefore reads one page of each
// list and at most a page of documents, however many tickets there are, and a rare word skips most postings of a common one.
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

// Above keeps the candidates whose numbers are above a number, at which the search ends.
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

// Unproven returns the first numbers, at most limit, whose documents must be read before Settle. Later ones may not be needed.
func (s Step) Unproven(limit int) []int64 {
	var numbers []int64
	for _, candidate := range s.Candidates {
		if len(candidate.Unproven) > 0 && len(numbers) < limit {
			numbers = append(numbers, candidate.Number)
		}
	}
	return numbers
}

// Settle returns the first matches, at most limit, and the number below which the next page begins; 0 if there is none. holds
// reports whether a ticket matches the clause of an index (Document.Matches), and whether that is known. The page ends before
// the first candidate for which it is not.
func (s Step) Settle(limit int, holds func(number int64, clause int) (holds, known bool)) (matches []int64, next int64) {
	below := s.Next
	before := int64(0) // the previous candidate
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
