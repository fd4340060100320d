package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"mesa/tools/mailbox"
)

// engine is a local implementation of AWS. Everything else in this tool and in the tests is independent of the engine.
type engine interface {
	// install installs the packages of the engine.
	install(ctx context.Context) error
	// start starts the engine unless it is running, and waits until it is healthy.
	start(ctx context.Context) error
	// stop stops the engine, if it is running, and its functions. It has time to store its state.
	stop(ctx context.Context) error
	process() process
	// endpoint returns the URL at which the engine serves the functions, and the pages of a browser that upload files.
	endpoint() string
	// mails returns the mails that the engine's SES received, newest first.
	mails(ctx context.Context) ([]mailbox.Mail, error)
}

// engine returns the engine of the stack.
func (s settings) engine() engine {
	if s.selected.Name == "localstack" {
		return localstack{s}
	}
	return ministack{s}
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
