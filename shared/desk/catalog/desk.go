// Package catalog has the use cases of the parts of the desk: settings, topics, entities, departments, organizations, agents.
package catalog

import (
	"context"

	"mesa/shared/domain/settings"
)

// Desk reads the settings.
type Desk interface {
	// Desk returns the settings from a cache of a few seconds. The value is shared: callers must not change it.
	Desk(ctx context.Context) (settings.Desk, error)
}
