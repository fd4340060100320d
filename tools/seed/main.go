// Command seed loads the demo into the table TABLE_NAME at AWS_ENDPOINT_URL: settings, people, knowledge base and tickets of
// every status. It may be run again. Then it does not change existing people, articles, canned responses and tickets, and
// resets the demo's settings, topics, departments, categories and organizations.
//
//	seed [-out people.json | -people]
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
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
	flag.Parse()
	if err := run(*printPeople, *out); err != nil {
		fmt.Fprintln(os.Stderr, "seed:", err)
		os.Exit(1)
	}
}

func run(printPeople bool, out string) error {
	credentials, err := json.MarshalIndent(signIns(), "", "  ")
	if err != nil {
		return err
	}
	if printPeople {
		fmt.Println(string(credentials))
		return nil
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
