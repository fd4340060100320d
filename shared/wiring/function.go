// Package wiring declares every function of the stack: the use case that it runs, what that is built from, and what the contract
// cannot say: grants, environment, memory, timeout, trigger. template.yaml's functions, the tables in docs and what tests mount
// are derived from it (ADR 23).
package wiring

import (
	"net/http"
	"slices"
	"time"

	"mesa/shared/api"
	"mesa/shared/edge/httpapi"
)

// Artifact is a binary that functions of the stack share. Each function starts it under its own name and role.
type Artifact string

// The artifacts, by their folders in functions/.
const (
	// APIArtifact runs the endpoints that store no HTML.
	APIArtifact Artifact = "api"
	// TextArtifact runs the endpoints that store HTML. It links the sanitizer, which takes 2 ms of a start.
	TextArtifact Artifact = "text"
	// BackgroundArtifact runs what no person waits for. It links the mail libraries.
	BackgroundArtifact Artifact = "background"
)

// Variable is an environment variable of a function.
type Variable string

// The variables. Those of the table, the bucket and the queue follow from a function's grants.
const (
	Operation         Variable = "OPERATION"
	TableName         Variable = "TABLE_NAME"
	SettingsCache     Variable = "SETTINGS_CACHE"
	AttachmentsBucket Variable = "ATTACHMENTS_BUCKET"
	MailQueueURL      Variable = "MAIL_QUEUE_URL"
	OriginProof       Variable = "ORIGIN_PROOF"
	CookieSecure      Variable = "COOKIE_SECURE"
	MailFrom          Variable = "MAIL_FROM"
	SiteURL           Variable = "SITE_URL"
)

// Endpoint declares the function of an operation of the contract.
type Endpoint struct {
	// Build returns the endpoint. Name, route and access are the contract's.
	Build func(Parts) api.Endpoint
	// Artifact is APIArtifact if empty.
	Artifact Artifact
	// Memory is in MB; 0 is the template's default.
	Memory int
	// Timeout is the function's; 0 is the template's default. The work on a request ends 2 seconds before.
	Timeout     time.Duration
	Environment []Variable
	Grants      []Grant
	// UnverifiedSession reports that the operation takes a session's cookie as it is, without reading the session.
	UnverifiedSession bool
}

// Background declares a function that the stream, the queue or the clock starts.
type Background struct {
	Name    string
	Trigger Trigger
	// Build returns the Lambda handler, which logs under the name.
	Build       func(name string, p Parts) any
	Timeout     time.Duration
	Environment []Variable
	Grants      []Grant
}

// Trigger is what starts a background function. One member is set.
type Trigger struct {
	// Stream are the filters of the table's stream.
	Stream []StreamFilter
	// MailQueue reports that the function takes mails off the queue, in batches of this size.
	MailQueue int
	// Every is the interval of a schedule.
	Every time.Duration
}

// StreamFilter selects stream records by the type of the item and what happened to it.
type StreamFilter struct {
	ItemType string
	// Events are INSERT and MODIFY.
	Events []string
}

// Function is a function of the stack with all that follows from its declaration.
type Function struct {
	Name     string
	Artifact Artifact
	// Endpoint is nil for a background function; Trigger is zero for an endpoint.
	Endpoint    *api.Endpoint
	Trigger     Trigger
	Memory      int
	Timeout     time.Duration
	Environment []Variable
	Grants      []Grant
	handler     func(Parts) any
	http        func(Parts) http.Handler
}

// Functions returns every function of the stack, endpoints first, each group sorted by name.
func Functions() []Function {
	var all []Function
	for _, declared := range slices.Concat(
		accountsEndpoints, articlesEndpoints, assignmentEndpoints, calendarEndpoints, cannedEndpoints, catalogEndpoints,
		draftsEndpoints, ticketsEndpoints, viewsEndpoints,
	) {
		all = append(all, declared.function())
	}
	slices.SortFunc(all, byName)
	var background []Function
	for _, declared := range backgroundFunctions {
		background = append(background, declared.function())
	}
	slices.SortFunc(background, byName)
	return append(all, background...)
}

func byName(a, b Function) int {
	switch {
	case a.Name < b.Name:
		return -1
	case a.Name > b.Name:
		return 1
	}
	return 0
}

func (e Endpoint) function() Function {
	endpoint := e.Build(Parts{}) // for what the contract says of it; nothing is called
	grants := e.Grants
	if endpoint.Session && !e.UnverifiedSession {
		grants = append([]Grant{batchGet("SESSION#*", "PERSON#*")}, grants...)
	}
	artifact := e.Artifact
	if artifact == "" {
		artifact = APIArtifact
	}
	return Function{
		Name: endpoint.Name, Artifact: artifact, Endpoint: &endpoint, Memory: e.Memory, Timeout: e.Timeout,
		Environment: environment(grants, e.Environment), Grants: merged(grants),
		handler: func(p Parts) any { return httpapi.Serve(e.served(p)) },
		http:    func(p Parts) http.Handler { return httpapi.Handler(e.served(p)) },
	}
}

func (b Background) function() Function {
	return Function{
		Name: b.Name, Artifact: BackgroundArtifact, Trigger: b.Trigger, Timeout: b.Timeout,
		Environment: environment(b.Grants, b.Environment), Grants: merged(b.Grants), handler: func(p Parts) any { return b.Build(b.Name, p) },
	}
}

// environment returns the variables that a function reads: those of the resources that it is granted, then its own.
func environment(grants []Grant, own []Variable) []Variable {
	all := []Variable{Operation}
	for _, resource := range []struct {
		is        Resource
		variables []Variable
	}{{Table, []Variable{TableName, SettingsCache}}, {Bucket, []Variable{AttachmentsBucket}}, {MailQueue, []Variable{MailQueueURL}}} {
		if slices.ContainsFunc(grants, func(g Grant) bool { return g.Resource == resource.is }) {
			all = append(all, resource.variables...)
		}
	}
	return append(all, own...)
}
