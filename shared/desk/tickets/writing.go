package tickets

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

const (
	// maxText is the maximum length of a text in characters, without its formatting (openapi.yaml).
	maxText = 65536
	// maxSource is the maximum size of the HTML of a text in bytes before sanitizing.
	maxSource = 4 * maxText
	// maxStored is the maximum size of the HTML of a text in bytes after sanitizing, which escapes characters.
	maxStored = 2 * maxText
)

// checkText validates and sanitizes a text. The result must not be empty (B4), and may show only attached images.
func checkText(errs *fault.FieldErrors, name, source string, sanitize func(string) string, attached ...string) string {
	if !richtext.CheckLength(errs, name, source, maxText, maxSource) {
		return ""
	}
	clean := sanitize(source)
	richtext.CheckLength(errs, name, clean, maxText, maxStored)
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

// Files claims uploaded files.
type Files interface {
	// Claim copies an uploaded file to where it is neither deleted nor replaced, and returns the ETag of the copy. It returns "" if
	// the file is not uploaded, and ticket.FalseContentError if its content does not agree with its media type. It can be repeated:
	// the first copy remains.
	Claim(ctx context.Context, file ticket.Attachment) (string, error)
}

// attach claims the files of an entry and returns them. The person must have requested the upload of each file and uploaded it,
// and no other entry may have the file. The files are claimed before the entry is stored, so the files of a stored entry are never
// deleted (P5). If the entry is not stored, a retry claims them again.
func attach(ctx context.Context, files Files, limits settings.Attachments, ids []string, uploads map[string]ticket.Upload, owner string) ([]ticket.Attachment, error) {
	var errs fault.FieldErrors
	if len(ids) > limits.MaxFiles {
		errs.Add("attachmentIds", "field.attachment-count", locale.With("count", limits.MaxFiles))
		return nil, errs.Err()
	}
	attachments := make([]ticket.Attachment, len(ids))
	falseContent := make([]*ticket.FalseContentError, len(ids))
	var calls []func(context.Context) error
	for i, id := range ids {
		upload := uploads[id]
		if upload.OwnerID != owner || upload.Number != "" || slices.Contains(ids[:i], id) {
			continue
		}
		calls = append(calls, func(ctx context.Context) (err error) {
			attachments[i] = upload.Attachment
			attachments[i].Tag, err = files.Claim(ctx, upload.Attachment)
			if refused, ok := errors.AsType[ticket.FalseContentError](err); ok {
				falseContent[i], err = &refused, nil
			}
			return err
		})
	}
	if err := observe.Parallel(ctx, calls...); err != nil {
		return nil, err
	}
	for i, file := range attachments {
		name := "attachmentIds." + strconv.Itoa(i)
		switch {
		case falseContent[i] != nil && falseContent[i].Extension != "":
			errs.Add(name, "field.attachment-renamed", locale.With("filename", file.Filename), locale.With("extension", falseContent[i].Extension))
		case falseContent[i] != nil:
			errs.Add(name, "field.attachment-content", locale.With("filename", file.Filename), locale.With("type", file.ContentType))
		case file.Tag == "":
			errs.Add(name, "field.attachment-missing")
		}
	}
	return attachments, errs.Err()
}

const maxWaitingReason = 200

// checkWait validates for whom and why a ticket waits, which is only allowed with the status waiting. It returns the cleaned
// reason, or nil if the request contains neither.
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
