package tickets

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// maxText is the maximum length of a text in characters of HTML (openapi.yaml).
const maxText = 65536

// maxStored is the maximum size of a text in bytes after sanitizing, which escapes characters.
const maxStored = 2 * maxText

// checkText validates and sanitizes a text. The result must not be empty (B4), and may show only attached images.
func checkText(errs *fault.FieldErrors, name, source string, sanitize func(string) string, attached ...string) string {
	if utf8.RuneCountInString(source) > maxText {
		errs.Add(name, "field.too-long", locale.With("count", maxText))
		return ""
	}
	clean := sanitize(source)
	if len(clean) > maxStored {
		errs.Add(name, "field.too-long", locale.With("count", maxText))
	}
	if richtext.IsEmpty(clean) {
		errs.Add(name, "field.required")
	}
	for _, image := range richtext.Images(clean) {
		if !slices.Contains(attached, image) {
			errs.Add(name, "field.image-missing")
			break
		}
	}
	return clean
}

// Files reads uploaded files.
type Files interface {
	// ETag returns the ETag of an uploaded file. It returns "" if there is no file with this identifier and size.
	ETag(ctx context.Context, id string, size int64) (string, error)
}

// attach returns the files of an entry. The person must have requested the upload form of each file and uploaded it, and no
// other entry may have the file.
func attach(ctx context.Context, files Files, limits settings.Attachments, ids []string, uploads map[string]ticket.Upload, owner string) ([]ticket.Attachment, error) {
	var errs fault.FieldErrors
	if len(ids) > limits.MaxFiles {
		errs.Add("attachmentIds", "field.attachment-count", locale.With("count", limits.MaxFiles))
		return nil, errs.Err()
	}
	attachments := make([]ticket.Attachment, 0, len(ids))
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		upload, known := uploads[id]
		if known && upload.OwnerID == owner && upload.Number == "" && !seen[id] {
			var err error
			if upload.Tag, err = files.ETag(ctx, id, upload.Size); err != nil {
				return nil, err
			}
		}
		if upload.Tag == "" {
			errs.Add("attachmentIds."+strconv.Itoa(i), "field.attachment-missing")
			continue
		}
		seen[id] = true
		attachments = append(attachments, upload.Attachment)
	}
	return attachments, errs.Err()
}

const maxWaitingReason = 200

// checkWait validates what a ticket waits for, which is only allowed with the status En espera. It returns the reason without
// surrounding blanks.
func checkWait(errs *fault.FieldErrors, status *api.Status, awaited *api.Awaited, reason *string) *string {
	if awaited == nil && reason == nil {
		return nil
	}
	if status == nil || *status != api.StatusWaiting {
		errs.Add("waitingFor", "field.not-allowed")
	}
	if awaited != nil && !awaited.Valid() {
		errs.Add("waitingFor", "field.choice")
	}
	clean := check.Line(errs, "waitingReason", api.Given(reason), 0, maxWaitingReason)
	return &clean
}

func waitOf(awaited *api.Awaited, reason *string) ticket.Wait {
	wait := ticket.Wait{For: ticket.Awaited(api.Given(awaited)), Reason: strings.TrimSpace(api.Given(reason))}
	if wait.For == ticket.AwaitsNobody && wait.Reason != "" {
		wait.For = ticket.AwaitsRequester
	}
	return wait
}
