package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
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

const (
	// maxQuotaUse is the share of the daily sending quota from which it is a problem.
	maxQuotaUse = 0.8
	// minConcurrency is the minimum quota of concurrent executions for a desk. New accounts have 10 or 50.
	minConcurrency = 100
	// pendingConfirmation is the text that SNS returns instead of the ARN of a subscription that is not confirmed.
	pendingConfirmation = "PendingConfirmation"
)

// requiredOutputs lists the outputs that every stack has.
var requiredOutputs = []string{"TableName", "AttachmentsBucket", "MailQueueUrl", "DeadLettersUrl", "PagesBucket", "SiteOrigin", "ApiId", "LogGroup"}

func judgeStack(stack deployment.Stack) verdict {
	v := verdict{state: string(stack.Status)}
	events := "`aws cloudformation describe-stack-events --stack-name " + stack.Name + "`"
	switch stack.Status {
	case types.StackStatusCreateComplete, types.StackStatusUpdateComplete:
	case types.StackStatusUpdateRollbackComplete:
		v.addf("Find the reason with "+events+", remove it, and deploy again (docs/deploy.md#3-build-and-deploy).",
			"the last deployment failed, so the previous one is active")
	default:
		v.addf("If a deployment is running, wait until it has finished. Otherwise find the reason with "+events+".",
			"its status is %s", stack.Status)
	}
	for _, name := range requiredOutputs {
		if stack.Outputs[name] == "" {
			v.addf("Deploy this version (docs/deploy.md#3-build-and-deploy).", "it has no output %s", name)
		}
	}
	return v
}

func judgeIdentity(domain string, identity *sesv2.GetEmailIdentityOutput) verdict {
	v := verdict{state: domain + " is verified"}
	if !identity.VerifiedForSendingStatus {
		v.addf("Create the DNS records in the outputs DkimRecord1, DkimRecord2 and DkimRecord3. SES looks for them for 72 hours.", "%s is not verified", domain)
	}
	if dkim := identity.DkimAttributes; dkim == nil || dkim.Status != ses.DkimStatusSuccess {
		v.addf("Check the DNS records in the outputs DkimRecord1, DkimRecord2 and DkimRecord3.", "mails of %s are not signed with DKIM", domain)
	}
	if from := identity.MailFromAttributes; from == nil || from.MailFromDomainStatus != ses.MailFromDomainStatusSuccess {
		v.addf("Create the DNS records in the outputs MailFromMx and MailFromSpf.", "the MAIL FROM domain of %s is not verified", domain)
	}
	return v
}

func judgeSending(account *sesv2.GetAccountOutput) verdict {
	var v verdict
	if !account.ProductionAccessEnabled {
		v.addf("Request production access in the SES console. Until then, SES sends only to verified addresses.", "the account is in the sandbox")
	}
	if !account.SendingEnabled {
		v.addf("Read the notice in the SES console (account dashboard).", "SES has paused sending: %s", aws.ToString(account.EnforcementStatus))
	}
	if quota := account.SendQuota; quota != nil {
		v.state = fmt.Sprintf("%.0f of %.0f mails in 24 hours, %.0f a second", quota.SentLast24Hours, quota.Max24HourSend, quota.MaxSendRate)
		// A quota of -1 is unlimited.
		if quota.Max24HourSend >= 0 && quota.SentLast24Hours >= maxQuotaUse*quota.Max24HourSend {
			v.addf("Request a higher sending quota in Service Quotas.", "%s", v.state)
		}
	}
	return v
}

func judgeQueue(count int, what, advice string) verdict {
	v := verdict{state: "none"}
	if count > 0 {
		v.addf(advice, "%s: %d", what, count)
	}
	return v
}

func judgeAlarms(alarms []cloudwatch.MetricAlarm) verdict {
	v := verdict{state: fmt.Sprintf("none of %d is active", len(alarms))}
	for _, alarm := range alarms {
		if alarm.StateValue == cloudwatch.StateValueAlarm {
			v.addf(aws.ToString(alarm.AlarmDescription), "%s", aws.ToString(alarm.AlarmName))
		}
	}
	return v
}

// judgeAlarmTopic judges whether somebody is notified of alarms. The subscriptions are those of the topics of the alarms.
func judgeAlarmTopic(alarms []cloudwatch.MetricAlarm, subscriptions []sns.Subscription) verdict {
	var v verdict
	silent, confirmed := 0, 0
	for _, alarm := range alarms {
		if len(alarm.AlarmActions) == 0 || !aws.ToBool(alarm.ActionsEnabled) {
			silent++
		}
	}
	for _, subscription := range subscriptions {
		if aws.ToString(subscription.SubscriptionArn) != pendingConfirmation {
			confirmed++
		}
	}
	v.state = fmt.Sprintf("confirmed subscriptions: %d", confirmed)
	if silent > 0 {
		v.addf("Deploy again (docs/deploy.md#3-build-and-deploy); the template gives each alarm a topic.", "%d of %d alarms notify no topic", silent, len(alarms))
	}
	if confirmed == 0 {
		v.addf("Open the link that SNS sent to the address AlarmEmail. If it has expired, subscribe the address again in the SNS console.",
			"nobody has confirmed the subscription to alarms")
	}
	return v
}

func judgeRollback(stack deployment.Stack) verdict {
	v := verdict{state: fmt.Sprintf("%d alarms roll a deployment back", stack.RollbackTriggers)}
	if stack.RollbackTriggers < len(rollbackAlarms) {
		v.addf(runProtect(stack), "only %s", v.state)
	}
	return v
}

// runProtect returns the advice to run the command protect.
func runProtect(stack deployment.Stack) string {
	return "Run `" + stack.Admin("protect") + "` (docs/deploy.md#5-protect-the-table)."
}

func judgeTable(stack deployment.Stack, table *dynamodb.TableDescription, backups *dynamodb.ContinuousBackupsDescription) verdict {
	v := verdict{state: "deletion protection and point-in-time recovery"}
	if !aws.ToBool(table.DeletionProtectionEnabled) {
		v.addf(runProtect(stack), "the table is not protected against deletion")
	}
	if backups == nil || backups.PointInTimeRecoveryDescription == nil ||
		backups.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus != dynamodb.PointInTimeRecoveryStatusEnabled {
		v.addf("Deploy again (docs/deploy.md#3-build-and-deploy); the template enables point-in-time recovery. A restored table is not part of the template: enable it with `aws dynamodb update-continuous-backups`.", "the table cannot be restored to a point in time")
	}
	return v
}

func judgeConcurrency(limit *lambda.AccountLimit) verdict {
	v := verdict{state: fmt.Sprintf("%d concurrent executions", limit.ConcurrentExecutions)}
	if limit.ConcurrentExecutions < minConcurrency {
		v.addf("Request 1,000 concurrent executions in Service Quotas (AWS Lambda). Until then, requests at busy times fail with status 502. See docs/runbook.md#throttled-functions.",
			"the account and region allow only %s", v.state)
	}
	return v
}

func judgeAdministrator(stack deployment.Stack, exists bool) verdict {
	v := verdict{state: "the desk has an administrator"}
	if !exists {
		v.addf("Run `"+stack.Make("admin")+"`. If the first administrator is disabled, run `"+stack.Admin("init -force")+"`.", "the desk has no administrator")
	}
	return v
}

// judgePages judges the current release, or the zero release if there is none.
func judgePages(stack deployment.Stack, current pages.Release, missing []string) verdict {
	v := verdict{state: fmt.Sprintf("build %s of %s", current.Build, current.PublishedAt.Format("2006-01-02 15:04 MST"))}
	advice := "Build the pages (`npm run build` in web), then run `" + stack.Make("publish") + "`. See docs/deploy.md#6-publish-the-pages."
	if current.Build == "" {
		v.addf(advice, "no pages are published")
	}
	if current.Incomplete {
		v.addf(advice, "the last publication was interrupted")
	}
	if len(missing) > 0 {
		v.addf(advice, "files of the current release are missing: %s", strings.Join(missing, ", "))
	}
	return v
}

// judgeSettings finds settings that every desk must set. The default name and time zone are correct for some desks, so they are
// only part of the state. The contact address has no default.
func judgeSettings(stack deployment.Stack, config settings.Configuration) verdict {
	v := verdict{state: config.Name + ", " + config.TimeZone}
	desk := func(flag string) string {
		return "Run `" + stack.Admin("desk "+flag) + "`. See docs/deploy.md#8-set-up-the-desk."
	}
	if config.ContactEmail == "" {
		v.addf(desk("-contact-email ADDRESS"), "the desk has no contact address, which people without an account need")
	}
	if len(config.Departments) == 0 {
		v.addf(desk("-department ID=NAME"), "the desk has no department, to which tickets are assigned")
	}
	if len(config.PublicTopics()) == 0 {
		v.addf("Sign in at /staff/ as an administrator, open Administration › Help topics («Administración › Temas de ayuda»), and add an active, public topic.",
			"requesters cannot open a ticket: no help topic is active and public")
	}
	return v
}
