package httpapi

import (
	"context"
	"crypto/subtle"
	"net/http"

	"github.com/awslabs/aws-lambda-go-api-proxy/core"
)

// Headers that CloudFront sets on each request (infra/site.yaml). It overwrites the values that a client sends.
const (
	proofHeader  = "X-Origin-Proof"
	viewerHeader = "X-Viewer-Address"
)

// addressOf returns the client's address. If the request has CloudFront's proof, this is the viewer's address that CloudFront
// reports. Otherwise it is the peer's address that the gateway reports. A client can forge neither.
func addressOf(ctx context.Context, e Endpoint, r *http.Request) string {
	viewer := r.Header.Get(viewerHeader)
	if viewer != "" && e.OriginProof != "" && subtle.ConstantTimeCompare([]byte(r.Header.Get(proofHeader)), []byte(e.OriginProof)) == 1 {
		return viewer
	}
	if gateway, ok := core.GetAPIGatewayContextFromContext(ctx); ok && gateway.Identity.SourceIP != "" {
		return gateway.Identity.SourceIP
	}
	return r.RemoteAddr
}
