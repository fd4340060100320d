package sla_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"mesa/shared/domain/sla"
)

var anyHours = rapid.Custom(func(t *rapid.T) []sla.Hours {
	var hours []sla.Hours
	from := 0
	for range rapid.IntRange(0, 3).Draw(t, "ranges") {
		begin := from + rapid.IntRange(0, 500).Draw(t, "pause")
		end := begin + rapid.IntRange(1, 600).Draw(t, "length")
		if end > 24*60 {
			break
		}
		hours = append(hours, sla.Hours{From: begin, To: end})
		from = end
	}
	return hours
})

var anyDeadlines = rapid.Custom(func(t *rapid.T) *sla.Deadlines {
	calendar := sla.Calendar{
		Zone: rapid.SampledFrom([]string{
			"America/Mexico_City", "America/Tijuana", "America/Ciudad_Juarez", "America/Matamoros", "Europe/Madrid", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo", "UTC",
		}).Draw(t, "zone"),
		OfficialHolidays: rapid.Bool().Draw(t, "official holidays"),
	}
	for day := range calendar.Week {
		calendar.Week[day] = anyHours.Draw(t, "hours")
	}
	calendar.Week[rapid.IntRange(0, 6).Draw(t, "open day")] = []sla.Hours{{From: 30, To: 1410}}
	d, err := sla.New(sla.Policy{Calendar: calendar, WarnAt: rapid.IntRange(0, 100).Draw(t, "warn at")})
	if err != nil {
		t.Fatal(err)
	}
	return d
})

// anyTime generates instants near clock changes and holidays.
var anyTime = rapid.Custom(func(t *rapid.T) time.Time {
	base := rapid.SampledFrom([]time.Time{
		time.Date(2026, 3, 7, 0, 0, 0, 0, time.UTC), time.Date(2026, 3, 28, 0, 0, 0, 0, time.UTC), time.Date(2026, 10, 24, 0, 0, 0, 0, time.UTC),
		time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC), time.Date(2022, 4, 2, 0, 0, 0, 0, time.UTC), time.Date(2018, 11, 3, 0, 0, 0, 0, time.UTC),
		time.Date(2026, 4, 23, 0, 0, 0, 0, time.UTC), time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC),
	}).Draw(t, "around")
	return base.Add(time.Duration(rapid.Int64Range(0, int64(4*24*time.Hour)).Draw(t, "offset")))
})

var anyTarget = rapid.Custom(func(t *rapid.T) sla.Target {
	return sla.Target{Days: rapid.IntRange(1, 15).Draw(t, "days"), Hours: rapid.IntRange(0, 30).Draw(t, "hours"), CalendarDays: rapid.Bool().Draw(t, "calendar days")}
})

var anyPause = rapid.Map(rapid.Int64Range(0, int64(40*time.Hour)), func(n int64) time.Duration { return time.Duration(n) })

func TestDeadlinesAreMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, target, paused := anyDeadlines.Draw(t, "d"), anyTarget.Draw(t, "target"), anyPause.Draw(t, "paused")
		a, b := anyTime.Draw(t, "a"), anyTime.Draw(t, "b")
		if b.Before(a) {
			a, b = b, a
		}
		early, late := d.DueByTarget(target, a, paused), d.DueByTarget(target, b, paused)
		if late.Before(early) && !target.CalendarDays {
			t.Fatalf("opened %v: due %v; opened %v: due %v", a, early, b, late)
		}
		longer := target
		longer.Days++
		if more := d.DueByTarget(longer, a, paused); more.Before(early) {
			t.Fatalf("%d days: %v; one day more: %v", target.Days, early, more)
		}
		if more := d.DueByTarget(target, a, paused+time.Minute); more.Before(early) {
			t.Fatalf("a longer pause makes the deadline earlier: %v, %v", early, more)
		}
		if early.Before(a) {
			t.Fatalf("due %v before it was opened %v", early, a)
		}
	})
}

// TestCalendarDaysAreNearlyMonotone checks that a later start does not lead to an earlier deadline in calendar days, except by
// the one hour that a clock change repeats, because the deadline has the same time of day as the start.
func TestCalendarDaysAreNearlyMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, days := anyDeadlines.Draw(t, "d"), rapid.IntRange(1, 15).Draw(t, "days")
		a, b := anyTime.Draw(t, "a"), anyTime.Draw(t, "b")
		if b.Before(a) {
			a, b = b, a
		}
		target := sla.Target{Days: days, CalendarDays: true}
		if early, late := d.DueByTarget(target, a, 0), d.DueByTarget(target, b, 0); early.Sub(late) > time.Hour {
			t.Fatalf("opened %v: due %v; opened %v: due %v", a, early, b, late)
		}
	})
}

func TestWorkingDayDeadlinesAreWithinHours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at, paused := anyDeadlines.Draw(t, "d"), anyTime.Draw(t, "at"), anyPause.Draw(t, "paused")
		due := d.DueByTarget(sla.Target{Days: rapid.IntRange(1, 15).Draw(t, "days")}, at, paused)
		if !d.IsOpen(due) && !d.IsOpen(due.Add(-time.Nanosecond)) {
			t.Fatalf("due %v, outside working hours", due)
		}
		warn := d.WarningAt(at, due, paused)
		if warn.Before(at) || warn.After(due) {
			t.Fatalf("opened %v, warn %v, due %v", at, warn, due)
		}
		if !d.IsOpen(warn) && !d.IsOpen(warn.Add(-time.Nanosecond)) {
			t.Fatalf("warning at %v, outside working hours", warn)
		}
	})
}

func TestAddAgreesWithWorkingTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at, worked := anyDeadlines.Draw(t, "d"), anyTime.Draw(t, "at"), anyPause.Draw(t, "worked")
		if got := d.WorkingTime(at, d.Add(at, worked)); got != worked {
			t.Fatalf("added %v, WorkingTime returns %v", worked, got)
		}
		middle, end := anyTime.Draw(t, "middle"), anyTime.Draw(t, "end")
		if middle.After(at) && end.After(middle) && d.WorkingTime(at, middle)+d.WorkingTime(middle, end) != d.WorkingTime(at, end) {
			t.Fatalf("%v, %v, %v: the parts do not add up", at, middle, end)
		}
		if got := d.WorkingTime(at, end); got < 0 || got > max(0, end.Sub(at)) {
			t.Fatalf("worked %v from %v to %v", got, at, end)
		}
	})
}

// TestAddIsAdditive checks that adding two working times one after the other equals adding their sum.
func TestAddIsAdditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at := anyDeadlines.Draw(t, "d"), anyTime.Draw(t, "at")
		first, second := anyPause.Draw(t, "one"), anyPause.Draw(t, "other")
		if first == 0 || second == 0 {
			return
		}
		if parts, whole := d.Add(d.Add(at, first), second), d.Add(at, first+second); !parts.Equal(whole) {
			t.Fatalf("%v, then %v from %v: %v; together: %v", first, second, at, parts, whole)
		}
	})
}

// TestPauseDelaysDeadlineByPausedTime checks that a pause delays a deadline by exactly the paused working time, with any
// calendar.
func TestPauseDelaysDeadlineByPausedTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at := anyDeadlines.Draw(t, "d"), anyTime.Draw(t, "at")
		target := sla.Target{Days: rapid.IntRange(0, 10).Draw(t, "days"), Hours: rapid.IntRange(1, 30).Draw(t, "hours")}
		stopped, pause := anyPause.Draw(t, "worked before"), anyPause.Draw(t, "paused")
		from := d.Add(at, stopped)
		paused := d.WorkingTime(from, d.Add(from, pause))
		if later := d.WorkingTime(d.DueByTarget(target, at, 0), d.DueByTarget(target, at, paused)); later != paused {
			t.Fatalf("paused for %v, due %v later", paused, later)
		}
	})
}

// TestAdditionalHoliday checks that an additional holiday makes no deadline earlier, does not move deadlines before
// the holiday, and does not change the time worked before it.
func TestAdditionalHoliday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom([]string{"America/Mexico_City", "America/Tijuana", "UTC"}).Draw(t, "zone")
		before := newDeadlines(t, sla.Policy{Calendar: sla.Calendar{Zone: zone}})
		opened := anyTime.Draw(t, "opened")
		holiday := opened.AddDate(0, 0, rapid.IntRange(1, 20).Draw(t, "in days"))
		year, month, day := holiday.In(parseTime(t, "2026-01-01 00:00", zone).Location()).Date()
		after := newDeadlines(t, sla.Policy{Calendar: sla.Calendar{Zone: zone, Closed: []sla.Closing{{Date: sla.Date{Year: year, Month: month, Day: day}}}}})
		midnight := time.Date(year, month, day, 0, 0, 0, 0, parseTime(t, "2026-01-01 00:00", zone).Location())
		target, paused := anyTarget.Draw(t, "target"), anyPause.Draw(t, "paused")
		if target.CalendarDays {
			paused = 0
		}
		dueBefore, dueAfter := before.DueByTarget(target, opened, paused), after.DueByTarget(target, opened, paused)
		if dueAfter.Before(dueBefore) {
			t.Fatalf("a holiday made the deadline earlier: %v, %v", dueBefore, dueAfter)
		}
		if dueBefore.Before(midnight) && !dueAfter.Equal(dueBefore) {
			t.Fatalf("a holiday on %v moved %v to %v", midnight, dueBefore, dueAfter)
		}
		if before.WorkingTime(opened, midnight) != after.WorkingTime(opened, midnight) {
			t.Fatal("a holiday changed the working time before it")
		}
	})
}
