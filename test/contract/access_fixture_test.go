//go:build stack

package contract

import (
	"net/http"
	"testing"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/test/running"
)

// department is the department of the topic of newTicket.
const department = "obligaciones"

// newAccessFixture adds the personas, and opens the tickets of their requests.
func newAccessFixture(t *testing.T) *accessFixture {
	stack := running.Find(t)
	f := &accessFixture{T: t, visitors: map[string]*running.Visitor{"nobody": stack.Anonymous("es")}, headers: map[string][]string{}}
	people := map[string]account.Person{}
	add := func(persona string, change func(*account.Person)) *running.Visitor {
		person, credentials := stack.NewPerson(t, change)
		visitor, err := stack.SignIn(credentials)
		if err != nil {
			t.Fatal(err)
		}
		people[persona], f.visitors[persona] = person, visitor
		return visitor
	}
	of := func(persona string) func(*account.Person) {
		return func(p *account.Person) { p.Organization = people[persona].Organization }
	}
	staff := func(role account.Role, departments ...string) func(*account.Person) {
		return func(p *account.Person) {
			p.Role, p.Organization, p.Departments = role, account.Organization{}, departments
			p.Away = true // no ticket is routed to the persona
		}
	}
	add("owner", func(*account.Person) {})
	add("participant", func(*account.Person) {})
	add("colleague", of("owner"))
	add("stranger", func(*account.Person) {})
	add("agent", staff(account.Agent, department))
	add("otherAgent", staff(account.Agent, "impugnacion"))
	add("supervisor", staff(account.Supervisor, department))
	add("admin", staff(account.Admin))
	sharing := add("sharingOwner", func(p *account.Person) { p.Organization.Shares = true })
	add("sharer", of("sharingOwner"))

	for _, persona := range []string{"deactivated", "ended", "expired"} {
		visitor := add(persona, staff(account.Admin))
		f.headers[persona] = []string{"Cookie", visitor.Cookie().String()}
		f.visitors[persona] = stack.Anonymous("es")
		token, err := account.ParseToken(visitor.Cookie().Value)
		if err != nil {
			t.Fatal(err)
		}
		session := table.SessionKey(token.Person(), token.Hash())
		refusal := map[string]table.Write{
			"deactivated": table.Update(table.PersonKey(token.Person())).Set("disabled", true), // the session still exists
			"ended":       table.Delete(session),
			"expired":     table.Update(session).Set("expiresAt", time.Now().Add(-time.Minute).Unix()),
		}[persona]
		if err := stack.OpenTable().Write(t.Context(), refusal); err != nil {
			t.Fatal(err)
		}
	}
	f.openTickets(people["participant"].Username, sharing)
	f.addObjects(people["agent"].ID)
	return f
}

// openTickets opens the ticket of the owner, with a file and a participant, and the ticket of an organization that shares its
// tickets.
func (f *accessFixture) openTickets(participant string, sharing *running.Visitor) {
	owner, supervisor := f.visitors["owner"], f.visitors["supervisor"]
	file := (&fixture{T: f.T, requester: caller{Visitor: owner}}).uploadFile()
	number := owner.CreateTicket(f.T, with(newTicket(), "attachmentIds", []string{file})).Number
	f.sharedTicket = sharing.CreateTicket(f.T, newTicket()).Number
	supervisor.Send(f.T, http.MethodPost, "/tickets/"+number+"/participants", map[string]any{"login": participant}).Want(f.T, http.StatusOK)
	for _, ticket := range []string{number, f.sharedTicket} {
		running.Eventually(f.T, 30*time.Second, "the ticket is routed", func() (bool, any) {
			got := supervisor.Ticket(f.T, ticket)
			assignee, err := got.Assignee.Get()
			return err == nil && assignee.Id != "", got.Version
		})
	}
	f.values = map[string]string{"number": number, "file": file}
}

// addObjects adds the agent's own objects.
func (f *accessFixture) addObjects(agentID string) {
	agent := f.visitors["agent"]
	var view api.View
	agent.Send(f.T, http.MethodPost, "/views", map[string]any{"name": "Acceso", "audience": "me", "query": map[string]any{"queue": "open"}, "columns": []string{"status", "due"}}, "Idempotency-Key", "acceso-vista-1").
		Into(f.T, http.StatusCreated, &view)
	var response api.CannedResponse
	agent.Send(f.T, http.MethodPost, "/canned-responses", map[string]any{"title": "Acceso", "language": "es", "body": "<p>Hola</p>", "shared": false}, "Idempotency-Key", "acceso-respuesta-1").
		Into(f.T, http.StatusCreated, &response)
	f.values["agent"], f.values["view"], f.values["response"] = agentID, view.Id, response.Id
}
