// Package catalog implements the use cases of the settings and parts of the desk: topics, entities, departments, organizations
// and agents.
package catalog

import (
	"context"

	"mesa/shared/domain/settings"
)

// Settings reads the settings.
type Settings interface {
	// Configuration returns the settings from a cache of a few seconds. Callers share the value and must not change it.
	Configuration(ctx context.Context) (settings.Configuration, error)
}
