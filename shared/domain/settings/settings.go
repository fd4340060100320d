// Package settings has what an administrator decides about the desk: every decision of product.md with a number as a field
// with its default, and the topics, departments and categories that the desk is made of.
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

// Settings are the desk's own decisions. Default has the product's.
type Settings struct {
	// Name is the desk's, on every page (A4).
	Name string
	// ContactText and ContactEmail tell how to reach the desk without an account (A4).
	ContactText  Text
	ContactEmail string
	// LogoURL is empty where the name alone is shown; AccentColor is a CSS colour (A4).
	LogoURL     string
	AccentColor string
	// TimeZone is the IANA zone that dates are shown in unless a person chose another (C4).
	TimeZone string
	// Numbering and FirstNumber say how tickets are numbered and from where on (B9).
	Numbering   ticket.Numbering
	FirstNumber int64
	// Entities are those that a ticket can be about, in the order to show them. Without any, tickets have no entity (B5).
	Entities []Entity
	// ReopenDays is how long after Atendido a ticket can be reopened, and after which it becomes Cerrado (D6).
	ReopenDays int
	// RatingDays is how long a rating of the attention can be changed.
	RatingDays int
	// Deadlines are the targets by priority on the desk's calendar (D3).
	Deadlines sla.Policy
	// DeadlinesVersion grows with every change of what is said here of deadlines, the reopening and the rating.
	DeadlinesVersion int64
	// EscalateHours is how many working hours after a deadline passed the administrators are told; 0 is never (D3).
	EscalateHours int
	// RemindDays is how many days a ticket waits for its requester before they are reminded, once; 0 is never.
	RemindDays int
	// Attachments limit the files of a message (B4).
	Attachments Attachments
	// SessionHours is how long a session lasts (A1).
	SessionHours int
	// Lockout slows down the guessing of passwords (A1).
	Lockout account.Lockout
	// AccountRequestsPerHour is how many accounts may be asked for from one address (A2).
	AccountRequestsPerHour int
	// FailedSignIns is how many tries to sign in may fail from one address in a quarter of an hour, whoever's login they are at:
	// many enough for an office behind one address (A1).
	FailedSignIns int
	// ArticleUsesPerHour is how many readings and answers about articles are counted from one address without a session (B8).
	ArticleUsesPerHour int
}

// SignIn returns what sign-in depends on (A1).
func (s Settings) SignIn() account.SignInPolicy {
	return account.SignInPolicy{Lockout: s.Lockout, FailedPerAddress: s.FailedSignIns, SessionFor: time.Duration(s.SessionHours) * time.Hour}
}

// Attachments are the limits of a message's files (B4).
type Attachments struct {
	// MaxBytes is the most that one file may weigh.
	MaxBytes int64
	// MaxFiles is how many files a message may have.
	MaxFiles int
	// Types are the media types that are taken.
	Types []string
}

// Takes reports whether files of a media type are taken.
func (a Attachments) Takes(mediaType string) bool {
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

// defaultTypes are documents, images, text and archives. What a browser would run (HTML, SVG, scripts) and programs are not
// among them.
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

// ReopenFor is how long after Atendido a ticket can be reopened (D6).
func (s Settings) ReopenFor() time.Duration { return time.Duration(s.ReopenDays) * day }

const day = 24 * time.Hour

// Check returns what makes the settings unusable.
func (s Settings) Check() error {
	_, err := sla.New(s.Deadlines)
	return err
}

// Policy returns what the desk has settled about its tickets' lives (D3, D6). Deadlines that cannot be counted by are the
// product's: a slip in a setting must not leave tickets without any.
func (s Settings) Policy() ticket.Policy {
	return ticket.Policy{
		Deadlines: s.schedule(), ReopenFor: s.ReopenFor(), RateFor: time.Duration(s.RatingDays) * day,
		EscalateAfter: time.Duration(s.EscalateHours) * time.Hour, RemindAfter: time.Duration(s.RemindDays) * day,
	}
}

// WorkDay returns how long a working day is on average (D3).
func (s Settings) WorkDay() time.Duration { return s.schedule().Day() }

func (s Settings) schedule() *sla.Deadlines {
	policy := s.Deadlines
	if policy.Calendar.Zone == "" {
		policy.Calendar.Zone = s.TimeZone
	}
	deadlines, err := sla.New(policy)
	if err != nil {
		return productDeadlines()
	}
	return deadlines
}

func productDeadlines() *sla.Deadlines {
	deadlines, err := sla.New(sla.Policy{})
	if err != nil {
		panic(err) // the zero policy is usable: this package's tests say so
	}
	return deadlines
}

// Text is what an administrator writes in both languages (E1).
type Text = locale.Both
