package httpapi

import (
	"context"
	"crypto/subtle"
	"net/http"

	"github.com/awslabs/aws-lambda-go-api-proxy/core"
)

// What infra/site.yaml has CloudFront add to each request, over whatever a client wrote there.
const (
	proofHeader  = "X-Origin-Proof"
	viewerHeader = "X-Viewer-Address"
)

// addressOf is where a request comes from: who CloudFront says it is, where the request proves to come from CloudFront, and
// else the peer that the gateway saw. Neither is a header that a client can write.
func addressOf(ctx context.Context, e Endpoint, r *http.Request) string {
	viewer := r.Header.Get(viewerHeader)
	if viewer != "" && e.Proof != "" && subtle.ConstantTimeCompare([]byte(r.Header.Get(proofHeader)), []byte(e.Proof)) == 1 {
		return viewer
	}
	if gateway, ok := core.GetAPIGatewayContextFromContext(ctx); ok && gateway.Identity.SourceIP != "" {
		return gateway.Identity.SourceIP
	}
	return r.RemoteAddr
}
