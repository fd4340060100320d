// Command seed loads the demo into the table TABLE_NAME at AWS_ENDPOINT_URL: settings, people, knowledge base and tickets of
// every status. It may be run again. Then it does not change existing people, articles, canned responses and tickets, and
// resets the demo's settings, topics, departments, categories and organizations.
//
//	seed [-remote] [-out people.json | -people]
//
// The demo's passwords are public, so without -remote it refuses a table that is not on this machine.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"time"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/clock"
	"mesa/shared/platform/config"
)

// timeout limits the whole load.
const timeout = 2 * time.Minute

func main() {
	printPeople := flag.Bool("people", false, "only print the credentials of the demo's people, as JSON")
	out := flag.String("out", "", "`file` to write the credentials to after loading")
	remote := flag.Bool("remote", false, "load the demo, whose passwords are public, into a table that is not on this machine")
	flag.Parse()
	if err := run(*printPeople, *remote, *out); err != nil {
		fmt.Fprintln(os.Stderr, "seed:", err)
		os.Exit(1)
	}
}

func run(printPeople, remote bool, out string) error {
	credentials, err := json.MarshalIndent(signIns(), "", "  ")
	if err != nil {
		return err
	}
	if printPeople {
		fmt.Println(string(credentials))
		return nil
	}
	if endpoint := os.Getenv("AWS_ENDPOINT_URL"); !remote && !isLocal(endpoint) {
		return fmt.Errorf("the table is at %q and not on this machine; -remote loads the demo nevertheless", endpoint)
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	if err := load(ctx, stores.New(table.Open(config.AWS(), config.Must("TABLE_NAME"), 0)), clock.Clock(nil).Now()); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, append(credentials, '\n'), 0o600)
}

// isLocal reports whether an endpoint is on this machine.
func isLocal(endpoint string) bool {
	parsed, err := url.Parse(endpoint)
	if err != nil {
		return false
	}
	host := parsed.Hostname()
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback() || host == "localhost" || strings.HasSuffix(host, ".localhost")
}

func load(ctx context.Context, db stores.Stores, now time.Time) error {
	if err := db.Settings.PutConfiguration(ctx, desk()); err != nil {
		return err
	}
	for _, organization := range organizations() {
		if err := db.Settings.PutOrganization(ctx, organization); err != nil {
			return err
		}
	}
	if err := addPeople(ctx, db); err != nil {
		return err
	}
	if err := putArticles(ctx, db); err != nil {
		return err
	}
	if err := addCanned(ctx, db); err != nil {
		return err
	}
	return addTickets(ctx, db, now)
}
