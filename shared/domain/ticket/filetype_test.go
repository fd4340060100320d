package ticket_test

import (
	"testing"

	"mesa/shared/domain/ticket"
)

func TestExtensionAgrees(t *testing.T) {
	for _, c := range []struct {
		filename, mediaType string
		want                bool
	}{
		{"captura.png", "image/png", true},
		{"CAPTURA.JPEG", "image/jpeg", true},
		{"captura", "image/png", true},
		{"datos.csv", "application/vnd.ms-excel", true},
		{"informe.2026.pdf", "application/pdf", true},
		{"a.exe", "image/png", false},
		{"captura.png.exe", "image/png", false},
		{"a.EXE", "image/png", false},
		{"a.exe. .", "image/png", false},
		{"a.html", "text/plain", false},
		{"a.exe", "application/x-unknown", false},
	} {
		if got := ticket.ExtensionAgrees(ticket.Extension(c.filename), c.mediaType); got != c.want {
			t.Errorf("%s as %s: %t", c.filename, c.mediaType, got)
		}
	}
}
