package main

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"

	"mesa/shared/adapter/stores"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
	"mesa/tools/deployment"
)

const maxDeskName = 120

// deskInput holds the settings of the desk as the operator entered them. An empty setting is not changed.
type deskInput struct {
	name, contactEmail, timeZone string
	departments, organizations   []namedID
	// entities are added to those of the settings, or renamed.
	entities []namedID
}

// namedID is an identifier with a name, entered as ID=NAME.
type namedID struct{ id, name string }

func deskCommand() command {
	return command{
		name: "desk", summary: "Set name, contact, time zone, departments, organizations and entities of the desk",
		details: "It changes only what a flag names. Set the calendar, deadlines and topics on the staff page, under administration.",
		register: func(flags *flag.FlagSet) execution {
			input := &deskInput{}
			flags.StringVar(&input.name, "name", "", "the desk's `name` on pages and in mails")
			flags.StringVar(&input.contactEmail, "contact-email", "", "the `address` for people without an account")
			flags.StringVar(&input.timeZone, "time-zone", "", "the IANA `zone` of the desk")
			flags.Func("department", "a department as `id=name`, such as soporte=\"Soporte técnico\"; may be repeated", appendNamedID(&input.departments))
			flags.Func("organization", "an organization as `id=name`; may be repeated", appendNamedID(&input.organizations))
			flags.Func("entity", "an entity that tickets can be about as `code=name`, such as JALISCO=Jalisco; may be repeated", appendNamedID(&input.entities))
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				db, err := stack.Stores()
				if err != nil {
					return err
				}
				return configureDesk(ctx, console, db, *input)
			}
		},
	}
}

// appendNamedID returns a function that parses ID=NAME and appends it to a list.
func appendNamedID(list *[]namedID) func(string) error {
	return func(text string) error {
		id, name, found := strings.Cut(text, "=")
		if !found {
			return fmt.Errorf("%q is not id=name", text)
		}
		*list = append(*list, namedID{strings.TrimSpace(id), strings.TrimSpace(name)})
		return nil
	}
}

// configureDesk stores the settings that were entered. It returns a fault with the fields that are invalid.
func configureDesk(ctx context.Context, console console, db stores.Stores, input deskInput) error {
	stored, err := db.Settings.Configuration(ctx)
	if err != nil {
		return err
	}
	var errs fault.FieldErrors
	changed := input.changes(&errs, stored)
	if err := errs.Err(); err != nil {
		return err
	}
	organizations, err := input.changedOrganizations(ctx, db)
	if err != nil {
		return err
	}
	if err := db.Settings.PutConfiguration(ctx, changed); err != nil {
		return err
	}
	for _, organization := range organizations {
		if err := db.Settings.PutOrganization(ctx, organization); err != nil {
			return err
		}
	}
	console.printf("%s, %s, %s\n", changed.Name, changed.ContactEmail, changed.TimeZone)
	for _, department := range changed.Departments {
		console.printf("department %s: %s\n", department.ID, department.Name.Spanish)
	}
	for _, organization := range organizations {
		console.printf("organization %s: %s\n", organization.ID, organization.Name)
	}
	for _, entity := range input.entities {
		console.printf("entity %s: %s\n", entity.id, entity.name)
	}
	return nil
}

// changes validates the input, and returns the settings after the change, with only the departments that the input names.
func (i deskInput) changes(errs *fault.FieldErrors, stored settings.Configuration) settings.Configuration {
	changed := settings.Configuration{Settings: stored.Settings}
	if i.name != "" {
		changed.Name = check.Line(errs, "name", i.name, 1, maxDeskName)
	}
	if i.contactEmail != "" {
		changed.ContactEmail = check.Email(errs, "contactEmail", i.contactEmail)
	}
	if i.timeZone != "" {
		check.TimeZone(errs, "timeZone", i.timeZone)
		changed.TimeZone = i.timeZone
	}
	for _, input := range i.departments {
		checkNamedID(errs, "department", input)
		department, exists := stored.Department(input.id)
		if !exists {
			department.ID, department.Order = input.id, len(stored.Departments)+len(changed.Departments)+1
		}
		department.Name.Spanish = input.name
		changed.Departments = append(changed.Departments, department)
	}
	for _, input := range i.organizations {
		checkNamedID(errs, "organization", input)
	}
	changed.Entities = slices.Clone(stored.Entities)
	for _, input := range i.entities {
		checkNamedID(errs, "entity", input)
		entity := settings.Entity{ID: input.id, Name: settings.Text{Spanish: input.name}}
		if position := slices.IndexFunc(changed.Entities, func(e settings.Entity) bool { return e.ID == input.id }); position >= 0 {
			entity.Name.English = changed.Entities[position].Name.English
			changed.Entities[position] = entity
		} else {
			changed.Entities = append(changed.Entities, entity)
		}
	}
	return changed
}

// changedOrganizations returns the organizations that the input names, with their new names.
func (i deskInput) changedOrganizations(ctx context.Context, db stores.Stores) ([]account.Organization, error) {
	var ids []string
	for _, input := range i.organizations {
		ids = append(ids, input.id)
	}
	stored, err := db.Settings.Organizations(ctx, ids...)
	var changed []account.Organization
	for _, input := range i.organizations {
		changed = append(changed, account.Organization{ID: input.id, Name: input.name, Shares: stored[input.id].Shares})
	}
	return changed, err
}

func checkNamedID(errs *fault.FieldErrors, name string, value namedID) {
	check.Line(errs, name, value.name, 1, maxDeskName)
	if !field.IsID(value.id) {
		errs.Add(name, "field.format")
	}
}
