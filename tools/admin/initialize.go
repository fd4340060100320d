package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/tools/deployment"
)

// firstAdministratorID is the identifier of the person that init adds without -force. Because the identifier is fixed and must
// be new, only one of several concurrent calls succeeds.
const firstAdministratorID = "administrator"

// errHasAdministrator reports that init without -force adds nobody.
var errHasAdministrator = errors.New("the desk has an administrator, who may be disabled")

func initCommand() command {
	return command{
		name: "init", summary: "Add the first administrator",
		details: "It prompts for missing values if the input is a terminal. It prints a link with which the administrator sets the\n" +
			"password. The link works once. It adds nobody if the desk has an administrator.",
		register: func(flags *flag.FlagSet) execution {
			input := personFlags(flags)
			force := flags.Bool("force", false, "add an administrator although the desk has one")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				db, err := stack.Stores()
				if err != nil {
					return err
				}
				err = initialize(ctx, console, db, cmp.Or(stack.Parameters["SiteUrl"], stack.Outputs["SiteOrigin"]), *input, *force)
				if errors.Is(err, errHasAdministrator) {
					return fmt.Errorf("%w. To add another one: %s", err, stack.Admin("init -force"))
				}
				return err
			}
		},
	}
}

// initialize adds an administrator and prints a link of the site with which they set the password. It returns errHasAdministrator
// if there is one, unless force is set.
func initialize(ctx context.Context, console console, db stores.Stores, site string, input personInput, force bool) error {
	exists, err := hasAdministrator(ctx, db)
	if err != nil {
		return err
	}
	if exists && !force {
		return errHasAdministrator
	}
	for _, prompt := range []struct {
		value *string
		label string
	}{{&input.name, "Name"}, {&input.email, "E-mail address"}, {&input.username, "User name"}} {
		if err := console.promptIfEmpty(prompt.value, prompt.label); err != nil {
			return err
		}
	}
	id := firstAdministratorID
	if force {
		id = newPersonID()
	}
	input.role = string(account.Admin)
	err = invite(ctx, console, db, site, id, input)
	if failed, ok := errors.AsType[*table.FailedConditions](err); ok && failed.At(0) {
		return errHasAdministrator // a concurrent call has added the person, or the person is disabled
	}
	return err
}

// invite adds a person without a password, and prints the link of their invitation. The secret of the link is only printed.
func invite(ctx context.Context, console console, db stores.Stores, site, id string, input personInput) error {
	person, config, err := newPerson(ctx, db, id, input)
	if err != nil {
		return err
	}
	link := account.NewLink(person.ID, account.Invitation, time.Now(), time.Duration(config.InvitationHours)*time.Hour)
	token := account.NewLinkToken(link.ID)
	link.SecretHash, link.Email = token.Hash(), person.Email
	if err := db.Accounts.AddInvitedPerson(ctx, person, link); err != nil {
		return err
	}
	console.printf("added %s, %s\n", person.Username, locale.Role(locale.English, string(person.Role)))
	console.printf("link to set the password, which works once until %s:\n%s%s\n", link.EndsAt.UTC().Format(time.DateTime+" MST"), strings.TrimSuffix(site, "/"), token.Path())
	return nil
}

// hasAdministrator reports whether the staff directory has an administrator who can sign in.
func hasAdministrator(ctx context.Context, db stores.Stores) (bool, error) {
	staff, err := db.Settings.Staff(ctx)
	for _, person := range staff {
		if person.Role == account.Admin && !person.Disabled {
			return true, err
		}
	}
	return false, err
}
