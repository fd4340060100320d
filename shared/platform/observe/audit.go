package observe

import (
	"context"
	"log/slog"

	"mesa/shared/domain/audit"
)

// LogAudit writes the log line of an audit event. It contains the names of the changed attributes, but not their values, because
// people typed them (P7); the item with the same id has the values.
func LogAudit(ctx context.Context, e audit.Event) {
	changed := make([]string, 0, len(e.Changes))
	for _, change := range e.Changes {
		changed = append(changed, change.Field)
	}
	logger.LogAttrs(ctx, slog.LevelInfo, "audit",
		slog.String("audit", e.ID), slog.Time("at", e.At), slog.String("kind", string(e.Kind)), slog.String("outcome", string(e.Outcome)),
		slog.String("actor", e.ActorID), slog.String("address", e.Address), slog.String("person", e.PersonID), slog.String("object", e.Object),
		slog.Any("changed", changed),
	)
}
