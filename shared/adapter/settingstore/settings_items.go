package settingstore

import (
	"cmp"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

type settingsItem struct {
	table.Header
	SettingsVersion        int64               `dynamodbav:"settingsVersion"`
	Name                   string              `dynamodbav:"name"`
	ContactText            table.LocalizedText `dynamodbav:"contactText"`
	ContactEmail           string              `dynamodbav:"contactEmail"`
	LogoURL                string              `dynamodbav:"logoUrl"`
	AccentColor            string              `dynamodbav:"accentColor"`
	TimeZone               string              `dynamodbav:"timeZone"`
	NumberPrefix           string              `dynamodbav:"numberPrefix"`
	NumberWidth            int                 `dynamodbav:"numberWidth"`
	FirstNumber            int64               `dynamodbav:"firstNumber"`
	Entities               []entityPart        `dynamodbav:"entities,omitempty"`
	ReopenDays             int                 `dynamodbav:"reopenDays"`
	Calendar               calendarPart        `dynamodbav:"calendar"`
	Targets                []targetPart        `dynamodbav:"targets"`
	FirstResponses         []targetPart        `dynamodbav:"firstAnswers"`
	WarnAtPercent          int                 `dynamodbav:"warnAtPercent"`
	DeadlinesVersion       int64               `dynamodbav:"deadlinesVersion"`
	EscalateHours          int                 `dynamodbav:"escalateHours"`
	RemindDays             int                 `dynamodbav:"remindDays"`
	RatingDays             int                 `dynamodbav:"ratingDays"`
	AttachmentMaxBytes     int64               `dynamodbav:"attachmentMaxBytes"`
	AttachmentMaxFiles     int                 `dynamodbav:"attachmentMaxFiles"`
	AttachmentTypes        []string            `dynamodbav:"attachmentTypes"`
	Sessions               sessionsPart        `dynamodbav:"sessions,omitempty"`
	SessionHours           int                 `dynamodbav:"sessionHours,omitempty"`      // stored before Sessions existed
	StaffIdleMinutes       int                 `dynamodbav:"staffIdleMinutes,omitempty"`  // stored before Sessions existed
	MailWindowSeconds      *int64              `dynamodbav:"mailWindowSeconds,omitempty"` // nil in settings that were stored before it existed
	LockoutFailures        int                 `dynamodbav:"lockoutFailures"`
	LockoutFirstSeconds    int64               `dynamodbav:"lockoutFirstSeconds"`
	LockoutLongestSeconds  int64               `dynamodbav:"lockoutLongestSeconds"`
	LockoutForgetSeconds   int64               `dynamodbav:"lockoutForgetSeconds"`
	AccountRequestsPerHour int                 `dynamodbav:"accountRequestsPerHour"`
	InvitationHours        int                 `dynamodbav:"invitationHours,omitempty"`
	ResetMinutes           int                 `dynamodbav:"resetMinutes,omitempty"`
	ResetsPerAddress       int                 `dynamodbav:"resetsPerAddress,omitempty"`
	ResetsPerPerson        int                 `dynamodbav:"resetsPerPerson,omitempty"`
	FailedSignIns          int                 `dynamodbav:"failedSignIns,omitempty"`
	ArticleUsesPerHour     int                 `dynamodbav:"articleUsesPerHour"`
	RequesterQuota         quotaPart           `dynamodbav:"requesterQuota,omitempty"`
	StaffQuota             quotaPart           `dynamodbav:"staffQuota,omitempty"`
	AuditDays              int                 `dynamodbav:"auditDays,omitempty"` // auditstore reads it, too
}

// quotaPart is the stored form of a quota. Settings that were stored before quotas existed have the default values.
type quotaPart struct {
	Tickets int64 `dynamodbav:"tickets,omitempty"`
	Entries int64 `dynamodbav:"entries,omitempty"`
	Bytes   int64 `dynamodbav:"bytes,omitempty"`
}

func (p quotaPart) quota(standard settings.Quota) settings.Quota {
	return settings.Quota{
		Tickets: cmp.Or(p.Tickets, standard.Tickets), Entries: cmp.Or(p.Entries, standard.Entries), Bytes: cmp.Or(p.Bytes, standard.Bytes),
	}
}

func newSettingsItem(s settings.Settings) settingsItem {
	return settingsItem{
		Header:          table.NewHeader(table.SettingsKey(), settingsType),
		SettingsVersion: s.Version, Name: s.Name, ContactText: table.LocalizedText(s.ContactText), ContactEmail: s.ContactEmail, LogoURL: s.LogoURL,
		AccentColor: s.AccentColor, TimeZone: s.TimeZone,
		NumberPrefix: s.Numbering.Prefix, NumberWidth: s.Numbering.Width, FirstNumber: s.FirstNumber,
		Entities: newEntityParts(s.Entities), ReopenDays: s.ReopenDays,
		Calendar: newCalendarPart(s.Deadlines.Calendar), Targets: newTargetParts(s.Deadlines.Targets), WarnAtPercent: s.Deadlines.WarnAt,
		FirstResponses: newTargetParts(s.Deadlines.FirstResponses), DeadlinesVersion: s.DeadlinesVersion, EscalateHours: s.EscalateHours, RemindDays: s.RemindDays, RatingDays: s.RatingDays,
		AttachmentMaxBytes: s.Attachments.MaxBytes, AttachmentMaxFiles: s.Attachments.MaxFiles, AttachmentTypes: s.Attachments.Types,
		Sessions:               newSessionsPart(s.Sessions),
		MailWindowSeconds:      aws.Int64(seconds(s.MailWindow)),
		LockoutFailures:        s.Lockout.Failures,
		LockoutFirstSeconds:    seconds(s.Lockout.FirstLock),
		LockoutLongestSeconds:  seconds(s.Lockout.MaxLock),
		LockoutForgetSeconds:   seconds(s.Lockout.ForgetAfter),
		AccountRequestsPerHour: s.AccountRequestsPerHour,
		InvitationHours:        s.InvitationHours,
		ResetMinutes:           s.ResetMinutes,
		ResetsPerAddress:       s.ResetsPerAddress,
		ResetsPerPerson:        s.ResetsPerPerson,
		FailedSignIns:          s.FailedSignIns,
		ArticleUsesPerHour:     s.ArticleUsesPerHour,
		RequesterQuota:         quotaPart(s.RequesterQuota),
		StaffQuota:             quotaPart(s.StaffQuota),
		AuditDays:              s.AuditDays,
	}
}

func (i settingsItem) settings() settings.Settings {
	return settings.Settings{
		Version: i.SettingsVersion, Name: i.Name, ContactText: i.ContactText.Text(), ContactEmail: i.ContactEmail, LogoURL: i.LogoURL,
		AccentColor: i.AccentColor, TimeZone: i.TimeZone,
		Numbering: ticket.Numbering{Prefix: i.NumberPrefix, Width: i.NumberWidth}, FirstNumber: i.FirstNumber,
		Entities: entitiesOf(i.Entities), ReopenDays: i.ReopenDays,
		Deadlines: sla.Policy{
			Calendar: i.Calendar.calendar(), Targets: targetsOf(i.Targets), FirstResponses: targetsOf(i.FirstResponses), WarnAt: i.WarnAtPercent,
		},
		DeadlinesVersion: i.DeadlinesVersion, EscalateHours: i.EscalateHours, RemindDays: i.RemindDays, RatingDays: i.RatingDays,
		Attachments: settings.Attachments{MaxBytes: i.AttachmentMaxBytes, MaxFiles: i.AttachmentMaxFiles, Types: i.AttachmentTypes},
		Sessions:    i.sessions(),
		MailWindow:  i.mailWindow(),
		Lockout: account.Lockout{
			Failures: i.LockoutFailures, FirstLock: duration(i.LockoutFirstSeconds),
			MaxLock: duration(i.LockoutLongestSeconds), ForgetAfter: duration(i.LockoutForgetSeconds),
		},
		AccountRequestsPerHour: i.AccountRequestsPerHour,
		InvitationHours:        cmp.Or(i.InvitationHours, settings.Default().InvitationHours),
		ResetMinutes:           cmp.Or(i.ResetMinutes, settings.Default().ResetMinutes),
		ResetsPerAddress:       cmp.Or(i.ResetsPerAddress, settings.Default().ResetsPerAddress),
		ResetsPerPerson:        cmp.Or(i.ResetsPerPerson, settings.Default().ResetsPerPerson),
		FailedSignIns:          cmp.Or(i.FailedSignIns, settings.Default().FailedSignIns),
		ArticleUsesPerHour:     i.ArticleUsesPerHour,
		RequesterQuota:         i.RequesterQuota.quota(settings.Default().RequesterQuota),
		StaffQuota:             i.StaffQuota.quota(settings.Default().StaffQuota),
		AuditDays:              cmp.Or(i.AuditDays, settings.Default().AuditDays),
	}
}

// entityPart is the stored form of an entity in the settings.
type entityPart struct {
	ID   string              `dynamodbav:"id"`
	Name table.LocalizedText `dynamodbav:"name"`
}

func newEntityParts(entities []settings.Entity) []entityPart {
	var parts []entityPart
	for _, entity := range entities {
		parts = append(parts, entityPart{ID: entity.ID, Name: table.LocalizedText(entity.Name)})
	}
	return parts
}

func entitiesOf(parts []entityPart) []settings.Entity {
	var entities []settings.Entity
	for _, part := range parts {
		entities = append(entities, settings.Entity{ID: part.ID, Name: part.Name.Text()})
	}
	return entities
}

func seconds(d time.Duration) int64  { return int64(d / time.Second) }
func duration(s int64) time.Duration { return time.Duration(s) * time.Second }

func (i settingsItem) mailWindow() time.Duration {
	if i.MailWindowSeconds == nil {
		return settings.Default().MailWindow
	}
	return duration(*i.MailWindowSeconds)
}
