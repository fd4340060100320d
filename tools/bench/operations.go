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

// measureOperations reads the cost of each operation since the start of the benchmark from the functions' log lines.
func measureOperations(ctx context.Context, b *bench) error {
	lines, err := b.lines(ctx)
	if err != nil {
		return err
	}
	group := "Operations since the benchmark started, from the functions' log lines: median DynamoDB rounds, units and ms"
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		var rounds, reads, writes, durations []float64
		for _, line := range lines[name] {
			rounds = append(rounds, float64(line.Rounds))
			reads, writes, durations = append(reads, line.ReadUnits), append(writes, line.WriteUnits), append(durations, line.MS)
		}
		label := fmt.Sprintf("%s (%d): %s read and %s write units, %s ms", name, len(rounds), number(medianOf(reads)), number(medianOf(writes)), number(medianOf(durations)))
		if method := lines[name][0].Method; method != "" {
			b.check(group, label, medianOf(rounds), roundBudget(method, name))
		} else {
			b.compare(group, label, number(medianOf(rounds)), "")
		}
	}
	return nil
}

// medianOf sorts the values and returns their median.
func medianOf(all []float64) float64 {
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
			var line logLine
			if !strings.HasPrefix(aws.ToString(event.Message), "{") || json.Unmarshal([]byte(*event.Message), &line) != nil || line.Operation == "" || line.Status >= 400 {
				continue
			}
			found[line.Operation] = append(found[line.Operation], line)
		}
	}
	return found, nil
}
