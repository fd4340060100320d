package main

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/cloudformation/types"
	cloudwatch "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	dynamodb "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	lambda "github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	ses "github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	sns "github.com/aws/aws-sdk-go-v2/service/sns/types"

	"mesa/shared/domain/settings"
	"mesa/tools/deployment"
	"mesa/tools/pages"
)

// completeStack returns a stack with all outputs.
func completeStack(status types.StackStatus) deployment.Stack {
	stack := deployment.Stack{Status: status, Outputs: map[string]string{}}
	for _, name := range requiredOutputs {
		stack.Outputs[name] = "value"
	}
	return stack
}

func incompleteStack() deployment.Stack {
	stack := completeStack(types.StackStatusCreateComplete)
	delete(stack.Outputs, "PagesBucket")
	return stack
}

func identity(verified bool, dkim ses.DkimStatus, mailFrom ses.MailFromDomainStatus) *sesv2.GetEmailIdentityOutput {
	return &sesv2.GetEmailIdentityOutput{
		VerifiedForSendingStatus: verified, DkimAttributes: &ses.DkimAttributes{Status: dkim},
		MailFromAttributes: &ses.MailFromAttributes{MailFromDomainStatus: mailFrom},
	}
}

func sending(production bool, sent, quota float64) *sesv2.GetAccountOutput {
	return &sesv2.GetAccountOutput{
		ProductionAccessEnabled: production, SendingEnabled: true, SendQuota: &ses.SendQuota{SentLast24Hours: sent, Max24HourSend: quota, MaxSendRate: 14},
	}
}

func alarm(state cloudwatch.StateValue, actions ...string) cloudwatch.MetricAlarm {
	return cloudwatch.MetricAlarm{
		AlarmName: new("DeadMail"), AlarmDescription: new("Redrive it."), StateValue: state, AlarmActions: actions, ActionsEnabled: new(true),
	}
}

func backups(status dynamodb.PointInTimeRecoveryStatus) *dynamodb.ContinuousBackupsDescription {
	return &dynamodb.ContinuousBackupsDescription{PointInTimeRecoveryDescription: &dynamodb.PointInTimeRecoveryDescription{PointInTimeRecoveryStatus: status}}
}

func configured(change func(*settings.Configuration)) settings.Configuration {
	config := settings.Configuration{
		Settings: settings.Default(), Departments: []settings.Department{{ID: "soporte"}}, Topics: []settings.Topic{{ID: "otro", Active: true, Public: true}},
	}
	config.Name, config.ContactEmail, config.TimeZone = "Soporte", "mesa@ejemplo.mx", "America/Mexico_City"
	change(&config)
	return config
}

func TestVerdicts(t *testing.T) {
	release := pages.Release{Build: "abc", PublishedAt: time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)}
	production := deployment.Stack{Name: "mesa-prod"}
	protected, unprotected := &dynamodb.TableDescription{DeletionProtectionEnabled: new(true)}, &dynamodb.TableDescription{}
	for name, test := range map[string]struct {
		got  verdict
		want []string // the problems
	}{
		"complete stack":          {judgeStack(completeStack(types.StackStatusUpdateComplete)), nil},
		"failed first deploy":     {judgeStack(completeStack(types.StackStatusRollbackComplete)), []string{"its status is ROLLBACK_COMPLETE"}},
		"failed deploy":           {judgeStack(completeStack(types.StackStatusUpdateRollbackComplete)), []string{"the last deployment failed, so the previous one is active"}},
		"stack without an output": {judgeStack(incompleteStack()), []string{"it has no output PagesBucket"}},

		"verified identity": {judgeIdentity("ejemplo.mx", identity(true, ses.DkimStatusSuccess, ses.MailFromDomainStatusSuccess)), nil},
		"new identity": {judgeIdentity("ejemplo.mx", identity(false, ses.DkimStatusPending, ses.MailFromDomainStatusPending)), []string{
			"ejemplo.mx is not verified", "mails of ejemplo.mx are not signed with DKIM", "the MAIL FROM domain of ejemplo.mx is not verified",
		}},
		"identity without MAIL FROM": {judgeIdentity("ejemplo.mx", &sesv2.GetEmailIdentityOutput{
			VerifiedForSendingStatus: true, DkimAttributes: &ses.DkimAttributes{Status: ses.DkimStatusSuccess},
		}), []string{"the MAIL FROM domain of ejemplo.mx is not verified"}},

		"production access": {judgeSending(sending(true, 100, 50000)), nil},
		"sandbox":           {judgeSending(sending(false, 0, 200)), []string{"the account is in the sandbox"}},
		"paused":            {judgeSending(&sesv2.GetAccountOutput{ProductionAccessEnabled: true, EnforcementStatus: new("SHUTDOWN")}), []string{"SES has paused sending: SHUTDOWN"}},
		"quota nearly used": {judgeSending(sending(true, 40000, 50000)), []string{"40000 of 50000 mails in 24 hours, 14 a second"}},
		"unlimited quota":   {judgeSending(sending(true, 40000, -1)), nil},

		"empty queue": {judgeQueue(0, "mails that could not be sent", "Redrive."), nil},
		"dead mails":  {judgeQueue(3, "mails that could not be sent", "Redrive."), []string{"mails that could not be sent: 3"}},

		"no alarm": {judgeAlarms([]cloudwatch.MetricAlarm{alarm(cloudwatch.StateValueOk), alarm(cloudwatch.StateValueInsufficientData)}), nil},
		"alarm":    {judgeAlarms([]cloudwatch.MetricAlarm{alarm(cloudwatch.StateValueAlarm)}), []string{"DeadMail"}},
		"confirmed subscription": {judgeAlarmTopic([]cloudwatch.MetricAlarm{alarm(cloudwatch.StateValueOk, "arn")}, []sns.Subscription{
			{SubscriptionArn: new("PendingConfirmation")}, {SubscriptionArn: new("arn:aws:sns:us-east-1:1:mesa:2")},
		}), nil},
		"silent alarms": {judgeAlarmTopic([]cloudwatch.MetricAlarm{alarm(cloudwatch.StateValueOk), alarm(cloudwatch.StateValueOk, "arn")}, []sns.Subscription{
			{SubscriptionArn: new("PendingConfirmation")},
		}), []string{"1 of 2 alarms notify no topic", "nobody has confirmed the subscription to alarms"}},

		"protected table": {judgeTable(production, protected, backups(dynamodb.PointInTimeRecoveryStatusEnabled)), nil},
		"unprotected table": {judgeTable(production, unprotected, backups(dynamodb.PointInTimeRecoveryStatusDisabled)), []string{
			"the table is not protected against deletion", "the table cannot be restored to a point in time",
		}},
		"table without backups": {judgeTable(production, protected, nil), []string{"the table cannot be restored to a point in time"}},

		"alarms that roll back": {judgeRollback(deployment.Stack{Name: "mesa-prod", RollbackTriggers: len(rollbackAlarms)}), nil},
		"no rollback":           {judgeRollback(production), []string{"only 0 alarms roll a deployment back"}},

		"new account":      {judgeConcurrency(&lambda.AccountLimit{ConcurrentExecutions: 10}), []string{"the account and region allow only 10 concurrent executions"}},
		"usual account":    {judgeConcurrency(&lambda.AccountLimit{ConcurrentExecutions: 1000}), nil},
		"administrator":    {judgeAdministrator(production, true), nil},
		"no administrator": {judgeAdministrator(production, false), []string{"the desk has no administrator"}},

		"published pages": {judgePages(production, release, nil), nil},
		"no pages":        {judgePages(production, pages.Release{}, nil), []string{"no pages are published"}},
		"interrupted":     {judgePages(production, pages.Release{Build: "abc", Incomplete: true}, nil), []string{"the last publication was interrupted"}},
		"missing files":   {judgePages(production, release, []string{"index.html", "start.js"}), []string{"files of the current release are missing: index.html, start.js"}},

		"configured desk": {judgeSettings(production, configured(func(*settings.Configuration) {})), nil},
		"new desk": {judgeSettings(production, settings.Configuration{Settings: settings.Default()}), []string{
			"the desk has no contact address, which people without an account need", "the desk has no department, to which tickets are assigned",
			"requesters cannot open a ticket: no help topic is active and public",
		}},
		"desk with the default name and time zone": {judgeSettings(production, configured(func(c *settings.Configuration) {
			c.Name, c.TimeZone = settings.Default().Name, settings.Default().TimeZone
		})), nil},
		"only internal topics": {judgeSettings(production, configured(func(c *settings.Configuration) { c.Topics[0].Public = false })), []string{"requesters cannot open a ticket: no help topic is active and public"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, problem := range test.got.problems {
				got = append(got, problem.what)
				if problem.advice == "" {
					t.Errorf("%s has no advice", problem.what)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestDoctorPrintsEachCheck(t *testing.T) {
	checks := []healthCheck{
		{"first", "", func(context.Context, deployment.Stack) (verdict, error) { return verdict{state: "fine"}, nil }},
		{"second", "no quota", func(context.Context, deployment.Stack) (verdict, error) {
			return judgeAdministrator(deployment.Stack{Name: "mesa-prod"}, false), nil
		}},
		{"third", "no service", func(context.Context, deployment.Stack) (verdict, error) {
			return verdict{}, errors.New("access denied")
		}},
	}
	for isLocal, want := range map[bool][]string{
		true:  {"ok           first", "not checked  second             no quota", "not checked  third              no service"},
		false: {"ok           first", "WRONG        second", "Run `make admin STACK=mesa-prod`.", "WRONG        third              access denied"},
	} {
		console, out := scripted()
		err := diagnose(t.Context(), console, deployment.Stack{Name: "mesa-prod", IsLocal: isLocal}, checks)
		if (err == nil) != isLocal {
			t.Errorf("local %t: %v", isLocal, err)
		}
		for _, line := range want {
			if !strings.Contains(out.String(), line) {
				t.Errorf("%q is missing in\n%s", line, out)
			}
		}
	}
}

// TestAdviceNamesExistingCommands checks that every command in the advice of judgeSettings exists.
func TestAdviceNamesExistingCommands(t *testing.T) {
	names := map[string]bool{}
	for _, command := range commands() {
		names[command.name] = true
	}
	for _, problem := range judgeSettings(deployment.Stack{Name: "mesa-prod"}, settings.Configuration{Settings: settings.Default()}).problems {
		if _, after, found := strings.Cut(problem.advice, "/bin/admin "); found {
			if name, _, _ := strings.Cut(after, " "); !names[name] {
				t.Errorf("%q names no command of %v", problem.advice, slices.Sorted(maps.Keys(names)))
			}
		}
	}
}

// documentSection matches the name of a section of the documents for operators.
var documentSection = regexp.MustCompile(`docs/(deploy|runbook)\.md#([a-z0-9-]+)`)

// TestAdviceNamesExistingSections checks that every section that the commands print exists.
func TestAdviceNamesExistingSections(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for _, document := range []string{"deploy", "runbook"} {
		sections[document] = strings.NewReplacer(" ", "-", ".", "").Replace(strings.ToLower(readFile(t, "../../docs/"+document+".md")))
	}
	found := 0
	for _, file := range files {
		for _, section := range documentSection.FindAllStringSubmatch(readFile(t, file), -1) {
			found++
			if !strings.Contains(sections[section[1]], "\n##-"+section[2]+"\n") {
				t.Errorf("%s names %s, which does not exist", file, section[0])
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d sections were found", found)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
