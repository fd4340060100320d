package search

// Postings is a page of the postings of one clause: the numbers of the matching tickets, newest first.
type Postings struct {
	Numbers []int64
	// LastRead is the ticket number of the last posting that was read, whether it matches or not. It is undefined if Exhausted
	// is true.
	LastRead int64
	// Exhausted reports that no posting follows this page.
	Exhausted bool
}

// covers reports whether a ticket's number is in the range that was read. If it is, the page shows whether the ticket matches
// the clause.
func (l Postings) covers(number int64) bool { return l.Exhausted || number >= l.LastRead }

// Candidate is a ticket that may match all clauses. Unverified holds the indexes of the clauses whose pages end before the
// ticket. For these the ticket's Document must be checked.
type Candidate struct {
	Number     int64
	Unverified []int
}

// Step is a page of a search: its candidates and the position of the next page.
type Step struct {
	Candidates []Candidate // newest first, at most the postings of one page
	// Next is the number below which the search continues. It is 0 at the end of the search.
	Next int64
}

// Intersect returns the candidates of a search page, given one page of postings for each clause. All pages must start at the
// same position. The page of postings that extends to the lowest number contains every match in its range, so its postings are
// the candidates. A step therefore reads one page of each list and at most one page of documents, regardless of the number of
// tickets. If one word is rare, most postings of a common word are skipped.
func Intersect(lists []Postings) Step {
	if len(lists) == 0 {
		return Step{}
	}
	furthest := lists[0]
	for _, list := range lists[1:] {
		if readsFurther(list, furthest) {
			furthest = list
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
	if !furthest.Exhausted {
		step.Next = furthest.LastRead
	}
	for _, number := range furthest.Numbers {
		candidate, possible := Candidate{Number: number}, true
		for i, list := range lists {
			switch {
			case members[i][number]:
			case list.covers(number):
				possible = false
			default:
				candidate.Unverified = append(candidate.Unverified, i)
			}
		}
		if possible {
			step.Candidates = append(step.Candidates, candidate)
		}
	}
	return step
}

// KeepAbove removes the candidates whose numbers are not above the given number, at which the search ends.
func (s Step) KeepAbove(number int64) Step {
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

func readsFurther(a, b Postings) bool {
	switch {
	case a.Exhausted && b.Exhausted:
		return len(a.Numbers) < len(b.Numbers)
	case a.Exhausted || b.Exhausted:
		return a.Exhausted
	default:
		return a.LastRead < b.LastRead
	}
}

// UnverifiedNumbers returns the first numbers, at most limit, whose documents must be read before Page. Later documents may not
// be needed.
func (s Step) UnverifiedNumbers(limit int) []int64 {
	var numbers []int64
	for _, candidate := range s.Candidates {
		if len(candidate.Unverified) > 0 && len(numbers) < limit {
			numbers = append(numbers, candidate.Number)
		}
	}
	return numbers
}

// Page returns the first matches, at most limit, and the number below which the next page begins, or 0 if there is no next
// page. The function matchesClause reports whether a ticket matches the clause with an index (see Document.Matches), and
// whether the result is known. The page ends before the first candidate for which it is not known.
func (s Step) Page(limit int, matchesClause func(number int64, clause int) (matches, known bool)) (matches []int64, next int64) {
	below := s.Next
	before := int64(0) // number of the previous candidate
	for _, candidate := range s.Candidates {
		if len(matches) == limit {
			return matches, before
		}
		all := true
		for _, clause := range candidate.Unverified {
			ok, known := matchesClause(candidate.Number, clause)
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
