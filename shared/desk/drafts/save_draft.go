package drafts

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/clock"
	"mesa/shared/desk/caller"
	"mesa/shared/draft"
	"mesa/shared/fault"
	"mesa/shared/richtext"
)

// SaveDraft keeps what the caller is typing. Who saves last wins; what another device had saved meanwhile is handed back, so
// that nothing is lost and the person chooses.
type SaveDraft struct {
	api.StrictServerInterface
	Drafts    draft.Drafts
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

// SaveDraft implements the operation save-draft.
func (s SaveDraft) SaveDraft(ctx context.Context, r api.SaveDraftRequestObject) (api.SaveDraftResponseObject, error) {
	if !checkPurpose(r.Purpose) {
		return nil, fault.New(fault.NotFound)
	}
	kept, err := draftOf(*r.Body, s.Sanitizer)
	if err != nil {
		return nil, err
	}
	// To the microsecond, as the table keeps it and the device will name it.
	kept.PersonID, kept.Purpose, kept.SavedAt = caller.From(ctx).ID, r.Purpose, s.Clock.Now().UTC().Truncate(time.Microsecond)
	before, err := s.Drafts.SaveDraft(ctx, kept)
	if err != nil {
		return nil, err
	}
	saved := api.SaveDraft200JSONResponse{SavedAt: kept.SavedAt}
	var seen time.Time
	if r.Body.Seen != nil {
		seen = *r.Body.Seen
	}
	if before != nil && !before.Expired(kept.SavedAt) && before.Surprises(kept.Device, seen) {
		replaced := view(*before)
		saved.Replaced = &replaced
	}
	return saved, nil
}
