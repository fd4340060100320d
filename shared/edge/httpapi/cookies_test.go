package httpapi_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/edge/httpapi"
)

// signIn is a use case that sets or clears cookies.
type signIn func(context.Context)

func (s signIn) UpdateTicket(ctx context.Context, _ api.UpdateTicketRequestObject) (api.UpdateTicketResponseObject, error) {
	s(ctx)
	return api.UpdateTicket200JSONResponse{}, nil
}

func TestCookiesOfASession(t *testing.T) {
	token, err := account.NewToken("usuario-mesa")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		act  signIn
		want []string
	}{
		"begin": {
			func(ctx context.Context) { httpapi.Cookies{}.Begin(ctx, token, 12*time.Hour) },
			[]string{"__Host-session=" + token.Cookie() + "; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax", "signed-in=usuario-mesa; Path=/; Max-Age=43200; Secure; SameSite=Lax"},
		},
		"end": {
			func(ctx context.Context) { httpapi.Cookies{Insecure: true}.End(ctx) },
			[]string{"session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax", "signed-in=; Path=/; Max-Age=0; SameSite=Lax"},
		},
		"remember": {
			func(ctx context.Context) { httpapi.Cookies{}.Remember(ctx, account.Device{Cookie: "id.code"}) },
			[]string{"__Host-device=id.code; Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax"},
		},
	} {
		endpoint := api.UpdateTicket(c.act)
		endpoint.Access, endpoint.Session = api.AccessPublic, false
		request := httptest.NewRequest(http.MethodPatch, "/api/tickets/PNT000001", strings.NewReader(`{"version":1}`))
		request.Header.Set("Content-Type", "application/json")
		response := httptest.NewRecorder()
		httpapi.Handler(httpapi.Endpoint{Endpoint: endpoint}).ServeHTTP(response, request)
		if got := response.Header().Values("Set-Cookie"); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
