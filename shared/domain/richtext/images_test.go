package richtext_test

import (
	"slices"
	"testing"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/domain/richtext"
)

const (
	oneImage   = "/api/attachments/01K8ZQ3V5M2N7R9T4W6X8Y0A1B"
	otherImage = "/api/attachments/01K8ZQ3V5M2N7R9T4W6X8Y0A1C"
)

func TestImagesWithoutDuplicates(t *testing.T) {
	clean := sanitize.HTML{}.Message(`<img src="` + oneImage + `"><p><img src="` + otherImage + `"></p><img src="` + oneImage + `">`)
	if got, want := richtext.Images(clean), []string{"01K8ZQ3V5M2N7R9T4W6X8Y0A1B", "01K8ZQ3V5M2N7R9T4W6X8Y0A1C"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := richtext.Images("<p>/api/attachments/ is where files are</p>"); len(got) != 0 {
		t.Errorf("text is recognized as an image: %v", got)
	}
}

func TestMessageWithOnlyAnImageIsNotEmpty(t *testing.T) {
	clean := sanitize.HTML{}.Message(`<p><img src="` + oneImage + `" alt="captura.png"></p>`)
	if richtext.IsEmpty(clean) {
		t.Error("a message with only an image counts as empty")
	}
	if got, want := richtext.Text(clean), "[captura.png]"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if got, want := richtext.WithoutImages(clean), "<p>[captura.png]</p>"; got != want {
		t.Errorf("without images %q, want %q", got, want)
	}
}
