package tickets_test

import (
	"slices"
	"strings"
	"testing"

	"mesa/shared/api"
)

// TestImagesOfATextAreAttached checks that a text may show only images that are attached to it or to its ticket.
func TestImagesOfATextAreAttached(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		upload := func() string {
			file := map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"}
			return read[api.AttachmentUpload](r, r.Request("create-attachment", usuario, "/attachments", file), 201).Id
		}
		first, second := upload(), upload()
		shows := func(id string) string {
			return `<p>Así se ve:</p><img src="/api/attachments/` + id + `" alt="captura.png">`
		}

		stray := r.Request("create-ticket", usuario, "/tickets", prueba(func(n *api.NewTicket) { n.Detail = shows(first) }), "Idempotency-Key", "con-imagen-1")
		if got := fieldsOf(read[api.Problem](r, stray, 400)); !slices.Equal(got, []string{"detail"}) {
			t.Errorf("an image that is not attached: %v", got)
		}
		made := read[api.Ticket](r, r.Request("create-ticket", usuario, "/tickets", prueba(func(n *api.NewTicket) {
			n.Detail, n.AttachmentIds = shows(first), &[]string{first}
		}), "Idempotency-Key", "con-imagen-2"), 201)
		if body := *made.Entries[0].Body; !strings.Contains(body, `<img src="/api/attachments/`+first+`" alt="captura.png"/>`) {
			t.Errorf("the image is gone: %s", body)
		}
		path := "/tickets/" + made.Number + "/entries"
		for name, c := range map[string]struct {
			body   map[string]any
			status int
		}{
			"the thread's again": {map[string]any{"kind": "message", "body": shows(first)}, 201},
			"its own":            {map[string]any{"kind": "message", "body": shows(second), "attachmentIds": []string{second}}, 201},
			"nobody's":           {map[string]any{"kind": "message", "body": shows("01K8ZQ3V5M2N7R9T4W6X8Y0A1B")}, 400},
		} {
			if a := r.Request("create-entry", usuario, path, c.body); a.Code != c.status {
				t.Errorf("%s: %d %s", name, a.Code, a.Body)
			}
		}
	})
}
