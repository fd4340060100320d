package catalog

import (
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestEveryPublicSettingIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(s settings.Settings) any {
		return []any{publicSettings(s, locale.Spanish), publicSettings(s, locale.English)}
	}, fieldtest.Either(ticket.High, ticket.Low)),
		"Numbering.Width", "FirstNumber", "Version",
		"Entities.ID", "Entities.Name.Spanish", "Entities.Name.English", // shown by list-entities
		// get-calendar shows the calendar.
		"Deadlines.Calendar.Zone", "Deadlines.Calendar.Week.From", "Deadlines.Calendar.Week.To", "Deadlines.Calendar.OfficialHolidays",
		"Deadlines.Calendar.Closed.Year", "Deadlines.Calendar.Closed.Month", "Deadlines.Calendar.Closed.Day", "Deadlines.Calendar.Closed.Name",
		"Deadlines.Targets.Hours", "Deadlines.FirstResponses.Days", "Deadlines.FirstResponses.Hours", "Deadlines.FirstResponses.CalendarDays", "Deadlines.FirstResponses", "Deadlines.WarnAt", "DeadlinesVersion", "EscalateHours", "RemindDays",
		// Pages learn these limits only from the response that reports an exceeded limit.
		"Sessions.Requester.Lifetime", "Sessions.Requester.Idle", "Sessions.Agent.Lifetime", "Sessions.Agent.Idle", "Sessions.Supervisor.Lifetime", "Sessions.Supervisor.Idle", "Sessions.Admin.Lifetime", "Sessions.Admin.Idle", "MailWindow",
		"Lockout.Failures", "Lockout.FirstLock", "Lockout.MaxLock", "Lockout.ForgetAfter", "AccountRequestsPerHour", "InvitationHours", "ResetMinutes", "ResetsPerAddress", "ResetsPerPerson", "FailedSignIns", "ArticleUsesPerHour",
		"RequesterQuota.Tickets", "RequesterQuota.Entries", "RequesterQuota.Bytes", "StaffQuota.Tickets", "StaffQuota.Entries", "StaffQuota.Bytes",
		"AuditDays", // only administrators see it
	)
}

func TestEveryFieldOfAnAgentIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(p account.Person) any { return agentOf(p, "2026-11-24") }),
		"Username", "Email", "Phone", "Language", "TimeZone", "Entity", "Organization.ID", "Organization.Name", "Organization.Shares",
		"Disabled", // disabled people are not listed
		"Version",  // only administrators change people
	)
}

var kinds = fieldtest.Either(field.Choice, field.Text)

// topic combines a topic with its extra fields.
type topic struct {
	Topic  settings.Topic
	Fields []field.Field
}

func TestEveryFieldOfATopicIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(t topic) any {
		t.Fields[0].Retired = false
		return []any{topicOf(t.Topic, t.Fields, locale.Spanish), topicOf(t.Topic, t.Fields, locale.English)}
	}, kinds),
		// Staff see these attributes in list-topic-settings.
		"Topic.Version", "Topic.DepartmentID", "Topic.Routing.Method", "Topic.Routing.AgentIDs",
		"Topic.Routing.TeamID",
		"Topic.Active", "Topic.Order", "Fields.Retired",
		"Fields.MaxLength", // applies to text fields
	)
}

func TestEverySettingOfATopicIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(t topic) any { return settingsOf(t.Topic, t.Fields) }, kinds,
		fieldtest.Either(routing.Fixed, routing.RoundRobin)))
}

func TestEveryFieldOfANameIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(d settings.Department) any {
		return []any{departmentOf(d, locale.Spanish), departmentOf(d, locale.English)}
	}))
	fieldtest.Check(t, fieldtest.Forgotten(func(team settings.Team) any {
		return []any{teamOf(team, locale.Spanish), teamOf(team, locale.English)}
	}))
	fieldtest.Check(t, fieldtest.Forgotten(func(e settings.Entity) any {
		return []any{entityOf(e, locale.Spanish), entityOf(e, locale.English)}
	}))
	fieldtest.Check(t, fieldtest.Forgotten(func(o settings.Organization) any { return OrganizationOf(o) }))
}
