package wiring

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/adapter/accountstore"
	"mesa/shared/adapter/files"
	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/shared/desk/accounts"
	"mesa/shared/desk/attachments"
	"mesa/shared/desk/background"
	"mesa/shared/desk/mailing"
	"mesa/shared/desk/tickets"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/richtext"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/config"
)

// Parts holds the dependencies of use cases. A part that an environment variable configures is set only for functions that have
// this variable.
type Parts struct {
	stores.Stores
	Files Files
	// Sanitizer is set for functions of TextArtifact.
	Sanitizer richtext.Sanitizer
	// MailQueue and Mailer are set for functions of BackgroundArtifact.
	MailQueue Mails
	Mailer    mailing.Mailer
	Clock     clock.Clock
	Hasher    account.Hasher
	Passwords account.PasswordPolicy
	// InsecureCookies is true only where the site has no TLS.
	InsecureCookies bool
	// OriginProofs holds the accepted secrets. CloudFront adds one of them to each request.
	OriginProofs httpapi.OriginProofs
	MailQueueURL string
	// MailFrom is the sender's address of mails. SiteURL is the address of the pages that mails link to.
	MailFrom, SiteURL string
}

// Mails is the mail queue.
type Mails interface {
	background.MailQueue
	mailing.DelayQueue
}

// Files is the file store of attachments.
type Files interface {
	tickets.Files
	attachments.Signer
	attachments.Addresses
}

// bindings holds, for each variable, a function that sets the part that the variable configures. Operation and SettingsCache are
// not included: Run reads Operation, and the function of TableName reads SettingsCache.
var bindings = map[Variable]func(p *Parts, value string){
	TableName: func(p *Parts, value string) {
		p.Stores = stores.New(table.Open(config.AWS(), value, config.Duration(string(SettingsCache))))
	},
	AttachmentsBucket: func(p *Parts, value string) { p.Files = files.Open(config.AWS(), value) },
	MailQueueURL:      func(p *Parts, value string) { p.MailQueueURL = value }, // functions/background opens the queue
	CookieSecure:      func(p *Parts, value string) { p.InsecureCookies = value == "false" },
	OriginProof:       func(p *Parts, value string) { p.OriginProofs = httpapi.ParseOriginProofs(value) },
	MailFrom:          func(p *Parts, value string) { p.MailFrom = value },
	SiteURL:           func(p *Parts, value string) { p.SiteURL = value },
}

// Open returns the parts that a function's environment configures. It panics if a variable is missing, or if SettingsCache
// or OriginProof is malformed.
func Open(function Function) Parts {
	var p Parts
	for _, variable := range function.Environment {
		value := config.Must(string(variable))
		if bind, ok := bindings[variable]; ok {
			bind(&p, value)
		}
	}
	return p
}

// Run serves the function that the variable OPERATION names. addParts sets the parts that only this artifact links; it may be nil.
// Run panics if the function belongs to another artifact or lacks a variable.
func Run(artifact Artifact, addParts func(*Parts)) {
	function := Find(os.Getenv(string(Operation)))
	if function.Artifact != artifact {
		panic(fmt.Sprintf("%s is not in the artifact %s", function.Name, artifact))
	}
	parts := Open(function)
	if addParts != nil {
		addParts(&parts)
	}
	lambda.Start(function.Handler(parts))
}

// Cookies sets and reads the cookies of the site.
func (p Parts) Cookies() httpapi.Cookies { return httpapi.Cookies{Insecure: p.InsecureCookies} }

// keys returns the keys of sign-ins. They are derived from the origin proofs, which are the only secrets of a function.
func (p Parts) keys() account.Keys { return account.NewKeys(p.OriginProofs) }

// namedSettings reads the settings, and the organizations and people that tickets name.
type namedSettings struct {
	*settingstore.Store
	accounts *accountstore.Store
}

// People returns people by identifier.
func (n namedSettings) People(ctx context.Context, ids ...string) (map[string]account.Person, error) {
	return n.accounts.People(ctx, ids...)
}

func (p Parts) namedSettings() namedSettings { return namedSettings{p.Settings, p.Accounts} }

// Find returns the function with a name. It panics if there is none.
func Find(name string) Function {
	for _, function := range Functions() {
		if function.Name == name {
			return function
		}
	}
	panic(fmt.Sprintf("no function %q", name))
}

// Handler returns the function's Lambda handler.
func (f Function) Handler(p Parts) any { return f.handler(p) }

// HTTP returns an endpoint's function as an HTTP handler, for tests. It panics if the function is a background function.
func (f Function) HTTP(p Parts) http.Handler { return f.http(p) }

// httpEndpoint returns the endpoint with the settings that httpapi needs.
func (e Endpoint) httpEndpoint(p Parts) httpapi.Endpoint {
	endpoint := httpapi.Endpoint{Endpoint: e.Build(p), Sessions: p.Accounts, Cookies: p.Cookies(), OriginProofs: p.OriginProofs}
	if e.UnverifiedSession {
		endpoint.Sessions = accounts.UnverifiedSessions{}
	}
	return endpoint
}
