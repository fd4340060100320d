package ticketstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/ticket"
)

// attachmentItem is the record of a file. If it has a number, the file is attached to that ticket; otherwise only its upload
// form was requested.
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

func uploadKeys(ids []string) []table.Key {
	keys := make([]table.Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, table.AttachmentKey(id))
	}
	return keys
}

// AddUpload stores the record of a file that a person is about to upload, and counts the use of the person's quota. It returns
// fault.Quota if the use exceeds the quota.
func (s *Store) AddUpload(ctx context.Context, upload ticket.Upload, use limit.QuotaUse) error {
	const quotaPosition = 1
	err := s.table.Transact(ctx, table.PutNew(newAttachmentItem(upload, use.At)), limitstore.QuotaWrite(use))
	if failed, ok := errors.AsType[*table.FailedConditions](err); ok && failed.At(quotaPosition) {
		return use.Exceeded()
	}
	return err
}

// Upload returns the record of a file. It returns fault.NotFound if the record does not exist.
func (s *Store) Upload(ctx context.Context, id string) (ticket.Upload, error) {
	stored, err := table.GetAs[attachmentItem](ctx, s.table, table.AttachmentKey(id), table.Consistent)
	return stored.upload(), err
}

// attach returns the write that attaches a file. It fails unless the act's author requested the upload and the file is
// attached to no ticket.
func attach(act ticket.Act, file ticket.Attachment) table.Write {
	return table.Update(table.AttachmentKey(file.ID)).
		Set("number", string(act.Ticket.Number)).Set("internal", act.Entry.Kind == ticket.NoteEntry).Set("tag", file.Tag).
		Remove("expiresAt").
		If(table.Equal("ownerId", act.Entry.Author.ID).And(table.Lacks("number")))
}
