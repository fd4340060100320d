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
		"":                "America/Mexico_City",
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
		if got := zone.OrDefault(name); got.String() != zone.Default {
			t.Errorf("OrDefault(%q) = %v", name, got)
		}
	}
}

// Mexico gave up daylight saving at the end of October 2022; an old database
// would show every summer date an hour late.
func TestMexicoHasNoDaylightSavingSince2022(t *testing.T) {
	mexico := zone.OrDefault("")
	for year, offset := range map[int]int{2022: -5, 2023: -6, 2026: -6} {
		_, got := time.Date(year, 7, 1, 12, 0, 0, 0, mexico).Zone()
		if got != offset*3600 {
			t.Errorf("%d: offset %d h", year, got/3600)
		}
	}
}
