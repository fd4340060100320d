package accountstore_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/platform/observe"
)

func testAgent() account.Person {
	return account.Person{
		ID: "p-ana", Username: "ana.agente", Name: "Ana Agente", Email: "Ana@inai.org.mx", Role: account.Agent,
		Language: locale.Spanish, TimeZone: "America/Mexico_City", Departments: []string{"obligaciones"}, Away: true,
	}
}

func TestStaffDirectoryOmitsRequestersAndPhones(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		agent, requester := testAgent(), testRequester()
		withPhone := agent
		withPhone.Phone = "55 5004 2400"
		for _, person := range []account.Person{withPhone, requester} {
			if err := table.Accounts.AddPerson(t.Context(), person, ""); err != nil {
				t.Fatal(err)
			}
		}
		ctx, meter := observe.WithNewMeter(t.Context())
		for range 2 {
			got, err := table.Settings.Staff(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]account.Person{agent}, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		}
		if cost := meter.Cost(); cost.Calls != 1 || cost.ReadUnits > 1 {
			t.Errorf("cost: %+v", cost)
		}
	})
}

func testRequester() account.Person {
	return account.Person{
		ID: "p-mesa", Username: "usuario.mesa", Name: "USUARIO MESA", Email: "carlos.miranda@inai.org.mx", Phone: "55 1234 5678",
		Role: account.Requester, Language: locale.Spanish, TimeZone: "America/Mexico_City", Entity: "FEDERACION",
		Organization: account.Organization{ID: "inai", Name: "INAI", Shares: true},
	}
}

func TestAddPersonRefusesExistingIDAndLogins(t *testing.T) {
	storetest.Each(t, func(t *testing.T, fresh storetest.Table) {
		addPerson(t, fresh, testAgent(), "hash")
		sameEmail := testAgent()
		sameEmail.ID, sameEmail.Username = "p-otra", "otra"
		for _, test := range []struct {
			person account.Person
			fields []string
		}{{testAgent(), []string{"username", "email"}}, {sameEmail, []string{"email"}}} {
			err := fresh.Accounts.AddPerson(t.Context(), test.person, "other")
			failure, ok := errors.AsType[*fault.Error](err)
			if !ok || failure.Kind != fault.Conflict || !errors.Is(err, table.ErrConflict) {
				t.Fatalf("%s: %v", test.person.ID, err)
			}
			var fields []string
			for _, field := range failure.Fields {
				fields = append(fields, field.Name)
			}
			if diff := cmp.Diff(test.fields, fields); diff != "" {
				t.Errorf("%s: %s", test.person.ID, diff)
			}
		}
	})
}

func TestSaveProfileStoresOnlyTheProfile(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		agent := testAgent()
		addPerson(t, table, agent, "hash")
		changed := agent
		changed.Name, changed.Phone, changed.Language, changed.TimeZone = "Ana María Agente", "55 1111 2222", locale.English, "America/Tijuana"
		changed.Role, changed.Away = account.Supervisor, false // a profile update must not change the role and the availability
		tabletest.Rounds(t, 1, func(ctx context.Context) {
			if counts, err := table.Accounts.SaveProfile(ctx, agent, changed); err != nil || counts.Open != 0 {
				t.Fatalf("%+v, %v", counts, err)
			}
		})
		staff, err := table.Reopen().Settings.Staff(t.Context())
		if err != nil || len(staff) != 1 || staff[0].Name != changed.Name || staff[0].Language != locale.English || staff[0].Role != account.Agent || !staff[0].Away {
			t.Errorf("%+v, %v", staff, err)
		}
		unknown := testRequester()
		if _, err := table.Accounts.SaveProfile(t.Context(), unknown, unknown); !fault.Is(err, fault.NotFound) {
			t.Errorf("a person who does not exist: %v", err)
		}
	})
}
