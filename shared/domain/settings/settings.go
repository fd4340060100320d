// Package settings defines the settings of the desk with their defaults, and its topics, departments, entities and categories.
package settings

import (
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

// Settings holds the settings of the desk; see Default.
type Settings struct {
	// Version counts the changes of the settings, apart from those that DeadlinesVersion counts.
	Version int64
	// Name is the desk's name, which every page and mail shows (A4).
	Name string
	// ContactText and ContactEmail tell people without an account how to contact the desk (A4). They are optional.
	ContactText  Text
	ContactEmail string
	// LogoURL is the URL of the logo, or empty if there is none. AccentColor is a CSS color such as #2c5e8c (A4).
	LogoURL     string
	AccentColor string
	// TimeZone is the IANA time zone of the desk. Times are shown in it to people who have not chosen a time zone (C4).
	TimeZone string
	// Numbering is the format of ticket numbers. FirstNumber is the first ticket number (B9).
	Numbering   ticket.Numbering
	FirstNumber int64
	// Entities are the entities that a ticket can be about, in display order. If the list is empty, tickets have no entity
	// (B5).
	Entities []Entity
	// ReopenDays is the number of days after Atendido, or after a later message, during which the requester can reopen a
	// ticket. Then its status becomes Cerrado (D6).
	ReopenDays int
	// RatingDays is the number of days during which a rating can be changed (F4).
	RatingDays int
	// Deadlines holds the calendar and the targets by priority (D3). A calendar without a time zone uses TimeZone.
	Deadlines sla.Policy
	// DeadlinesVersion counts the changes of ReopenDays, RatingDays, Deadlines, EscalateHours and RemindDays.
	DeadlinesVersion int64
	// EscalateHours is the number of working hours after which a missed deadline for the resolution is escalated to
	// administrators and supervisors; 0 means never (F6).
	EscalateHours int
	// RemindDays is the number of business days after which a requester for whom the ticket waits gets one reminder; 0 means never (F7).
	RemindDays int
	// Attachments holds the limits of the files of a message (B4).
	Attachments Attachments
	// Sessions limits the lifetime of sessions (A1), and the time without activity after which they end (A6), by role.
	Sessions account.SessionPolicy
	// MailWindow is the time during which further mails about a ticket to the same person are collected into one (M2). 0 means that
	// each mail is sent at once. The maximum is MaxMailWindow.
	MailWindow time.Duration
	// Lockout is the policy by which failed sign-ins lock a login (A7).
	Lockout account.Lockout
	// AccountRequestsPerHour limits the account requests from one address (A2).
	AccountRequestsPerHour int
	// InvitationHours is the time for which the link of an invitation is valid (A2).
	InvitationHours int
	// ResetMinutes is the time for which the link of a password reset is valid (A10).
	ResetMinutes int
	// ResetsPerAddress and ResetsPerPerson limit the requests to reset a password in an hour (A10).
	ResetsPerAddress int
	ResetsPerPerson  int
	// FailedSignIns limits the failed sign-ins from one address in 15 minutes, for all logins together (A8). It is high,
	// because all people in an office may share one address.
	FailedSignIns int
	// ArticleUsesPerHour limits the article uses that one address without a session can record (L7).
	ArticleUsesPerHour int
	// RequesterQuota and StaffQuota limit what a person writes (P10).
	RequesterQuota Quota
	StaffQuota     Quota
	// AuditDays is the number of days for which audit events are stored. A change applies to the events that are stored after it.
	AuditDays int
}

// MaxMailWindow is the maximum of Settings.MailWindow: the longest time for which SQS delays a message.
const MaxMailWindow = 15 * time.Minute

// Quota limits what a person writes in a day (UTC).
type Quota struct {
	// Tickets is the maximum number of new tickets.
	Tickets int64
	// Entries is the maximum number of other acts on tickets that send mails.
	Entries int64
	// Bytes is the maximum size of all uploaded files.
	Bytes int64
}

// Allowed returns the maximum of an act in a day.
func (q Quota) Allowed(act limit.Act) int64 {
	switch act {
	case limit.Tickets:
		return q.Tickets
	case limit.Uploaded:
		return q.Bytes
	default:
		return q.Entries
	}
}

// QuotaOf returns the quota of people with a role.
func (s Settings) QuotaOf(role account.Role) Quota {
	if role.IsStaff() {
		return s.StaffQuota
	}
	return s.RequesterQuota
}

// SignIn returns the sign-in policy (A1, A7, A8).
func (s Settings) SignIn() account.SignInPolicy {
	return account.SignInPolicy{
		Lockout: s.Lockout, FailedPerAddress: s.FailedSignIns, Sessions: s.Sessions,
		AuditRetention: audit.RetentionOf(s.AuditDays),
	}
}

// Attachments holds the limits of the files of a message (B4).
type Attachments struct {
	// MaxBytes is the maximum size of a file.
	MaxBytes int64
	// MaxFiles is the maximum number of files of a message.
	MaxFiles int
	// Types are the allowed media types.
	Types []string
}

// Allows reports whether files with a media type are allowed.
func (a Attachments) Allows(mediaType string) bool {
	return slices.Contains(a.Types, mediaType)
}

// Default returns the default settings of a new desk.
func Default() Settings {
	return Settings{
		Name:                   "Mesa de Servicio",
		AccentColor:            "#2c5e8c",
		TimeZone:               zone.Default,
		Numbering:              ticket.Numbering{Prefix: "T", Width: 6},
		FirstNumber:            1,
		ReopenDays:             15,
		RatingDays:             7,
		Deadlines:              sla.Policy{Targets: sla.DefaultTargets(), FirstResponses: sla.DefaultFirstResponses(), WarnAt: 75},
		EscalateHours:          9,
		RemindDays:             5,
		Attachments:            Attachments{MaxBytes: 25 << 20, MaxFiles: 10, Types: defaultTypes()},
		Sessions:               defaultSessions(),
		MailWindow:             5 * time.Minute,
		Lockout:                account.Lockout{Failures: 5, FirstLock: 30 * time.Second, MaxLock: 15 * time.Minute, ForgetAfter: 24 * time.Hour},
		AccountRequestsPerHour: 10,
		InvitationHours:        72,
		ResetMinutes:           60,
		ResetsPerAddress:       20,
		ResetsPerPerson:        3,
		FailedSignIns:          100,
		ArticleUsesPerHour:     200,
		RequesterQuota:         Quota{Tickets: 30, Entries: 200, Bytes: 1 << 30},
		StaffQuota:             Quota{Tickets: 300, Entries: 2000, Bytes: 10 << 30},
		AuditDays:              audit.DefaultRetentionDays,
	}
}

func defaultSessions() account.SessionPolicy {
	staff := account.SessionTimes{Lifetime: 12 * time.Hour, Idle: 30 * time.Minute}
	return account.SessionPolicy{Requester: account.SessionTimes{Lifetime: 12 * time.Hour, Idle: 0}, Agent: staff, Supervisor: staff, Admin: staff}
}

// defaultTypes returns the media types of documents, images, text and archives. It omits types that a browser or a computer
// could execute, such as HTML, SVG and programs.
func defaultTypes() []string {
	return []string{
		"application/pdf",
		"application/msword",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"application/vnd.ms-excel",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"application/vnd.ms-powerpoint",
		"application/vnd.openxmlformats-officedocument.presentationml.presentation",
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
		"application/rtf",
		"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff", "image/heic",
		"text/plain", "text/csv",
		"application/zip", "application/x-zip-compressed",
	}
}

// ReopenPeriod returns the time after Atendido, or after a later message, during which a ticket can be reopened (D6).
func (s Settings) ReopenPeriod() time.Duration { return time.Duration(s.ReopenDays) * day }

const day = 24 * time.Hour

// Check returns an error if the calendar or the targets are invalid; see sla.New.
func (s Settings) Check() error {
	_, err := sla.New(s.Deadlines)
	return err
}

// Policy returns the policy for tickets (D3, D6, F4–F7). If the calendar or the targets are invalid, it uses the defaults, so
// that deadlines can always be computed.
func (s Settings) Policy() ticket.Policy {
	return ticket.Policy{
		Deadlines: s.schedule(), ReopenPeriod: s.ReopenPeriod(), RatingPeriod: time.Duration(s.RatingDays) * day,
		EscalateAfter: time.Duration(s.EscalateHours) * time.Hour, RemindDays: s.RemindDays,
	}
}

// WorkDay returns the average length of a working day (F5).
func (s Settings) WorkDay() time.Duration { return s.schedule().AverageDay() }

func (s Settings) schedule() *sla.Deadlines {
	policy := s.Deadlines
	if policy.Calendar.Zone == "" {
		policy.Calendar.Zone = s.TimeZone
	}
	deadlines, err := sla.New(policy)
	if err != nil {
		return defaultDeadlines()
	}
	return deadlines
}

func defaultDeadlines() *sla.Deadlines {
	deadlines, err := sla.New(sla.Policy{})
	if err != nil {
		panic(err) // a test checks that the zero policy is valid
	}
	return deadlines
}

// Text is a text in both languages (E1).
type Text = locale.Bilingual
