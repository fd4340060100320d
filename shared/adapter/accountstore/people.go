package accountstore

import (
	"context"
	"errors"

	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/observe"
)

type personItem struct {
	table.Header
	ID                 string   `dynamodbav:"id"`
	Username           string   `dynamodbav:"username"`
	Name               string   `dynamodbav:"name"`
	Email              string   `dynamodbav:"email"`
	Phone              string   `dynamodbav:"phone,omitempty"`
	Role               string   `dynamodbav:"role"`
	Language           string   `dynamodbav:"language"`
	TimeZone           string   `dynamodbav:"timeZone"`
	Entity             string   `dynamodbav:"entity,omitempty"`
	OrganizationID     string   `dynamodbav:"organization,omitempty"`
	OrganizationName   string   `dynamodbav:"organizationName,omitempty"`
	OrganizationShares bool     `dynamodbav:"organizationShares,omitempty"`
	Departments        []string `dynamodbav:"departments,omitempty"`
	Away               bool     `dynamodbav:"away,omitempty"`
	BackOn             string   `dynamodbav:"backOn,omitempty"`
	Disabled           bool     `dynamodbav:"disabled,omitempty"`
	Version            int64    `dynamodbav:"version,omitempty"`
}

func newPersonItem(p account.Person) personItem {
	return personItem{
		Header: table.NewHeader(table.PersonKey(p.ID), "person"),
		ID:     p.ID, Username: p.Username, Name: p.Name, Email: p.Email, Phone: p.Phone, Role: string(p.Role),
		Language: string(p.Language), TimeZone: p.TimeZone, Entity: p.Entity,
		OrganizationID: p.Organization.ID, OrganizationName: p.Organization.Name, OrganizationShares: p.Organization.Shares,
		Departments: p.Departments, Away: p.Away, BackOn: p.BackOn, Disabled: p.Disabled, Version: p.Version,
	}
}

func (i personItem) person() account.Person {
	return account.Person{
		ID: i.ID, Username: i.Username, Name: i.Name, Email: i.Email, Phone: i.Phone, Role: account.Role(i.Role),
		Language: locale.Language(i.Language), TimeZone: i.TimeZone, Entity: i.Entity,
		Organization: account.Organization{ID: i.OrganizationID, Name: i.OrganizationName, Shares: i.OrganizationShares},
		Departments:  i.Departments, Away: i.Away, BackOn: i.BackOn, Disabled: i.Disabled, Version: i.Version,
	}
}

// loginItem maps a user name or an e-mail address to a person.
type loginItem struct {
	table.Header
	PersonID string `dynamodbav:"personId"`
}

// AddPerson stores a new person with their logins and, unless passwordHash is empty, their credential. Staff are also stored in
// the directory. All items are stored in one transaction. AddPerson returns a fault.Conflict, which wraps table.ErrConflict, if
// the person or a login exists. The field errors name the logins that exist.
func (s *Store) AddPerson(ctx context.Context, p account.Person, passwordHash string) error {
	writes := newPersonWrites(p)
	if passwordHash != "" {
		writes = append(writes, table.PutNew(credentialItem{
			Header: table.NewHeader(table.CredentialKey(p.ID), "credential"), Hash: passwordHash,
		}))
	}
	return duplicateLogins(s.table.Transact(ctx, writes...))
}

// newPersonWrites returns the writes of a new person. The first is the person, followed by the user name and the e-mail address.
func newPersonWrites(p account.Person) []table.Write {
	writes := []table.Write{table.PutNew(newPersonItem(p)), newLogin(p.Username, p.ID), newLogin(p.Email, p.ID)}
	if p.Role.IsStaff() {
		writes = append(writes, settingstore.PutAgent(p).If(table.IsNew()))
	}
	return append(writes, listWrites(account.Person{}, p)...)
}

func newLogin(login, personID string) table.Write {
	return table.PutNew(loginItem{Header: table.NewHeader(table.LoginKey(login), "login"), PersonID: personID})
}

// duplicateLogins converts failed conditions of newPersonWrites to a fault.Conflict, whose field errors name the logins that exist.
func duplicateLogins(err error) error {
	failed, ok := errors.AsType[*table.FailedConditions](err)
	if !ok {
		return err
	}
	var existing fault.FieldErrors
	for i, name := range []string{"username", "email"} {
		if failed.At(i + 1) {
			existing.Add(name, "field.duplicate")
		}
	}
	return &fault.Error{Kind: fault.Conflict, Fields: existing, Cause: err}
}

// PersonIDOf returns the identifier of the person with a login, or "" if no person has it.
func (s *Store) PersonIDOf(ctx context.Context, login string) (string, error) {
	stored, err := table.FindAs[loginItem](ctx, s.table, table.LoginKey(login), table.Eventual)
	return stored.PersonID, err
}

// People returns people by identifier, in one round. People who do not exist are missing from the map.
func (s *Store) People(ctx context.Context, ids ...string) (map[string]account.Person, error) {
	return s.people(ctx, table.Eventual, ids...)
}

func (s *Store) people(ctx context.Context, consistency table.Consistency, ids ...string) (map[string]account.Person, error) {
	keys := make([]table.Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, table.PersonKey(id))
	}
	items, err := s.table.BatchGet(ctx, consistency, keys...)
	if err != nil {
		return nil, err
	}
	people := make(map[string]account.Person, len(items))
	for _, item := range items {
		stored, err := table.Decode[personItem](item)
		if err != nil {
			return nil, err
		}
		people[stored.ID] = stored.person()
	}
	return people, nil
}

// SaveProfile stores the attributes that people may change themselves: name, language, time zone and telephone. For staff, it
// also stores name, language and time zone in the staff directory. It returns the numbers of the person's tickets. It takes
// one round. It returns fault.NotFound if the person does not exist, and fault.Unavailable if the name was changed since before was
// read.
func (s *Store) SaveProfile(ctx context.Context, before, p account.Person) (counts account.TicketCounts, err error) {
	update := func(key table.Key) table.Write {
		return table.Update(key).Set("name", p.Name).Set("language", string(p.Language)).Set("timeZone", p.TimeZone).If(table.Exists())
	}
	failure := fault.New(fault.NotFound)
	person := update(table.PersonKey(p.ID)).Set("phone", p.Phone).Add("version", 1)
	var writes []table.Write
	if before.Name != p.Name {
		failure = fault.New(fault.Unavailable)
		person = person.If(table.Equal("name", before.Name))
		writes = listWrites(before, p)
	}
	writes = append(writes, person)
	if p.Role.IsStaff() {
		writes = append(writes, update(table.AgentKey(p.ID)))
	}
	err = observe.Parallel(ctx,
		func(ctx context.Context) error { return s.table.Transact(ctx, writes...) },
		func(ctx context.Context) (err error) {
			counts, err = s.index.TicketCounts(ctx, p)
			return err
		},
	)
	return counts, table.ConflictAs(failure, err)
}

// SetDisabled stores whether a person is disabled, and ends all of their sessions, so that none is valid again when the person is
// enabled later. It returns fault.NotFound if the person does not exist. It is not one transaction. If it fails, it can be repeated.
func (s *Store) SetDisabled(ctx context.Context, p account.Person, disabled bool) error {
	if !disabled {
		if err := s.endSessions(ctx, p.ID); err != nil {
			return err
		}
	}
	update := func(key table.Key) table.Write {
		return table.Update(key).Set("disabled", disabled).If(table.Exists())
	}
	after := p
	p.Disabled, after.Disabled = !disabled, disabled
	writes := append(listWrites(p, after), update(table.PersonKey(p.ID)).Add("version", 1))
	if p.Role.IsStaff() {
		writes = append(writes, update(table.AgentKey(p.ID)))
	}
	if err := s.table.Transact(ctx, writes...); err != nil {
		return table.ConflictAs(fault.New(fault.NotFound), err)
	}
	if disabled {
		return s.endSessions(ctx, p.ID)
	}
	return nil
}

func (s *Store) endSessions(ctx context.Context, personID string) error {
	sessions, err := s.table.QueryAll(ctx, table.Query{
		Partition: table.SessionPartition(personID), Consistency: table.Consistent, KeysOnly: true,
	})
	if err != nil {
		return err
	}
	hashes := make([]string, 0, len(sessions))
	for _, session := range sessions {
		hashes = append(hashes, table.KeyOf(session).SK)
	}
	return s.EndSessions(ctx, personID, hashes...)
}

// SaveAvailability stores whether an agent is away, and the date on which they are back, or "" if there is no such date. It
// returns fault.NotFound if the person is not in the staff directory.
func (s *Store) SaveAvailability(ctx context.Context, personID string, away bool, backOn string) error {
	update := func(key table.Key) table.Write {
		return table.Update(key).Set("away", away).Set("backOn", backOn).If(table.Exists())
	}
	err := s.table.Transact(ctx, update(table.PersonKey(personID)), update(table.AgentKey(personID)))
	return table.ConflictAs(fault.New(fault.NotFound), err)
}
