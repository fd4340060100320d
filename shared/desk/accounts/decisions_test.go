package accounts_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/wiring/wiringtest"
)

// accountMail is the stored form of a mail about an account, as far as tests compare it.
type accountMail struct {
	Kind     string `dynamodbav:"kind"`
	PersonID string `dynamodbav:"personId"`
	ToEmail  string `dynamodbav:"toEmail"`
	Text     string `dynamodbav:"text"`
}

func (r rig) accountMail(id string) (stored accountMail) {
	r.Helper()
	if err := attributevalue.UnmarshalMap(r.Table.Item(r.TB, "ACCOUNT-MAIL#"+id, "ACCOUNT-MAIL"), &stored); err != nil {
		r.Fatal(err)
	}
	return stored
}

// TestAccountRequestsAreDecidedOnce approves and refuses account requests: the person is added and invited, or gets the reason (A2).
func TestAccountRequestsAreDecidedOnce(t *testing.T) {
	onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
		admin := account.Person{ID: "adrian", Username: "adrian", Email: "adrian@mesa.example", Role: account.Admin}
		r.SignIn(admin)
		if err := r.Table.Settings.PutOrganization(t.Context(), account.Organization{ID: "infoem", Name: "Infoem"}); err != nil {
			t.Fatal(err)
		}
		request := func() string {
			t.Helper()
			if err := r.request("create-account-request", account.Person{}, "/account-requests", newRequest()).Err(); err != nil {
				t.Fatal(err)
			}
			page, _, err := r.Table.Accounts.AccountRequests(t.Context(), "", 1)
			if err != nil || len(page) != 1 {
				t.Fatalf("%+v, %v", page, err)
			}
			return page[0].ID
		}
		decide := func(id string, decision api.AccountDecision) wiringtest.Response {
			t.Helper()
			return r.request("decide-account-request", admin, "/account-requests/"+id+"/decision", decision)
		}

		first := request()
		if got, want := r.accountMail("received-"+first), (accountMail{Kind: "request-received", ToEmail: "ana@infoem.example"}); got != want {
			t.Errorf("the confirmation: %+v", got)
		}
		for name, c := range map[string]struct {
			decision api.AccountDecision
			fields   []string
		}{
			"no reason":            {api.AccountDecision{Decision: "refuse", Reason: new(" ")}, []string{"reason"}},
			"unknown decision":     {api.AccountDecision{Decision: "postpone"}, []string{"decision"}},
			"unknown organization": {api.AccountDecision{Decision: "approve", OrganizationId: new("nada")}, []string{"organizationId"}},
		} {
			if err := decide(first, c.decision).Err(); !fault.Is(err, fault.Invalid) || !cmp.Equal(fieldsOf(err), c.fields) {
				t.Errorf("%s: %v", name, err)
			}
		}
		results := make(chan wiringtest.Response, 2)
		for range 2 {
			go func() {
				results <- decide(first, api.AccountDecision{Decision: "approve", OrganizationId: new("infoem")})
			}()
		}
		approved, conflicting := <-results, <-results
		if approved.Code != http.StatusOK {
			approved, conflicting = conflicting, approved
		}
		decided, err := wiringtest.Decode[api.AccountRequest](approved)
		if err != nil || decided.Status != "approved" || decided.PersonId == nil || approved.Cost.Rounds > 4 || !fault.Is(conflicting.Err(), fault.Conflict) {
			t.Fatalf("%+v, %v; the other: %v", decided, err, conflicting.Err())
		}
		people, err := r.Table.Accounts.People(t.Context(), *decided.PersonId)
		if p := people[*decided.PersonId]; err != nil || p.Username != "ana" || p.Name != "Ana Ñúñez" || p.Role != account.Requester || p.Organization.Name != "Infoem" {
			t.Errorf("%+v, %v", p, err)
		}

		second := request()
		if err := decide(second, api.AccountDecision{Decision: "approve"}).Err(); !fault.Is(err, fault.Conflict) || !cmp.Equal(fieldsOf(err), []string{"username", "email"}) {
			t.Errorf("the same e-mail address again: %v", err)
		}
		if err := decide(second, api.AccountDecision{Decision: "refuse", Reason: new("Ya tiene una cuenta.")}).Err(); err != nil {
			t.Fatal(err)
		}
		if got, want := r.accountMail("refused-"+second), (accountMail{Kind: "request-refused", ToEmail: "ana@infoem.example", Text: "Ya tiene una cuenta."}); got != want {
			t.Errorf("the refusal: %+v", got)
		}
		for id, want := range map[string]fault.Kind{first: fault.Conflict, second: fault.Conflict, "nada": fault.NotFound} {
			if err := decide(id, api.AccountDecision{Decision: "approve"}).Err(); !fault.Is(err, want) {
				t.Errorf("%s: %v", id, err)
			}
		}
		if page, _, err := r.Table.Accounts.AccountRequests(t.Context(), "", 10); err != nil || len(page) != 0 {
			t.Errorf("pending: %+v, %v", page, err)
		}
		if events := r.Table.AuditEvents(t, audit.RequestDecided); len(events) != 2 {
			t.Errorf("events %+v", events)
		}

		body := newRequest()
		body.Email = "sofia@mesa.example"
		if err := r.request("create-account-request", account.Person{}, "/account-requests", body).Err(); err != nil {
			t.Fatal(err)
		}
		pending, _, err := r.Table.Accounts.AccountRequests(t.Context(), "", 1)
		if err != nil || len(pending) != 1 {
			t.Fatalf("%+v, %v", pending, err)
		}
		if err := decide(pending[0].ID, api.AccountDecision{Decision: "approve", Role: new(api.Role("supervisor"))}).Err(); err != nil {
			t.Fatal(err)
		}
		staff, err := r.Table.Reopen().Settings.Staff(t.Context())
		if err != nil || !slices.ContainsFunc(staff, func(p account.Person) bool { return p.Username == "sofia" && p.Role == account.Supervisor }) {
			t.Errorf("staff %+v, %v", staff, err)
		}
	})
}
