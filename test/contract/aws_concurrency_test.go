package contract

import "testing"

// TestBackgroundFunctionsLeaveExecutionsToTheAPI checks what limits the concurrent executions of the background functions: the
// stream's consumers process one batch of a shard at a time, and a parameter can reserve and limit their executions; the mail
// queue has the smallest maximum concurrency that SQS allows. By default nothing is reserved, because AWS refuses any
// reservation in a new account.
func TestBackgroundFunctionsLeaveExecutionsToTheAPI(t *testing.T) {
	root := templates(t).templates["root"]
	const reserved = `{"Fn::If":["ReservesConcurrency",{"Ref":"StreamConcurrency"},{"Ref":"AWS::NoValue"}]}`
	for _, function := range []string{"RouteFunction", "NotifyFunction"} {
		if got := root.at("Resources", function, "Properties", "ReservedConcurrentExecutions").JSON(); got != reserved {
			t.Errorf("%s reserves %s", function, got)
		}
		if factor := root.at("Resources", function+"Stream", "Properties", "ParallelizationFactor"); factor.value != nil {
			t.Errorf("%s processes %s batches of a shard at a time", function, factor.JSON())
		}
	}
	if got := root.at("Parameters", "StreamConcurrency", "Default").number(); got != 0 {
		t.Errorf("by default, %v executions are reserved", got)
	}
	if got := root.at("Conditions", "ReservesConcurrency").JSON(); got != `{"Fn::Not":[{"Fn::Equals":[{"Ref":"StreamConcurrency"},0]}]}` {
		t.Errorf("executions are reserved if %s", got)
	}
	if got := root.at("Resources", "SendMailFunctionQueue", "Properties", "ScalingConfig", "MaximumConcurrency").number(); got != 2 {
		t.Errorf("send-mail may have %v executions", got)
	}
	for id, function := range templates(t).resources("AWS::Lambda::Function") {
		if id != "root.RouteFunction" && id != "root.NotifyFunction" && function.at("Properties", "ReservedConcurrentExecutions").value != nil {
			t.Errorf("%s limits its executions", id)
		}
	}
}
