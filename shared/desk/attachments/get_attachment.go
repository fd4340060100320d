package attachments

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/ticket"
)

// maxID is the maximum length of a file's identifier in bytes.
const maxID = 64

// Attached reads a file and the tickets to which it belongs.
type Attached interface {
	// Upload returns the record of a file. It returns fault.NotFound if there is none.
	Upload(ctx context.Context, id string) (ticket.Upload, error)
	// Ticket returns a ticket. It returns fault.NotFound if the ticket does not exist.
	Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error)
	// TicketsByNumber returns tickets by number in one call. The map has no entry for a ticket that does not exist.
	TicketsByNumber(ctx context.Context, numbers ...ticket.Number) (map[ticket.Number]ticket.Ticket, error)
}

// Addresses returns the URLs to download files.
type Addresses interface {
	DownloadURL(ctx context.Context, file ticket.Upload) (string, error)
}

// GetAttachment redirects to a file that belongs to a ticket that the caller may read.
type GetAttachment struct {
	Attached  Attached
	Addresses Addresses
}

// GetAttachment implements the operation get-attachment.
func (g GetAttachment) GetAttachment(ctx context.Context, r api.GetAttachmentRequestObject) (api.GetAttachmentResponseObject, error) {
	person := caller.From(ctx).Person
	if r.Id == "" || len(r.Id) > maxID {
		return nil, fault.New(fault.NotFound)
	}
	upload, err := g.Attached.Upload(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	// The person who uploaded a file may download it before it belongs to a ticket.
	if upload.Number != "" || upload.OwnerID != person.ID {
		mayRead, err := g.mayRead(ctx, upload, person)
		if err != nil {
			return nil, err
		}
		if !mayRead || upload.Internal && !permission.Allows(permission.ReadInternal, person.Role, permission.Anyone) {
			return nil, fault.New(fault.NotFound)
		}
	}
	address, err := g.Addresses.DownloadURL(ctx, upload)
	if err != nil {
		return nil, err
	}
	return api.GetAttachment302Response{Headers: api.GetAttachment302ResponseHeaders{Location: &address}}, nil
}

// mayRead reports whether a person may read a ticket to which the file belongs: the original ticket, or a ticket that was split
// from it.
func (g GetAttachment) mayRead(ctx context.Context, upload ticket.Upload, person account.Person) (bool, error) {
	if len(upload.AlsoIn) == 0 {
		t, err := g.Attached.Ticket(ctx, upload.Number)
		return err == nil && ticket.CanRead(t, person), err
	}
	found, err := g.Attached.TicketsByNumber(ctx, append([]ticket.Number{upload.Number}, upload.AlsoIn...)...)
	for _, t := range found {
		if ticket.CanRead(t, person) {
			return true, nil
		}
	}
	return false, err
}
