// Package httpapi serves one operation of the contract in one Lambda function: who may call it, limits, the log line, and
// every failure as a problem document in the caller's language. It is the only package that knows API Gateway's events and
// status codes.
package httpapi

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
)

// Access says who may call an operation. The zero value says nothing, and an endpoint without an Access is not mounted.
type Access int

// The accesses, as the contract's x-access names them. The caller of a Public one may still be signed in.
const (
	undeclared Access = iota
	Public
	Person
	Staff
	Supervisor
	Admin
)

// admits returns nil when a caller may pass.
func (a Access) admits(who account.Person) error {
	switch {
	case a == Public:
		return nil
	case who.ID == "":
		return fault.New(fault.Unauthenticated)
	case a == Staff && !who.Role.IsStaff(),
		a == Supervisor && who.Role != account.Supervisor && who.Role != account.Admin,
		a == Admin && who.Role != account.Admin:
		return fault.New(fault.Forbidden)
	}
	return nil
}

// Sessions finds the person of a session.
type Sessions interface {
	// Person returns whose session it is; fault.Unauthenticated when there is none, it has ended, or the person is disabled.
	Person(ctx context.Context, personID, tokenHash string) (account.Person, error)
}

// Endpoint is one operation as a function serves it.
type Endpoint struct {
	// Operation is the contract's operationId, which is also the function's name.
	Operation string
	// Route is a method and a path, whose parts may be parameters, such as "GET /api/tickets/{number}".
	Route string
	// Access says who may call it; required.
	Access Access
	// Serve is the generated wrapper's method for the operation.
	Serve func(*api.ServerInterfaceWrapper, http.ResponseWriter, *http.Request)
	// API is the use case: the generated interface with the one method implemented.
	API api.StrictServerInterface
	// Sessions finds the caller; required unless the operation has no use for one and is Public.
	Sessions Sessions
	// Proof is what CloudFront tells the API with each request that it passes on; the address of who asks, as CloudFront saw it, is
	// believed with that. Only an operation that asks for addresses needs it.
	Proof string
	// Timeout bounds the work on one request. Zero stands for 8 seconds.
	Timeout time.Duration
}

const defaultTimeout = 8 * time.Second

// Start serves the endpoint to Lambda until the process ends.
func Start(e Endpoint) {
	adapter := httpadapter.New(Handler(e))
	lambda.Start(func(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		event.Path = escaped(event.Path)
		return adapter.ProxyWithContext(ctx, event)
	})
}

// Handler returns the endpoint as an HTTP handler. It panics on an endpoint that doesn't say who may call it, or whose use
// case lacks what it needs, so that such a function cannot even start.
func Handler(e Endpoint) http.Handler {
	if e.Access == undeclared {
		panic(fmt.Sprintf("%s: an endpoint must declare who may call it", e.Operation))
	}
	if e.Access != Public && e.Sessions == nil {
		panic(fmt.Sprintf("%s: an endpoint that is not public needs sessions", e.Operation))
	}
	complete(e)
	if e.Timeout == 0 {
		e.Timeout = defaultTimeout
	}
	strict := api.NewStrictHandlerWithOptions(e.API, []api.StrictMiddlewareFunc{shaped}, api.StrictHTTPServerOptions{
		RequestErrorHandlerFunc:  func(w http.ResponseWriter, r *http.Request, err error) { writeProblem(w, r, badInput(err)) },
		ResponseErrorHandlerFunc: writeProblem,
	})
	wrapper := &api.ServerInterfaceWrapper{
		Handler:          strict,
		ErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) { writeProblem(w, r, badInput(err)) },
	}
	return logged(e, recovered(sameSite(identified(e, checkedBody(routed(e, wrapper))))))
}
