package viewstore_test

import (
	"errors"
	"testing"
	"time"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/adapter/viewstore"
	"mesa/shared/domain/view"
)

func TestRetriedAddViewSucceeds(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		lossy, sent := table.Lossy()
		first := view.View{ID: "1", Name: "Míos", Audience: view.Me, OwnerID: "ana", Query: "{}", Columns: []string{"subject"}, Version: 1, UpdatedAt: time.Unix(1, 0)}
		if err := viewstore.New(lossy).AddView(t.Context(), first); err != nil || *sent != 2 {
			t.Errorf("retry after a lost response (%d calls): %v", *sent, err)
		}
		other := first
		other.Name = "Otros"
		if err := viewstore.New(table.Open()).AddView(t.Context(), other); !errors.Is(err, view.ErrConflict) {
			t.Errorf("another view with the same identifier: %v", err)
		}
	})
}
