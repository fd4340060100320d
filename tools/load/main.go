// Command load fills a table with realistic tickets, to measure costs with many tickets (Q3). The domain rules build the
// tickets. The command writes them in batches, without conditions, with the postings and counters that route would write,
// except the counts of tags. The table must already contain topics, departments and staff (`make up`, or tools/seed).
//
//	load [-tickets 100000] [-requesters usuario-mesa,…]
//
// TABLE_NAME and AWS_ENDPOINT_URL select the table. Without TABLE_NAME, it is the table of the running stack.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/zone"
	"mesa/shared/platform/config"
	"mesa/tools/stackfile"
)

const (
	// batch is the number of tickets per call of Load, writers the number of concurrent calls.
	batch   = 20
	writers = 8
)

func main() {
	tickets := flag.Int("tickets", 1_000, "number of `tickets` to add")
	requesters := flag.String("requesters", "usuario-mesa,maria-lopez,jorge-hernandez,lucia-ramirez", "comma-separated `ids` of the requesters")
	flag.Parse()
	if err := run(context.Background(), *tickets, strings.Split(*requesters, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, tickets int, requesters []string) error {
	opened, err := openTable()
	if err != nil {
		return err
	}
	db := stores.New(opened)
	people := make([]account.Person, 0, len(requesters))
	known, err := db.Accounts.People(ctx, requesters...)
	if err != nil {
		return err
	}
	for _, id := range requesters {
		person, exists := known[id]
		if !exists {
			return fmt.Errorf("no person has the id %s", id)
		}
		people = append(people, person)
	}
	started := time.Now()
	done := func(n int) {
		fmt.Printf("\r%d of %d tickets, %.0f a second ", n, tickets, float64(n)/time.Since(started).Seconds())
	}
	if err := load(ctx, db, people, started, tickets, false, done); err != nil {
		return err
	}
	fmt.Println()
	return nil
}

// openTable opens the table TABLE_NAME, or the table of the running stack.
func openTable() (*table.Table, error) {
	if name := os.Getenv("TABLE_NAME"); name != "" {
		return table.Open(config.AWS(), name, 0), nil
	}
	running, err := stackfile.Read()
	return table.Open(running.AWSConfig(), running.Table, 0), err
}

// load adds tickets to a table. The newest ticket gets the highest number. It calls done with the number of tickets written so
// far.
func load(ctx context.Context, db stores.Stores, requesters []account.Person, now time.Time, tickets int, brief bool, done func(int)) error {
	config, err := db.Settings.Configuration(ctx)
	if err != nil {
		return err
	}
	staff, err := db.Settings.Staff(ctx)
	if err != nil {
		return err
	}
	first, err := db.Tickets.TakeNumbers(ctx, config.FirstNumber, int64(tickets))
	if err != nil {
		return err
	}
	m := newGenerator(config, staff, requesters, now)
	m.brief = brief
	var written atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(writers)
	for from := 0; from < tickets && ctx.Err() == nil; from += batch {
		group.Go(func() error {
			histories := make([]indexstore.TicketHistory, 0, batch)
			for position := from; position < min(tickets, from+batch); position++ {
				history, err := m.build(position, first+int64(tickets-1-position))
				if err != nil {
					return err
				}
				histories = append(histories, history)
			}
			if err := db.Index.Load(ctx, histories, zone.FirstKnown(config.TimeZone)); err != nil {
				return err
			}
			done(int(written.Add(int64(len(histories)))))
			return nil
		})
	}
	return group.Wait()
}
