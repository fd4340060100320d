package main

import (
	"context"
	"flag"
	"fmt"

	"mesa/shared/adapter/stores"
	"mesa/shared/domain/account"
	"mesa/tools/deployment"
)

func disableCommand() command {
	return command{
		name: "disable", summary: "Disable the account of a person, or enable it again", arguments: " LOGIN",
		details: "The person is signed out at once and cannot sign in. Their tickets and texts remain. Tickets that are assigned to them\n" +
			"remain assigned.",
		register: func(flags *flag.FlagSet) execution {
			enable := flags.Bool("enable", false, "enable the account again; the person signs in again")
			return func(ctx context.Context, console console, stack deployment.Stack, arguments []string) error {
				if len(arguments) != 1 {
					console.printf("disable needs a user name or an e-mail address\n")
					return errUsage
				}
				db, err := stack.Stores()
				if err != nil {
					return err
				}
				return setDisabled(ctx, console, db, arguments[0], !*enable)
			}
		},
	}
}

func setDisabled(ctx context.Context, console console, db stores.Stores, login string, disabled bool) error {
	person, err := personWithLogin(ctx, db, login)
	if err != nil {
		return err
	}
	if err := db.Accounts.SetDisabled(ctx, person, disabled); err != nil {
		return err
	}
	state := "enabled"
	if disabled {
		state = "disabled"
	}
	console.printf("%s is %s\n", person.Username, state)
	return nil
}

// personWithLogin returns the person with a user name or an e-mail address, or an error if there is none.
func personWithLogin(ctx context.Context, db stores.Stores, login string) (account.Person, error) {
	id, err := db.Accounts.PersonIDOf(ctx, login)
	if err != nil {
		return account.Person{}, err
	}
	people, err := db.Accounts.People(ctx, id)
	if err != nil {
		return account.Person{}, err
	}
	person, exists := people[id]
	if !exists {
		return account.Person{}, fmt.Errorf("nobody has the user name or e-mail address %s", login)
	}
	return person, nil
}
