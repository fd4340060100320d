// Package wiring declares every function of the stack: the use case that it runs, the parts of the use case, and properties
// that are not in the contract: grants, environment, memory, timeout and trigger. The functions in template.yaml, tables in
// docs and the functions that tests mount are derived from these declarations (ADR 23).
package wiring

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"mesa/shared/api"
	"mesa/shared/edge/httpapi"
)

// Artifact is a binary that several functions share. Each function starts the binary with its own name and role.
type Artifact string

// The artifacts. Each is the name of a folder in functions/.
const (
	// APIArtifact serves the endpoints that store no HTML.
	APIArtifact Artifact = "api"
	// TextArtifact serves the endpoints that store HTML. It links the sanitizer, which adds 2 ms to a start.
	TextArtifact Artifact = "text"
	// BackgroundArtifact runs the background functions. It links the mail libraries.
	BackgroundArtifact Artifact = "background"
)

// Artifacts returns all artifacts.
func Artifacts() []Artifact { return []Artifact{APIArtifact, TextArtifact, BackgroundArtifact} }

// Variable is an environment variable of a function.
type Variable string

// The variables. A function's grants determine the variables of the table, the bucket and the queue.
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

// Endpoint declares the function that serves an operation of the contract.
type Endpoint struct {
	// Build returns the endpoint. Its name, route and access come from the contract.
	Build func(Parts) api.Endpoint
	// Artifact is the function's artifact. "" means APIArtifact.
	Artifact Artifact
	// Memory is the function's memory in MB. 0 means the template's default.
	Memory int
	// Timeout is the function's timeout. 0 means the template's default. The work on a request ends earlier
	// (invocation.Reserve).
	Timeout     time.Duration
	Environment []Variable
	Grants      []Grant
	// Audit is set if the function stores audit events and reads their retention from the settings. It adds the grants for both.
	Audit bool
	// Cookies is set if the operation reads or sets cookies without reading the session.
	Cookies bool
	// UnverifiedSession is set if the operation trusts a session's cookie without reading the session.
	UnverifiedSession bool
}

// Background declares a function that the stream, the queue or a schedule invokes.
type Background struct {
	Name    string
	Trigger Trigger
	// Build returns the Lambda handler. name is the name of the operation in its log lines.
	Build       func(name string, p Parts) any
	Timeout     time.Duration
	Environment []Variable
	Grants      []Grant
}

// Trigger specifies what invokes a background function. Exactly one member is set.
type Trigger struct {
	// Stream holds the filters of the table's stream.
	Stream []StreamFilter
	// MailQueue is the batch size of a function that receives mails from the queue.
	MailQueue int
	// Every is the interval of a schedule.
	Every time.Duration
}

// StreamFilter selects stream records by the type of the item and by the event.
type StreamFilter struct {
	ItemType string
	// Events holds names of stream events: INSERT, MODIFY.
	Events []string
}

// Function is a function of the stack with the properties that follow from its declaration.
type Function struct {
	Name     string
	Artifact Artifact
	// Endpoint is nil for a background function. Trigger is the zero value for an endpoint.
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
		accountsEndpoints, articlesEndpoints, assignmentEndpoints, auditEndpoints, calendarEndpoints, cannedEndpoints, catalogEndpoints,
		draftsEndpoints, peopleEndpoints, ticketsEndpoints, viewsEndpoints,
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

// LogicalID returns the function's logical ID in template.yaml: RouteFunction for route.
func (f Function) LogicalID() string {
	var id strings.Builder
	for part := range strings.SplitSeq(f.Name, "-") {
		id.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return id.String() + "Function"
}

func byName(a, b Function) int { return strings.Compare(a.Name, b.Name) }

func (e Endpoint) function() Function {
	endpoint := e.Build(Parts{}) // only its properties from the contract are used; nothing is called
	grants := e.Grants
	if endpoint.Session && !e.UnverifiedSession {
		grants = append([]Grant{batchGet("SESSION#*", "PERSON#*")}, grants...)
	}
	if e.Audit {
		grants = append(slices.Clone(grants), put("AUDIT#*"), get("DESK"))
	}
	own := []Variable{OriginProof}
	if endpoint.Session || e.Cookies {
		own = append(own, CookieSecure)
	}
	artifact := e.Artifact
	if artifact == "" {
		artifact = APIArtifact
	}
	return Function{
		Name: endpoint.Name, Artifact: artifact, Endpoint: &endpoint, Memory: e.Memory, Timeout: e.Timeout,
		Environment: environment(grants, append(own, e.Environment...)), Grants: merged(grants),
		handler: func(p Parts) any { return httpapi.Serve(e.httpEndpoint(p)) },
		http:    func(p Parts) http.Handler { return httpapi.Handler(e.httpEndpoint(p)) },
	}
}

func (b Background) function() Function {
	return Function{
		Name: b.Name, Artifact: BackgroundArtifact, Trigger: b.Trigger, Timeout: b.Timeout,
		Environment: environment(b.Grants, b.Environment), Grants: merged(b.Grants), handler: func(p Parts) any { return b.Build(b.Name, p) },
	}
}

// environment returns the variables that a function reads: those of the resources in its grants, then its own.
func environment(grants []Grant, own []Variable) []Variable {
	all := []Variable{Operation}
	for _, resource := range []struct {
		name      Resource
		variables []Variable
	}{{Table, []Variable{TableName, SettingsCache}}, {Bucket, []Variable{AttachmentsBucket}}, {MailQueue, []Variable{MailQueueURL}}} {
		if slices.ContainsFunc(grants, func(g Grant) bool { return g.Resource == resource.name }) {
			all = append(all, resource.variables...)
		}
	}
	return append(all, own...)
}
