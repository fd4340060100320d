package accountstore

import (
	"context"
	"crypto/rand"
	"time"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// lockoutItem records the failed attempts of a counter. The duration of the lockout is not stored; the current policy determines
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

// lockoutLifetime is the time after the last failure after which DynamoDB may delete the record. It exceeds the period of any
// policy.
const lockoutLifetime = 30 * 24 * time.Hour

// FindLogin returns the owner of a login and the policy of signing in. It takes one round.
func (s *Store) FindLogin(ctx context.Context, login string) (account.Login, error) {
	items, err := s.table.BatchGet(ctx, table.Consistent, table.LoginKey(login), table.SettingsKey())
	if err != nil {
		return account.Login{}, err
	}
	stored, err := table.Decode[loginItem](items[table.LoginKey(login)])
	if err != nil {
		return account.Login{}, err
	}
	policy, err := signInPolicy(items[table.SettingsKey()])
	return account.Login{PersonID: stored.PersonID, Policy: policy}, err
}

// BeginPasswordCheck records an attempt of a signed-in person to enter their own password as a failure, and reads the same data
// as ReadPasswordCheck. It takes one round, or two if there are failures already. It returns fault.Locked, with the remaining
// time, during a lock.
func (s *Store) BeginPasswordCheck(ctx context.Context, personID string, at time.Time) (account.PasswordCheck, error) {
	counter := account.PasswordCounter(personID)
	var (
		check  account.PasswordCheck
		stored account.Failures
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			stored, err = s.recordFirst(ctx, counter, at)
			return err
		},
		func(ctx context.Context) (err error) {
			check, err = s.ReadPasswordCheck(ctx, personID)
			return err
		},
	)
	if err == nil && stored.Count > 0 {
		err = s.recordFailure(ctx, counter, check.Policy.Lockout, stored, at)
	}
	return check, err
}

// ReadPasswordCheck reads a person's credential and sessions, and the policy. It takes one round.
func (s *Store) ReadPasswordCheck(ctx context.Context, personID string) (account.PasswordCheck, error) {
	var (
		items    map[table.Key]table.Item
		sessions []table.Item
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			items, err = s.table.BatchGet(ctx, table.Consistent, table.CredentialKey(personID), table.SettingsKey())
			return err
		},
		func(ctx context.Context) (err error) {
			sessions, err = s.table.QueryAll(ctx, table.Query{
				Partition: table.SessionPartition(personID), Consistency: table.Consistent, KeysOnly: true,
			})
			return err
		},
	)
	if err != nil {
		return account.PasswordCheck{}, err
	}
	var check account.PasswordCheck
	for _, session := range sessions {
		check.Sessions = append(check.Sessions, table.KeyOf(session).SK)
	}
	if check.Policy, err = signInPolicy(items[table.SettingsKey()]); err != nil {
		return account.PasswordCheck{}, err
	}
	check.Credential, err = decodeCredential(items[table.CredentialKey(personID)])
	return check, err
}

func signInPolicy(item table.Item) (account.SignInPolicy, error) {
	decoded, err := settingstore.DecodeSettings(item)
	return decoded.SignIn(), err
}

// unknownPersonID is read for an unknown login, so that the attempt makes the same calls as for a known login.
const unknownPersonID = "nobody"

// RecordAndReadCandidate records the attempt as a failure, and reads the person, their credential and the number of their open
// tickets. It takes one round, or two if the counter has failures that the policy forgets. It returns the zero value if the login
// is unknown, and fault.Locked, with the remaining time, during a lock.
func (s *Store) RecordAndReadCandidate(ctx context.Context, attempt account.SignInAttempt, at time.Time) (account.SignInCandidate, error) {
	id := attempt.PersonID
	if id == "" {
		id = unknownPersonID
	}
	credential, person := table.CredentialKey(id), table.PersonKey(id)
	asRequester, asAgent := table.CountsKey(ticket.RequesterCounts(id)), table.CountsKey(ticket.AgentCounts(id))
	var items map[table.Key]table.Item
	err := observe.Parallel(ctx,
		func(ctx context.Context) error {
			return s.recordFailure(ctx, attempt.Counter, attempt.Policy.Lockout, account.Failures{}, at)
		},
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
	candidate.Tickets, err = indexstore.DecodeTicketCounts(items[table.CountsKey(ticket.PersonCounts(candidate.Person))])
	return candidate, err
}

// recordFirst records an attempt as the first failure of a counter. If failures are recorded already, it returns them and does not
// record the attempt.
func (s *Store) recordFirst(ctx context.Context, counter account.Counter, at time.Time) (account.Failures, error) {
	write, attempt := failureWrite(counter, at)
	stored, err := s.writeFailure(ctx, write.Set("failures", 1).If(table.IsNew()), attempt)
	if stored == nil {
		return account.Failures{}, err
	}
	return *stored, nil
}

// maxFailureTries is the maximum number of tries of recordFailure. A further try is needed if a concurrent attempt changes
// failures that the policy forgets.
const maxFailureTries = 3

// recordFailure adds a failure to a counter. If the counter is locked, it adds nothing and returns fault.Locked with the
// remaining time. One conditional write checks the lock and adds the failure, so concurrent attempts are all counted. stored
// holds the failures that the caller has read, or the zero value. Failures that the policy forgets are replaced by a second
// write.
func (s *Store) recordFailure(ctx context.Context, counter account.Counter, policy account.Lockout, stored account.Failures, at time.Time) error {
	for range maxFailureTries {
		write, attempt := failureWrite(counter, at)
		if stored.Count > 0 && policy.Forgets(stored.Last, at) {
			write = write.Set("failures", 1).
				If(table.Equal("failures", stored.Count)).If(table.Equal("failedAt", table.InstantOf(stored.Last)))
		} else {
			write = write.Add("failures", 1).If(unlocked(policy, at)).
				If(table.Lacks("attempt").Or(table.NotEqual("attempt", attempt))) // a retry of the SDK counts once
		}
		conflicting, err := s.writeFailure(ctx, write, attempt)
		if conflicting == nil {
			return err
		}
		stored = *conflicting
		if wait := policy.Wait(stored, at); wait > 0 {
			return fault.WithRetryAfter(fault.Locked, wait)
		}
	}
	return fault.WithRetryAfter(fault.Locked, time.Second)
}

// unlocked returns the condition that a counter has no failures, or that the policy does not forget its failures and that they
// cause no lock at a time.
func unlocked(policy account.Lockout, at time.Time) table.Condition {
	locks := policy.Locks()
	failedBefore := func(lock account.Lock) table.Condition {
		return table.AtMost("failedAt", table.InstantOf(at.Add(-lock.Duration)))
	}
	condition := table.Less("failures", locks[0].Failures).Or(failedBefore(locks[len(locks)-1]))
	for _, lock := range locks {
		condition = condition.Or(table.AtMost("failures", lock.Failures).And(failedBefore(lock)))
	}
	remembered := table.Greater("failedAt", table.InstantOf(policy.ForgottenBefore(at)))
	return table.IsNew().Or(remembered.And(condition))
}

// failureWrite returns a write that records a failure but does not set the number of failures, and the identifier of the
// attempt.
func failureWrite(counter account.Counter, at time.Time) (table.Write, string) {
	attempt := rand.Text()
	return table.Upsert(table.LockoutKey(counter), "lockout").Set("failedAt", table.InstantOf(at)).
		Set("attempt", attempt).Set("expiresAt", at.Add(lockoutLifetime).Unix()), attempt
}

// writeFailure executes a write of failureWrite. It returns nil if the write succeeded. If the condition is not met, it returns
// the stored failures, which may be the zero value.
func (s *Store) writeFailure(ctx context.Context, write table.Write, attempt string) (*account.Failures, error) {
	err := s.table.Write(ctx, write)
	item, conflict := table.ConflictingItem(err)
	if !conflict {
		return nil, err
	}
	stored, err := table.Decode[lockoutItem](item) // the zero value if the record was deleted in the meantime
	if err != nil || stored.Attempt == attempt {
		return nil, err
	}
	failures := stored.failures()
	return &failures, nil
}
