package accounts_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/wiring/wiringtest"
)

func requestTime() time.Time { return time.Date(2026, 11, 24, 18, 20, 0, 0, time.UTC) }

func newRequest() api.NewAccountRequest {
	return api.NewAccountRequest{Name: " Ana Ñúñez ", Email: "ana@infoem.example", Organization: "Infoem", Phone: "722 226 1980"}
}

// countRequests counts n account requests of the address source, and returns the number in the current window.
func (r rig) countRequests(n int) (count int) {
	r.Helper()
	for range n {
		var err error
		if count, _, err = r.Table.Accounts.CountAccountRequest(r.Context(), source, requestTime()); err != nil {
			r.Fatal(err)
		}
	}
	return count
}

func TestCreateAccountRequest(t *testing.T) {
	for _, c := range []struct {
		name       string
		change     func(*api.NewAccountRequest)
		earlier    int // requests of the address in the current window
		beforeCall tabletest.Observer
		want       fault.Kind
		fields     []string
		wait       time.Duration
	}{
		{name: "valid, address at its limit", earlier: 9},
		{name: "address over its limit", earlier: 10, want: fault.TooManyRequests, wait: 40 * time.Minute},
		{name: "table not available", beforeCall: failing("PutItem", "ACCOUNT-REQUESTS"), want: fault.Unavailable},
		{name: "empty", change: func(r *api.NewAccountRequest) { *r = api.NewAccountRequest{} }, want: fault.Invalid, fields: []string{"name", "email", "organization", "phone"}},
		{name: "malformed", change: func(r *api.NewAccountRequest) { r.Email, r.Phone = "ana", "hola mundo" }, want: fault.Invalid, fields: []string{"email", "phone"}},
		{name: "too long", change: func(r *api.NewAccountRequest) {
			r.Name, r.Organization = strings.Repeat("ñ", 121), strings.Repeat("o", 201)
		}, want: fault.Invalid, fields: []string{"name", "organization"}},
		{name: "invisible characters", change: func(r *api.NewAccountRequest) { r.Organization = "\u202a\r\n\x00" }, want: fault.Invalid, fields: []string{"organization"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
				r.countRequests(c.earlier)
				body := newRequest()
				if c.change != nil {
					c.change(&body)
				}
				r.BeforeCall = c.beforeCall
				response := r.request("create-account-request", account.Person{}, "/account-requests", body)
				err := response.Err()
				if fault.KindOf(err) != c.want {
					t.Fatal(err)
				}
				if failure, ok := errors.AsType[*fault.Error](err); ok && failure.RetryAfter != c.wait {
					t.Error(failure.RetryAfter)
				}
				if diff := cmp.Diff(c.fields, fieldsOf(err)); diff != "" {
					t.Error(diff)
				}
				wantCount := c.earlier + 1
				if c.want == fault.Invalid {
					wantCount = 0
				}
				if count := r.countRequests(1) - 1; count != wantCount {
					t.Errorf("%d requests are counted, want %d", count, wantCount)
				}
				stored, _, err := r.Table.Accounts.AccountRequests(t.Context(), "", 10)
				if err != nil {
					t.Fatal(err)
				}
				if c.want != "" {
					if len(stored) > 0 {
						t.Errorf("a refused request was stored: %+v", stored)
					}
					return
				}
				if response.Code != http.StatusAccepted || len(stored) != 1 {
					t.Fatalf("%d, stored %+v", response.Code, stored)
				}
				id, err := ulid.ParseStrict(stored[0].ID)
				if err != nil || ulid.Time(id.Time()).UTC() != requestTime() || stored[0].Name != "Ana Ñúñez" || !stored[0].CreatedAt.Equal(requestTime()) {
					t.Errorf("%+v, %v", stored[0], err)
				}
			})
		})
	}
}

func TestListAccountRequests(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		admin := account.Person{ID: "adrian", Username: "adrian", Email: "adrian@mesa.example", Role: account.Admin}
		r.SignIn(admin)
		list := func(query url.Values) (api.AccountRequestPage, error) {
			return wiringtest.Decode[api.AccountRequestPage](r.request("list-account-requests", admin, "/account-requests?"+query.Encode(), nil))
		}
		if empty, err := list(nil); err != nil || empty.Items == nil || len(empty.Items) != 0 || !empty.Next.IsNull() {
			t.Errorf("without account requests: %+v, %v", empty, err)
		}
		for i := range 2 {
			newRequest := account.Request{ID: fmt.Sprintf("01KAVJ0000000000000000000%d", i), Name: "Ana", CreatedAt: requestTime()}
			if err := r.Table.Accounts.AddAccountRequest(t.Context(), newRequest); err != nil {
				t.Fatal(err)
			}
		}
		first, err := list(url.Values{"limit": {"1"}})
		if err != nil || len(first.Items) != 1 || first.Items[0].Status != "pending" || first.Next.IsNull() {
			t.Fatalf("%+v, %v", first, err)
		}
		last, err := list(url.Values{"cursor": {first.Next.MustGet()}})
		if err != nil || len(last.Items) != 1 || last.Items[0].Id == first.Items[0].Id || !last.Next.IsNull() {
			t.Errorf("%+v, %v", last, err)
		}
		for name, query := range map[string]url.Values{
			"limit 0": {"limit": {"0"}}, "limit 101": {"limit": {"101"}}, "malformed cursor": {"cursor": {"%%%"}}, "cursor of another list": {"cursor": {"b3Rybw"}},
		} {
			if _, err := list(query); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
