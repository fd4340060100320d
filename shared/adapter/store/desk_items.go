package store

import (
	"cmp"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

// textItem is a text in both languages as it is kept.
type textItem struct {
	Spanish string `dynamodbav:"es"`
	English string `dynamodbav:"en,omitempty"`
}

func newTextItem(t settings.Text) textItem { return textItem(t) }
func (i textItem) text() settings.Text     { return settings.Text(i) }

type settingsItem struct {
	header
	Name                   string       `dynamodbav:"name"`
	ContactText            textItem     `dynamodbav:"contactText"`
	ContactEmail           string       `dynamodbav:"contactEmail"`
	LogoURL                string       `dynamodbav:"logoUrl"`
	AccentColor            string       `dynamodbav:"accentColor"`
	TimeZone               string       `dynamodbav:"timeZone"`
	NumberPrefix           string       `dynamodbav:"numberPrefix"`
	NumberWidth            int          `dynamodbav:"numberWidth"`
	FirstNumber            int64        `dynamodbav:"firstNumber"`
	ReopenDays             int          `dynamodbav:"reopenDays"`
	Calendar               calendarItem `dynamodbav:"calendar"`
	Targets                []targetItem `dynamodbav:"targets"`
	FirstAnswers           []targetItem `dynamodbav:"firstAnswers"`
	WarnAtPercent          int          `dynamodbav:"warnAtPercent"`
	DeadlinesVersion       int64        `dynamodbav:"deadlinesVersion"`
	EscalateHours          int          `dynamodbav:"escalateHours"`
	RemindDays             int          `dynamodbav:"remindDays"`
	RatingDays             int          `dynamodbav:"ratingDays"`
	AttachmentMaxBytes     int64        `dynamodbav:"attachmentMaxBytes"`
	AttachmentMaxFiles     int          `dynamodbav:"attachmentMaxFiles"`
	AttachmentTypes        []string     `dynamodbav:"attachmentTypes"`
	SessionHours           int          `dynamodbav:"sessionHours"`
	LockoutFailures        int          `dynamodbav:"lockoutFailures"`
	LockoutFirstSeconds    int64        `dynamodbav:"lockoutFirstSeconds"`
	LockoutLongestSeconds  int64        `dynamodbav:"lockoutLongestSeconds"`
	LockoutForgetSeconds   int64        `dynamodbav:"lockoutForgetSeconds"`
	AccountRequestsPerHour int          `dynamodbav:"accountRequestsPerHour"`
	FailedSignIns          int          `dynamodbav:"failedSignIns,omitempty"`
	ArticleUsesPerHour     int          `dynamodbav:"articleUsesPerHour"`
}

func newSettingsItem(s settings.Settings) settingsItem {
	return settingsItem{
		header: head(settingsKey(), "settings"),
		Name:   s.Name, ContactText: newTextItem(s.ContactText), ContactEmail: s.ContactEmail, LogoURL: s.LogoURL,
		AccentColor: s.AccentColor, TimeZone: s.TimeZone,
		NumberPrefix: s.Numbering.Prefix, NumberWidth: s.Numbering.Width, FirstNumber: s.FirstNumber,
		ReopenDays: s.ReopenDays,
		Calendar:   newCalendarItem(s.Deadlines.Calendar), Targets: newTargetItems(s.Deadlines.Targets), WarnAtPercent: s.Deadlines.WarnAt,
		FirstAnswers: newTargetItems(s.Deadlines.FirstAnswers), DeadlinesVersion: s.DeadlinesVersion, EscalateHours: s.EscalateHours, RemindDays: s.RemindDays, RatingDays: s.RatingDays,
		AttachmentMaxBytes: s.Attachments.MaxBytes, AttachmentMaxFiles: s.Attachments.MaxFiles, AttachmentTypes: s.Attachments.Types,
		SessionHours:           s.SessionHours,
		LockoutFailures:        s.Lockout.Failures,
		LockoutFirstSeconds:    seconds(s.Lockout.First),
		LockoutLongestSeconds:  seconds(s.Lockout.Longest),
		LockoutForgetSeconds:   seconds(s.Lockout.Forget),
		AccountRequestsPerHour: s.AccountRequestsPerHour,
		FailedSignIns:          s.FailedSignIns,
		ArticleUsesPerHour:     s.ArticleUsesPerHour,
	}
}

func (i settingsItem) settings() settings.Settings {
	return settings.Settings{
		Name: i.Name, ContactText: i.ContactText.text(), ContactEmail: i.ContactEmail, LogoURL: i.LogoURL,
		AccentColor: i.AccentColor, TimeZone: i.TimeZone,
		Numbering: ticket.Numbering{Prefix: i.NumberPrefix, Width: i.NumberWidth}, FirstNumber: i.FirstNumber,
		ReopenDays: i.ReopenDays,
		Deadlines: sla.Policy{
			Calendar: i.Calendar.calendar(), Targets: targetsOf(i.Targets), FirstAnswers: targetsOf(i.FirstAnswers), WarnAt: i.WarnAtPercent,
		},
		DeadlinesVersion: i.DeadlinesVersion, EscalateHours: i.EscalateHours, RemindDays: i.RemindDays, RatingDays: i.RatingDays,
		Attachments:  settings.Attachments{MaxBytes: i.AttachmentMaxBytes, MaxFiles: i.AttachmentMaxFiles, Types: i.AttachmentTypes},
		SessionHours: i.SessionHours,
		Lockout: account.Lockout{
			Failures: i.LockoutFailures, First: duration(i.LockoutFirstSeconds),
			Longest: duration(i.LockoutLongestSeconds), Forget: duration(i.LockoutForgetSeconds),
		},
		AccountRequestsPerHour: i.AccountRequestsPerHour,
		FailedSignIns:          cmp.Or(i.FailedSignIns, settings.Default().FailedSignIns),
		ArticleUsesPerHour:     i.ArticleUsesPerHour,
	}
}

func seconds(d time.Duration) int64  { return int64(d / time.Second) }
func duration(s int64) time.Duration { return time.Duration(s) * time.Second }

type topicItem struct {
	header
	Version      int64    `dynamodbav:"version"`
	ID           string   `dynamodbav:"id"`
	Name         textItem `dynamodbav:"name"`
	Description  textItem `dynamodbav:"description"`
	DepartmentID string   `dynamodbav:"departmentId"`
	Rule         string   `dynamodbav:"rule,omitempty"`
	AgentIDs     []string `dynamodbav:"agentIds,omitempty"`
	TeamName     textItem `dynamodbav:"teamName"`
	TeamIDs      []string `dynamodbav:"teamIds,omitempty"`
	Public       bool     `dynamodbav:"public"`
	Active       bool     `dynamodbav:"active"`
	Order        int      `dynamodbav:"order"`
}

func newTopicItem(t settings.Topic) topicItem {
	return topicItem{
		header:  head(topicKey(t.ID), "topic"),
		Version: max(t.Version, 1), ID: t.ID, Name: newTextItem(t.Name), Description: newTextItem(t.Description), DepartmentID: t.DepartmentID,
		Rule: string(t.Routing.Method), AgentIDs: t.Routing.AgentIDs, TeamName: newTextItem(t.Routing.TeamName), TeamIDs: t.Routing.TeamIDs,
		Public: t.Public, Active: t.Active, Order: t.Order,
	}
}

func (i topicItem) topic() settings.Topic {
	return settings.Topic{
		Version: max(i.Version, 1), ID: i.ID, Name: i.Name.text(), Description: i.Description.text(), DepartmentID: i.DepartmentID,
		Routing: settings.Routing{
			Method: routing.Method(i.Rule), AgentIDs: i.AgentIDs, TeamName: i.TeamName.text(), TeamIDs: i.TeamIDs,
		},
		Public: i.Public, Active: i.Active, Order: i.Order,
	}
}

type departmentItem struct {
	header
	ID    string   `dynamodbav:"id"`
	Name  textItem `dynamodbav:"name"`
	Order int      `dynamodbav:"order"`
}

func newDepartmentItem(d settings.Department) departmentItem {
	return departmentItem{header: head(departmentKey(d.ID), "department"), ID: d.ID, Name: newTextItem(d.Name), Order: d.Order}
}

func (i departmentItem) department() settings.Department {
	return settings.Department{ID: i.ID, Name: i.Name.text(), Order: i.Order}
}

type categoryItem struct {
	header
	ID          string   `dynamodbav:"id"`
	Name        textItem `dynamodbav:"name"`
	Description textItem `dynamodbav:"description"`
	Order       int      `dynamodbav:"order"`
}

func newCategoryItem(c settings.Category) categoryItem {
	return categoryItem{
		header: head(categoryKey(c.ID), "category"),
		ID:     c.ID, Name: newTextItem(c.Name), Description: newTextItem(c.Description), Order: c.Order,
	}
}

func (i categoryItem) category() settings.Category {
	return settings.Category{ID: i.ID, Name: i.Name.text(), Description: i.Description.text(), Order: i.Order}
}

type organizationItem struct {
	header
	ID     string `dynamodbav:"id"`
	Name   string `dynamodbav:"name"`
	Shares bool   `dynamodbav:"shares,omitempty"`
}

func newOrganizationItem(o account.Organization) organizationItem {
	return organizationItem{header: head(organizationKey(o.ID), "organization"), ID: o.ID, Name: o.Name, Shares: o.Shares}
}

func (i organizationItem) organization() account.Organization {
	return account.Organization{ID: i.ID, Name: i.Name, Shares: i.Shares}
}
