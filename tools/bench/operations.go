package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
)

// line is what a function logs of a request or an event.
type line struct {
	Operation             string
	MS                    float64
	Rounds                int
	ReadUnits, WriteUnits float64
	Method                string
	Status                int
}

// roundBudget is how many rounds of the table an operation may take (design 4): a search is told apart by no log line, so lists
// are held to a search's three.
func roundBudget(method, operation string) float64 {
	if method == "GET" && operation != "list-tickets" {
		return 2
	}
	return 3
}

// operations reads, off the functions' own log lines, what each operation took of the table since the bench began.
func operations(ctx context.Context, b *bench) error {
	lines, err := b.lines(ctx)
	if err != nil {
		return err
	}
	group := "Operations since the bench began (the functions' log lines): median rounds of the table, units and ms"
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		var rounds, reads, writes, took []float64
		for _, one := range lines[name] {
			rounds = append(rounds, float64(one.Rounds))
			reads, writes, took = append(reads, one.ReadUnits), append(writes, one.WriteUnits), append(took, one.MS)
		}
		what := fmt.Sprintf("%s (%d): %s read and %s write units, %s ms", name, len(took), number(middle(reads)), number(middle(writes)), number(middle(took)))
		if method := lines[name][0].Method; method != "" {
			b.within(group, what, middle(rounds), roundBudget(method, name))
		} else {
			b.note(group, what, number(middle(rounds)), "")
		}
	}
	return nil
}

func middle(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

// lines are the log lines of requests that went well, and of events, by operation.
func (b *bench) lines(ctx context.Context) (map[string][]line, error) {
	client := cloudwatchlogs.NewFromConfig(b.stack.AWSConfig())
	found := make(map[string][]line)
	pages := cloudwatchlogs.NewFilterLogEventsPaginator(client, &cloudwatchlogs.FilterLogEventsInput{
		LogGroupName: aws.String(b.stack.Outputs["LogGroup"]), StartTime: aws.Int64(b.began.UnixMilli()), EndTime: aws.Int64(time.Now().UnixMilli()),
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, event := range page.Events {
			var one line
			if !strings.HasPrefix(aws.ToString(event.Message), "{") || json.Unmarshal([]byte(*event.Message), &one) != nil || one.Operation == "" || one.Status >= 400 {
				continue
			}
			found[one.Operation] = append(found[one.Operation], one)
		}
	}
	return found, nil
}
