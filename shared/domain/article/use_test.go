package article_test

import (
	"testing"
	"time"

	"mesa/shared/domain/article"
)

func TestUsesCountOnce(t *testing.T) {
	monday := time.Date(2026, 11, 23, 23, 0, 0, 0, time.UTC)
	tuesday := monday.Add(2 * time.Hour)
	var uses article.Uses
	var all article.Tally
	for i, c := range []struct {
		use  article.Use
		at   time.Time
		adds article.Tally
	}{
		{article.Seen, monday, article.Tally{Seen: 1}},
		{article.Seen, monday, article.Tally{}},
		{article.Useless, monday, article.Tally{Useless: 1}},
		{article.Useless, tuesday, article.Tally{}},
		{article.Seen, tuesday, article.Tally{Seen: 1}},
		{article.Avoided, tuesday, article.Tally{Avoided: 1, Useful: 1, Useless: -1}},
		{article.Avoided, tuesday, article.Tally{}},
		{article.Useful, tuesday, article.Tally{}},
		{article.Opened, tuesday, article.Tally{Opened: 1}},
		{article.Opened, tuesday, article.Tally{}},
		{article.Useless, tuesday, article.Tally{Useful: -1, Useless: 1}},
		{"otra", tuesday, article.Tally{}},
	} {
		before := uses
		var adds article.Tally
		var counts bool
		uses, adds, counts = uses.Record(c.use, c.at)
		if adds != c.adds || counts != (adds != article.Tally{}) || uses.Version-before.Version != number(counts) {
			t.Errorf("%d, %s: %+v, %t, version %d after %d", i, c.use, adds, counts, uses.Version, before.Version)
		}
		all.Seen, all.Useful, all.Useless = all.Seen+adds.Seen, all.Useful+adds.Useful, all.Useless+adds.Useless
		all.Avoided, all.Opened = all.Avoided+adds.Avoided, all.Opened+adds.Opened
	}
	if want := (article.Tally{Seen: 2, Useless: 1, Avoided: 1, Opened: 1}); all != want {
		t.Errorf("%+v, want %+v", all, want)
	}
}

func number(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func TestUsefulness(t *testing.T) {
	order := article.ByUsefulness([]article.Figures{
		{ID: "nobody", Tally: article.Tally{Seen: 9}},
		{ID: "two of two", Tally: article.Tally{Useful: 2}},
		{ID: "none of two", Tally: article.Tally{Useless: 2, Seen: 2}},
		{ID: "ninety of a hundred", Tally: article.Tally{Useful: 90, Useless: 10}},
		{ID: "half of a hundred", Tally: article.Tally{Useful: 50, Useless: 50}},
	})
	got := ""
	for _, f := range order {
		got += f.ID + ", "
	}
	if want := "ninety of a hundred, half of a hundred, two of two, nobody, none of two, "; got != want {
		t.Errorf("%s want %s", got, want)
	}
	if u := (article.Tally{Useful: 90, Useless: 10}).Usefulness(); u < 0.82 || u > 0.83 {
		t.Errorf("ninety of a hundred: %v", u)
	}
}
