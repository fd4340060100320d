package people

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// UpdatePerson changes, disables or enables a person. Disabling keeps the history of the person and ends their sessions, as a change
// of the role does. An enabled administrator always remains, and nobody disables themselves.
type UpdatePerson struct {
	Settings Settings
	People   interface {
		States
		// ChangePerson stores a change. It returns account.ErrChanged if the person or the administrators have changed since they were
		// read, and a fault.Conflict, whose field errors name the logins, if another person has a new login.
		ChangePerson(ctx context.Context, change account.PersonChange, event audit.Event) error
	}
	Clock clock.Clock
}

// UpdatePerson implements the operation update-person.
func (u UpdatePerson) UpdatePerson(ctx context.Context, r api.UpdatePersonRequestObject) (api.UpdatePersonResponseObject, error) {
	var (
		config        settings.Configuration
		organizations map[string]account.Organization
		state         account.PersonState
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, organizations, err = readSettings(ctx, u.Settings, api.Given(r.Body.OrganizationId))
			return err
		},
		func(ctx context.Context) (err error) {
			state, err = u.People.PersonState(ctx, r.Id)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	if r.Body.Version != state.Person.Version {
		return nil, &editConflict{state.Person}
	}
	if r.Body.OrganizationId == nil {
		organizations = map[string]account.Organization{state.Person.Organization.ID: state.Person.Organization}
	}
	after := changed(state.Person, *r.Body)
	if after.TimeZone == "" {
		after.TimeZone = config.TimeZone
	}
	after, errs := checkPerson(config, after, organizations)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	user, now := caller.From(ctx), u.Clock.Now()
	change, err := state.Change(after, user.ID)
	if err != nil {
		return nil, err
	}
	if state.Person.Email != after.Email {
		change.Mails = append(change.Mails, account.EmailChangedMailTo(state.Person, now))
	}
	err = u.People.ChangePerson(ctx, change, user.Event(audit.PersonChanged, now).About(after.ID).Changing(state.Person, after))
	if errors.Is(err, account.ErrChanged) {
		return nil, u.conflict(ctx, r.Id)
	}
	if err != nil {
		return nil, err
	}
	after.Version = state.Person.Version + 1
	return api.UpdatePerson200JSONResponse(managedPerson(after)), nil
}

// changed returns a person with the given members changed. Requesters have no departments.
func changed(p account.Person, change api.PersonChange) account.Person {
	set := func(value *string, given *string) {
		if given != nil {
			*value = *given
		}
	}
	set(&p.Name, change.Name)
	set(&p.Email, change.Email)
	set(&p.Username, change.Username)
	set(&p.Organization.ID, change.OrganizationId)
	set(&p.Entity, change.Entity)
	set(&p.Phone, change.Phone)
	if change.Role != nil {
		p.Role = account.Role(*change.Role)
	}
	if change.Language != nil {
		p.Language = locale.Language(*change.Language)
	}
	if change.Disabled != nil {
		p.Disabled = *change.Disabled
	}
	if change.DepartmentIds != nil {
		p.Departments = *change.DepartmentIds
	} else if !p.Role.IsStaff() {
		p.Departments = nil
	}
	return p
}

// conflict reads a person after a concurrent change, and returns the conflict with the current state.
func (u UpdatePerson) conflict(ctx context.Context, id string) error {
	state, err := u.People.PersonState(ctx, id)
	if err != nil {
		return err
	}
	return &editConflict{state.Person}
}

// editConflict reports that the stored person is not the version that was read. It contains the stored person, to show the
// administrator what has changed.
type editConflict struct{ current account.Person }

func (e *editConflict) Error() string { return "the stored person is not the version that was read" }

// Unwrap returns the fault.
func (e *editConflict) Unwrap() error { return fault.New(fault.Edited) }

// Explain adds the stored person to the problem document.
func (e *editConflict) Explain(problem *api.Problem) {
	problem.Version, problem.Current = &e.current.Version, managedPerson(e.current)
}

func fieldsOf(err error) (names []string) {
	if failure, ok := errors.AsType[*fault.Error](err); ok {
		for _, field := range failure.Fields {
			names = append(names, field.Name)
		}
	}
	return names
}
