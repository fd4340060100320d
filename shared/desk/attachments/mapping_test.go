package attachments

import (
	"testing"

	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAnUploadRequestIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(r ticket.UploadRequest) any { return uploadOf("01JD", r) }))
}
