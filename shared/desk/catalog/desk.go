// Package catalog implements the use cases of the settings and parts of the desk: topics, entities, departments, organizations
// and agents.
package catalog

import (
	"context"

	"mesa/shared/domain/settings"
)

// Desk reads the settings.
type Desk interface {
	// Desk returns the settings from a cache of a few seconds. Callers share the value and must not change it.
	Desk(ctx context.Context) (settings.Desk, error)
}
