package ticketstore

import (
	"fmt"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// entryItem is an entry as it is kept.
type entryItem struct {
	table.Header
	Number      string           `dynamodbav:"number"`
	ID          string           `dynamodbav:"id"`
	Kind        string           `dynamodbav:"kind"`
	AuthorID    string           `dynamodbav:"authorId"`
	AuthorName  string           `dynamodbav:"authorName"`
	AuthorRole  string           `dynamodbav:"authorRole"`
	Body        string           `dynamodbav:"body,omitempty"`
	Attachments []attachmentPart `dynamodbav:"attachments,omitempty"`
	Mentions    []refPart        `dynamodbav:"mentions,omitempty"`
	FromNumber  string           `dynamodbav:"fromNumber,omitempty"`
	FromEntry   string           `dynamodbav:"fromEntry,omitempty"`
	Moved       []string         `dynamodbav:"moved,omitempty"`
	Changes     []changePart     `dynamodbav:"changes,omitempty"`
	ReasonKey   string           `dynamodbav:"reasonKey,omitempty"`
	ReasonArgs  []string         `dynamodbav:"reasonArgs,omitempty"`
	At          string           `dynamodbav:"at"`
	Version     int64            `dynamodbav:"version"`
}

func newEntryItem(number ticket.Number, e ticket.Entry) entryItem {
	return entryItem{
		Header: table.NewHeader(table.EntryKey(number, e.ID), entryType),
		Number: string(number), ID: e.ID, Kind: string(e.Kind),
		AuthorID: e.Author.ID, AuthorName: e.Author.Name, AuthorRole: string(e.Author.Role),
		Body: e.Body, Attachments: attachmentParts(e.Attachments), Mentions: refParts(e.Mentions), Changes: changeParts(e.Changes),
		FromNumber: string(e.Origin.Number), FromEntry: e.Origin.EntryID, Moved: e.Moved,
		ReasonKey: e.Reason.Key, ReasonArgs: e.Reason.Args, At: table.FormatInstant(e.At), Version: e.Version,
	}
}

func (i entryItem) entry() (ticket.Entry, error) {
	at, err := table.ParseInstant(i.At)
	if err != nil {
		return ticket.Entry{}, fmt.Errorf("entry %s of %s: %w", i.ID, i.Number, err)
	}
	return ticket.Entry{
		ID: i.ID, Kind: ticket.Kind(i.Kind), Author: ticket.Author{ID: i.AuthorID, Name: i.AuthorName, Role: account.Role(i.AuthorRole)},
		Body: i.Body, Attachments: attachments(i.Attachments), Mentions: refs(i.Mentions),
		Origin: ticket.Origin{Number: ticket.Number(i.FromNumber), EntryID: i.FromEntry}, Moved: i.Moved, Changes: changes(i.Changes),
		Reason: ticket.Reason{Key: i.ReasonKey, Args: i.ReasonArgs}, At: at, Version: i.Version,
	}, nil
}

// attachmentPart and changePart are parts of an entry as they are kept, so that a renamed field of the domain changes no
// stored data.
type attachmentPart struct {
	ID          string `dynamodbav:"id"`
	Filename    string `dynamodbav:"filename"`
	Size        int64  `dynamodbav:"size"`
	ContentType string `dynamodbav:"contentType"`
	Tag         string `dynamodbav:"tag,omitempty"`
}

type changePart struct {
	Field  string `dynamodbav:"field"`
	From   string `dynamodbav:"from,omitempty"`
	To     string `dynamodbav:"to,omitempty"`
	FromID string `dynamodbav:"fromId,omitempty"`
	ToID   string `dynamodbav:"toId,omitempty"`
	Name   string `dynamodbav:"name,omitempty"`
}

func attachmentParts(from []ticket.Attachment) []attachmentPart {
	parts := make([]attachmentPart, 0, len(from))
	for _, a := range from {
		parts = append(parts, attachmentPart(a))
	}
	return parts
}

func attachments(from []attachmentPart) []ticket.Attachment {
	all := make([]ticket.Attachment, 0, len(from))
	for _, part := range from {
		all = append(all, ticket.Attachment(part))
	}
	return all
}

func changeParts(from []ticket.Change) []changePart {
	parts := make([]changePart, 0, len(from))
	for _, c := range from {
		parts = append(parts, changePart{Field: string(c.Field), From: c.From, To: c.To, FromID: c.FromID, ToID: c.ToID, Name: c.Name})
	}
	return parts
}

func changes(from []changePart) []ticket.Change {
	all := make([]ticket.Change, 0, len(from))
	for _, c := range from {
		all = append(all, ticket.Change{Field: ticket.Field(c.Field), From: c.From, To: c.To, FromID: c.FromID, ToID: c.ToID, Name: c.Name})
	}
	return all
}

func decodeEntry(attributes table.Item) (ticket.Entry, error) {
	stored, err := table.Decode[entryItem](attributes)
	if err != nil {
		return ticket.Entry{}, err
	}
	return stored.entry()
}
