// Package settings has what administrators configure: the settings with their defaults, and the topics, departments,
// organizations, entities and categories of the desk.
package settings

import (
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

// Settings are the configuration of the desk; see Default.
type Settings struct {
	// Name is the desk's name, on every page and mail (A4).
	Name string
	// ContactText and ContactEmail are how people without an account can contact the desk (A4). They are optional.
	ContactText  Text
	ContactEmail string
	// LogoURL is the address of the logo; empty for none. AccentColor is a CSS color such as #2c5e8c (A4).
	LogoURL     string
	AccentColor string
	// TimeZone is the IANA zone of people who have not chosen one (C4).
	TimeZone string
	// Numbering is the form of ticket numbers, and FirstNumber the first of them (B9).
	Numbering   ticket.Numbering
	FirstNumber int64
	// Entities are those that a ticket can be about, in the order to show them. Without any, tickets have no entity (B5).
	Entities []Entity
	// ReopenDays is for how many days after Atendido a ticket can be reopened. Then it becomes Cerrado (D6).
	ReopenDays int
	// RatingDays is for how many days a rating can be changed.
	RatingDays int
	// Deadlines are the calendar and the targets by priority (D3). A calendar without a zone is in TimeZone.
	Deadlines sla.Policy
	// DeadlinesVersion counts the changes of ReopenDays, RatingDays, Deadlines, EscalateHours and RemindDays.
	DeadlinesVersion int64
	// EscalateHours is how many working hours after a missed deadline the administrators get a mail; 0 for never (D3).
	EscalateHours int
	// RemindDays is after how many days a requester for whom the ticket waits gets one reminder; 0 for never.
	RemindDays int
	// Attachments are the limits of the files of a message (B4).
	Attachments Attachments
	// SessionHours is the lifetime of a session (A1).
	SessionHours int
	// Lockout is how failed sign-ins lock a login (A1).
	Lockout account.Lockout
	// AccountRequestsPerHour limits the account requests from one address (A2).
	AccountRequestsPerHour int
	// FailedSignIns limits the failed sign-ins from one address in 15 minutes, for all logins together. An office may share one
	// address (A1).
	FailedSignIns int
	// ArticleUsesPerHour limits the uses of articles from one address without a session (B8).
	ArticleUsesPerHour int
}

// SignIn returns the policy of sign-ins (A1).
func (s Settings) SignIn() account.SignInPolicy {
	return account.SignInPolicy{Lockout: s.Lockout, FailedPerAddress: s.FailedSignIns, SessionFor: time.Duration(s.SessionHours) * time.Hour}
}

// Attachments are the limits of the files of a message (B4).
type Attachments struct {
	// MaxBytes is the largest file.
	MaxBytes int64
	// MaxFiles is the most files of a message.
	MaxFiles int
	// Types are the allowed media types.
	Types []string
}

// Allows reports whether files of a media type are allowed.
func (a Attachments) Allows(mediaType string) bool {
	return slices.Contains(a.Types, mediaType)
}

// Default returns the settings of a desk that nobody has configured yet.
func Default() Settings {
	return Settings{
		Name:                   "Mesa de Servicio",
		AccentColor:            "#2c5e8c",
		TimeZone:               zone.Default,
		Numbering:              ticket.Numbering{Prefix: "T", Width: 6},
		FirstNumber:            1,
		ReopenDays:             15,
		RatingDays:             7,
		Deadlines:              sla.Policy{Targets: sla.DefaultTargets(), FirstAnswers: sla.DefaultFirstAnswers(), WarnAt: 75},
		EscalateHours:          9,
		RemindDays:             5,
		Attachments:            Attachments{MaxBytes: 25 << 20, MaxFiles: 10, Types: defaultTypes()},
		SessionHours:           12,
		Lockout:                account.Lockout{Failures: 5, First: 30 * time.Second, Longest: 15 * time.Minute, Forget: 24 * time.Hour},
		AccountRequestsPerHour: 10,
		FailedSignIns:          100,
		ArticleUsesPerHour:     200,
	}
}

// defaultTypes returns documents, images, text and archives, but nothing that a browser or a computer would run, such as HTML,
// SVG and programs.
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

// ReopenFor returns for how long after Atendido a ticket can be reopened (D6).
func (s Settings) ReopenFor() time.Duration { return time.Duration(s.ReopenDays) * day }

const day = 24 * time.Hour

// Check returns an error if the calendar or the targets are invalid; see sla.New.
func (s Settings) Check() error {
	_, err := sla.New(s.Deadlines)
	return err
}

// Policy returns the policy of tickets (D3, D6). If the calendar or the targets are invalid it uses the default ones, so that
// tickets always have deadlines.
func (s Settings) Policy() ticket.Policy {
	return ticket.Policy{
		Deadlines: s.schedule(), ReopenFor: s.ReopenFor(), RateFor: time.Duration(s.RatingDays) * day,
		EscalateAfter: time.Duration(s.EscalateHours) * time.Hour, RemindAfter: time.Duration(s.RemindDays) * day,
	}
}

// WorkDay returns the average length of a working day (D3).
func (s Settings) WorkDay() time.Duration { return s.schedule().Day() }

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
type Text = locale.Both
