package settingstore_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/account"
	"mesa/shared/platform/observe"
)

func TestRenamedOrganizationIsListedByItsNewName(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		save := func(o account.Organization) {
			t.Helper()
			if err := table.Settings.PutOrganization(t.Context(), o); err != nil {
				t.Fatal(err)
			}
		}
		listed := func(text string) []account.Organization {
			t.Helper()
			page, next, err := table.Settings.ListOrganizations(t.Context(), text, "", 25)
			if err != nil || next != "" {
				t.Fatalf("next %q, %v", next, err)
			}
			list := []account.Organization{}
			for _, o := range page {
				list = append(list, o.Organization)
			}
			return list
		}
		save(account.Organization{ID: "inai", Name: "Instituto Federal de Acceso"})
		renamed := account.Organization{ID: "inai", Name: "Instituto Nacional de Acceso", Shares: true}
		save(renamed)
		save(renamed)
		for text, want := range map[string][]account.Organization{
			"": {renamed}, "nacional": {renamed}, "acceso": {renamed}, "instituto": {renamed}, "federal": {}, "instituto f": {},
		} {
			if diff := cmp.Diff(want, listed(text)); diff != "" {
				t.Errorf("%q: %s", text, diff)
			}
		}
		found, err := table.Reopen().Settings.Organizations(t.Context(), "inai", "", "nada")
		if diff := cmp.Diff(map[string]account.Organization{"inai": renamed}, found); diff != "" || err != nil {
			t.Error(diff, err)
		}
		long := account.Organization{ID: "largo", Name: strings.Repeat("ñ ", 40) + strings.Repeat("字", 120)}
		save(long)
		// The list keys of the words of this name are equal after truncation.
		save(account.Organization{ID: "largo", Name: strings.Repeat("字 ", 200)})
		save(account.Organization{ID: "largo", Name: "corto"})
		if list := listed("ñ ñ"); len(list) != 0 {
			t.Errorf("the old name still lists %v", list)
		}
	})
}

// TestCostOfOrganizations checks that the costs of the settings, of a page of organizations and of reads by identifier do not
// depend on the number of organizations.
func TestCostOfOrganizations(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		measure := func() (settings, page, byID observe.Cost) {
			stores := table.Reopen()
			ctx, meter := observe.WithNewMeter(t.Context())
			if _, err := stores.Settings.Configuration(ctx); err != nil {
				t.Fatal(err)
			}
			settings = meter.Cost()
			ctx, meter = observe.WithNewMeter(t.Context())
			if list, _, err := stores.Settings.ListOrganizations(ctx, "garante", "", 25); err != nil || len(list) != 25 {
				t.Fatalf("%d organizations, %v", len(list), err)
			}
			page = meter.Cost()
			ctx, meter = observe.WithNewMeter(t.Context())
			for range 2 { // the second read is served by the cache
				if _, err := stores.Settings.Organizations(ctx, "o-1", "o-2", "nada"); err != nil {
					t.Fatal(err)
				}
			}
			return settings, page, meter.Cost()
		}
		if err := table.Settings.PutConfiguration(t.Context(), configuration()); err != nil {
			t.Fatal(err)
		}
		add := func(from, to int) {
			for i := from; i < to; i++ {
				o := account.Organization{ID: fmt.Sprintf("o-%d", i), Name: fmt.Sprintf("Organismo Garante %d", i)}
				if err := table.Settings.PutOrganization(t.Context(), o); err != nil {
					t.Fatal(err)
				}
			}
		}
		add(0, 30)
		settings, page, byID := measure()
		add(30, 150)
		laterSettings, laterPage, laterByID := measure()
		if settings != laterSettings || page.ReadUnits != laterPage.ReadUnits || byID != laterByID {
			t.Errorf("30 organizations cost %+v, %+v, %+v; 150 cost %+v, %+v, %+v", settings, page, byID, laterSettings, laterPage, laterByID)
		}
		if page.Rounds != 1 || page.ReadUnits > 1 || byID.Rounds != 1 || byID.ReadUnits > 1.5 {
			t.Errorf("a page costs %+v, three organizations cost %+v", page, byID)
		}
	})
}
