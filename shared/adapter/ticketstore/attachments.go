package ticketstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// attachmentItem is a file. If it has a number, it is attached to that ticket, otherwise it is announced.
type attachmentItem struct {
	table.Header
	attachmentPart
	OwnerID  string   `dynamodbav:"ownerId"`
	Number   string   `dynamodbav:"number,omitempty"`
	AlsoIn   []string `dynamodbav:"alsoIn,omitempty"`
	Internal bool     `dynamodbav:"internal,omitempty"`
}

func newAttachmentItem(u ticket.Upload, announced time.Time) attachmentItem {
	return attachmentItem{
		Header:         table.ExpiringHeader(table.AttachmentKey(u.ID), "attachment", announced.Add(ticket.UnclaimedLifetime)),
		attachmentPart: attachmentPart(u.Attachment), OwnerID: u.OwnerID,
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

func decodeUpload(attributes table.Item) (ticket.Upload, error) {
	stored, err := table.Decode[attachmentItem](attributes)
	return stored.upload(), err
}

func uploadKeys(ids []string) []table.Key {
	keys := make([]table.Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, table.AttachmentKey(id))
	}
	return keys
}

// isUnclaimed is met by a file that is not attached to a ticket.
func isUnclaimed() table.Condition { return table.Lacks("number") }

// AddUpload stores the record of a file that a person is about to upload.
func (s *Store) AddUpload(ctx context.Context, upload ticket.Upload, at time.Time) error {
	return s.table.Write(ctx, table.PutNew(newAttachmentItem(upload, at)))
}

// Upload returns an announced or attached file. It returns fault.NotFound if the file does not exist.
func (s *Store) Upload(ctx context.Context, id string) (ticket.Upload, error) {
	stored, err := table.GetAs[attachmentItem](ctx, s.table, table.AttachmentKey(id), table.Consistent)
	return stored.upload(), err
}

// attach returns the write that attaches a file. It fails unless the act's author announced the file and no ticket has it.
func attach(act ticket.Act, file ticket.Attachment) table.Write {
	return table.Update(table.AttachmentKey(file.ID)).
		Set("number", string(act.Ticket.Number)).Set("internal", act.Entry.Kind == ticket.NoteEntry).Set("tag", file.Tag).
		Remove("expiresAt").
		If(table.Equal("ownerId", act.Entry.Author.ID).And(isUnclaimed()))
}

// ExtendUploads postpones the deletion of those files that a person announced and no ticket has. Other files are not changed.
func (s *Store) ExtendUploads(ctx context.Context, ownerID string, ids []string, until time.Time) error {
	var calls []func(context.Context) error
	for _, id := range ids {
		calls = append(calls, func(ctx context.Context) error {
			err := s.table.Write(ctx, table.Update(table.AttachmentKey(id)).Set("expiresAt", until.Unix()).
				If(table.Equal("ownerId", ownerID).And(isUnclaimed())))
			if errors.Is(err, table.ErrConflict) {
				return nil
			}
			return err
		})
	}
	return observe.Parallel(ctx, calls...)
}

// DeleteUnclaimed checks at most 100 files. It deletes the records of the files that have expired and belong to no ticket. It
// returns their identifiers, and those of files whose record DynamoDB has already deleted. No ticket can claim these files any
// more.
func (s *Store) DeleteUnclaimed(ctx context.Context, ids []string, now time.Time) ([]string, error) {
	items, err := s.table.BatchGet(ctx, table.Consistent, uploadKeys(ids)...)
	if err != nil {
		return nil, err
	}
	var deleted []string
	for _, id := range ids {
		unclaimed, err := s.deleteUnclaimed(ctx, id, items[table.AttachmentKey(id)], now)
		if err != nil {
			return deleted, err
		}
		if unclaimed {
			deleted = append(deleted, id)
		}
	}
	return deleted, nil
}

// deleteUnclaimed deletes one record, unless a ticket has the file or a draft has postponed its deletion. The condition also
// covers changes after the record was read.
func (s *Store) deleteUnclaimed(ctx context.Context, id string, item table.Item, now time.Time) (bool, error) {
	if item == nil {
		return true, nil
	}
	stored, err := table.Decode[attachmentItem](item)
	if err != nil || stored.Number != "" || stored.ExpiresAt > now.Unix() {
		return false, err
	}
	err = s.table.Write(ctx, table.Delete(table.AttachmentKey(id)).If(isUnclaimed().And(table.AtMost("expiresAt", now.Unix()))))
	if errors.Is(err, table.ErrConflict) {
		return false, nil
	}
	return err == nil, err
}
