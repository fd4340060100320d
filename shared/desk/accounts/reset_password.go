package accounts

import (
	"context"
	"errors"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
)

// LinkReader reads account links.
type LinkReader interface {
	// Link returns a link. It returns fault.NotFound if the link does not exist.
	Link(ctx context.Context, id string) (account.Link, error)
	// ReadPasswordReset reads the person of a link, or the zero value if they do not exist, with their credential and sessions.
	ReadPasswordReset(ctx context.Context, personID string) (account.Person, account.PasswordCheck, error)
}

// LinkedPasswords stores what the use of a link reads and writes.
type LinkedPasswords interface {
	LinkReader
	// ResetPassword stores the new password, marks the link as used, deletes the recorded failures, ends all sessions and stores a
	// mail and the audit event, in one transaction. It returns account.ErrContended if the link was used, or if the person has signed in or changed the
	// password, since they were read.
	ResetPassword(ctx context.Context, reset account.PasswordReset, event audit.Event) error
}

// ResetPassword sets the password of the person whose link a mail contained: after an invitation (A2) or a request to reset the
// password (A10). It ends all sessions of the person and does not start one. The person gets a mail (A6).
type ResetPassword struct {
	Passwords LinkedPasswords
	Hasher    account.Hasher
	Policy    account.PasswordPolicy
	Clock     clock.Clock
}

// ResetPassword implements the operation reset-password.
func (r ResetPassword) ResetPassword(ctx context.Context, request api.ResetPasswordRequestObject) (api.ResetPasswordResponseObject, error) {
	now := r.Clock.Now()
	var hash string
	for range maxTries {
		token, person, passwordCheck, err := readLink(ctx, r.Passwords, request.Token, now)
		if err != nil {
			return nil, err
		}
		if hash == "" {
			if hash, err = r.hash(person, request.Body.Password); err != nil {
				return nil, err
			}
		}
		err = r.Passwords.ResetPassword(ctx, account.PasswordReset{
			LinkID: token.Link(), LinkHash: token.Hash(), PersonID: person.ID, Verified: passwordCheck.Credential, Hash: hash, At: now, EndedSessions: passwordCheck.Sessions,
			Mail: account.Mail{ID: token.Link(), Kind: account.PasswordChangedMail, PersonID: person.ID, At: now},
		}, caller.From(ctx).Event(audit.PasswordReset, now).About(person.ID).KeptFor(passwordCheck.Policy.AuditRetention))
		if !errors.Is(err, account.ErrContended) {
			return api.ResetPassword204Response{}, err
		}
	}
	return nil, fault.WithRetryAfter(fault.Locked, contendedWait)
}

// hash checks a new password and returns its hash.
func (r ResetPassword) hash(p account.Person, password string) (string, error) {
	if reason := r.Policy.Check(password, p.Username, p.Email, p.Name); reason.Key != "" {
		return "", fault.FieldErrors{{Name: "password", Message: reason}}.Err()
	}
	return r.Hasher.Hash(password)
}

// readLink returns the token in a URL, and the person whose password it can set, with their credential and sessions. It returns
// the errors of Link.Accepts and Link.AcceptsPerson.
func readLink(ctx context.Context, links LinkReader, text string, now time.Time) (account.LinkToken, account.Person, account.PasswordCheck, error) {
	refused := func(err error) (account.LinkToken, account.Person, account.PasswordCheck, error) {
		return account.LinkToken{}, account.Person{}, account.PasswordCheck{}, err
	}
	token, err := account.ParseLinkToken(text)
	if err != nil {
		return refused(fault.New(fault.NotFound))
	}
	link, err := links.Link(ctx, token.Link())
	if err != nil {
		return refused(err)
	}
	if err := link.Accepts(token, now); err != nil {
		return refused(err)
	}
	person, passwordCheck, err := links.ReadPasswordReset(ctx, link.PersonID)
	if err != nil {
		return refused(err)
	}
	if err := link.AcceptsPerson(person, passwordCheck.ChangedAt); err != nil {
		return refused(err)
	}
	return token, person, passwordCheck, nil
}
