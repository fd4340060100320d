// Package zone loads time zones by IANA name. The zone database is compiled into the binary, because Lambda's image
// provided.al2023 does not guarantee zone files. It adds 0.1 MB to the zipped binary, and is read on first use.
package zone

import (
	"errors"
	"fmt"
	"sync"
	"time"
	_ "time/tzdata" // see the package comment
)

// Default is the time zone of a desk whose settings have no time zone.
const Default = "UTC"

// ErrUnknown reports a name that is not in the zone database.
var ErrUnknown = errors.New("unknown time zone")

var loaded sync.Map // maps names to *time.Location

// Load returns the time zone with an IANA name. The empty name means Default. "Local" is refused, because it depends on the
// machine. Errors wrap ErrUnknown.
func Load(name string) (*time.Location, error) {
	if name == "" {
		name = Default
	}
	if known, ok := loaded.Load(name); ok {
		return known.(*time.Location), nil
	}
	if name == "Local" {
		return nil, fmt.Errorf("%q: %w", name, ErrUnknown)
	}
	found, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", name, ErrUnknown)
	}
	loaded.Store(name, found)
	return found, nil
}

// FirstKnown returns the first of the named time zones that is not empty and is known, such as a person's own zone and then the
// desk's zone (C4). If no zone is known, it returns UTC. It never fails, so that a date can be shown even if a stored
// preference is invalid.
func FirstKnown(names ...string) *time.Location {
	for _, name := range names {
		if name == "" {
			continue
		}
		if found, err := Load(name); err == nil {
			return found
		}
	}
	return time.UTC
}
