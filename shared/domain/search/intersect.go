package search

import "slices"

// Postings is a page of the postings of one clause: the numbers of the matching tickets, newest first.
type Postings struct {
	Numbers []int64
	// Scopes maps each number to a scope that has its posting.
	Scopes map[int64]string
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
// ticket. For these the ticket's postings in Scope must be checked.
type Candidate struct {
	Number     int64
	Scope      string
	Unverified []int
}

// Step is a page of a search: its candidates and the position of the next page.
type Step struct {
	Candidates []Candidate // newest first; at most as many as there are postings in a page
	// Next is the number below which the search continues. It is 0 at the end of the search.
	Next int64
}

// Intersect returns the candidates of a search page, given one page of postings for each clause. All pages must start at the
// same position. The page of postings that extends to the lowest number contains every match in its range, so its postings are
// the candidates. A step therefore reads one page of each list and the postings of at most one page of candidates, regardless
// of the number of tickets. If one word is rare, most postings of a common word are skipped.
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
		candidate, possible := Candidate{Number: number, Scope: furthest.Scopes[number]}, true
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

// Unverified returns the postings that must be read before Page: for each candidate those of its unverified clauses. clauses
// holds the clauses that are checked by postings; they precede all other clauses.
func (s Step) Unverified(clauses []Clause) []Posting {
	var postings []Posting
	for _, candidate := range s.Candidates {
		for _, i := range candidate.Unverified {
			if i >= len(clauses) {
				continue
			}
			for _, term := range clauses[i].Terms() {
				postings = append(postings, Posting{candidate.Scope, term, candidate.Number})
			}
		}
	}
	return postings
}

// Page returns the first matches, at most limit, and the number below which the next page begins, or 0 if there is no next
// page. The function matchesClause reports whether a candidate matches the clause with an index.
func (s Step) Page(limit int, matchesClause func(candidate Candidate, clause int) bool) (matches []int64, next int64) {
	below := s.Next
	before := int64(0) // number of the previous candidate
	for _, candidate := range s.Candidates {
		if len(matches) == limit {
			return matches, before
		}
		if !slices.ContainsFunc(candidate.Unverified, func(clause int) bool { return !matchesClause(candidate, clause) }) {
			matches = append(matches, candidate.Number)
		}
		before = candidate.Number
	}
	return matches, below
}
