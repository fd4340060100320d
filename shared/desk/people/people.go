// Package people implements the use cases with which administrators add, invite, find, change and disable people (A2).
package people

import (
	"context"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Settings reads what people are checked against.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
	// Organizations returns organizations by identifier. The map has no entry for an organization that does not exist.
	Organizations(ctx context.Context, ids ...string) (map[string]account.Organization, error)
}

// States reads people to change.
type States interface {
	// PersonState reads a person with what a change depends on. It returns fault.NotFound if the person does not exist.
	PersonState(ctx context.Context, id string) (account.PersonState, error)
}

// Inviter stores invitations.
type Inviter interface {
	// InvitePerson stores a new person without a password, with the link that is mailed to them. It returns a fault.Conflict, whose
	// field errors name the user name or the e-mail address, if another person has it.
	InvitePerson(ctx context.Context, p account.Person, link account.Link, event audit.Event) error
}

// fieldNames maps the names of the fields in settings.CheckPerson to those of the contract.
var fieldNames = map[string]string{"organization": "organizationId", "departments": "departmentIds"}

// checkPerson validates a person as settings.CheckPerson does. The field errors have the names of the contract.
func checkPerson(config settings.Configuration, p account.Person, organizations map[string]account.Organization) (account.Person, fault.FieldErrors) {
	var errs fault.FieldErrors
	p = config.CheckPerson(&errs, p, organizations)
	for i, field := range errs {
		if name, renamed := fieldNames[field.Name]; renamed {
			errs[i].Name = name
		}
	}
	return p, errs
}

// readSettings returns the configuration and one organization, in one round.
func readSettings(ctx context.Context, s Settings, organizationID string) (config settings.Configuration, organizations map[string]account.Organization, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = s.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			organizations, err = s.Organizations(ctx, organizationID)
			return err
		},
	)
	return config, organizations, err
}

// usernameTries is the maximum number of user names that are tried for a person without one.
const usernameTries = 5

// Invite checks a new person and stores them with an invitation, which is mailed. Without a user name, it derives one from the
// e-mail address. event returns the audit event of the new person.
func Invite(
	ctx context.Context, store Inviter, config settings.Configuration, p account.Person, organizations map[string]account.Organization,
	now time.Time, event func(account.Person) audit.Event,
) (account.Person, error) {
	derived := p.Username == ""
	if derived {
		p.Username = usernameOf(p.Email)
	}
	p.ID, p.Version = strings.ToLower(ulid.MustNew(ulid.Timestamp(now), ulid.DefaultEntropy()).String()), 1
	p, errs := checkPerson(config, p, organizations)
	if err := errs.Err(); err != nil {
		return account.Person{}, err
	}
	wanted := p.Username
	for try := 1; ; try++ {
		link := account.NewLink(p.ID, account.Invitation, now, time.Duration(config.InvitationHours)*time.Hour)
		err := store.InvitePerson(ctx, p, link, event(p))
		if err == nil || !derived || try == usernameTries || !isOnlyUsername(err) {
			return p, err
		}
		p.Username = wanted + string(rune('1'+try))
	}
}

// isOnlyUsername reports whether a conflict is about the user name and nothing else.
func isOnlyUsername(err error) bool {
	fields := fieldsOf(err)
	return fault.Is(err, fault.Conflict) && len(fields) == 1 && fields[0] == "username"
}

// usernameOf derives a user name from an e-mail address: the letters and digits before the @, with single dots between them.
func usernameOf(email string) string {
	local, _, _ := strings.Cut(strings.ToLower(email), "@")
	words := strings.FieldsFunc(local, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	name := strings.Join(words, ".")
	for len(name) < minUsername {
		name += "0"
	}
	return name[:min(len(name), maxDerived)]
}

const (
	minUsername = 3
	maxDerived  = 50
)

func managedPerson(p account.Person) api.ManagedPerson {
	result := api.ManagedPerson{
		Id: p.ID, Name: p.Name, Username: p.Username, Email: p.Email, Role: api.Role(p.Role), DepartmentIds: append([]string{}, p.Departments...),
		Language: api.Language(p.Language), Entity: api.Optional(p.Entity), Phone: api.Optional(p.Phone), OrganizationId: api.Optional(p.Organization.ID),
		Organization: api.Optional(p.Organization.Name), Status: api.PersonStatusActive, Version: p.Version,
	}
	if p.Language == "" {
		result.Language = api.Language(locale.Spanish)
	}
	if p.Disabled {
		result.Status = api.PersonStatusDisabled
	}
	return result
}
