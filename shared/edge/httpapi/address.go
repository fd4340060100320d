package httpapi

import (
	"context"
	"net/http"

	"github.com/awslabs/aws-lambda-go-api-proxy/core"
)

// viewerHeader is the header with the viewer's address. CloudFront sets it on each request (infra/site.yaml) and overwrites the
// value that a client sends.
const viewerHeader = "X-Viewer-Address"

// addressOf returns the client's address. If the request has the origin proof, this is the viewer's address that CloudFront
// reports. Otherwise it is the peer's address that the gateway reports. A client can forge neither address.
func addressOf(ctx context.Context, e Endpoint, r *http.Request) string {
	viewer := r.Header.Get(viewerHeader)
	if viewer != "" && len(e.OriginProofs) > 0 && e.OriginProofs.accept(r) {
		return viewer
	}
	if gateway, ok := core.GetAPIGatewayContextFromContext(ctx); ok && gateway.Identity.SourceIP != "" {
		return gateway.Identity.SourceIP
	}
	return r.RemoteAddr
}
