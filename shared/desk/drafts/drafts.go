// Package drafts implements the use cases of drafts (J2). A draft makes text that a person types on one device available on
// their other devices.
package drafts

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
)

// The limits of a draft: of texts in characters, of other values in bytes. A draft within these limits fits into one item (400 KB).
const (
	maxTexts       = 4
	maxText        = 65536       // characters of all texts
	maxSource      = 4 * maxText // bytes of the HTML of all texts before sanitizing
	maxStored      = 320 << 10   // bytes of the HTML of all texts after sanitizing, which escapes characters and completes links
	maxValues      = 16384
	maxAttachments = 10
	maxID          = 64
	maxName        = 40
	maxPurpose     = 80
)

// checkPurpose reports whether a draft's purpose has a valid form.
func checkPurpose(name string) bool { return check.IsDottedID(name, 1, maxPurpose) }

// checkDraft validates the draft in a request and sanitizes its texts.
func checkDraft(body api.NewDraft, sanitizer richtext.Sanitizer) (draft.Draft, error) {
	var errs fault.FieldErrors
	d := draft.Draft{Key: body.Key, Device: body.Device, Texts: checkTexts(&errs, body.Texts, sanitizer)}
	for _, part := range []struct{ field, value string }{{"key", d.Key}, {"device", d.Device}} {
		if len(part.value) < 8 || len(part.value) > 2*maxID {
			errs.Add(part.field, "field.format")
		}
	}
	values, err := json.Marshal(body.Values)
	switch {
	case err != nil:
		errs.Add("values", "field.type")
	case len(values) > maxValues:
		errs.Add("values", "field.too-long", locale.With("count", maxValues))
	}
	d.Values = string(values)
	if body.AttachmentIds != nil {
		d.AttachmentIDs = *body.AttachmentIds
	}
	if len(d.AttachmentIDs) > maxAttachments {
		errs.Add("attachmentIds", "field.attachment-count", locale.With("count", maxAttachments))
	}
	for i, id := range d.AttachmentIDs {
		if id == "" || len(id) > maxID {
			errs.Add("attachmentIds."+strconv.Itoa(i), "field.attachment-missing")
		}
	}
	return d, errs.Err()
}

// checkTexts validates and sanitizes the texts of a draft. They may be empty.
func checkTexts(errs *fault.FieldErrors, sources map[string]string, sanitizer richtext.Sanitizer) map[string]string {
	if len(sources) > maxTexts {
		errs.Add("texts", "field.too-many", locale.With("count", maxTexts))
		return nil
	}
	for name := range sources {
		if len(name) == 0 || len(name) > maxName {
			errs.Add("texts", "field.too-long", locale.With("count", maxText))
			return nil
		}
	}
	if !richtext.CheckTotal(errs, "texts", slices.Collect(maps.Values(sources)), maxText, maxSource) {
		return nil
	}
	clean := make(map[string]string, len(sources))
	for name, source := range sources {
		clean[name] = sanitizer.Message(source)
	}
	richtext.CheckTotal(errs, "texts", slices.Collect(maps.Values(clean)), maxText, maxStored)
	return clean
}

func apiDraft(d draft.Draft) api.Draft {
	result := api.Draft{
		Texts: d.Texts, Values: map[string]any{}, AttachmentIds: append([]string{}, d.AttachmentIDs...),
		Key: d.Key, Device: d.Device, SavedAt: d.SavedAt,
	}
	if result.Texts == nil {
		result.Texts = map[string]string{}
	}
	// json.Marshal wrote the values. If they cannot be read nevertheless, the draft is returned without them.
	_ = json.Unmarshal([]byte(d.Values), &result.Values)
	return result
}
