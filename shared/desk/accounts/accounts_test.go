package accounts_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/accounts"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

type requests struct {
	count func(source string) (int, error)
	add   func(account.Request) error
	list  func(after string, limit int) ([]account.Request, bool, error)
}

func (r requests) CountAccountRequest(_ context.Context, source string, _ time.Time) (int, settings.Settings, error) {
	made, err := r.count(source)
	return made, settings.Default(), err
}

func (r requests) AddAccountRequest(_ context.Context, request account.Request) error {
	return r.add(request)
}

func (r requests) AccountRequests(_ context.Context, after string, limit int) ([]account.Request, bool, error) {
	return r.list(after, limit)
}

func at() time.Time { return time.Date(2026, 11, 24, 18, 20, 0, 0, time.UTC) }

func good() api.NewAccountRequest {
	return api.NewAccountRequest{Name: " Ana Ñúñez ", Email: "ana@infoem.example", Organization: "Infoem", Phone: "722 226 1980"}
}

func TestCreateAccountRequest(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*api.NewAccountRequest)
		made   int
		addErr error
		want   fault.Kind
		fields []string
		wait   time.Duration
	}{
		{name: "good", change: func(*api.NewAccountRequest) {}, made: 10},
		{name: "too many", change: func(*api.NewAccountRequest) {}, made: 11, want: fault.TooManyRequests, wait: 40 * time.Minute},
		{name: "store is down", change: func(*api.NewAccountRequest) {}, addErr: fault.New(fault.Unavailable), want: fault.Unavailable},
		{name: "empty", change: func(r *api.NewAccountRequest) { *r = api.NewAccountRequest{} }, want: fault.Invalid, fields: []string{"name", "email", "organization", "phone"}},
		{name: "wrong", change: func(r *api.NewAccountRequest) { r.Email, r.Phone = "ana", "hola mundo" }, want: fault.Invalid, fields: []string{"email", "phone"}},
		{name: "long", change: func(r *api.NewAccountRequest) {
			r.Name, r.Organization = strings.Repeat("ñ", 121), strings.Repeat("o", 201)
		}, want: fault.Invalid, fields: []string{"name", "organization"}},
		{name: "hidden", change: func(r *api.NewAccountRequest) { r.Organization = "Infoem\r\nBcc: x" }, want: fault.Invalid, fields: []string{"organization"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			input := good()
			c.change(&input)
			var kept []account.Request
			counted := ""
			use := accounts.CreateAccountRequest{Clock: clock.Fixed(at()), Requests: requests{
				count: func(source string) (int, error) { counted = source; return c.made, nil },
				add:   func(r account.Request) error { kept = append(kept, r); return c.addErr },
			}}
			ctx := caller.With(t.Context(), caller.Caller{Address: "203.0.113.7:4711"})
			answer, err := use.CreateAccountRequest(ctx, api.CreateAccountRequestRequestObject{Body: &input})
			if fault.KindOf(err) != c.want {
				t.Fatal(err)
			}
			if failure, ok := errors.AsType[*fault.Error](err); ok {
				var names []string
				for _, field := range failure.Fields {
					names = append(names, field.Name)
				}
				if diff := cmp.Diff(c.fields, names); diff != "" || failure.RetryAfter != c.wait {
					t.Error(diff, failure.RetryAfter)
				}
			}
			if c.want == fault.Invalid && counted != "" {
				t.Error("what is mistyped counts")
			}
			if c.want != "" {
				return
			}
			if _, ok := answer.(api.CreateAccountRequest202Response); !ok || counted != "203.0.113.7" {
				t.Errorf("%#v, counted %q", answer, counted)
			}
			id, err := ulid.ParseStrict(kept[0].ID)
			if err != nil || ulid.Time(id.Time()).UTC() != at() || kept[0].Name != "Ana Ñúñez" || !kept[0].CreatedAt.Equal(at()) {
				t.Errorf("%+v, %v", kept[0], err)
			}
		})
	}
}

func TestListAccountRequests(t *testing.T) {
	const id = "01KAVJ0000000000000000000A"
	use := accounts.ListAccountRequests{Requests: requests{list: func(after string, limit int) ([]account.Request, bool, error) {
		if after == id {
			return nil, false, nil
		}
		return []account.Request{{ID: id, Name: "Ana", CreatedAt: at()}}, limit == 1, nil
	}}}
	list := func(params api.ListAccountRequestsParams) (api.ListAccountRequests200JSONResponse, error) {
		answer, err := use.ListAccountRequests(t.Context(), api.ListAccountRequestsRequestObject{Params: params})
		if err != nil {
			return api.ListAccountRequests200JSONResponse{}, err
		}
		return answer.(api.ListAccountRequests200JSONResponse), nil
	}
	one, limit := 1, 101
	first, err := list(api.ListAccountRequestsParams{Limit: &one})
	if err != nil || len(first.Items) != 1 || first.Items[0].Status != "pending" || first.Next.IsNull() {
		t.Fatalf("%+v, %v", first, err)
	}
	next := first.Next.MustGet()
	last, err := list(api.ListAccountRequestsParams{Cursor: &next})
	if err != nil || last.Items == nil || len(last.Items) != 0 || !last.Next.IsNull() {
		t.Errorf("%+v, %v", last, err)
	}
	zero, rubbish, other := 0, "%%%", "b3Rybw"
	for name, params := range map[string]api.ListAccountRequestsParams{
		"limit 0": {Limit: &zero}, "limit 101": {Limit: &limit}, "cursor": {Cursor: &rubbish}, "cursor of something else": {Cursor: &other},
	} {
		if _, err := list(params); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
