package running

import (
	"net/http"
	"testing"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
)

// NewTicket returns the request body of a ticket of the demo.
func NewTicket(subject string) map[string]any {
	return map[string]any{"topicId": "sipot", "subject": subject, "detail": "<p>Favor de revisar el formato</p>", "entity": "FEDERACION"}
}

// CreateTicket opens a ticket and returns it.
func (v *Visitor) CreateTicket(tb testing.TB, body map[string]any) api.Ticket {
	tb.Helper()
	var created api.Ticket
	v.Send(tb, http.MethodPost, "/tickets", body, "Idempotency-Key", ulid.Make().String()).Into(tb, http.StatusCreated, &created)
	return created
}

// Ticket reads a ticket with its entries.
func (v *Visitor) Ticket(tb testing.TB, number string) api.Ticket {
	tb.Helper()
	var found api.Ticket
	v.Send(tb, http.MethodGet, "/tickets/"+number, nil).Into(tb, http.StatusOK, &found)
	return found
}
