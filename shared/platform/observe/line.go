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
	Err       error
	Level     slog.Level
}

// metrics declares the numbers of a line as CloudWatch metrics: latency and cost by operation. CloudWatch extracts them from
// the log (embedded metric format).
var metrics = map[string]any{
	"Namespace":  "Mesa",
	"Dimensions": [][]string{{"operation"}},
	"Metrics": []map[string]string{
		{"Name": "ms", "Unit": "Milliseconds"},
		{"Name": "failures", "Unit": "Count"},
		{"Name": "readUnits", "Unit": "Count"},
		{"Name": "writeUnits", "Unit": "Count"},
	},
}

var logger = slog.New(slog.NewJSONHandler(os.Stdout, nil))

// Log writes the log line of a request or an event. The line contains no text that people typed.
func Log(ctx context.Context, l Line) {
	failures := 0
	if l.Level >= slog.LevelError {
		failures = 1
	}
	attributes := []slog.Attr{
		slog.String("operation", l.Operation),
		slog.String("requestId", l.RequestID),
		slog.Float64("ms", float64(l.Duration.Microseconds())/1000),
		slog.Int("failures", failures),
		slog.Int("rounds", l.Cost.Rounds),
		slog.Float64("readUnits", l.Cost.ReadUnits),
		slog.Float64("writeUnits", l.Cost.WriteUnits),
		slog.Any("_aws", map[string]any{"Timestamp": time.Now().UnixMilli(), "CloudWatchMetrics": []any{metrics}}),
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
