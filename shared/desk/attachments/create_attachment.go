// Package attachments implements the use cases of uploading and downloading the files of tickets (B4).
package attachments

import (
	"context"
	"mime"
	"path"
	"strconv"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

const (
	// maxFilename is the maximum length of the name of a file in characters. Longer names are shortened.
	maxFilename = 200
	// maxReceived is the maximum length of the name of a file in a request.
	maxReceived = 1000
	// maxExtension is the maximum length of an extension that a shortened name keeps, with its dot.
	maxExtension = 20
)

// UploadRecords stores the records of files before people upload them.
type UploadRecords interface {
	// AddUpload stores the record and counts the use. It returns fault.Quota if the use exceeds the quota (P10).
	AddUpload(ctx context.Context, upload ticket.Upload, use limit.QuotaUse) error
}

// Signer signs upload requests.
type Signer interface {
	UploadRequest(ctx context.Context, file ticket.Attachment) (ticket.UploadRequest, error)
}

// Settings reads the settings.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
}

// CreateAttachment stores the record of a file to upload, and returns the request for the upload (B4).
type CreateAttachment struct {
	Settings Settings
	Uploads  UploadRecords
	Signer   Signer
	Clock    clock.Clock
}

// CreateAttachment implements the operation create-attachment.
func (c CreateAttachment) CreateAttachment(ctx context.Context, r api.CreateAttachmentRequestObject) (api.CreateAttachmentResponseObject, error) {
	user, now := caller.From(ctx), c.Clock.Now()
	config, err := c.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	file, err := checkAttachment(*r.Body, config.Attachments)
	if err != nil {
		return nil, err
	}
	file.ID = ulid.Make().String()
	use := ticketacts.QuotaUse(config.Settings, user.Person, limit.Uploaded, file.Size, now)
	if err := c.Uploads.AddUpload(ctx, ticket.Upload{Attachment: file, OwnerID: user.ID}, use); err != nil {
		return nil, err
	}
	upload, err := c.Signer.UploadRequest(ctx, file)
	if err != nil {
		return nil, err
	}
	return api.CreateAttachment201JSONResponse(uploadOf(file.ID, upload)), nil
}

func uploadOf(id string, request ticket.UploadRequest) api.AttachmentUpload {
	upload := api.AttachmentUpload{Id: id}
	upload.Upload.Url, upload.Upload.Method, upload.Upload.Headers = request.URL, api.PUT, request.Headers
	return upload
}

func checkAttachment(body api.NewAttachment, limits settings.Attachments) (ticket.Attachment, error) {
	var errs fault.FieldErrors
	file := ticket.Attachment{Filename: check.Line(&errs, "filename", body.Filename, 1, maxReceived), Size: body.Size}
	if strings.ContainsAny(file.Filename, `/\`) {
		file.Filename = path.Base(strings.ReplaceAll(file.Filename, `\`, "/"))
	}
	file.Filename = shortened(file.Filename)
	if strings.Trim(file.Filename, "./ ") == "" && len(errs) == 0 { // a name of a folder, such as «..»
		errs.Add("filename", "field.format")
	}
	switch {
	case body.Size < 1:
		errs.Add("size", "field.too-small", locale.With("least", 1))
	case body.Size > limits.MaxBytes:
		errs.Add("size", "field.attachment-size", locale.With("size", megabytes(body.Size)), locale.With("most", megabytes(limits.MaxBytes)))
	}
	media, _, err := mime.ParseMediaType(body.ContentType)
	extension := ticket.Extension(file.Filename)
	switch {
	case err != nil || !limits.Allows(media):
		errs.Add("contentType", "field.attachment-type", locale.With("type", printable(body.ContentType)))
	case !ticket.ExtensionAgrees(extension, media):
		errs.Add("filename", "field.attachment-extension", locale.With("extension", extension), locale.With("type", media))
	}
	file.ContentType = media
	return file, errs.Err()
}

// shortened shortens the name of a file to maxFilename characters. The name keeps its extension.
func shortened(name string) string {
	all := []rune(name)
	if len(all) <= maxFilename {
		return name
	}
	extension := []rune(path.Ext(name))
	if len(extension) > maxExtension {
		extension = nil
	}
	return string(all[:maxFilename-1-len(extension)]) + "…" + string(extension)
}

// megabytes formats a size in bytes in megabytes, rounded up: «31 MB».
func megabytes(bytes int64) string {
	const mega = 1 << 20
	return strconv.FormatInt((bytes+mega-1)/mega, 10) + " MB"
}

// printable returns a media type in a form that can safely be repeated in a response.
func printable(contentType string) string {
	const maxLength = 100
	if contentType == "" || len(contentType) > maxLength {
		return "?"
	}
	return strconv.QuoteToASCII(contentType)
}
