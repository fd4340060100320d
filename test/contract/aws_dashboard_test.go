package contract

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"mesa/shared/wiring"
)

// published lists the metrics that AWS publishes with the given dimensions, as AWS documents them. TransactionConflict and
// the throttling metrics of a table do not cover its indexes. backlog is the metric in the functions' log lines
// (shared/platform/observe).
var published = map[string][]string{
	"AWS/ApiGateway ApiName":  {"Count", "4XXError", "5XXError", "Latency", "IntegrationLatency"},
	"AWS/Lambda FunctionName": {"Invocations", "Errors", "Duration", "Throttles", "IteratorAge", "ConcurrentExecutions"},
	"AWS/Lambda ":             {"Invocations", "Errors", "Throttles", "ConcurrentExecutions"},
	"AWS/SQS QueueName":       {"ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage", "NumberOfMessagesSent"},
	"AWS/DynamoDB TableName":  {"ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents", "WriteThrottleEvents", "TransactionConflict"},
	"Mesa function":           {"backlog"},
}

// checkMetric checks that AWS publishes a metric with the given dimensions, and that the functions among their values exist.
func checkMetric(t *testing.T, where, namespace, name string, dimensions, values []string) {
	t.Helper()
	if !slices.Contains(published[namespace+" "+strings.Join(dimensions, " ")], name) {
		t.Errorf("%s: no metric %s %s with the dimensions %v", where, namespace, name, dimensions)
	}
	for _, value := range values {
		function, isFunction := strings.CutPrefix(value, "${Name}-")
		if isFunction && !slices.ContainsFunc(wiring.Functions(), func(f wiring.Function) bool { return f.Name == function }) {
			t.Errorf("%s: no function %s", where, function)
		}
	}
}

// TestDashboardShowsPublishedMetrics checks that the dashboard is valid JSON, covers all parts of the stack, and that AWS publishes
// each of its metrics.
func TestDashboardShowsPublishedMetrics(t *testing.T) {
	body := templates(t).templates["observability"].at("Resources", "Dashboard", "Properties", "DashboardBody", "Fn::Sub").text()
	var dashboard struct {
		Widgets []struct {
			Properties struct {
				Title   string
				Region  string
				Metrics [][]any
			}
		}
	}
	if err := json.Unmarshal([]byte(body), &dashboard); err != nil {
		t.Fatal(err)
	}
	shown := map[string]int{}
	metrics := 0
	for _, widget := range dashboard.Widgets {
		title := widget.Properties.Title
		if widget.Properties.Region != "${AWS::Region}" {
			t.Errorf("%s is of the region %s", title, widget.Properties.Region)
		}
		for _, metric := range widget.Properties.Metrics {
			var texts, dimensions, values []string
			for _, part := range metric {
				if text, isText := part.(string); isText {
					texts = append(texts, text)
				}
			}
			for i := 2; i+1 < len(texts); i += 2 {
				dimensions, values = append(dimensions, texts[i]), append(values, texts[i+1])
			}
			checkMetric(t, title, texts[0], texts[1], dimensions, values)
			shown[texts[0]]++
			metrics++
		}
	}
	for _, namespace := range []string{"AWS/ApiGateway", "AWS/Lambda", "AWS/SQS", "AWS/DynamoDB", "Mesa"} {
		if shown[namespace] == 0 {
			t.Errorf("the dashboard shows nothing of %s: %v", namespace, shown)
		}
	}
	if metrics > 50 {
		t.Errorf("the dashboard shows %d metrics; one with more than 50 is not free", metrics)
	}
}

// TestAlarmsWatchPublishedMetrics checks that AWS publishes the metric of each alarm.
func TestAlarmsWatchPublishedMetrics(t *testing.T) {
	for id, alarm := range templates(t).resources("AWS::CloudWatch::Alarm") {
		properties := alarm.at("Properties")
		if properties.at("Metrics").value != nil {
			continue // a query, see TestThrottlingAlarmsCoverTheIndexes
		}
		var dimensions, values []string
		for _, dimension := range properties.at("Dimensions").list() {
			dimensions = append(dimensions, dimension.at("Name").text())
			values = append(values, dimension.at("Value", "Fn::Sub").text())
		}
		checkMetric(t, id, properties.at("Namespace").text(), properties.at("MetricName").text(), dimensions, values)
	}
}
