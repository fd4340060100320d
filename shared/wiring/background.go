package wiring

import (
	"encoding/json"
	"time"

	"mesa/shared/adapter/accountstore"
	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/desk/background"
	"mesa/shared/desk/mailing"
	"mesa/shared/domain/ticket"
	"mesa/shared/edge/eventapi"
)

const (
	// mailBatch is the maximum number of mails that one invocation of send-mail sends.
	mailBatch = 5
	// mailTimeout is the timeout of send-mail. For each mail it allows the time for sending, and two seconds for the calls to
	// the table.
	mailTimeout = mailBatch * (mailing.SendTimeout + 2*time.Second)

	// newTableWrites is the number of write units that a new table accepts in a second.
	newTableWrites = 4000
	// routeTimeout is the timeout of route. It allows the postings of the largest ticket, so that no ticket blocks its shard of
	// the stream, and half a minute for the rest of the batch.
	routeTimeout = indexstore.MaxPostingWrites/newTableWrites*time.Second + 30*time.Second
)

// MailVisibility is the time for which the queue hides the mails of an invocation: six times the timeout, as Lambda recommends,
// so that no mail is delivered again while it is processed.
const MailVisibility = 6 * mailTimeout

var backgroundFunctions = []Background{
	{
		Name:    "route",
		Trigger: Trigger{Stream: []StreamFilter{{"ticket", []string{"INSERT", "MODIFY"}}, {"entry", []string{"INSERT"}}}},
		Build: func(name string, p Parts) any {
			route := background.Route{Settings: p.Settings, Acts: p.Tickets, Loads: p.Index, Index: p.Index, Mentions: p.Index, Clock: p.Clock}
			return eventapi.Stream(name, ticketstore.ReadImage, route.Handle)
		},
		Timeout: routeTimeout,
		Grants: []Grant{
			get("ROUTING", "INDEXED#*", "MENTION#*"),
			batchGet("COUNTS#agent:*", "ORGANIZATION#*"),
			query("DESK", "STAFF", "TICKET#*"),
			update("TURN#*", "COUNTS#person:*", "COUNTS#agent:*", "COUNTS#department:*", "COUNTS#organization:*", "TAGS", "DAYS"),
			put("TICKET#*", "INDEXED#*", "PARTICIPANT#*", "MENTION#*"),
			batchWrite("SEARCH#*"),
		},
	},
	{
		Name:    "notify",
		Trigger: Trigger{Stream: []StreamFilter{{"entry", []string{"INSERT"}}, {"accountMail", []string{"INSERT"}}}},
		Build: func(name string, p Parts) any {
			notify := background.Notify{Settings: p.Settings, Tickets: p.Tickets, People: p.Accounts, Queue: p.MailQueue, Clock: p.Clock}
			return eventapi.Stream(name, readNotified, notify.Handle)
		},
		Timeout: 30 * time.Second,
		Grants: []Grant{
			get("TICKET#*"),
			batchGet("PERSON#*"),
			query("STAFF", "DESK"),
			{Action: "sqs:SendMessage", Resource: MailQueue},
		},
	},
	{
		Name:    "send-mail",
		Trigger: Trigger{MailQueue: mailBatch},
		Build: func(name string, p Parts) any {
			send := mailing.SendMail{
				Settings: p.namedSettings(), Entries: p.Tickets, Links: p.Accounts, Ledger: p.Mail, Windows: p.Mail, Queue: p.MailQueue,
				Mailer: p.Mailer, SiteURL: p.SiteURL, Lease: mailTimeout, Clock: p.Clock,
			}
			return eventapi.Queue(name, send.Handle)
		},
		Timeout:     mailTimeout,
		Environment: []Variable{MailFrom, SiteURL},
		Grants: []Grant{
			batchGet("TICKET#*", "ORGANIZATION#*", "PERSON#*"),
			get("MAIL#*", "MAILED#*"),
			update("MAIL#*", "MAILED#*", "ACCOUNT-LINK#*"),
			deleteItem("MAILED#*"),
			query("DESK"),
			{Action: "sqs:SendMessage", Resource: MailQueue},
			{Action: "ses:SendEmail", Resource: Sender},
			{Action: "ses:SendRawEmail", Resource: Sender},
		},
	},
	{
		Name:    "check-deadlines",
		Trigger: Trigger{Every: 5 * time.Minute},
		Build: func(name string, p Parts) any {
			watch := background.Watch{Settings: p.Settings, Alarms: p.Tickets, Acts: p.Tickets, Clock: p.Clock}.CheckDeadlines()
			return eventapi.Schedule(name, watch.Handle)
		},
		Timeout: 60 * time.Second,
		Grants:  alarmGrants("deadline#*"),
	},
	{
		Name:    "close-resolved",
		Trigger: Trigger{Every: time.Hour},
		Build: func(name string, p Parts) any {
			watch := background.Watch{Settings: p.Settings, Alarms: p.Tickets, Acts: p.Tickets, Clock: p.Clock}.CloseResolved()
			return eventapi.Schedule(name, watch.Handle)
		},
		Timeout: 5 * time.Minute,
		Grants:  alarmGrants("close#*"),
	},
}

// alarmGrants returns the grants of a function that processes the due alarms in the given partitions of the index.
func alarmGrants(partitions string) []Grant {
	return []Grant{
		queryIndex("alarm", partitions),
		query("DESK", "TICKET#*"),
		put("TICKET#*"),
		update("TICKET#*"),
	}
}

// readNotified decodes the stream records about which `notify` queues mails.
func readNotified(raw json.RawMessage) (ticket.StreamImage, error) {
	image, err := ticketstore.ReadImage(raw)
	if err != nil || image.Entry != nil {
		return image, err
	}
	image.AccountMail, err = accountstore.ReadAccountMail(raw)
	return image, err
}
