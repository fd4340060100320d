package tickets

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mesa/shared/api"
	"mesa/shared/desk/ahead"
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

// prior is what a request with an Idempotency-Key and files finds before it does anything.
type prior struct {
	done    *ticket.Done
	uploads map[string]ticket.Upload
}

// Ahead starts to look up a request's key and files while its session is looked up, for Endpoint.Ahead.
func Ahead(acts ticket.Acts) func(context.Context, string, *http.Request, []byte) context.Context {
	return func(ctx context.Context, person string, r *http.Request, body []byte) context.Context {
		var named struct {
			AttachmentIDs []string `json:"attachmentIds"`
		}
		if json.Unmarshal(body, &named) != nil {
			return ctx // refused soon, for what is wrong with it
		}
		return aheadOfPrior(ctx, acts, person, r, named.AttachmentIDs)
	}
}

func aheadOfPrior(ctx context.Context, acts ticket.Acts, person string, r *http.Request, uploads []string) context.Context {
	key := r.Header.Get("Idempotency-Key")
	if !plausible(key, uploads) {
		return ctx
	}
	return ahead.With(ctx, func(ctx context.Context) (prior, error) {
		done, announced, err := acts.Prior(ctx, ticket.Retry{PersonID: person, Key: key}, uploads)
		return prior{done, announced}, err
	})
}

// AheadOfNew is Ahead that starts to read the ticket too that a new one takes up, for Endpoint.Ahead. Only create-ticket may:
// no other body names one, and what a body has beyond the contract must not be looked up.
func AheadOfNew(acts ticket.Acts) func(context.Context, string, *http.Request, []byte) context.Context {
	prior := Ahead(acts)
	return func(ctx context.Context, person string, r *http.Request, body []byte) context.Context {
		var named struct {
			RelatedTo string `json:"relatedTo"`
		}
		ctx = prior(ctx, person, r, body)
		if json.Unmarshal(body, &named) != nil || !plausible("", []string{named.RelatedTo}) {
			return ctx
		}
		return ahead.With(ctx, func(ctx context.Context) (ticket.Ticket, error) {
			t, err := acts.Ticket(ctx, ticket.Number(named.RelatedTo))
			if fault.Is(err, fault.NotFound) {
				err = nil
			}
			return t, err
		})
	}
}

// relatedOf waits for the ticket that AheadOfNew reads; the zero ticket where there is none.
func relatedOf(ctx context.Context) (ticket.Ticket, error) {
	return ahead.Of(ctx, func(context.Context) (ticket.Ticket, error) { return ticket.Ticket{}, nil })
}

// The bounds of what is looked up before it has been checked.
const (
	maxKey         = 128
	maxAttachments = 10
	maxID          = 64
)

func plausible(key string, ids []string) bool {
	if len(key) > maxKey || len(ids) > maxAttachments {
		return false
	}
	for _, id := range ids {
		if id == "" || len(id) > maxID {
			return false
		}
	}
	return true
}

// priorOf waits for what Ahead looks up; what it didn't look up is not there.
func priorOf(ctx context.Context) (prior, error) {
	return ahead.Of(ctx, func(context.Context) (prior, error) { return prior{}, nil })
}

// key checks an Idempotency-Key.
func checkKey(fields *fault.Fields, key string) {
	for _, r := range key {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_' {
			fields.Add("Idempotency-Key", "field.format")
			return
		}
	}
	if len(key) < 8 || len(key) > maxKey {
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
