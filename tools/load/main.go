// Command load fills a desk with tickets that have a past, to see what the desk costs when it is full: realistic ones, made by
// the domain and written just as creations, acts and route leave them, only faster. The desk has to be there already (`make up`,
// or tools/seed): its topics, departments and staff are what the tickets are about.
//
//	load [-tickets 100000] [-stack .local/stack.json] [-requesters usuario-mesa,…]
//
// Where TABLE_NAME and AWS_ENDPOINT_URL are set, that table is filled, else the running stack's.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"mesa/shared/adapter/store"
	"mesa/shared/domain/account"
	"mesa/shared/domain/zone"
	"mesa/shared/platform/config"
)

const (
	// batch is how many tickets are written in one go, and writers how many are written side by side.
	batch   = 20
	writers = 8
)

func main() {
	tickets := flag.Int("tickets", 1_000, "how many `tickets` to add")
	stack := flag.String("stack", ".local/stack.json", "the `file` that make up writes")
	requesters := flag.String("requesters", "usuario-mesa,maria-lopez,jorge-hernandez,lucia-ramirez", "whose tickets they are, by `identifiers`")
	flag.Parse()
	if err := run(context.Background(), *tickets, *stack, strings.Split(*requesters, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, tickets int, stack string, requesters []string) error {
	name, err := tableName(stack)
	if err != nil {
		return err
	}
	table := store.Open(config.AWS(), name)
	people := make([]account.Person, 0, len(requesters))
	known, err := table.People(ctx, requesters...)
	if err != nil {
		return err
	}
	for _, id := range requesters {
		person, there := known[id]
		if !there {
			return fmt.Errorf("there is nobody %s", id)
		}
		people = append(people, person)
	}
	began := time.Now()
	done := func(n int) {
		fmt.Printf("\r%d of %d tickets, %.0f a second ", n, tickets, float64(n)/time.Since(began).Seconds())
	}
	if err := load(ctx, table, people, began, tickets, false, done); err != nil {
		return err
	}
	fmt.Println()
	return nil
}

// tableName is TABLE_NAME, or the running stack's table, whose address then is what the SDK reaches.
func tableName(stack string) (string, error) {
	if name := os.Getenv("TABLE_NAME"); name != "" {
		return name, nil
	}
	text, err := os.ReadFile(stack)
	if err != nil {
		return "", fmt.Errorf("no desk is running, and TABLE_NAME is not set: %w", err)
	}
	var running struct {
		AWS   string `json:"aws"`
		Table string `json:"table"`
	}
	if err := json.Unmarshal(text, &running); err != nil {
		return "", fmt.Errorf("%s: %w", stack, err)
	}
	for name, value := range map[string]string{
		"AWS_ENDPOINT_URL": running.AWS, "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
	} {
		if err := os.Setenv(name, value); err != nil {
			return "", err
		}
	}
	return running.Table, nil
}

// load adds tickets to a desk, the newest with the highest number, and tells how far it is.
func load(ctx context.Context, table *store.Table, requesters []account.Person, now time.Time, tickets int, brief bool, done func(int)) error {
	desk, err := table.Desk(ctx)
	if err != nil {
		return err
	}
	staff, err := table.Staff(ctx)
	if err != nil {
		return err
	}
	first, err := table.TakeNumbers(ctx, desk.FirstNumber, int64(tickets))
	if err != nil {
		return err
	}
	m := newMaker(desk, staff, requesters, now)
	m.brief = brief
	var written atomic.Int64
	side, ctx := errgroup.WithContext(ctx)
	side.SetLimit(writers)
	for from := 0; from < tickets && ctx.Err() == nil; from += batch {
		side.Go(func() error {
			pasts := make([]store.Past, 0, batch)
			for at := from; at < min(tickets, from+batch); at++ {
				past, err := m.make(at, first+int64(tickets-1-at))
				if err != nil {
					return err
				}
				pasts = append(pasts, past)
			}
			if err := table.Load(ctx, pasts, zone.OrDefault(desk.TimeZone)); err != nil {
				return err
			}
			done(int(written.Add(int64(len(pasts)))))
			return nil
		})
	}
	return side.Wait()
}
