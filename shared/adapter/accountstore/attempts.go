package accountstore

import (
	"context"
	"crypto/rand"
	"time"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// lockoutItem records the failed attempts at a login. How long the login is locked follows from the policy of the day.
type lockoutItem struct {
	Failures int           `dynamodbav:"failures"`
	FailedAt table.Instant `dynamodbav:"failedAt"`
	// Attempt identifies the last attempt: a call that the SDK repeats finds its own.
	Attempt string `dynamodbav:"try"`
}

func (i lockoutItem) recorded() account.Failures {
	return account.Failures{Count: i.Failures, Last: i.FailedAt.Time()}
}

// lockoutLifetime is how long after the last failure DynamoDB may delete a record; it is longer than any policy remembers.
const lockoutLifetime = 30 * 24 * time.Hour

// BeginAttempt resolves a login, reads the policy, and records the attempt as a failure if none is recorded before it, in one
// round.
func (s *Store) BeginAttempt(ctx context.Context, login string, at time.Time) (account.SignInAttempt, error) {
	attempt := account.SignInAttempt{Login: login}
	var items map[table.Key]table.Item
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			attempt.Earlier, attempt.Recorded, err = s.recordFirst(ctx, login, at)
			return err
		},
		func(ctx context.Context) (err error) {
			items, err = s.table.BatchGet(ctx, table.Consistent, table.LoginKey(login), table.SettingsKey())
			return err
		},
	)
	if err != nil {
		return account.SignInAttempt{}, err
	}
	stored, err := table.Decode[loginItem](items[table.LoginKey(login)])
	if err != nil {
		return account.SignInAttempt{}, err
	}
	attempt.PersonID = stored.PersonID
	attempt.Policy, err = signInPolicy(items[table.SettingsKey()])
	return attempt, err
}

// BeginPasswordCheck records that a signed-in person enters their own password, as BeginAttempt does, and reads their credential
// and sessions, in one round.
func (s *Store) BeginPasswordCheck(ctx context.Context, p account.Person, at time.Time) (account.PasswordCheck, error) {
	check := account.PasswordCheck{SignInAttempt: account.SignInAttempt{Login: p.Username, PersonID: p.ID}}
	var (
		items    map[table.Key]table.Item
		sessions []table.Item
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			check.Earlier, check.Recorded, err = s.recordFirst(ctx, p.Username, at)
			return err
		},
		func(ctx context.Context) (err error) {
			items, err = s.table.BatchGet(ctx, table.Consistent, table.CredentialKey(p.ID), table.SettingsKey())
			return err
		},
		func(ctx context.Context) (err error) {
			sessions, err = s.table.QueryAll(ctx, table.Query{
				Partition: table.SessionPartition(p.ID), Consistency: table.Consistent, KeysOnly: true,
			})
			return err
		},
	)
	if err != nil {
		return account.PasswordCheck{}, err
	}
	for _, session := range sessions {
		check.Sessions = append(check.Sessions, table.KeyOf(session).SK)
	}
	if check.Policy, err = signInPolicy(items[table.SettingsKey()]); err != nil {
		return account.PasswordCheck{}, err
	}
	check.Credential, err = decodeCredential(items[table.CredentialKey(p.ID)])
	return check, err
}

func signInPolicy(item table.Item) (account.SignInPolicy, error) {
	decoded, err := settingstore.DecodeSettings(item)
	return decoded.SignIn(), err
}

// nobody is the identifier that is read when a login does not exist, so that such an attempt takes the same calls.
const nobody = "nobody"

// Candidate records the attempt, unless it is recorded, and reads the person and their credential, in one round.
// account.ErrContended when another attempt was recorded meanwhile.
func (s *Store) Candidate(ctx context.Context, attempt account.SignInAttempt, at time.Time) (account.SignInCandidate, error) {
	id := attempt.PersonID
	if id == "" {
		id = nobody
	}
	credential, person := table.CredentialKey(id), table.PersonKey(id)
	asRequester, asAgent := table.CountsKey(ticket.RequesterCounts(id)), table.CountsKey(ticket.AgentCounts(id))
	var items map[table.Key]table.Item
	err := observe.Parallel(ctx,
		func(ctx context.Context) error { return s.RecordAttempt(ctx, attempt, at) },
		func(ctx context.Context) (err error) {
			items, err = s.table.BatchGet(ctx, table.Consistent, credential, person, asRequester, asAgent)
			return err
		},
	)
	if err != nil || items[person] == nil {
		return account.SignInCandidate{}, err
	}
	stored, err := table.Decode[personItem](items[person])
	if err != nil {
		return account.SignInCandidate{}, err
	}
	candidate := account.SignInCandidate{Person: stored.person()}
	if candidate.Credential, err = decodeCredential(items[credential]); err != nil {
		return account.SignInCandidate{}, err
	}
	candidate.OpenTickets, err = indexstore.DecodeOpenTickets(items[table.CountsKey(ticket.OwnCounts(candidate.Person))])
	return candidate, err
}

// RecordAttempt records an attempt as a failure, unless it is recorded. account.ErrContended when another attempt was recorded after
// the record was read.
func (s *Store) RecordAttempt(ctx context.Context, attempt account.SignInAttempt, at time.Time) error {
	if attempt.Recorded {
		return nil
	}
	_, recorded, err := s.recordFailure(ctx, attempt.Login, attempt.Earlier, attempt.Earlier.Next(attempt.Policy.Lockout, at))
	if err == nil && !recorded {
		return account.ErrContended
	}
	return err
}

// recordFirst records an attempt as the first failure, or returns the failures that are recorded already.
func (s *Store) recordFirst(ctx context.Context, login string, at time.Time) (account.Failures, bool, error) {
	stored, recorded, err := s.recordFailure(ctx, login, account.Failures{}, account.Failures{Count: 1, Last: at})
	if recorded || err != nil {
		return account.Failures{}, recorded, err
	}
	return stored, false, nil
}

// recordFailure replaces the failures that were read by the next ones. When others are stored by now it changes nothing, and
// returns those and false.
func (s *Store) recordFailure(ctx context.Context, login string, read, next account.Failures) (account.Failures, bool, error) {
	condition, attempt := table.IsNew(), rand.Text()
	if read.Count > 0 {
		condition = table.Equal("failures", read.Count).And(table.Equal("failedAt", table.InstantOf(read.Last)))
	}
	err := s.table.Write(ctx, table.Upsert(table.LockoutKey(login), "lockout").
		Set("failures", next.Count).Set("failedAt", table.InstantOf(next.Last)).Set("try", attempt).
		Set("expiresAt", next.Last.Add(lockoutLifetime).Unix()).
		If(condition))
	if item, ok := table.ConflictingItem(err); ok {
		stored, err := table.Decode[lockoutItem](item) // the zero value when the record was deleted meanwhile
		return stored.recorded(), stored.Attempt == attempt, err
	}
	return next, err == nil, err
}
