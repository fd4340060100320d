// Package zone loads time zones by IANA name. The zone database is compiled into the binary (0.1 MB zipped, read on first
// use), because Lambda's provided.al2023 image does not promise zone files.
package zone

import (
	"errors"
	"fmt"
	"sync"
	"time"
	_ "time/tzdata" // see the package comment
)

// Default is the zone of a desk that has not set one.
const Default = "UTC"

// ErrUnknown reports a name that the zone database does not have.
var ErrUnknown = errors.New("unknown time zone")

var loaded sync.Map // name → *time.Location

// Load returns the zone of an IANA name; the empty name is Default. "Local" is refused, because it depends on the machine.
// The error wraps ErrUnknown.
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

// First returns the first of the named zones that is set and known, or UTC: a person's own zone, then the desk's (C4). It
// never fails, so that an unusable stored preference cannot keep a date from being shown.
func First(names ...string) *time.Location {
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
