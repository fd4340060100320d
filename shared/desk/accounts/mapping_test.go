package accounts

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfAPersonIsShown(t *testing.T) {
	person := func(p account.Person) any {
		return personOf(p, account.TicketCounts{Open: 3}, time.Time{}, time.Time{})
	}
	fieldtest.Check(t, fieldtest.Forgotten(person,
		fieldtest.Either(account.Agent, account.Supervisor), fieldtest.Either(locale.Spanish, locale.English)),
		"Organization.ID",
		"Away", "BackOn", // shown by list-agents
		"Disabled", // disabled people cannot sign in
		"Version",  // get-person shows it to administrators
	)
}

func TestEveryFieldOfAnAccountRequestIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(r account.Request) any { return accountRequestOf(r) }),
		"Language",                   // of the mails
		"Decision.At", "Decision.By", // in the audit event
	)
}
