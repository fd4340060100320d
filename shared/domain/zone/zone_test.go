package zone_test

import (
	"errors"
	"testing"
	"time"

	"mesa/shared/domain/zone"
)

func TestLoad(t *testing.T) {
	t.Setenv("ZONEINFO", "/nonexistent")
	for name, want := range map[string]string{
		"":                "UTC",
		"America/Tijuana": "America/Tijuana",
		"Europe/Madrid":   "Europe/Madrid",
		"UTC":             "UTC",
	} {
		got, err := zone.Load(name)
		if err != nil || got.String() != want {
			t.Errorf("Load(%q) = %v, %v", name, got, err)
		}
	}
	for _, name := range []string{"Local", "America/Atlantis", "../etc/passwd", "/etc/localtime"} {
		if _, err := zone.Load(name); !errors.Is(err, zone.ErrUnknown) {
			t.Errorf("Load(%q): %v", name, err)
		}
		if got := zone.FirstKnown(name, "", "Europe/Madrid"); got.String() != "Europe/Madrid" {
			t.Errorf("FirstKnown(%q, …) = %v", name, got)
		}
		if got := zone.FirstKnown(name); got != time.UTC {
			t.Errorf("FirstKnown(%q) = %v", name, got)
		}
	}
}

// TestMexicoHasNoDaylightSavingSince2022 checks that the zone database is recent. Mexico ended daylight saving time in October
// 2022, so with an old database every summer date would be shown an hour late.
func TestMexicoHasNoDaylightSavingSince2022(t *testing.T) {
	mexico := zone.FirstKnown("America/Mexico_City")
	for year, offset := range map[int]int{2022: -5, 2023: -6, 2026: -6} {
		_, got := time.Date(year, 7, 1, 12, 0, 0, 0, mexico).Zone()
		if got != offset*3600 {
			t.Errorf("%d: offset %d h", year, got/3600)
		}
	}
}
