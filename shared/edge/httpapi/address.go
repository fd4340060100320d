package httpapi

import (
	"context"
	"crypto/subtle"
	"net/http"

	"github.com/awslabs/aws-lambda-go-api-proxy/core"
)

// Headers that CloudFront sets on each request (infra/site.yaml). It overwrites what the client sent.
const (
	proofHeader  = "X-Origin-Proof"
	viewerHeader = "X-Viewer-Address"
)

// addressOf returns the client's address: the viewer's that CloudFront reports if the request carries CloudFront's proof, else the
// peer's that the gateway saw. A client can forge neither.
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
