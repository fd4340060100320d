// Package httpapi serves one operation of the contract in one Lambda function. It checks who may call the operation,
// enforces limits on requests, writes the log line, and returns every failure as a problem document in the caller's language.
// Only this package handles API Gateway's events and status codes.
package httpapi

import (
	"context"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/permission"
)

// Sessions looks up sessions.
type Sessions interface {
	// Session returns the session with a token's hash. It returns fault.Unauthenticated if the session does not exist or has
	// ended, or if the person is disabled.
	Session(ctx context.Context, personID, tokenHash string) (account.Session, error)
}

// Endpoint is an endpoint of the contract with the settings of the function that serves it.
type Endpoint struct {
	api.Endpoint
	// Sessions looks up the caller. It is required if the contract allows the operation to read the session.
	Sessions Sessions
	// Cookies determines the names of the cookies.
	Cookies Cookies
	// OriginProofs holds the accepted secrets. CloudFront adds one of them to each request.
	OriginProofs OriginProofs
}

// Proxy is a Lambda handler of API Gateway's proxy events.
type Proxy func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)

// Serve returns a Lambda handler that serves the endpoint.
func Serve(e Endpoint) Proxy {
	adapter := httpadapter.New(Handler(e))
	return func(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		event.Path = escaped(event.Path)
		return adapter.ProxyWithContext(ctx, event)
	}
}

// Handler returns an HTTP handler that serves the endpoint. It panics if the endpoint's access is invalid, or if the endpoint
// reads sessions but Sessions is nil. So a function with such an endpoint does not start.
func Handler(e Endpoint) http.Handler {
	switch e.Access {
	case api.AccessPublic:
	case api.AccessPerson, api.AccessStaff, api.AccessSupervisor, api.AccessAdmin:
		if !e.Session {
			panic(fmt.Sprintf("%s: an endpoint that is not public must read the session", e.Name))
		}
	default:
		panic(fmt.Sprintf("%s: unknown access %q", e.Name, e.Access))
	}
	if e.Session && e.Sessions == nil {
		panic(fmt.Sprintf("%s: no sessions", e.Name))
	}
	return logged(e, recovered(fromCloudFront(e, sameSite(identified(e, checkedBody(routed(e)))))))
}

// callPermissions are the permissions to call operations that not every person may call.
var callPermissions = map[api.Access]permission.Permission{
	api.AccessStaff:      permission.CallStaffOperations,
	api.AccessSupervisor: permission.CallSupervisorOperations,
	api.AccessAdmin:      permission.CallAdminOperations,
}

// checkAccess returns nil if a person may call an operation. Otherwise it returns fault.Unauthenticated or fault.Forbidden.
func checkAccess(access api.Access, p account.Person) error {
	required, restricted := callPermissions[access]
	switch {
	case access == api.AccessPublic:
		return nil
	case p.ID == "":
		return fault.New(fault.Unauthenticated)
	case restricted && !permission.Allows(required, p.Role, permission.Anyone):
		return fault.New(fault.Forbidden)
	}
	return nil
}
