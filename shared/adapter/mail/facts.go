package mail

import (
	"strings"
	"time"

	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/zone"
)

// fact is a row of the ticket's summary. Only an answer to a long text field can have several lines.
type fact struct {
	Label string
	Lines []string
}

// maxAnswer is the maximum number of characters that a mail shows of an answer. The ticket shows the whole answer.
const maxAnswer = 500

// facts returns the rows of the ticket's summary. Empty values are omitted.
func (w writer) facts() []fact {
	t := w.Ticket
	var all []fact
	add := func(key, value string) {
		if value != "" {
			all = append(all, fact{w.text("fact-" + key), []string{oneLine(value)}})
		}
	}
	add("subject", t.Subject)
	add("topic", t.Topic)
	add("status", w.status(t.Status))
	add("waiting", w.awaitedText())
	add("department", t.Department)
	if w.Kind.ToStaff() {
		add("requester", w.person(t.Requester))
		add("entity", t.Entity)
		add("priority", locale.Priority(w.language, t.Priority))
		add("assignee", t.Assignee)
	}
	if w.newToRecipient() {
		for _, answer := range t.Fields {
			all = append(all, fact{oneLine(answer.Label), lines(truncated(answer.Value))})
		}
	}
	add("created", w.dateTime(t.CreatedAt))
	if w.isAboutFirstResponse() {
		add("first-response", w.dateTime(t.FirstResponseDueAt))
	}
	if t.Status != "resolved" && t.Status != "closed" {
		add("due", w.dateTime(t.DueAt))
	}
	return all
}

// newToRecipient reports whether the ticket is new to the recipient. The mail then shows the answers to the extra fields.
func (w writer) newToRecipient() bool {
	switch w.Kind {
	case notify.Created, notify.Assigned, notify.Unassigned, notify.Transferred:
		return true
	default:
		return false
	}
}

func (w writer) isAboutFirstResponse() bool {
	return w.Kind == notify.FirstDueSoon || w.Kind == notify.FirstOverdue
}

// deadline returns the deadline that the mail is about.
func (w writer) deadline() time.Time {
	if w.isAboutFirstResponse() {
		return w.Ticket.FirstResponseDueAt
	}
	return w.Ticket.DueAt
}

func (w writer) dateTime(at time.Time) string {
	return locale.DateTime(w.language, at, zone.FirstKnown(w.To.TimeZone))
}

func (w writer) status(code string) string {
	if code == "" {
		return ""
	}
	return locale.Status(w.language, code)
}

// awaitedText returns whom a waiting ticket waits for, and why, or "" if the ticket does not wait. The text of a wait for the
// requester differs between mails to the requester and mails to staff.
func (w writer) awaitedText() string {
	t := w.Ticket
	if t.Status != "waiting" || t.WaitingFor == "" {
		return ""
	}
	key := "awaits." + t.WaitingFor
	if t.WaitingFor == "requester" && w.Kind.ToStaff() {
		key += "-staff"
	}
	awaited := locale.Text(w.language, key)
	if t.WaitingReason == "" {
		return awaited
	}
	return locale.Text(w.language, "awaits.reason", locale.With("awaited", awaited), locale.With("reason", oneLine(t.WaitingReason)))
}

// lines returns the lines of a text, each without control characters.
func lines(text string) []string {
	all := strings.Split(text, "\n")
	for i, line := range all {
		all[i] = oneLine(line)
	}
	return all
}

func truncated(text string) string {
	if all := []rune(text); len(all) > maxAnswer {
		return string(all[:maxAnswer-1]) + "…"
	}
	return text
}
