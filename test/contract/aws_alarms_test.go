package contract

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestAlarmsCoverStreamThrottlingAndBacklog checks that CloudWatch alarms watch the age of the records and the errors of the
// stream's consumers, throttling, and the backlog of the scheduled functions.
func TestAlarmsCoverStreamThrottlingAndBacklog(t *testing.T) {
	found := map[string]bool{}
	for _, alarm := range templates(t).resources("AWS::CloudWatch::Alarm") {
		properties := alarm.at("Properties")
		name := properties.at("Namespace").text() + " " + properties.at("MetricName").text()
		if dimension := properties.at("Dimensions", 0, "Value", "Fn::Sub").text(); dimension != "" {
			name += " " + strings.TrimPrefix(dimension, "${Name}-")
		}
		found[name] = true
	}
	for _, name := range []string{
		"AWS/Lambda IteratorAge route", "AWS/Lambda IteratorAge notify", "AWS/Lambda Errors route", "AWS/Lambda Errors notify",
		"AWS/Lambda Throttles", "Mesa backlog check-deadlines", "Mesa backlog close-resolved",
	} {
		if !found[name] {
			t.Errorf("no alarm for %s", name)
		}
	}
}

// TestThrottlingAlarmsCoverTheIndexes checks that the alarms on throttling also see the indexes, whose metrics have the index as a
// second dimension. A query without a schema finds the metrics with any dimensions.
func TestThrottlingAlarmsCoverTheIndexes(t *testing.T) {
	for name, metric := range map[string]string{"TableReadsThrottled": "ReadThrottleEvents", "TableWritesThrottled": "WriteThrottleEvents"} {
		query := templates(t).templates["observability"].at("Resources", name, "Properties", "Metrics", 0, "Expression", "Fn::Sub").text()
		if want := "SELECT SUM(" + metric + `) FROM "AWS/DynamoDB" WHERE TableName = '${TableName}'`; query != want {
			t.Errorf("%s has the query %q, want %q", name, query, want)
		}
	}
}

// anchor matches the link to a section of the runbook at the end of an alarm's description.
var anchor = regexp.MustCompile(`See docs/runbook\.md#([a-z-]+)\.$`)

// TestAlarmsNameTheirSectionOfTheRunbook checks that each alarm notifies a person and names the section with the procedure.
func TestAlarmsNameTheirSectionOfTheRunbook(t *testing.T) {
	var sections []string
	for line := range strings.Lines(document(t, "docs/runbook.md")) {
		if heading, ok := strings.CutPrefix(strings.TrimSpace(line), "## "); ok {
			sections = append(sections, strings.ReplaceAll(strings.ToLower(heading), " ", "-"))
		}
	}
	for id, alarm := range templates(t).resources("AWS::CloudWatch::Alarm") {
		description := alarm.at("Properties", "AlarmDescription").text()
		if found := anchor.FindStringSubmatch(description); found == nil || !slices.Contains(sections, found[1]) {
			t.Errorf("%s names no section of the runbook: %s", id, description)
		}
		actions := alarm.at("Properties", "AlarmActions")
		if choice := actions.at("Fn::If", 1); choice.value != nil {
			actions = choice
		}
		if got := actions.JSON(); got != `[{"Ref":"Topic"}]` {
			t.Errorf("%s notifies %s", id, got)
		}
	}
}
