package accountstore

import (
	"cmp"
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
)

// credentialItem is stored apart from the person, so that reads of people never return a password hash.
type credentialItem struct {
	table.Header
	Hash string `dynamodbav:"hash"`
	// Version grows with every sign-in and every change. A change of the password requires the version that was read.
	Version    int64         `dynamodbav:"version,omitempty"`
	ChangedAt  table.Instant `dynamodbav:"changedAt,omitempty"`
	SignedInAt table.Instant `dynamodbav:"signedInAt,omitempty"`
}

func decodeCredential(item table.Item) (account.Credential, error) {
	stored, err := table.Decode[credentialItem](item)
	return account.Credential{Hash: stored.Hash, Version: stored.Version, ChangedAt: stored.ChangedAt.Time()}, err
}

type sessionItem struct {
	table.Header
	StartedAt table.Instant `dynamodbav:"startedAt"`
	// IdleEndsAt is zero if the session does not end without activity.
	IdleEndsAt table.Instant `dynamodbav:"idleEndsAt,omitempty"`
	// LastUsedAt is zero if no use was recorded after StartedAt.
	LastUsedAt table.Instant `dynamodbav:"lastUsedAt,omitempty"`
	Browser    string        `dynamodbav:"browser,omitempty"`
}

// ended reports whether the session has ended. DynamoDB deletes items up to days after they expire.
func (i sessionItem) ended(now time.Time) bool {
	idleEndsAt := i.IdleEndsAt.Time()
	return now.Unix() >= i.ExpiresAt || !idleEndsAt.IsZero() && !now.Before(idleEndsAt)
}

func (i sessionItem) lastUse() time.Time {
	if i.LastUsedAt.Time().IsZero() {
		return i.StartedAt.Time()
	}
	return i.LastUsedAt.Time()
}

func (i sessionItem) listed() account.ListedSession {
	return account.ListedSession{TokenHash: i.SK, Browser: i.Browser, StartedAt: i.StartedAt.Time(), LastUsedAt: i.lastUse()}
}

func newSessionItem(n account.NewSession) sessionItem {
	return sessionItem{
		Header:    table.ExpiringHeader(table.SessionKey(n.PersonID, n.TokenHash), "session", n.EndsAt),
		StartedAt: table.InstantOf(n.StartedAt), IdleEndsAt: table.InstantOf(n.IdleEndsAt), Browser: n.Browser,
	}
}

// Session returns the session with a token's hash. It returns fault.Unauthenticated if the session does not exist or has ended,
// or if the person is disabled. It takes one eventually consistent read, and a consistent read only if the session is not found
// or has ended, because its end may have been moved.
func (s *Store) Session(ctx context.Context, personID, tokenHash string) (account.Session, error) {
	session, err := s.readSession(ctx, personID, tokenHash, table.Eventual)
	if errors.Is(err, table.ErrMissing) {
		session, err = s.readSession(ctx, personID, tokenHash, table.Consistent)
	}
	if errors.Is(err, table.ErrMissing) {
		return account.Session{}, fault.New(fault.Unauthenticated)
	}
	return session, err
}

// readSession returns table.ErrMissing if the session or the person does not exist, or if the session has ended.
func (s *Store) readSession(ctx context.Context, personID, tokenHash string, consistency table.Consistency) (account.Session, error) {
	sessionKey, personKey := table.SessionKey(personID, tokenHash), table.PersonKey(personID)
	items, err := s.table.BatchGet(ctx, consistency, sessionKey, personKey)
	if err != nil {
		return account.Session{}, err
	}
	if items[sessionKey] == nil || items[personKey] == nil {
		return account.Session{}, table.ErrMissing
	}
	session, err := table.Decode[sessionItem](items[sessionKey])
	if err != nil {
		return account.Session{}, err
	}
	if session.ended(time.Now()) {
		return account.Session{}, table.ErrMissing
	}
	stored, err := table.Decode[personItem](items[personKey])
	if err != nil {
		return account.Session{}, err
	}
	if stored.Disabled {
		return account.Session{}, fault.New(fault.Unauthenticated)
	}
	return account.Session{Person: stored.person(), IdleEndsAt: session.IdleEndsAt.Time(), LastUsedAt: session.lastUse()}, nil
}

// ListSessions returns the sessions of a person that have not ended at now, in no particular order. It takes one round.
func (s *Store) ListSessions(ctx context.Context, personID string, now time.Time) ([]account.ListedSession, error) {
	items, err := s.table.QueryAll(ctx, table.Query{Partition: table.SessionPartition(personID), Consistency: table.Consistent})
	if err != nil {
		return nil, err
	}
	var sessions []account.ListedSession
	for _, item := range items {
		stored, err := table.Decode[sessionItem](item)
		if err != nil {
			return nil, err
		}
		if !stored.ended(now) {
			sessions = append(sessions, stored.listed())
		}
	}
	return sessions, nil
}

// RecordUse records when a session was last used. It does nothing if the session does not exist.
func (s *Store) RecordUse(ctx context.Context, personID, tokenHash string, at time.Time) error {
	err := s.table.Write(ctx, table.Update(table.SessionKey(personID, tokenHash)).
		Set("lastUsedAt", table.InstantOf(at)).If(table.Exists()))
	if errors.Is(err, table.ErrConflict) {
		return nil
	}
	return err
}

// ExtendSession records when a session was last used, and moves the instant at which it ends without activity, unless a concurrent
// request has stored a later instant. It returns the stored instant. It returns fault.Unauthenticated if the session does not exist
// or has ended.
func (s *Store) ExtendSession(ctx context.Context, personID, tokenHash string, usedAt, idleEndsAt time.Time) (time.Time, error) {
	err := s.table.Write(ctx, table.Update(table.SessionKey(personID, tokenHash)).
		Set("lastUsedAt", table.InstantOf(usedAt)).Set("idleEndsAt", table.InstantOf(idleEndsAt)).
		If(table.Exists()).If(table.Lacks("idleEndsAt").Or(table.AtMost("idleEndsAt", table.InstantOf(idleEndsAt)))))
	if !errors.Is(err, table.ErrConflict) {
		return idleEndsAt, err
	}
	session, err := s.readSession(ctx, personID, tokenHash, table.Consistent)
	if errors.Is(err, table.ErrMissing) {
		return time.Time{}, fault.New(fault.Unauthenticated)
	}
	return session.IdleEndsAt, err
}

// StartSession stores a session, deletes the failures of its counter, records the sign-in in the credential and stores its audit
// event, in one transaction. It returns account.ErrContended if the password has changed since it was verified.
func (s *Store) StartSession(ctx context.Context, n account.NewSession, event audit.Event) error {
	return s.transact(ctx, event, sessionWrites(n)...)
}

func sessionWrites(n account.NewSession) []table.Write {
	writes := []table.Write{
		recordSignIn(n),
		table.Delete(table.LockoutKey(n.Counter)),
		table.Put(newSessionItem(n)),
	}
	if n.Replaces != (account.SessionID{}) {
		writes = append(writes, table.Delete(table.SessionKey(n.Replaces.PersonID, n.Replaces.TokenHash)))
	}
	return writes
}

// recordSignIn records a sign-in in the credential that was verified. It increments the version, so a concurrent password
// change that read the previous version fails. The condition is on the hash, not on the version, so concurrent sign-ins do not
// make each other fail. The exception is a sign-in that replaces the hash with a new hash of the same password: a concurrent
// sign-in then fails with account.ErrContended.
func recordSignIn(n account.NewSession) table.Write {
	return table.Update(table.CredentialKey(n.PersonID)).
		Set("hash", cmp.Or(n.Rehashed, n.Verified.Hash)).AddFrom("version", 0, 1).Set("signedInAt", table.InstantOf(n.StartedAt)).
		If(table.Equal("hash", n.Verified.Hash))
}

// EndSession deletes a session. It returns nil if the session does not exist.
func (s *Store) EndSession(ctx context.Context, personID, tokenHash string) error {
	return s.table.Write(ctx, table.Delete(table.SessionKey(personID, tokenHash)))
}

// EndSessions deletes sessions. It is not one transaction. Sessions that do not exist are ignored.
func (s *Store) EndSessions(ctx context.Context, personID string, tokenHashes ...string) error {
	writes := make([]table.Write, 0, len(tokenHashes))
	for _, hash := range tokenHashes {
		writes = append(writes, table.Delete(table.SessionKey(personID, hash)))
	}
	return s.table.BatchWrite(ctx, writes)
}

// SignOut deletes a session and stores the audit event of the act. If the session does not exist, it does nothing and returns nil.
func (s *Store) SignOut(ctx context.Context, personID, tokenHash string, event audit.Event) error {
	err := s.audit.Transact(ctx, event, table.Delete(table.SessionKey(personID, tokenHash)).If(table.Exists()))
	if errors.Is(err, table.ErrConflict) {
		return nil
	}
	return err
}

// maxEndedSessions is the maximum number of sessions that the transaction of a password change ends. The transaction has five
// other writes.
const maxEndedSessions = table.MaxTransaction - 5

// ChangePassword stores a new hash, deletes the failures of the person's PasswordCounter, starts a session, ends sessions, and
// stores a record from which `notify` queues a mail, and the audit event. It is one transaction, except that the sessions beyond maxEndedSessions are
// ended before it, one by one. It returns account.ErrContended if the person has signed in or changed the password since it was
// verified. The caller then verifies the password and reads the sessions again, so a session that was started in the meantime with
// the old password is ended too.
func (s *Store) ChangePassword(ctx context.Context, c account.PasswordChange, event audit.Event) error {
	for len(c.EndedSessions) > maxEndedSessions {
		if err := s.EndSession(ctx, c.PersonID, c.EndedSessions[0]); err != nil {
			return err
		}
		c.EndedSessions = c.EndedSessions[1:]
	}
	return s.transact(ctx, event, passwordWrites(c)...)
}

func passwordWrites(c account.PasswordChange) []table.Write {
	renewed := account.NewSession{PersonID: c.PersonID, TokenHash: c.TokenHash, StartedAt: c.At, EndsAt: c.EndsAt, IdleEndsAt: c.IdleEndsAt, Browser: c.Browser}
	writes := []table.Write{
		storeCredential(c.PersonID, c.Verified, c.Hash, c.At), table.Delete(table.LockoutKey(account.PasswordCounter(c.PersonID))), table.Put(newSessionItem(renewed)),
		MailWrite(account.Mail{ID: c.TokenHash, Kind: account.PasswordChangedMail, PersonID: c.PersonID, At: c.At}),
	}
	for _, session := range c.EndedSessions {
		writes = append(writes, table.Delete(table.SessionKey(c.PersonID, session)))
	}
	return writes
}

// storeCredential replaces the verified credential, which is the zero value if the person has none. The write fails if the stored
// credential is no longer the verified credential.
func storeCredential(personID string, verified account.Credential, hash string, at time.Time) table.Write {
	write := table.Upsert(table.CredentialKey(personID), "credential").
		Set("hash", hash).Set("version", verified.Version+1).Set("changedAt", table.InstantOf(at))
	if verified.Hash == "" {
		return write.If(table.IsNew())
	}
	version := table.HasVersion(verified.Version)
	if verified.Version == 0 { // nobody has signed in with this credential yet
		version = version.Or(table.Lacks("version"))
	}
	return write.If(table.Equal("hash", verified.Hash)).If(version)
}

// transact executes the writes and stores their audit event in one transaction. It returns account.ErrContended if a condition is not met, or if every
// attempt conflicts with other transactions.
func (s *Store) transact(ctx context.Context, event audit.Event, writes ...table.Write) error {
	err := s.audit.Transact(ctx, event, writes...)
	if errors.Is(err, table.ErrConflict) || table.IsTransactionConflict(err) {
		return account.ErrContended
	}
	return err
}
