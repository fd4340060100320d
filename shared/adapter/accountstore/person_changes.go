package accountstore

import (
	"context"
	"errors"

	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// InvitePerson stores a new person without a password, the link of the invitation, its mail and the audit event, in one transaction.
// It returns the errors of AddPerson.
func (s *Store) InvitePerson(ctx context.Context, p account.Person, link account.Link, event audit.Event) error {
	return duplicateLogins(s.audit.Transact(ctx, event, invitationWrites(p, link)...))
}

// invitationWrites returns the writes of newPersonWrites, and those of the invitation.
func invitationWrites(p account.Person, link account.Link) []table.Write {
	return append(newPersonWrites(p), table.Put(newLinkItem(link)), MailWrite(account.LinkMail(account.InvitationMail, link)))
}

// AddInvitedPerson stores a new person without a password, and the link of an invitation that a tool shows. It returns the errors of
// AddPerson.
func (s *Store) AddInvitedPerson(ctx context.Context, p account.Person, link account.Link) error {
	return duplicateLogins(s.table.Transact(ctx, append(newPersonWrites(p), table.Put(newLinkItem(link)))...))
}

// Invite stores the link of another invitation of a person, its mail and the audit event, in one transaction.
func (s *Store) Invite(ctx context.Context, link account.Link, event audit.Event) error {
	return s.audit.Transact(ctx, event, table.Put(newLinkItem(link)), MailWrite(account.LinkMail(account.InvitationMail, link)))
}

type administratorsItem struct {
	Version int64 `dynamodbav:"version"`
}

// PersonState reads a person to change, with their sessions and the version of the administrators, and for an administrator the staff
// directory. It takes one round, and two for an administrator. It returns fault.NotFound if the person does not exist.
func (s *Store) PersonState(ctx context.Context, id string) (account.PersonState, error) {
	var state account.PersonState
	err := observe.Parallel(ctx,
		func(ctx context.Context) error {
			items, err := s.table.BatchGet(ctx, table.Consistent, table.PersonKey(id), table.AdministratorsKey())
			if err != nil {
				return err
			}
			stored, err := table.Decode[personItem](items[table.PersonKey(id)])
			if err != nil {
				return err
			}
			state.Person = stored.person()
			administrators, err := table.Decode[administratorsItem](items[table.AdministratorsKey()])
			state.AdministratorsVersion = administrators.Version
			return err
		},
		func(ctx context.Context) error {
			sessions, err := s.table.QueryAll(ctx, table.Query{Partition: table.SessionPartition(id), Consistency: table.Consistent, KeysOnly: true})
			for _, session := range sessions {
				state.Sessions = append(state.Sessions, table.KeyOf(session).SK)
			}
			return err
		},
	)
	switch {
	case err != nil:
		return state, err
	case state.Person.ID == "":
		return state, fault.New(fault.NotFound)
	case state.Person.Role == account.Admin:
		// The directory is read after the version, so a concurrent change of the administrators is in the directory or changes the
		// version.
		state.Staff, err = settingstore.ConsistentStaff(ctx, s.table)
	}
	return state, err
}

// maxPersonSessions is the maximum number of sessions that the transaction of a change of a person ends. The other writes are at
// most 11 list keys in three partitions, before and after, five for logins and the directory, and those of mails and the event.
const maxPersonSessions = table.MaxTransaction - 6*11 - 10

// ChangePerson stores a change of a person with its audit event in one transaction, except that sessions beyond maxPersonSessions
// are ended before it, one by one. It returns account.ErrChanged if the person or, for a change that removes an administrator, the
// administrators have changed since they were read. It returns a fault.Conflict, whose field errors name the logins, if another
// person has the new user name or e-mail address.
func (s *Store) ChangePerson(ctx context.Context, c account.PersonChange, event audit.Event) error {
	for len(c.EndedSessions) > maxPersonSessions {
		if err := s.EndSession(ctx, c.Before.ID, c.EndedSessions[0]); err != nil {
			return err
		}
		c.EndedSessions = c.EndedSessions[1:]
	}
	writes, logins := personWrites(c)
	err := s.audit.Transact(ctx, event, writes...)
	failed, ok := errors.AsType[*table.FailedConditions](err)
	if !ok {
		if table.IsTransactionConflict(err) {
			return account.ErrChanged
		}
		return err
	}
	var existing fault.FieldErrors
	for i, name := range logins {
		if failed.At(i) {
			existing.Add(name, "field.duplicate")
		}
	}
	if len(existing) == 0 {
		return account.ErrChanged
	}
	return &fault.Error{Kind: fault.Conflict, Fields: existing, Cause: err}
}

// personWrites returns the writes of a change of a person. The first are the new logins, whose fields are logins.
func personWrites(c account.PersonChange) (writes []table.Write, logins []string) {
	before, after := c.Before, c.After
	var outdated []table.Write
	for _, login := range []struct{ field, before, after string }{{"username", before.Username, after.Username}, {"email", before.Email, after.Email}} {
		if table.LoginKey(login.before) != table.LoginKey(login.after) {
			logins = append(logins, login.field)
			writes = append(writes, newLogin(login.after, after.ID))
			outdated = append(outdated, table.Delete(table.LoginKey(login.before)))
		}
	}
	writes = append(writes, outdated...)
	version := table.HasVersion(before.Version)
	if before.Version == 0 {
		version = version.Or(table.Lacks("version"))
	}
	i := newPersonItem(after)
	writes = append(writes, table.Update(table.PersonKey(after.ID)).
		Set("username", i.Username).Set("name", i.Name).Set("email", i.Email).Set("phone", i.Phone).Set("role", i.Role).Set("language", i.Language).
		Set("entity", i.Entity).Set("organization", i.OrganizationID).Set("organizationName", i.OrganizationName).Set("organizationShares", i.OrganizationShares).
		Set("departments", i.Departments).Set("disabled", i.Disabled).Set("version", before.Version+1).
		If(table.Exists()).If(version))
	switch {
	case after.Role.IsStaff():
		writes = append(writes, settingstore.UpdateAgent(after))
	case before.Role.IsStaff():
		writes = append(writes, table.Delete(table.AgentKey(after.ID)))
	}
	if c.RemovesAdministrator {
		unchanged := table.HasVersion(c.AdministratorsVersion)
		if c.AdministratorsVersion == 0 {
			unchanged = unchanged.Or(table.IsNew())
		}
		writes = append(writes, table.Upsert(table.AdministratorsKey(), "administrators").Add("version", 1).If(unchanged))
	}
	writes = append(writes, listWrites(before, after)...)
	for _, session := range c.EndedSessions {
		writes = append(writes, table.Delete(table.SessionKey(after.ID, session)))
	}
	for _, mail := range c.Mails {
		writes = append(writes, MailWrite(mail))
	}
	return writes, logins
}
