package drafts

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/richtext"
)

// SaveDraft stores the text that the caller is typing. The last save wins. If another device or tab has saved a draft in the
// meantime, the response contains that draft, so that no text is lost and the person can choose one of the two.
type SaveDraft struct {
	Drafts    draft.Drafts
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

// SaveDraft implements the operation save-draft.
func (s SaveDraft) SaveDraft(ctx context.Context, r api.SaveDraftRequestObject) (api.SaveDraftResponseObject, error) {
	if !checkPurpose(r.Purpose) {
		return nil, fault.New(fault.NotFound)
	}
	stored, err := checkDraft(*r.Body, s.Sanitizer)
	if err != nil {
		return nil, err
	}
	stored.PersonID, stored.Purpose, stored.SavedAt = caller.From(ctx).ID, r.Purpose, s.Clock.Now()
	before, err := s.Drafts.SaveDraft(ctx, stored)
	if err != nil {
		return nil, err
	}
	saved := api.SaveDraft200JSONResponse{SavedAt: stored.SavedAt}
	var lastSeen time.Time
	if r.Body.Seen != nil {
		lastSeen = *r.Body.Seen
	}
	if before != nil && !before.Expired(stored.SavedAt) && before.OverwritesUnseen(stored.Device, lastSeen) {
		replaced := apiDraft(*before)
		saved.Replaced = &replaced
	}
	return saved, nil
}
