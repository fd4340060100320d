package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation/types"
	"go.yaml.in/yaml/v3"

	"mesa/tools/deployment"
)

// TestProtectionChangesNothingElse checks the update of the stack: a parameter that is not in the request would get its default.
func TestProtectionChangesNothingElse(t *testing.T) {
	stack := deployment.Stack{Name: "mesa-prod", Parameters: map[string]string{"MailFrom": "mesa@example.org", "DeletionProtection": "false", "RestoredTable": "mesa-restored"}}
	update := protection(stack, &types.RollbackConfiguration{})
	if len(update.Parameters) != len(stack.Parameters) || !aws.ToBool(update.UsePreviousTemplate) {
		t.Fatalf("%+v", update)
	}
	for _, parameter := range update.Parameters {
		isProtection := aws.ToString(parameter.ParameterKey) == "DeletionProtection"
		if aws.ToBool(parameter.UsePreviousValue) == isProtection || isProtection && aws.ToString(parameter.ParameterValue) != "true" {
			t.Errorf("%s: %q, previous value: %v", aws.ToString(parameter.ParameterKey), aws.ToString(parameter.ParameterValue), aws.ToBool(parameter.UsePreviousValue))
		}
	}
}

func TestRollbackTriggersAreTheAlarms(t *testing.T) {
	var resources []types.StackResource
	arns := map[string]string{}
	for _, id := range append([]string{"DeadMail"}, rollbackAlarms...) {
		name := "mesa-prod-Observability-" + id + "-1A2B"
		resources = append(resources, types.StackResource{LogicalResourceId: new(id), PhysicalResourceId: new(name)})
		arns[name] = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + name
	}
	configuration, err := rollbackConfiguration(resources, arns)
	if err != nil {
		t.Fatal(err)
	}
	if len(configuration.RollbackTriggers) != len(rollbackAlarms) || aws.ToInt32(configuration.MonitoringTimeInMinutes) != 20 {
		t.Errorf("%d triggers, monitored for %d minutes", len(configuration.RollbackTriggers), aws.ToInt32(configuration.MonitoringTimeInMinutes))
	}
	for i, trigger := range configuration.RollbackTriggers {
		if !strings.Contains(aws.ToString(trigger.Arn), rollbackAlarms[i]) || aws.ToString(trigger.Type) != "AWS::CloudWatch::Alarm" {
			t.Errorf("trigger %d: %s %s", i, aws.ToString(trigger.Type), aws.ToString(trigger.Arn))
		}
	}
	if _, err := rollbackConfiguration(resources[:2], arns); err == nil {
		t.Error("no error although an alarm is missing")
	}
}

// TestRollbackAlarmsReportInTime checks that the template has each alarm that rolls a deployment back, and that the alarm reports
// before CloudFormation stops monitoring.
func TestRollbackAlarmsReportInTime(t *testing.T) {
	text, err := os.ReadFile("../../infra/observability.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var template struct {
		Resources map[string]struct {
			Type       string `yaml:"Type"`
			Properties struct {
				Period            int `yaml:"Period"`
				EvaluationPeriods int `yaml:"EvaluationPeriods"`
			} `yaml:"Properties"`
		} `yaml:"Resources"`
	}
	if err := yaml.Unmarshal(text, &template); err != nil {
		t.Fatal(err)
	}
	for _, id := range rollbackAlarms {
		alarm := template.Resources[id]
		needed := time.Duration(alarm.Properties.Period*alarm.Properties.EvaluationPeriods) * time.Second
		if alarm.Type != "AWS::CloudWatch::Alarm" || needed == 0 || needed >= rollbackMonitoring {
			t.Errorf("%s is a %q that reports after %s", id, alarm.Type, needed)
		}
	}
}
