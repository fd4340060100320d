package tickets_test

import (
	"slices"
	"strings"
	"testing"

	"mesa/shared/api"
)

// TestImagesMustBeAttached checks that a text may show only images that are attached to it or to its ticket.
func TestImagesMustBeAttached(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		upload := func() string {
			file := map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"}
			return read[api.AttachmentUpload](r, r.Request("create-attachment", usuario, "/attachments", file), 201).Id
		}
		first, second := upload(), upload()
		textWithImage := func(id string) string {
			return `<p>Así se ve:</p><img src="/api/attachments/` + id + `" alt="captura.png">`
		}

		unattached := r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.Detail = textWithImage(first) }), "Idempotency-Key", "con-imagen-1")
		if got := fieldsOf(read[api.Problem](r, unattached, 400)); !slices.Equal(got, []string{"detail"}) {
			t.Errorf("an image that is not attached: %v", got)
		}
		created := read[api.Ticket](r, r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) {
			n.Detail, n.AttachmentIds = textWithImage(first), &[]string{first}
		}), "Idempotency-Key", "con-imagen-2"), 201)
		if body := *created.Entries[0].Body; !strings.Contains(body, `<img src="/api/attachments/`+first+`" alt="captura.png"/>`) {
			t.Errorf("the image was removed: %s", body)
		}
		path := "/tickets/" + created.Number + "/entries"
		for name, c := range map[string]struct {
			body   map[string]any
			status int
		}{
			"an image of the thread": {map[string]any{"kind": "message", "body": textWithImage(first)}, 201},
			"an image of the entry":  {map[string]any{"kind": "message", "body": textWithImage(second), "attachmentIds": []string{second}}, 201},
			"an unknown image":       {map[string]any{"kind": "message", "body": textWithImage("01K8ZQ3V5M2N7R9T4W6X8Y0A1B")}, 400},
		} {
			if a := r.Request("create-entry", usuario, path, c.body); a.Code != c.status {
				t.Errorf("%s: %d %s", name, a.Code, a.Body)
			}
		}
	})
}
