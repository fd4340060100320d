package httpapi

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"mesa/shared/api"
)

func TestRequestsMustComeThroughCloudFront(t *testing.T) {
	first, second := strings.Repeat("a", minProofLength), strings.Repeat("b", minProofLength)
	for name, c := range map[string]struct {
		configured, sent string
		status           int
	}{
		"the active secret":        {first + "," + second, first, http.StatusNoContent},
		"the other secret":         {first + "," + second, second, http.StatusNoContent},
		"another value":            {first + "," + second, first + "a", http.StatusForbidden},
		"no value":                 {first + "," + second, "", http.StatusForbidden},
		"a placeholder":            {first + ",unset", "unset", http.StatusForbidden},
		"a stack without a secret": {"off", "", http.StatusNoContent},
	} {
		endpoint := Endpoint{Endpoint: api.Endpoint{Name: "test", Access: api.AccessPublic}, OriginProofs: ParseOriginProofs(c.configured)}
		handler := logged(endpoint, fromCloudFront(endpoint, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusNoContent)
		})))
		request := httptest.NewRequest(http.MethodGet, "/", http.NoBody)
		request.Header.Set(proofHeader, c.sent)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		if recorder.Code != c.status {
			t.Errorf("%s: %d, want %d", name, recorder.Code, c.status)
		}
	}
}

func TestFunctionWithoutSecretDoesNotStart(t *testing.T) {
	for _, list := range []string{"", "unset", "unset,unset"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is accepted", list)
				}
			}()
			ParseOriginProofs(list)
		}()
	}
	if got := ParseOriginProofs(strings.Repeat("a", 32) + ",unset"); !slices.Equal(got, OriginProofs{strings.Repeat("a", 32)}) {
		t.Errorf("%v", got)
	}
}
