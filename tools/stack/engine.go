package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"mesa/tools/engines"
	"mesa/tools/mailbox"
)

// engine is a local implementation of AWS. tools/engines lists what the engines lack.
type engine interface {
	// install installs the packages of the engine.
	install(ctx context.Context) error
	// start starts the engine unless it is running, and waits until it is healthy.
	start(ctx context.Context) error
	// stop stops the engine and its functions. The engine stores its state first.
	stop(ctx context.Context) error
	process() process
	// endpoint returns the URL of the engine for functions and for uploads by browsers. If the functions run in containers, Docker
	// must be running.
	endpoint() (string, error)
	// mails returns the mails that the engine's SES received, newest first.
	mails(ctx context.Context) ([]mailbox.Mail, error)
}

// implementations holds the implementation of each engine of tools/engines.
var implementations = map[string]func(settings) engine{
	"ministack":  func(s settings) engine { return ministack{s} },
	"localstack": func(s settings) engine { return localstack{s} },
}

// engine returns the engine of the stack.
func (s settings) engine() engine { return implementations[s.selected.Name](s) }

// each returns the settings with each engine.
func (s settings) each() []settings {
	var all []settings
	for _, engine := range engines.All() {
		s.selected = engine
		all = append(all, s)
	}
	return all
}

// onRunning returns a command that uses the running engine, even if ENGINE selects another.
func onRunning(command func(context.Context, settings) error) func(context.Context, settings) error {
	return func(ctx context.Context, selected settings) error {
		for _, set := range selected.each() {
			if set.engine().process().running() {
				return command(ctx, set)
			}
		}
		return command(ctx, selected)
	}
}

// responds returns nil if an address responds with 200.
func responds(ctx context.Context, address string) error { return readJSON(ctx, address, nil) }

// readJSON decodes the response of an address into out unless out is nil. The status must be 200.
func readJSON(ctx context.Context, address string, out any) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s responds with %s", address, response.Status)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(out)
}
