package httpapi

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"mesa/shared/edge/invocation"
	"mesa/shared/platform/observe"
)

// record collects data for the log line, and gives use cases access to the response's headers.
type record struct {
	status int
	person string
	err    error
	header http.Header
}

type recordKey struct{}

// logged writes one log line for each request.
func logged(e Endpoint, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		entry := &record{status: http.StatusOK, header: w.Header()}
		ctx, meter := observe.WithMeter(context.WithValue(r.Context(), recordKey{}, entry))
		w.Header().Set("X-Content-Type-Options", "nosniff")
		// Responses are personal, including refusals, so no cache may store them.
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(&statusWriter{ResponseWriter: w, record: entry}, r.WithContext(ctx))
		observe.Log(ctx, observe.Line{
			Operation: e.Name, RequestID: invocation.RequestID(ctx), Method: r.Method, Status: entry.status, Person: entry.person,
			Duration: time.Since(started), Cost: meter.Cost(), Err: entry.err, Level: levelOf(entry),
		})
	})
}

// levelOf returns the level of a log line. Client errors (4xx) are logged as information.
func levelOf(entry *record) slog.Level {
	if entry.status >= http.StatusInternalServerError {
		return slog.LevelError
	}
	return slog.LevelInfo
}

// recordError records an error for the log line.
func recordError(r *http.Request, err error) { recordOf(r.Context()).err = err }

// recordOf returns the record of the request. Without logged it returns a new record that is discarded.
func recordOf(ctx context.Context) *record {
	if entry, ok := ctx.Value(recordKey{}).(*record); ok {
		return entry
	}
	return &record{header: http.Header{}}
}

type statusWriter struct {
	http.ResponseWriter
	record *record
}

func (w *statusWriter) WriteHeader(status int) {
	w.record.status = status
	w.ResponseWriter.WriteHeader(status)
}
