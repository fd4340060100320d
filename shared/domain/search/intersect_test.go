package search_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/search"
)

func TestIntersect(t *testing.T) {
	for _, c := range []struct {
		name  string
		lists []search.Postings
		want  search.Step
	}{
		{"no lists", nil, search.Step{}},
		{"one list", []search.Postings{{Numbers: []int64{9, 7}, LastRead: 7}}, search.Step{Candidates: []search.Candidate{{Number: 9}, {Number: 7}}, Next: 7}},
		{"one list, its last posting does not match", []search.Postings{{Numbers: []int64{9}, LastRead: 3}}, search.Step{Candidates: []search.Candidate{{Number: 9}}, Next: 3}},
		{
			"a rare word skips postings of a common word",
			[]search.Postings{{Numbers: []int64{100, 99, 98}, LastRead: 98}, {Numbers: []int64{99, 50, 2}, Exhausted: true}},
			search.Step{Candidates: []search.Candidate{{Number: 99}, {Number: 50, Unverified: []int{0}}, {Number: 2, Unverified: []int{0}}}},
		},
		{
			"both lists continue",
			[]search.Postings{{Numbers: []int64{100, 99, 98}, LastRead: 98}, {Numbers: []int64{100, 50}, LastRead: 40}},
			search.Step{Candidates: []search.Candidate{{Number: 100}, {Number: 50, Unverified: []int{0}}}, Next: 40},
		},
		{"a word without postings", []search.Postings{{Numbers: []int64{3, 2}, LastRead: 2}, {Exhausted: true}}, search.Step{}},
	} {
		if diff := cmp.Diff(c.want, search.Intersect(c.lists)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestPagingFindsExactlyTheIntersection checks that paging returns each ticket that is in all lists exactly once, newest first,
// and that the cost per page is limited.
func TestPagingFindsExactlyTheIntersection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 6).Draw(t, "page size")
		limit := rapid.IntRange(1, 6).Draw(t, "limit")
		all := rapid.SliceOfN(rapid.SliceOfDistinct(rapid.Int64Range(1, 60), rapid.ID[int64]), 1, 4).Draw(t, "postings")
		for _, list := range all {
			slices.Sort(list)
			slices.Reverse(list)
		}
		var want []int64
		for _, number := range all[0] {
			if !slices.ContainsFunc(all[1:], func(list []int64) bool { return !slices.Contains(list, number) }) {
				want = append(want, number)
			}
		}
		var got []int64
		for position, pages := int64(1000), 0; ; pages++ {
			var lists []search.Postings
			var clauses []search.Clause
			for i, list := range all {
				lists = append(lists, page(list, position, size))
				clauses = append(clauses, search.Clause{Key: string(rune('a' + i))})
			}
			step := search.Intersect(lists)
			read := step.Unverified(clauses)
			if len(step.Candidates) > size || len(read) > size*(len(all)-1) {
				t.Fatalf("a page costs %d candidates, %d postings", len(step.Candidates), len(read))
			}
			matches, next := step.Page(limit, func(candidate search.Candidate, clause int) bool {
				if !slices.Contains(read, search.Posting{Scope: "r:ana", Term: clauses[clause].Key, Number: candidate.Number}) {
					t.Fatalf("the posting of %d in list %d was not read", candidate.Number, clause)
				}
				return slices.Contains(all[clause], candidate.Number)
			})
			if len(matches) > limit {
				t.Fatalf("%d matches", len(matches))
			}
			got = append(got, matches...)
			if next == 0 {
				break
			}
			if next >= position || pages > 200 {
				t.Fatalf("no progress: from %d to %d", position, next)
			}
			position = next
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("want (-), got (+): %s", diff)
		}
	})
}

func page(list []int64, below int64, size int) search.Postings {
	l := search.Postings{Scopes: map[int64]string{}}
	for _, number := range list {
		if number >= below {
			continue
		}
		if len(l.Numbers) == size {
			l.LastRead = l.Numbers[size-1]
			return l
		}
		l.Numbers = append(l.Numbers, number)
		l.Scopes[number] = "r:ana"
	}
	l.Exhausted = true
	return l
}

func TestKeepAbove(t *testing.T) {
	step := search.Step{Candidates: []search.Candidate{{Number: 30}, {Number: 20}, {Number: 10}}, Next: 9}
	if got := step.KeepAbove(15); len(got.Candidates) != 2 || got.Next != 0 {
		t.Errorf("%+v", got)
	}
	if got := step.KeepAbove(3); len(got.Candidates) != 3 || got.Next != 9 {
		t.Errorf("%+v", got)
	}
	if got := step.KeepAbove(9); len(got.Candidates) != 3 || got.Next != 0 {
		t.Errorf("%+v", got)
	}
}
