package tickets

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
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

// maxText is the most characters of HTML that a text may have (openapi.yaml).
const maxText = 65536

// maxStored is the most bytes of a text after sanitizing, which escapes characters.
const maxStored = 2 * maxText

// richText validates and sanitizes a text. The result must not be empty (B4), and may only show images that are attached.
func richText(fields *fault.Fields, name, source string, sanitize func(string) string, attached ...string) string {
	if utf8.RuneCountInString(source) > maxText {
		fields.Add(name, "field.too-long", locale.With("count", maxText))
		return ""
	}
	clean := sanitize(source)
	if len(clean) > maxStored {
		fields.Add(name, "field.too-long", locale.With("count", maxText))
	}
	if richtext.IsEmpty(clean) {
		fields.Add(name, "field.required")
	}
	for _, image := range richtext.Images(clean) {
		if !slices.Contains(attached, image) {
			fields.Add(name, "field.image-missing")
			break
		}
	}
	return clean
}

// Files reads uploaded files.
type Files interface {
	// Uploaded returns the ETag of an uploaded file; empty if there is none of this size.
	Uploaded(ctx context.Context, id string, size int64) (string, error)
}

// attach returns the files of an entry. Each must be announced by the person, uploaded, and in no other entry.
func attach(ctx context.Context, files Files, limits settings.Attachments, ids []string, announced map[string]ticket.Upload, owner string) ([]ticket.Attachment, error) {
	var fields fault.Fields
	if len(ids) > limits.MaxFiles {
		fields.Add("attachmentIds", "field.attachment-count", locale.With("count", limits.MaxFiles))
		return nil, fields.Err()
	}
	attachments := make([]ticket.Attachment, 0, len(ids))
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		upload, known := announced[id]
		if known && upload.OwnerID == owner && upload.Number == "" && !seen[id] {
			var err error
			if upload.Tag, err = files.Uploaded(ctx, id, upload.Size); err != nil {
				return nil, err
			}
		}
		if upload.Tag == "" {
			fields.Add("attachmentIds."+strconv.Itoa(i), "field.attachment-missing")
			continue
		}
		seen[id] = true
		attachments = append(attachments, upload.Attachment)
	}
	return attachments, fields.Err()
}

// The limits of keys and identifiers in a request.
const (
	maxKey         = 128
	maxAttachments = 10
	maxID          = 64
)

// plausible reports whether an idempotency key and identifiers are within the limits. Validation reports those that are not, so they
// need no lookup.
func plausible(key string, ids []string) bool {
	if len(key) > maxKey || len(ids) > maxAttachments {
		return false
	}
	return !slices.ContainsFunc(ids, func(id string) bool { return id == "" || len(id) > maxID })
}

// earlier is what exists before a request with an Idempotency-Key: the idempotency record and the files.
type earlier struct {
	done    *ticket.Done
	uploads map[string]ticket.Upload
}

// lookUpEarlier reads the idempotency record and the files of a request.
func lookUpEarlier(ctx context.Context, acts ticket.Acts, retry ticket.Retry, uploads []string) (earlier, error) {
	if !plausible(retry.Key, uploads) {
		return earlier{}, nil
	}
	done, announced, err := acts.Prior(ctx, retry, uploads)
	return earlier{done, announced}, err
}

// checkKey validates an Idempotency-Key.
func checkKey(fields *fault.Fields, key string) {
	if !check.IsID(key, 8, maxKey) {
		fields.Add("Idempotency-Key", "field.format")
	}
}

const maxWaitingReason = 200

// checkWait validates what a ticket waits for, which needs the status En espera, and returns the reason without surrounding space.
func checkWait(fields *fault.Fields, status *api.Status, awaited *api.Awaited, reason *string) *string {
	if awaited == nil && reason == nil {
		return nil
	}
	if status == nil || *status != api.StatusWaiting {
		fields.Add("waitingFor", "field.not-allowed")
	}
	if awaited != nil && !awaited.Valid() {
		fields.Add("waitingFor", "field.choice")
	}
	clean := check.Line(fields, "waitingReason", api.Given(reason), 0, maxWaitingReason)
	return &clean
}

func waitOf(awaited *api.Awaited, reason *string) ticket.Wait {
	wait := ticket.Wait{For: ticket.Awaited(api.Given(awaited)), Reason: strings.TrimSpace(api.Given(reason))}
	if wait.For == ticket.AwaitsNobody && wait.Reason != "" {
		wait.For = ticket.AwaitsRequester
	}
	return wait
}

// checkIDs validates the identifiers of attachments before they are looked up.
func checkIDs(fields *fault.Fields, ids []string) {
	if len(ids) > maxAttachments {
		fields.Add("attachmentIds", "field.attachment-count", locale.With("count", maxAttachments))
	}
	for i, id := range ids {
		if id == "" || len(id) > maxID {
			fields.Add("attachmentIds."+strconv.Itoa(i), "field.attachment-missing")
		}
	}
}

// fingerprint returns a hash of a request, which differs for another request with the same key.
func fingerprint(request any) string {
	written, err := json.Marshal(request)
	if err != nil {
		panic(fmt.Sprintf("a request that came as JSON does not marshal: %v", err))
	}
	sum := sha256.Sum256(written)
	return hex.EncodeToString(sum[:12])
}
