package store_test

import (
	"errors"
	"io"
	"net/http"
	"testing"
	"time"

	"mesa/shared/store"
	"mesa/shared/store/storetest"
	"mesa/shared/view"
)

// losing is a line on which the answer to the first request is lost after the engine has acted on it.
type losing struct{ lost int }

func (l *losing) Do(r *http.Request) (*http.Response, error) {
	response, err := http.DefaultClient.Do(r)
	if err == nil && l.lost == 0 {
		l.lost++
		_, _ = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
		return nil, io.ErrUnexpectedEOF
	}
	return response, err
}

func TestAWriteWhoseAnswerIsLost(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		line := &losing{}
		reach := table.Reach.Copy()
		reach.HTTPClient = line
		one := view.View{ID: "1", Name: "Míos", Audience: view.Me, OwnerID: "ana", Query: "{}", Columns: []string{"subject"}, Version: 1, UpdatedAt: time.Unix(1, 0)}
		if err := store.Open(reach, table.Name).AddView(t.Context(), one); err != nil || line.lost != 1 {
			t.Errorf("kept, answer lost (%d), sent again: %v", line.lost, err)
		}
		other := one
		other.Name = "Otros"
		if err := table.AddView(t.Context(), other); !errors.Is(err, view.ErrTaken) {
			t.Errorf("another one in its place: %v", err)
		}
	})
}
