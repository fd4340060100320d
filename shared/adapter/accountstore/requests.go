package accountstore

import (
	"context"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

type requestItem struct {
	table.Header
	ID           string        `dynamodbav:"id"`
	Name         string        `dynamodbav:"name"`
	Email        string        `dynamodbav:"email"`
	Organization string        `dynamodbav:"organization"`
	Phone        string        `dynamodbav:"phone"`
	CreatedAt    table.Instant `dynamodbav:"createdAt"`
	Language     string        `dynamodbav:"language,omitempty"`
	Status       string        `dynamodbav:"status,omitempty"`
	Reason       string        `dynamodbav:"reason,omitempty"`
	DecidedAt    table.Instant `dynamodbav:"decidedAt,omitempty"`
	DecidedBy    string        `dynamodbav:"decidedBy,omitempty"`
	PersonID     string        `dynamodbav:"personId,omitempty"`
}

func newRequestItem(r account.Request) requestItem {
	key, d := table.AccountRequestKey(r.ID), r.Decision
	if d.Status != "" {
		key = table.DecidedRequestKey(r.ID)
	}
	return requestItem{
		Header: table.NewHeader(key, "accountRequest"),
		ID:     r.ID, Name: r.Name, Email: r.Email, Organization: r.Organization, Phone: r.Phone, CreatedAt: table.InstantOf(r.CreatedAt),
		Language: string(r.Language), Status: string(d.Status), Reason: d.Reason, DecidedAt: table.InstantOf(d.At), DecidedBy: d.By, PersonID: d.PersonID,
	}
}

func (i requestItem) request() account.Request {
	return account.Request{
		ID: i.ID, Name: i.Name, Email: i.Email, Organization: i.Organization, Phone: i.Phone, CreatedAt: i.CreatedAt.Time(),
		Language: locale.Language(i.Language),
		Decision: account.RequestDecision{
			Status: account.RequestStatus(i.Status), Reason: i.Reason, At: i.DecidedAt.Time(), By: i.DecidedBy, PersonID: i.PersonID,
		},
	}
}

// AddAccountRequest stores an account request and the mail that confirms it, in one transaction.
func (s *Store) AddAccountRequest(ctx context.Context, r account.Request) error {
	return s.table.Transact(ctx, table.Put(newRequestItem(r)), MailWrite(r.ReceivedMail()))
}

// AccountRequest returns an account request, also after the decision. It returns fault.NotFound if it does not exist.
func (s *Store) AccountRequest(ctx context.Context, id string) (account.Request, error) {
	pending, decided := table.AccountRequestKey(id), table.DecidedRequestKey(id)
	items, err := s.table.BatchGet(ctx, table.Consistent, pending, decided)
	if err != nil {
		return account.Request{}, err
	}
	item := items[decided]
	if item == nil {
		item = items[pending]
	}
	if item == nil {
		return account.Request{}, fault.New(fault.NotFound)
	}
	stored, err := table.Decode[requestItem](item)
	return stored.request(), err
}

// decisionWrites returns the writes that store the decision on a request. The first fails if there is a decision already.
func decisionWrites(decided account.Request) []table.Write {
	return []table.Write{table.Delete(table.AccountRequestKey(decided.ID)).If(table.Exists()), table.Put(newRequestItem(decided))}
}

// RefuseRequest stores the refusal of an account request, the mail with its reason and the audit event, in one transaction. It
// returns fault.Conflict if there is a decision already.
func (s *Store) RefuseRequest(ctx context.Context, refused account.Request, event audit.Event) error {
	err := s.audit.Transact(ctx, event, append(decisionWrites(refused), MailWrite(refused.RefusedMail()))...)
	return table.ConflictAs(fault.New(fault.Conflict), err)
}

// ApproveRequest stores the approval of an account request, and the new person as InvitePerson does, in one transaction. It returns
// fault.Conflict if there is a decision already or, with field errors, if another person has the user name or the e-mail address.
func (s *Store) ApproveRequest(ctx context.Context, approved account.Request, p account.Person, link account.Link, event audit.Event) error {
	writes := append(invitationWrites(p, link), decisionWrites(approved)...)
	return duplicateLogins(s.audit.Transact(ctx, event, writes...))
}

// CountAccountRequest counts an account request from an address. It returns the number of requests from this address in the
// current window, and the settings, in one round.
func (s *Store) CountAccountRequest(ctx context.Context, source string, at time.Time) (int, settings.Settings, error) {
	return s.limits.CountWithSettings(ctx, limit.AccountRequests, source, at)
}

// AccountRequests returns a page of the account requests, newest first. The page starts after the request with the identifier
// after, or at the newest request if after is "". more reports whether there is another page.
func (s *Store) AccountRequests(ctx context.Context, after string, limit int) (page []account.Request, more bool, err error) {
	query := table.Query{Partition: table.AccountRequestPartition, Descending: true}
	if after != "" {
		query.After = table.AccountRequestKey(after).Start()
	}
	items, more, err := s.table.QueryUpTo(ctx, query, limit)
	if err != nil {
		return nil, false, err
	}
	page, err = table.DecodeEach(items, requestItem.request)
	return page, more, err
}
