package httpapi

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambdacontext"

	"mesa/shared/platform/observe"
)

// record is what the log line of a request says; the handlers inside fill it.
type record struct {
	status int
	person string
	err    error
	header http.Header
}

type recordKey struct{}

// logged writes one line a request: what was asked, by whom, how it went, what it cost.
func logged(e Endpoint, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		told := &record{status: http.StatusOK, header: w.Header()}
		ctx, meter := observe.Meters(context.WithValue(r.Context(), recordKey{}, told))
		w.Header().Set("X-Content-Type-Options", "nosniff")
		// What a person reads, or is refused, is theirs alone: nothing between here and the browser may keep it.
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(&statusWriter{ResponseWriter: w, told: told}, r.WithContext(ctx))
		observe.Request(ctx, observe.Line{
			Operation: e.Name, RequestID: requestID(ctx), Method: r.Method, Status: told.status, Person: told.person,
			Duration: time.Since(started), Cost: meter.Cost(), Err: told.err, Level: levelOf(told),
		})
	})
}

// levelOf: what the caller did wrong is no error of ours.
func levelOf(told *record) slog.Level {
	if told.status >= http.StatusInternalServerError {
		return slog.LevelError
	}
	return slog.LevelInfo
}

// failed notes a failure for the log line.
func failed(r *http.Request, err error) { recordOf(r.Context()).err = err }

// recordOf returns the request's record; one that nobody reads outside of logged.
func recordOf(ctx context.Context) *record {
	if told, ok := ctx.Value(recordKey{}).(*record); ok {
		return told
	}
	return &record{header: http.Header{}}
}

func requestID(ctx context.Context) string {
	if invocation, ok := lambdacontext.FromContext(ctx); ok {
		return invocation.AwsRequestID
	}
	return ""
}

type statusWriter struct {
	http.ResponseWriter
	told *record
}

func (w *statusWriter) WriteHeader(status int) {
	w.told.status = status
	w.ResponseWriter.WriteHeader(status)
}
