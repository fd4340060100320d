// Command seed loads the demo: what the desk is made of, its people, its knowledge base and tickets in every status, into the
// table TABLE_NAME of whatever AWS_ENDPOINT_URL stands for. It may be run again: people, articles and tickets that are
// there stay as they are; settings, topics and categories become the demo's again.
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

	"mesa/shared/adapter/store"
	"mesa/shared/domain/clock"
	"mesa/shared/platform/config"
)

// timeout bounds the whole.
const timeout = 2 * time.Minute

func main() {
	only := flag.Bool("people", false, "only print how the demo's people sign in, as JSON")
	out := flag.String("out", "", "a `file` to write that to after loading")
	flag.Parse()
	if err := run(*only, *out); err != nil {
		fmt.Fprintln(os.Stderr, "seed:", err)
		os.Exit(1)
	}
}

func run(only bool, out string) error {
	told, err := json.MarshalIndent(signIns(), "", "  ")
	if err != nil {
		return err
	}
	if only {
		fmt.Println(string(told))
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	if err := load(ctx, store.Open(config.AWS(), config.Must("TABLE_NAME")), clock.Clock(nil).Now()); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, append(told, '\n'), 0o600)
}

func load(ctx context.Context, table *store.Table, now time.Time) error {
	if err := table.PutDesk(ctx, desk()); err != nil {
		return err
	}
	if err := addPeople(ctx, table); err != nil {
		return err
	}
	if err := putArticles(ctx, table); err != nil {
		return err
	}
	if err := addCanned(ctx, table); err != nil {
		return err
	}
	return addTickets(ctx, table, now)
}
