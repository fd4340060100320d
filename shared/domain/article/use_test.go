package article_test

import (
	"testing"
	"time"

	"mesa/shared/domain/article"
)

func TestRepeatedUsesCountOnce(t *testing.T) {
	monday := time.Date(2026, 11, 23, 23, 0, 0, 0, time.UTC)
	tuesday := monday.Add(2 * time.Hour)
	var uses article.Uses
	var all article.Tally
	for i, c := range []struct {
		use   article.Use
		at    time.Time
		added article.Tally
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
		var added article.Tally
		var counted bool
		uses, added, counted = uses.Record(c.use, c.at)
		if added != c.added || counted != (added != article.Tally{}) || uses.Version-before.Version != toInt(counted) {
			t.Errorf("%d, %s: %+v, %t, version %d after %d", i, c.use, added, counted, uses.Version, before.Version)
		}
		all.Seen, all.Useful, all.Useless = all.Seen+added.Seen, all.Useful+added.Useful, all.Useless+added.Useless
		all.Avoided, all.Opened = all.Avoided+added.Avoided, all.Opened+added.Opened
	}
	if want := (article.Tally{Seen: 2, Useless: 1, Avoided: 1, Opened: 1}); all != want {
		t.Errorf("%+v, want %+v", all, want)
	}
}

func toInt(b bool) int64 {
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
		t.Errorf("90 of 100 answers: %v", u)
	}
}
