package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// BeginAttempt begins a try at a login in one round: it finds whose login it is, and counts the try where the record is clean.
func (t *Table) BeginAttempt(ctx context.Context, login string, at time.Time) (account.SignInAttempt, error) {
	try := account.SignInAttempt{Login: login}
	var found map[Key]item
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			try.Earlier, try.Recorded, err = t.countFirst(ctx, login, at)
			return err
		},
		func(ctx context.Context) (err error) {
			found, err = t.batchGet(ctx, true, loginKey(login), settingsKey())
			return err
		},
	)
	if err != nil {
		return account.SignInAttempt{}, err
	}
	whose, err := decode[loginItem](found[loginKey(login)])
	if err != nil {
		return account.SignInAttempt{}, err
	}
	try.PersonID = whose.PersonID
	try.Policy, err = signInPolicyOf(found)
	return try, err
}

// countFirst counts a try where none was counted before; else it returns the record.
func (t *Table) countFirst(ctx context.Context, login string, at time.Time) (account.Failures, bool, error) {
	seen, counted, err := t.countFailure(ctx, login, account.Failures{}, account.Failures{Count: 1, Last: at})
	if counted || err != nil {
		return account.Failures{}, counted, err
	}
	return seen, false, nil
}

func signInPolicyOf(found map[Key]item) (account.SignInPolicy, error) {
	stored, ok := found[settingsKey()]
	if !ok {
		return settings.Default().SignIn(), nil
	}
	decoded, err := settingsOf(stored)
	return decoded.SignIn(), err
}

// nobody stands for the person of a login that is nobody's, so that finding that out takes the same calls.
const nobody = "nobody"

// Candidate counts the try, unless it is counted, and reads who it would be and what to verify against, in one round.
// account.ErrContended when another try was counted meanwhile.
func (t *Table) Candidate(ctx context.Context, try account.SignInAttempt, at time.Time) (account.SignInCandidate, error) {
	id := try.PersonID
	if id == "" {
		id = nobody
	}
	credential, person := credentialKey(id), personKey(id)
	asRequester, asAgent := countsKey(ticket.RequesterCounts(id)), countsKey(ticket.AgentCounts(id))
	var found map[Key]item
	err := observe.Parallel(ctx,
		func(ctx context.Context) error { return t.CountTry(ctx, try, at) },
		func(ctx context.Context) (err error) {
			found, err = t.batchGet(ctx, true, credential, person, asRequester, asAgent)
			return err
		},
	)
	if err != nil || found[person] == nil {
		return account.SignInCandidate{}, err
	}
	kept, err := decode[personItem](found[person])
	if err != nil {
		return account.SignInCandidate{}, err
	}
	candidate := account.SignInCandidate{Person: kept.person()}
	if candidate.Credential, err = secretOf(found[credential]); err != nil {
		return account.SignInCandidate{}, err
	}
	candidate.OpenTickets, err = indexstore.DecodeOpenTickets(found[countsKey(ticket.OwnCounts(candidate.Person))])
	return candidate, err
}

// CountTry counts a try on the record it has seen, unless it is counted. account.ErrContended when another was counted
// meanwhile.
func (t *Table) CountTry(ctx context.Context, try account.SignInAttempt, at time.Time) error {
	if try.Recorded {
		return nil
	}
	_, counted, err := t.countFailure(ctx, try.Login, try.Earlier, try.Earlier.Next(try.Policy.Lockout, at))
	if err == nil && !counted {
		return account.ErrContended
	}
	return err
}

func secretOf(attributes item) (account.Credential, error) {
	kept, err := decode[credentialItem](attributes)
	return account.Credential{Hash: kept.Hash, Version: kept.Version}, err
}

// StartSession keeps a session, clears its login's record of failures and notes the sign-in on the secret, all or nothing.
// account.ErrContended when the password has changed since it was verified.
func (t *Table) StartSession(ctx context.Context, s account.NewSession) error {
	begun, err := encode(sessionItem{
		header:    expiring(sessionKey(s.PersonID, s.TokenHash), "session", s.EndsAt),
		StartedAt: stamp(s.StartedAt),
	})
	if err != nil {
		return err
	}
	hash := s.Rehashed
	if hash == "" {
		hash = s.Verified.Hash
	}
	return t.settle(ctx,
		t.signedIn(s, hash),
		t.clearLockout(s.Login),
		types.TransactWriteItem{Put: &types.Put{TableName: &t.name, Item: begun}},
	)
}

// signedIn notes a sign-in on the secret that was verified, so that a change of the password in the making sees it. Sign-ins
// at once don't exclude one another.
func (t *Table) signedIn(s account.NewSession, hash string) types.TransactWriteItem {
	return types.TransactWriteItem{Update: &types.Update{
		TableName: &t.name, Key: credentialKey(s.PersonID).attributes(),
		UpdateExpression:         aws.String("SET #hash = :hash, version = if_not_exists(version, :none) + :one, signedInAt = :at"),
		ConditionExpression:      aws.String("#hash = :verified"),
		ExpressionAttributeNames: map[string]string{"#hash": "hash"},
		ExpressionAttributeValues: item{
			":hash": text(hash), ":none": integer(0), ":one": integer(1), ":at": text(stamp(s.StartedAt)), ":verified": text(s.Verified.Hash),
		},
	}}
}

// changedSecret replaces the secret that was verified, unless anything was done to it since.
func (t *Table) changedSecret(c account.PasswordChange) types.TransactWriteItem {
	condition := "#hash = :verified AND version = :version"
	if c.Verified.Version == 0 { // nobody has signed in with it yet
		condition = "#hash = :verified AND (attribute_not_exists(version) OR version = :version)"
	}
	return types.TransactWriteItem{Update: &types.Update{
		TableName: &t.name, Key: credentialKey(c.PersonID).attributes(),
		UpdateExpression:         aws.String("SET #hash = :hash, version = :next, changedAt = :at"),
		ConditionExpression:      &condition,
		ExpressionAttributeNames: map[string]string{"#hash": "hash"},
		ExpressionAttributeValues: item{
			":hash": text(c.Hash), ":at": text(stamp(c.At)), ":verified": text(c.Verified.Hash),
			":version": integer(c.Verified.Version), ":next": integer(c.Verified.Version + 1),
		},
	}}
}

func (t *Table) clearLockout(login string) types.TransactWriteItem {
	return types.TransactWriteItem{Delete: &types.Delete{TableName: &t.name, Key: lockoutKey(login).attributes()}}
}

const (
	// settleTries is how often a transaction is tried that another one at the same items keeps out.
	settleTries = 4
	settlePause = 15 * time.Millisecond
)

// settle writes all or nothing; account.ErrContended when a condition does not hold, or other transactions at the same items
// keep it out.
func (t *Table) settle(ctx context.Context, writes ...types.TransactWriteItem) error {
	for try := range settleTries {
		err := t.transact(ctx, writes...)
		if errors.Is(err, ErrTaken) {
			return account.ErrContended
		}
		cancelled, ok := errors.AsType[*types.TransactionCanceledException](err)
		if !ok || !inConflict(cancelled) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(settlePause << try):
		}
	}
	return account.ErrContended
}

func inConflict(cancelled *types.TransactionCanceledException) bool {
	for _, reason := range cancelled.CancellationReasons {
		if reason.Code != nil && *reason.Code == "TransactionConflict" {
			return true
		}
	}
	return false
}

// EndSession deletes a session; one that isn't there is deleted already.
func (t *Table) EndSession(ctx context.Context, personID, tokenHash string) error {
	return t.remove(ctx, sessionKey(personID, tokenHash))
}

// Proof begins a try at a signed-in person's own password, in one round: as BeginAttempt does, with the secret and the sessions.
func (t *Table) Proof(ctx context.Context, p account.Person, at time.Time) (account.PasswordCheck, error) {
	proof := account.PasswordCheck{SignInAttempt: account.SignInAttempt{Login: p.Username, PersonID: p.ID}}
	var (
		found    map[Key]item
		sessions []item
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			proof.Earlier, proof.Recorded, err = t.countFirst(ctx, p.Username, at)
			return err
		},
		func(ctx context.Context) (err error) {
			found, err = t.batchGet(ctx, true, credentialKey(p.ID), settingsKey())
			return err
		},
		func(ctx context.Context) (err error) {
			sessions, err = t.sessionsOf(ctx, p.ID)
			return err
		},
	)
	if err != nil {
		return account.PasswordCheck{}, err
	}
	for _, session := range sessions {
		proof.Sessions = append(proof.Sessions, keyOf(session).SK)
	}
	if proof.Policy, err = signInPolicyOf(found); err != nil {
		return account.PasswordCheck{}, err
	}
	proof.Credential, err = secretOf(found[credentialKey(p.ID)])
	return proof, err
}

func (t *Table) sessionsOf(ctx context.Context, person string) ([]item, error) {
	consistent, projection := true, "pk, sk"
	return t.queryAll(ctx, &dynamodb.QueryInput{
		KeyConditionExpression: aKey, ExpressionAttributeValues: partitionOf(sessionPartition(person)),
		ConsistentRead: &consistent, ProjectionExpression: &projection,
	})
}

// endedAtOnce is how many sessions end in the same transaction as the password changes, which takes 100 writes at most.
const endedAtOnce = 95

// ChangePassword keeps a new hash, clears the record of failures and ends sessions, all or nothing. account.ErrContended when
// somebody signed in or changed the password since the proof, so that no session of the old password stays.
func (t *Table) ChangePassword(ctx context.Context, c account.PasswordChange) error {
	ends := c.Ends
	for len(ends) > endedAtOnce {
		if err := t.EndSession(ctx, c.PersonID, ends[0]); err != nil {
			return err
		}
		ends = ends[1:]
	}
	writes := []types.TransactWriteItem{t.changedSecret(c), t.clearLockout(c.Login)}
	for _, session := range ends {
		writes = append(writes, types.TransactWriteItem{Delete: &types.Delete{
			TableName: &t.name, Key: sessionKey(c.PersonID, session).attributes(),
		}})
	}
	return t.settle(ctx, writes...)
}
