package httpapi

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/aws/aws-lambda-go/events"
	"github.com/awslabs/aws-lambda-go-api-proxy/core"
)

func TestViewerAddressRequiresProof(t *testing.T) {
	for name, c := range map[string]struct {
		proofs             OriginProofs
		sent, viewer, want string
	}{
		"through CloudFront":      {OriginProofs{"secret"}, "secret", "203.0.113.7", "203.0.113.7"},
		"directly to the gateway": {OriginProofs{"secret"}, "", "", "198.51.100.9"},
		"forged address":          {OriginProofs{"secret"}, "", "203.0.113.7", "198.51.100.9"},
		"forged proof":            {OriginProofs{"secret"}, "secret2", "203.0.113.7", "198.51.100.9"},
		"no proof configured":     {nil, "", "203.0.113.7", "198.51.100.9"},
		"without an address":      {OriginProofs{"secret"}, "secret", "", "198.51.100.9"},
	} {
		request := events.APIGatewayProxyRequest{HTTPMethod: "GET", Path: "/", Headers: map[string]string{"X-Forwarded-For": "203.0.113.99"}}
		request.RequestContext.Identity.SourceIP = "198.51.100.9"
		accessor := core.RequestAccessor{}
		r, err := accessor.EventToRequestWithContext(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set(proofHeader, c.sent)
		r.Header.Set(viewerHeader, c.viewer)
		if got := addressOf(r.Context(), Endpoint{OriginProofs: c.proofs}, r); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := addressOf(context.Background(), Endpoint{}, httptest.NewRequest(http.MethodGet, "/", http.NoBody)); got != "192.0.2.1:1234" {
		t.Errorf("without a gateway: %s", got)
	}
}
