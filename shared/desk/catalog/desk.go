// Package catalog serves what the desk is made of: settings, topics, entities, departments, agents.
package catalog

import (
	"context"

	"mesa/shared/domain/settings"
)

// Desk reads what the desk is made of.
type Desk interface {
	// Desk returns it as it is, or was some seconds ago. It is shared: not to be changed.
	Desk(ctx context.Context) (settings.Desk, error)
}
