package ticketstore

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// recordReserve is the time from the date on which a sweep may delete an unclaimed file until the date on which DynamoDB may
// delete the record of the file. In this time, sweeps delete both; they do not delete a file without a record. So nearly every
// stored file has a record, except after the table was restored to an earlier state.
const recordReserve = 7 * 24 * time.Hour

// attachmentItem is a file. If it has a number, it is attached to that ticket, otherwise it is announced.
type attachmentItem struct {
	table.Header
	attachmentPart
	// UnclaimedUntil is the time, in seconds since 1970, when a sweep may delete an announced file. It is 0 for attached files.
	UnclaimedUntil int64 `dynamodbav:"unclaimedUntil,omitempty"`
	// Deleting is set while a sweep deletes the file. The file then counts as deleted.
	Deleting bool     `dynamodbav:"deleting,omitempty"`
	OwnerID  string   `dynamodbav:"ownerId"`
	Number   string   `dynamodbav:"number,omitempty"`
	AlsoIn   []string `dynamodbav:"alsoIn,omitempty"`
	Internal bool     `dynamodbav:"internal,omitempty"`
}

func newAttachmentItem(u ticket.Upload, announced time.Time) attachmentItem {
	until := announced.Add(ticket.UnclaimedLifetime)
	return attachmentItem{
		Header:         table.ExpiringHeader(table.AttachmentKey(u.ID), "attachment", until.Add(recordReserve)),
		UnclaimedUntil: until.Unix(), attachmentPart: attachmentPart(u.Attachment), OwnerID: u.OwnerID,
	}
}

func (i attachmentItem) upload() ticket.Upload {
	u := ticket.Upload{
		Attachment: ticket.Attachment(i.attachmentPart), OwnerID: i.OwnerID, Number: ticket.Number(i.Number), Internal: i.Internal,
	}
	for _, number := range i.AlsoIn {
		u.AlsoIn = append(u.AlsoIn, ticket.Number(number))
	}
	return u
}

func uploadKeys(ids []string) []table.Key {
	keys := make([]table.Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, table.AttachmentKey(id))
	}
	return keys
}

// isAvailable is met by a file that is not attached to a ticket and that no sweep is deleting.
func isAvailable() table.Condition { return table.Lacks("number").And(table.Lacks("deleting")) }

// AddUpload stores the record of a file that a person is about to upload.
func (s *Store) AddUpload(ctx context.Context, upload ticket.Upload, at time.Time) error {
	return s.table.Write(ctx, table.PutNew(newAttachmentItem(upload, at)))
}

// Upload returns an announced or attached file. It returns fault.NotFound if the file does not exist.
func (s *Store) Upload(ctx context.Context, id string) (ticket.Upload, error) {
	stored, err := table.GetAs[attachmentItem](ctx, s.table, table.AttachmentKey(id), table.Consistent)
	if err == nil && stored.Deleting {
		err = table.ErrMissing
	}
	return stored.upload(), err
}

// attach returns the write that attaches a file. It fails unless the act's author announced the file, no ticket has it, and
// no sweep is deleting it.
func attach(act ticket.Act, file ticket.Attachment) table.Write {
	return table.Update(table.AttachmentKey(file.ID)).
		Set("number", string(act.Ticket.Number)).Set("internal", act.Entry.Kind == ticket.NoteEntry).Set("tag", file.Tag).
		Remove("expiresAt", "unclaimedUntil").
		If(table.Equal("ownerId", act.Entry.Author.ID).And(isAvailable()))
}

// ExtendUploads postpones the deletion of those files that a person announced and no ticket has. It does not change other files,
// or files that a sweep is deleting.
func (s *Store) ExtendUploads(ctx context.Context, ownerID string, ids []string, until time.Time) error {
	var calls []func(context.Context) error
	for _, id := range ids {
		calls = append(calls, func(ctx context.Context) error {
			err := s.table.Write(ctx, table.Update(table.AttachmentKey(id)).
				Set("unclaimedUntil", until.Unix()).Set("expiresAt", until.Add(recordReserve).Unix()).
				If(table.Equal("ownerId", ownerID).And(isAvailable())))
			if errors.Is(err, table.ErrConflict) {
				return nil
			}
			return err
		})
	}
	return observe.Parallel(ctx, calls...)
}

// MarkUnclaimed implements background.Uploads.
func (s *Store) MarkUnclaimed(ctx context.Context, ids []string, now time.Time) (ticket.UnclaimedFiles, error) {
	items, err := s.table.BatchGet(ctx, table.Consistent, uploadKeys(ids)...)
	if err != nil {
		return ticket.UnclaimedFiles{}, err
	}
	var files ticket.UnclaimedFiles
	var malformed []error
	for _, id := range ids {
		item := items[table.AttachmentKey(id)]
		if item == nil {
			files.Missing = append(files.Missing, id)
			continue
		}
		stored, err := table.Decode[attachmentItem](item)
		if err != nil {
			malformed = append(malformed, fmt.Errorf("file %s: %w", id, err))
			continue
		}
		unclaimed, err := s.markUnclaimed(ctx, id, stored, now)
		if err != nil {
			return ticket.UnclaimedFiles{}, err
		}
		if unclaimed {
			files.Marked = append(files.Marked, id)
		}
	}
	files.Malformed = errors.Join(malformed...)
	return files, nil
}

// markUnclaimed marks the record of a file if its time has passed and the file belongs to no ticket. It reports whether the record
// is marked. Between the read and the update, an act may attach the file, or a draft may postpone its deletion; the condition then
// prevents the update.
func (s *Store) markUnclaimed(ctx context.Context, id string, stored attachmentItem, now time.Time) (bool, error) {
	if stored.Deleting {
		return true, nil
	}
	if stored.Number != "" || stored.UnclaimedUntil > now.Unix() {
		return false, nil
	}
	err := s.table.Write(ctx, table.Update(table.AttachmentKey(id)).Set("deleting", true).
		If(table.Lacks("number").And(table.AtMost("unclaimedUntil", now.Unix()))))
	if errors.Is(err, table.ErrConflict) {
		return false, nil
	}
	return err == nil, err
}

// DeleteRecord implements background.Uploads.
func (s *Store) DeleteRecord(ctx context.Context, id string) error {
	return s.table.Write(ctx, table.Delete(table.AttachmentKey(id)))
}
