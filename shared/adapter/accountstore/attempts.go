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

// lockoutItem records the failed attempts for a login. The duration of the lockout is not stored; the current policy determines
// it.
type lockoutItem struct {
	Failures int           `dynamodbav:"failures"`
	FailedAt table.Instant `dynamodbav:"failedAt"`
	// Attempt identifies the last attempt, so that a write that the SDK retries recognizes its own earlier success.
	Attempt string `dynamodbav:"attempt"`
}

func (i lockoutItem) failures() account.Failures {
	return account.Failures{Count: i.Failures, Last: i.FailedAt.Time()}
}

// lockoutLifetime is the time after the last failure when DynamoDB may delete the record. It exceeds the period of any policy.
const lockoutLifetime = 30 * 24 * time.Hour

// BeginAttempt resolves a login, reads the policy, and records the attempt as a failure if the login has no recorded failure
// yet. It takes one round.
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

// BeginPasswordCheck does what BeginAttempt does, for a signed-in person who enters their own password. It also reads the
// person's credential and sessions. It takes one round.
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

// unknownPersonID is read for an unknown login, so that the attempt makes the same calls as for a known login.
const unknownPersonID = "nobody"

// RecordAndReadCandidate records the attempt if it is not recorded yet, and reads the person, their credential and the number
// of their open tickets, in one round. It returns the zero value if the login is unknown, and account.ErrContended if another
// attempt was recorded in the meantime.
func (s *Store) RecordAndReadCandidate(ctx context.Context, attempt account.SignInAttempt, at time.Time) (account.SignInCandidate, error) {
	id := attempt.PersonID
	if id == "" {
		id = unknownPersonID
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
	candidate.OpenTickets, err = indexstore.DecodeOpenTickets(items[table.CountsKey(ticket.PersonCounts(candidate.Person))])
	return candidate, err
}

// RecordAttempt records an attempt as a failure if it is not recorded yet. It returns account.ErrContended if another attempt
// was recorded after attempt.Earlier was read.
func (s *Store) RecordAttempt(ctx context.Context, attempt account.SignInAttempt, at time.Time) error {
	if attempt.Recorded {
		return nil
	}
	_, recorded, err := s.recordFailure(ctx, attempt.Login, attempt.Earlier, attempt.Earlier.AfterFailure(attempt.Policy.Lockout, at))
	if err == nil && !recorded {
		return account.ErrContended
	}
	return err
}

// recordFirst records an attempt as the first failure of a login. If failures are recorded already, it returns them and false.
func (s *Store) recordFirst(ctx context.Context, login string, at time.Time) (account.Failures, bool, error) {
	stored, recorded, err := s.recordFailure(ctx, login, account.Failures{}, account.Failures{Count: 1, Last: at})
	if recorded || err != nil {
		return account.Failures{}, recorded, err
	}
	return stored, false, nil
}

// recordFailure replaces the stored failures with next if they still equal read, and returns next and true. Otherwise it
// changes nothing and returns the stored failures and false.
func (s *Store) recordFailure(ctx context.Context, login string, read, next account.Failures) (account.Failures, bool, error) {
	condition, attempt := table.IsNew(), rand.Text()
	if read.Count > 0 {
		condition = table.Equal("failures", read.Count).And(table.Equal("failedAt", table.InstantOf(read.Last)))
	}
	err := s.table.Write(ctx, table.Upsert(table.LockoutKey(login), "lockout").
		Set("failures", next.Count).Set("failedAt", table.InstantOf(next.Last)).Set("attempt", attempt).
		Set("expiresAt", next.Last.Add(lockoutLifetime).Unix()).
		If(condition))
	if item, ok := table.ConflictingItem(err); ok {
		stored, err := table.Decode[lockoutItem](item) // the zero value if the record was deleted in the meantime
		return stored.failures(), stored.Attempt == attempt, err
	}
	return next, err == nil, err
}
