package observe

import (
	"context"
	"log/slog"
	"os"
	"time"
)

// Line holds the values of the log line of one request or event.
type Line struct {
	Operation string
	RequestID string
	Method    string
	Status    int
	Person    string
	Duration  time.Duration
	Cost      Cost
	// Backlog is the number of tasks that the run of a schedule found but did not start. It is nil for other operations.
	Backlog *int
	Err     error
	Level   slog.Level
}

// backlogMetric declares the backlog as a CloudWatch metric, which CloudWatch extracts from the log (embedded metric format). The
// other numbers of a line are not metrics: each metric of each operation costs as much as all requests of a small desk. CloudWatch
// Logs Insights computes them from the log.
var backlogMetric = map[string]any{
	"Namespace":  "Mesa",
	"Dimensions": [][]string{{"function"}},
	"Metrics":    []map[string]string{{"Name": "backlog", "Unit": "Count"}},
}

var logger = slog.New(slog.NewJSONHandler(os.Stdout, nil))

// Log writes the log line of a request or an event. The line contains no text that people typed.
func Log(ctx context.Context, l Line) {
	attributes := []slog.Attr{
		slog.String("operation", l.Operation),
		slog.String("requestId", l.RequestID),
		slog.Float64("ms", float64(l.Duration.Microseconds())/1000),
		slog.Int("rounds", l.Cost.Rounds),
		slog.Float64("readUnits", l.Cost.ReadUnits),
		slog.Float64("writeUnits", l.Cost.WriteUnits),
	}
	if l.Backlog != nil {
		attributes = append(attributes, slog.Int("backlog", *l.Backlog), slog.String("function", os.Getenv("AWS_LAMBDA_FUNCTION_NAME")),
			slog.Any("_aws", map[string]any{"Timestamp": time.Now().UnixMilli(), "CloudWatchMetrics": []any{backlogMetric}}))
	}
	if l.Method != "" {
		attributes = append(attributes, slog.String("method", l.Method), slog.Int("status", l.Status))
	}
	if l.Person != "" {
		attributes = append(attributes, slog.String("person", l.Person))
	}
	if l.Err != nil {
		attributes = append(attributes, slog.String("error", l.Err.Error()))
	}
	logger.LogAttrs(ctx, l.Level, l.Operation, attributes...)
}
