package accountstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// linkMemory is the time for which a link is stored after it ended, so that its page can explain that it has expired or was used.
const linkMemory = 30 * 24 * time.Hour

type linkItem struct {
	table.Header
	ID         string        `dynamodbav:"id"`
	PersonID   string        `dynamodbav:"personId"`
	Purpose    string        `dynamodbav:"purpose"`
	CreatedAt  table.Instant `dynamodbav:"createdAt"`
	EndsAt     table.Instant `dynamodbav:"endsAt"`
	UsedAt     table.Instant `dynamodbav:"usedAt,omitempty"`
	SecretHash string        `dynamodbav:"secretHash,omitempty"`
	Email      string        `dynamodbav:"email,omitempty"`
}

func newLinkItem(l account.Link) linkItem {
	return linkItem{
		Header: table.ExpiringHeader(table.AccountLinkKey(l.ID), "accountLink", l.EndsAt.Add(linkMemory)),
		ID:     l.ID, PersonID: l.PersonID, Purpose: string(l.Purpose), CreatedAt: table.InstantOf(l.CreatedAt),
		EndsAt: table.InstantOf(l.EndsAt), UsedAt: table.InstantOf(l.UsedAt), SecretHash: l.SecretHash, Email: l.Email,
	}
}

func (i linkItem) link() account.Link {
	return account.Link{
		ID: i.ID, PersonID: i.PersonID, Purpose: account.LinkPurpose(i.Purpose), CreatedAt: i.CreatedAt.Time(), EndsAt: i.EndsAt.Time(),
		UsedAt: i.UsedAt.Time(), SecretHash: i.SecretHash, Email: i.Email,
	}
}

// AddLink stores a new link and the mail that will contain it, in one transaction.
func (s *Store) AddLink(ctx context.Context, link account.Link, mail account.Mail) error {
	return s.table.Transact(ctx, table.Put(newLinkItem(link)), MailWrite(mail))
}

// IssueToken stores the hash of a new token of a link, and the address to which the token is mailed. It replaces the hash of an
// earlier token, whose mail could not be sent. It returns fault.NotFound if the link does not exist or was used.
func (s *Store) IssueToken(ctx context.Context, token account.LinkToken, email string) error {
	err := s.table.Write(ctx, table.Update(table.AccountLinkKey(token.Link())).
		Set("secretHash", token.Hash()).Set("email", email).
		If(table.Exists()).If(table.Lacks("usedAt")))
	if errors.Is(err, table.ErrConflict) {
		return fault.New(fault.NotFound)
	}
	return err
}

// Link returns a link. It returns fault.NotFound if the link does not exist.
func (s *Store) Link(ctx context.Context, id string) (account.Link, error) {
	stored, err := table.GetAs[linkItem](ctx, s.table, table.AccountLinkKey(id), table.Consistent)
	if errors.Is(err, table.ErrMissing) {
		return account.Link{}, fault.New(fault.NotFound)
	}
	return stored.link(), err
}

// ReadPasswordReset reads the person of a link, with their credential and sessions. It takes one round. The person is the zero
// value if they do not exist.
func (s *Store) ReadPasswordReset(ctx context.Context, personID string) (person account.Person, check account.PasswordCheck, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) error {
			people, err := s.people(ctx, table.Consistent, personID)
			person = people[personID]
			return err
		},
		func(ctx context.Context) (err error) {
			check, err = s.ReadPasswordCheck(ctx, personID)
			return err
		},
	)
	return person, check, err
}

// maxResetSessions is the maximum number of sessions that the transaction of a password reset ends. The transaction has six
// other writes.
const maxResetSessions = table.MaxTransaction - 6

// ResetPassword stores a new hash, marks the link as used, deletes the failed attempts of strangers and of password changes, ends
// sessions and stores the mail about the new password, and the audit event. It is one transaction, except that the sessions beyond maxResetSessions are
// ended before it, one by one. It returns account.ErrContended if the link was used, or if the person has signed in or changed the
// password, since they were read.
func (s *Store) ResetPassword(ctx context.Context, r account.PasswordReset, event audit.Event) error {
	for len(r.EndedSessions) > maxResetSessions {
		if err := s.EndSession(ctx, r.PersonID, r.EndedSessions[0]); err != nil {
			return err
		}
		r.EndedSessions = r.EndedSessions[1:]
	}
	return s.transact(ctx, event, resetWrites(r)...)
}

func resetWrites(r account.PasswordReset) []table.Write {
	writes := []table.Write{
		table.Update(table.AccountLinkKey(r.LinkID)).Set("usedAt", table.InstantOf(r.At)).
			If(table.Equal("secretHash", r.LinkHash)).If(table.Lacks("usedAt")),
		storeCredential(r.PersonID, r.Verified, r.Hash, r.At),
		table.Delete(table.LockoutKey(account.DeviceCounter(r.PersonID, account.Device{}))),
		table.Delete(table.LockoutKey(account.PasswordCounter(r.PersonID))),
		MailWrite(r.Mail),
	}
	for _, session := range r.EndedSessions {
		writes = append(writes, table.Delete(table.SessionKey(r.PersonID, session)))
	}
	return writes
}
