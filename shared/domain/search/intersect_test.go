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
		lists []search.List
		want  search.Step
	}{
		{"nothing to read", nil, search.Step{}},
		{"one list", []search.List{{Numbers: []int64{9, 7}, Reached: 7}}, search.Step{Candidates: []search.Candidate{{Number: 9}, {Number: 7}}, Next: 7}},
		{"one list, some refused", []search.List{{Numbers: []int64{9}, Reached: 3}}, search.Step{Candidates: []search.Candidate{{Number: 9}}, Next: 3}},
		{
			"a rare word passes over a common one",
			[]search.List{{Numbers: []int64{100, 99, 98}, Reached: 98}, {Numbers: []int64{99, 50, 2}, Exhausted: true}},
			search.Step{Candidates: []search.Candidate{{Number: 99}, {Number: 50, Unproven: []int{0}}, {Number: 2, Unproven: []int{0}}}},
		},
		{
			"both go on",
			[]search.List{{Numbers: []int64{100, 99, 98}, Reached: 98}, {Numbers: []int64{100, 50}, Reached: 40}},
			search.Step{Candidates: []search.Candidate{{Number: 100}, {Number: 50, Unproven: []int{0}}}, Next: 40},
		},
		{"a word that nobody used", []search.List{{Numbers: []int64{3, 2}, Reached: 2}, {Exhausted: true}}, search.Step{}},
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
		budget := rapid.IntRange(1, 6).Draw(t, "documents a page")
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
			var lists []search.List
			for _, list := range all {
				lists = append(lists, page(list, position, size))
			}
			step := search.Intersect(lists)
			read := step.Unproven(budget)
			if len(step.Candidates) > size || len(read) > budget {
				t.Fatalf("a page costs %d candidates, %d documents", len(step.Candidates), len(read))
			}
			matches, next := step.Settle(limit, func(number int64, clause int) (bool, bool) {
				return slices.Contains(all[clause], number), slices.Contains(read, number)
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

func page(list []int64, below int64, size int) search.List {
	var l search.List
	for _, number := range list {
		if number >= below {
			continue
		}
		if len(l.Numbers) == size {
			l.Reached = l.Numbers[size-1]
			return l
		}
		l.Numbers = append(l.Numbers, number)
	}
	l.Exhausted = true
	return l
}

func TestAbove(t *testing.T) {
	step := search.Step{Candidates: []search.Candidate{{Number: 30}, {Number: 20}, {Number: 10}}, Next: 9}
	if got := step.Above(15); len(got.Candidates) != 2 || got.Next != 0 {
		t.Errorf("%+v", got)
	}
	if got := step.Above(3); len(got.Candidates) != 3 || got.Next != 9 {
		t.Errorf("%+v", got)
	}
	if got := step.Above(9); len(got.Candidates) != 3 || got.Next != 0 {
		t.Errorf("%+v", got)
	}
}
