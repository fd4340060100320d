package main

import (
	"cmp"
	"context"
	"flag"
	"slices"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/stores"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/tools/deployment"
)

// personInput holds the attributes of a new person as the operator entered them.
type personInput struct {
	name, email, username, phone, role, language, timeZone, entity, organization, departments string
}

// personFlags registers the flags that every new person has.
func personFlags(flags *flag.FlagSet) *personInput {
	input := &personInput{}
	flags.StringVar(&input.name, "name", "", "the person's `name`")
	flags.StringVar(&input.email, "email", "", "the e-mail `address`")
	flags.StringVar(&input.username, "username", "", "the user `name`: letters and digits, with dots, hyphens or underscores between them")
	flags.StringVar(&input.phone, "phone", "", "the telephone `number`")
	flags.StringVar(&input.language, "language", string(locale.Spanish), "the `language` of pages and mails: es or en")
	flags.StringVar(&input.timeZone, "time-zone", "", "the IANA `zone`; without it, the desk's")
	return input
}

func personCommand() command {
	return command{
		name: "person", summary: "Add a person, or show the person with a login", arguments: " [LOGIN]",
		details: "With a user name or an e-mail address as LOGIN, it shows the person. Without LOGIN, it adds a person. It prompts for the\n" +
			"password if the input is a terminal. Otherwise it generates a password and prints it once.",
		register: func(flags *flag.FlagSet) execution {
			input := personFlags(flags)
			flags.StringVar(&input.role, "role", string(account.Requester), "the `role`: requester, agent, supervisor or admin")
			flags.StringVar(&input.entity, "entity", "", "the `code` of the person's entity")
			flags.StringVar(&input.organization, "organization", "", "the `id` of the organization")
			flags.StringVar(&input.departments, "departments", "", "comma-separated `ids` of the departments, for staff")
			return func(ctx context.Context, console console, stack deployment.Stack, arguments []string) error {
				db, err := stack.Stores()
				switch {
				case err != nil:
					return err
				case len(arguments) > 0:
					return showPerson(ctx, console, db, arguments[0])
				default:
					return addPerson(ctx, console, db, newPersonID(), *input)
				}
			}
		},
	}
}

func newPersonID() string { return strings.ToLower(ulid.Make().String()) }

// newPerson validates a new person, and also returns the configuration. It returns a fault with the fields that are invalid.
func newPerson(ctx context.Context, db stores.Stores, id string, input personInput) (account.Person, settings.Configuration, error) {
	config, err := db.Settings.Configuration(ctx)
	if err != nil {
		return account.Person{}, config, err
	}
	organizations, err := db.Settings.Organizations(ctx, input.organization)
	if err != nil {
		return account.Person{}, config, err
	}
	var errs fault.FieldErrors
	person := config.CheckPerson(&errs, account.Person{
		ID: id, Username: input.username, Name: input.name, Email: input.email, Phone: input.phone, Role: account.Role(input.role),
		Language: locale.Language(input.language), TimeZone: cmp.Or(input.timeZone, config.TimeZone), Entity: input.entity,
		Organization: account.Organization{ID: input.organization}, Departments: splitList(input.departments),
	}, organizations)
	return person, config, errs.Err()
}

// addPerson validates and adds a person with a password. It returns a fault with the fields that are invalid or in use.
func addPerson(ctx context.Context, console console, db stores.Stores, id string, input personInput) error {
	person, _, err := newPerson(ctx, db, id, input)
	if err != nil {
		return err
	}
	password, isGenerated, err := console.newPassword()
	if err != nil {
		return err
	}
	if reason := (account.PasswordPolicy{}).Check(password, person.Username, person.Email, person.Name); reason.Key != "" {
		return &fault.Error{Kind: fault.Invalid, Fields: []fault.FieldError{{Name: "password", Message: reason}}}
	}
	hash, err := account.Hasher{}.Hash(password)
	if err != nil {
		return err
	}
	if err := db.Accounts.AddPerson(ctx, person, hash); err != nil {
		return err
	}
	console.printf("added %s, %s\n", person.Username, locale.Role(locale.English, string(person.Role)))
	if isGenerated {
		console.printf("password: %s\n", password)
	}
	return nil
}

func splitList(text string) []string {
	return slices.DeleteFunc(strings.Split(strings.ReplaceAll(text, " ", ""), ","), func(part string) bool { return part == "" })
}

func showPerson(ctx context.Context, console console, db stores.Stores, login string) error {
	person, err := personWithLogin(ctx, db, login)
	if err != nil {
		return err
	}
	for _, line := range [][2]string{
		{"id", person.ID},
		{"name", person.Name},
		{"user name", person.Username},
		{"e-mail", person.Email},
		{"telephone", person.Phone},
		{"role", string(person.Role)},
		{"language", string(person.Language)},
		{"time zone", person.TimeZone},
		{"entity", person.Entity},
		{"organization", person.Organization.ID},
		{"departments", strings.Join(person.Departments, ", ")},
	} {
		if line[1] != "" {
			console.printf("%-13s %s\n", line[0], line[1])
		}
	}
	if person.Disabled {
		console.printf("The account is disabled.\n")
	}
	return nil
}
