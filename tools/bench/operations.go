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

// logLine is a function's log line of a request or an event.
type logLine struct {
	Operation             string
	MS                    float64
	Rounds                int
	ReadUnits, WriteUnits float64
	Method                string
	Status                int
}

// roundBudget returns the maximum number of DynamoDB rounds of an operation (Q1). The log does not distinguish searches from
// lists, so list-tickets gets the budget of a search.
func roundBudget(method, operation string) float64 {
	if method == "GET" && operation != "list-tickets" {
		return 3
	}
	return 4
}

// operations reads the cost of each operation since the start of the benchmark from the functions' log lines.
func operations(ctx context.Context, b *bench) error {
	lines, err := b.lines(ctx)
	if err != nil {
		return err
	}
	group := "Operations since the benchmark started, from the functions' log lines: median DynamoDB rounds, units and ms"
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		var rounds, reads, writes, durations []float64
		for _, one := range lines[name] {
			rounds = append(rounds, float64(one.Rounds))
			reads, writes, durations = append(reads, one.ReadUnits), append(writes, one.WriteUnits), append(durations, one.MS)
		}
		what := fmt.Sprintf("%s (%d): %s read and %s write units, %s ms", name, len(rounds), number(middle(reads)), number(middle(writes)), number(middle(durations)))
		if method := lines[name][0].Method; method != "" {
			b.check(group, what, middle(rounds), roundBudget(method, name))
		} else {
			b.compare(group, what, number(middle(rounds)), "")
		}
	}
	return nil
}

// middle returns the median.
func middle(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

// lines returns the log lines of successful requests and of events, by operation.
func (b *bench) lines(ctx context.Context) (map[string][]logLine, error) {
	client := cloudwatchlogs.NewFromConfig(b.stack.AWSConfig())
	found := make(map[string][]logLine)
	pages := cloudwatchlogs.NewFilterLogEventsPaginator(client, &cloudwatchlogs.FilterLogEventsInput{
		LogGroupName: aws.String(b.stack.Outputs["LogGroup"]), StartTime: aws.Int64(b.started.UnixMilli()), EndTime: aws.Int64(time.Now().UnixMilli()),
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, event := range page.Events {
			var one logLine
			if !strings.HasPrefix(aws.ToString(event.Message), "{") || json.Unmarshal([]byte(*event.Message), &one) != nil || one.Operation == "" || one.Status >= 400 {
				continue
			}
			found[one.Operation] = append(found[one.Operation], one)
		}
	}
	return found, nil
}
