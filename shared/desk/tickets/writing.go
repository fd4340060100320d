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

// maxText is the most that a text may have, in characters of its HTML, as the contract says.
const maxText = 65536

// maxKept is the most that it may become as it is kept, in bytes: marks that have to be escaped take several.
const maxKept = 2 * maxText

// richText checks and sanitizes a text; what is left of it must say something (B4), and show only images that are attached to
// it or to its ticket.
func richText(fields *fault.Fields, name, source string, sanitize func(string) string, attached ...string) string {
	if utf8.RuneCountInString(source) > maxText {
		fields.Add(name, "field.too-long", locale.With("count", maxText))
		return ""
	}
	clean := sanitize(source)
	if len(clean) > maxKept {
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

// Files knows what was uploaded.
type Files interface {
	// Uploaded returns the tag of the content that the store has of an identifier; empty where it has none of the size that was
	// announced.
	Uploaded(ctx context.Context, id string, size int64) (string, error)
}

// attach returns the announced files that an entry names, once each is seen to be the person's, free, and uploaded.
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

// The limits of what a request may name for a lookup.
const (
	maxKey         = 128
	maxAttachments = 10
	maxID          = 64
)

// plausible reports whether an idempotency key and identifiers are short and few enough to be looked up. What isn't is refused
// by validation.
func plausible(key string, ids []string) bool {
	if len(key) > maxKey || len(ids) > maxAttachments {
		return false
	}
	return !slices.ContainsFunc(ids, func(id string) bool { return id == "" || len(id) > maxID })
}

// earlier is what a request with an Idempotency-Key finds: what the same request has done before, and the files it names.
type earlier struct {
	done    *ticket.Done
	uploads map[string]ticket.Upload
}

// lookUpEarlier looks up what a request has done before and the files that it names.
func lookUpEarlier(ctx context.Context, acts ticket.Acts, retry ticket.Retry, uploads []string) (earlier, error) {
	if !plausible(retry.Key, uploads) {
		return earlier{}, nil
	}
	done, announced, err := acts.Prior(ctx, retry, uploads)
	return earlier{done, announced}, err
}

// checkKey checks an Idempotency-Key.
func checkKey(fields *fault.Fields, key string) {
	if !check.IsID(key, 8, maxKey) {
		fields.Add("Idempotency-Key", "field.format")
	}
}

const maxWaitingReason = 200

// checkWait checks what a ticket is to wait for, which goes with the status En espera alone, and returns it clean.
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

// checkIDs checks the number and form of attachment identifiers, before any is looked up.
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

// fingerprint tells one request from another with the same key.
func fingerprint(request any) string {
	written, err := json.Marshal(request)
	if err != nil {
		panic(fmt.Sprintf("a request that came as JSON does not marshal: %v", err))
	}
	sum := sha256.Sum256(written)
	return hex.EncodeToString(sum[:12])
}
