package viewstore_test

import (
	"errors"
	"testing"
	"time"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/adapter/viewstore"
	"mesa/shared/domain/view"
)

func TestAViewThatIsSentTwice(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		lossy, sent := table.Lossy()
		one := view.View{ID: "1", Name: "Míos", Audience: view.Me, OwnerID: "ana", Query: "{}", Columns: []string{"subject"}, Version: 1, UpdatedAt: time.Unix(1, 0)}
		if err := viewstore.New(lossy).AddView(t.Context(), one); err != nil || *sent != 2 {
			t.Errorf("stored, the response lost, sent again (%d calls): %v", *sent, err)
		}
		other := one
		other.Name = "Otros"
		if err := viewstore.New(table.Open()).AddView(t.Context(), other); !errors.Is(err, view.ErrConflict) {
			t.Errorf("another one in its place: %v", err)
		}
	})
}
