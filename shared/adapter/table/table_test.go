package table_test

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"mesa/shared/adapter/store"
	"mesa/shared/adapter/store/storetest"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/view"
)

// losing loses the answer to the first call, after the engine has acted on it.
func losing(lost *int) func(*middleware.Stack) error {
	return func(calls *middleware.Stack) error {
		return calls.Deserialize.Add(middleware.DeserializeMiddlewareFunc("losing", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			out, about, err := next.HandleDeserialize(ctx, in)
			if *lost++; *lost == 1 && err == nil {
				err = &smithyhttp.RequestSendError{Err: io.ErrUnexpectedEOF}
			}
			return out, about, err
		}), middleware.Before)
	}
}

func TestDeadlinesWhoseAnswerIsLost(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		calls := 0
		reach := table.Reach.Copy()
		reach.APIOptions = append(reach.APIOptions, losing(&calls))
		wanted := settings.Default()
		if version, err := store.Open(reach, table.Name).SaveDeadlines(t.Context(), wanted); err != nil || version != 1 || calls != 2 {
			t.Errorf("kept, its answer lost, sent again (%d calls): version %d, %v", calls, version, err)
		}
		wanted.ReopenDays++
		if _, err := table.SaveDeadlines(t.Context(), wanted); !fault.Is(err, fault.Stale) {
			t.Errorf("others on the same version: %v", err)
		}
	})
}

func TestAnActWhoseAnswerIsLostCountsOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		calls := 0
		reach := table.Reach.Copy()
		reach.APIOptions = append(reach.APIOptions, losing(&calls))
		if n, err := store.Open(reach, table.Name).Count(t.Context(), limit.FailedSignIns, "203.0.113.7", time.Unix(1, 0)); err != nil || n != 1 || calls != 2 {
			t.Errorf("counted, its answer lost, sent again (%d calls): %d, %v", calls, n, err)
		}
	})
}

func TestAWriteWhoseAnswerIsLost(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		calls := 0
		reach := table.Reach.Copy()
		reach.APIOptions = append(reach.APIOptions, losing(&calls))
		one := view.View{ID: "1", Name: "Míos", Audience: view.Me, OwnerID: "ana", Query: "{}", Columns: []string{"subject"}, Version: 1, UpdatedAt: time.Unix(1, 0)}
		if err := store.Open(reach, table.Name).AddView(t.Context(), one); err != nil || calls != 2 {
			t.Errorf("kept, its answer lost, sent again (%d calls): %v", calls, err)
		}
		other := one
		other.Name = "Otros"
		if err := table.AddView(t.Context(), other); !errors.Is(err, view.ErrTaken) {
			t.Errorf("another one in its place: %v", err)
		}
	})
}
