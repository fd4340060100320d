package ticketstore

import (
	"fmt"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// entryLayout is the layout version of new entries. Entries of layout 1 have no events; see entryLayout1.
const entryLayout = 2

// entryItem is the stored form of an entry.
type entryItem struct {
	table.Header
	Number             string           `dynamodbav:"number"`
	ID                 string           `dynamodbav:"id"`
	Kind               string           `dynamodbav:"kind"`
	AuthorID           string           `dynamodbav:"authorId"`
	AuthorName         string           `dynamodbav:"authorName"`
	AuthorRole         string           `dynamodbav:"authorRole"`
	AuthorOrganization string           `dynamodbav:"authorOrganization,omitempty"`
	Body               string           `dynamodbav:"body,omitempty"`
	Attachments        []attachmentPart `dynamodbav:"attachments,omitempty"`
	Events             eventList        `dynamodbav:"events"`
	Reason             string           `dynamodbav:"reason,omitempty"`
	At                 string           `dynamodbav:"at"`
	Version            int64            `dynamodbav:"version"`
	entryLayout1
}

func newEntryItem(number ticket.Number, e ticket.Entry) entryItem {
	item := entryItem{
		Header: table.NewHeader(table.EntryKey(number, e.ID), entryType),
		Number: string(number), ID: e.ID, Kind: string(e.Kind),
		AuthorID: e.Author.ID, AuthorName: e.Author.Name, AuthorRole: string(e.Author.Role), AuthorOrganization: e.Author.Organization,
		Body: e.Body, Attachments: attachmentParts(e.Attachments), Events: e.Events, Reason: e.Reason,
		At: table.FormatInstant(e.At), Version: e.Version,
	}
	item.V = entryLayout
	return item
}

func (i entryItem) entry() (ticket.Entry, error) {
	at, err := table.ParseInstant(i.At)
	if err != nil {
		return ticket.Entry{}, fmt.Errorf("entry %s of %s: %w", i.ID, i.Number, err)
	}
	entry := ticket.Entry{
		ID: i.ID, Kind: ticket.EntryKind(i.Kind),
		Author: ticket.Author{ID: i.AuthorID, Name: i.AuthorName, Role: account.Role(i.AuthorRole), Organization: i.AuthorOrganization},
		Body:   i.Body, Attachments: attachments(i.Attachments), Events: i.Events, Reason: i.Reason, At: at, Version: i.Version,
	}
	if i.V == 1 {
		if entry.Events, entry.Reason, err = i.eventsOf(entry); err != nil {
			return ticket.Entry{}, fmt.Errorf("entry %s of %s: %w", i.ID, i.Number, err)
		}
	}
	return entry, nil
}

// attachmentPart is the stored form of an attachment in its entry.
type attachmentPart struct {
	ID          string `dynamodbav:"id"`
	Filename    string `dynamodbav:"filename"`
	Size        int64  `dynamodbav:"size"`
	ContentType string `dynamodbav:"contentType"`
	Tag         string `dynamodbav:"tag,omitempty"`
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

func decodeEntry(attributes table.Item) (ticket.Entry, error) {
	stored, err := table.Decode[entryItem](attributes)
	if err != nil {
		return ticket.Entry{}, err
	}
	return stored.entry()
}
