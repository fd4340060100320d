package attachments

import (
	"testing"

	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAnUploadFormIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(f ticket.UploadForm) any { return uploadOf("01JD", f) }))
}
