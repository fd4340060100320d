package mail

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/zone"
)

// ErrNotice reports a notice that can't be written: an unknown kind, or no
// ticket number.
var ErrNotice = errors.New("unusable notice")

// Content is a written mail.
type Content struct {
	Subject string
	HTML    string
	Text    string
}

// fact is a line of the ticket's summary.
type fact struct{ Label, Value string }

// link is what else can be done about the ticket, below the button.
type link struct{ URL, Text string }

// page is what the layout is filled with.
type page struct {
	Language, Subject, Preheader    string
	Desk                            Desk
	Accent, OnAccent                string
	Eyebrow, Title, Greeting, Intro string
	Body                            markup
	BodyLabel, FilesLabel           string
	Files                           []string
	Facts                           []fact
	URL, Button, Note               string
	Links                           []link
	Why, Automatic, FactsLabel      string
}

const defaultDays = 15

// Render writes the mail. Errors wrap ErrNotice.
func Render(n Notice) (Content, error) {
	if !slices.Contains(Kinds(), n.Kind) || n.Ticket.Number == "" {
		return Content{}, fmt.Errorf("%w: kind %q of ticket %q", ErrNotice, n.Kind, n.Ticket.Number)
	}
	p := n.page()
	return Content{Subject: p.Subject, HTML: p.html(), Text: p.text()}, nil
}

func (n Notice) page() page {
	say := func(part string) string { return n.say(string(n.Kind) + "." + part) }
	body := richtext.WithoutImages(sanitize.HTML{}.Message(n.Body))
	if richtext.IsEmpty(body) {
		body = ""
	}
	p := page{
		Language: string(n.language()),
		Subject:  oneLine("[" + n.Ticket.Number + "] " + say("subject")),
		Desk:     n.Desk,
		Accent:   accent(n.Desk.AccentColor), OnAccent: onAccent(n.Desk.AccentColor),
		Eyebrow: "Ticket #" + n.Ticket.Number, Title: say("title"), Intro: say("intro"),
		Body: markup(body), Files: n.Attachments, FilesLabel: n.say("files"),
		Facts: n.facts(), FactsLabel: n.say("facts"),
		URL: n.TicketURL, Button: say("button"), Note: say("note"),
		Why: n.say(n.why()), Automatic: n.say("automatic"),
		Greeting: n.say("greeting"),
	}
	if n.Name == "" {
		p.Greeting = n.say("greeting-unnamed")
	}
	if body != "" {
		p.BodyLabel = say("body")
	}
	p.Preheader = p.Intro
	if body != "" {
		p.Preheader = plaintext.OneLine(body, 110)
	}
	if n.Kind == Resolved && n.ReopenURL != "" {
		p.Links = append(p.Links, link{n.ReopenURL, n.say("goes-on")})
	}
	if (n.Kind == Resolved || n.Kind == Closed) && n.RateURL != "" {
		p.Links = append(p.Links, link{n.RateURL, n.say("rate")})
	}
	return p
}

func (n Notice) why() string {
	if n.Kind.toStaff() {
		return "why-staff"
	}
	return "why-requester"
}

func (n Notice) language() locale.Language {
	language, _ := locale.Parse(string(n.Language))
	return language
}

// say returns a text of the mails. All texts get the same values. A part without a text, such as a mail without a note,
// is "".
func (n Notice) say(part string) string {
	key := "mail." + part
	if !locale.Has(key) {
		return ""
	}
	language := n.language()
	days := n.Days
	if days <= 0 {
		days = defaultDays
	}
	author := n.Author
	if author == "" {
		author = locale.Text(language, "mail.somebody")
	}
	return strings.TrimSpace(locale.Text(language, key,
		locale.With("number", n.Ticket.Number), locale.With("subject", n.Ticket.Subject), locale.With("requester", n.Ticket.Requester),
		locale.With("author", author), locale.With("reader", n.Name), locale.With("count", days),
		locale.With("due", locale.DateTime(language, n.deadline(), zone.OrDefault(n.Zone))),
		locale.With("before", status(language, n.From)), locale.With("status", status(language, n.Ticket.Status)),
		locale.With("reason", n.Reason.In(language)), locale.With("awaited", n.awaits()),
		locale.With("score", n.Ticket.Score), locale.With("other", n.Other),
	))
}

func status(language locale.Language, code string) string {
	if code == "" {
		return ""
	}
	return locale.Status(language, code)
}

func (n Notice) facts() []fact {
	language, in := n.language(), zone.OrDefault(n.Zone)
	t := n.Ticket
	var all []fact
	add := func(key, value string) {
		if value != "" {
			all = append(all, fact{n.say("fact-" + key), value})
		}
	}
	add("subject", t.Subject)
	add("topic", t.Topic)
	if t.Status != "" {
		add("status", locale.Status(language, t.Status))
	}
	add("waiting", n.awaits())
	add("department", t.Department)
	if n.Kind.toStaff() {
		add("requester", t.Requester)
		if t.Entity != "" {
			add("entity", locale.Entity(language, t.Entity))
		}
		add("priority", locale.Priority(language, t.Priority))
		add("assignee", t.Assignee)
	}
	for _, answer := range n.answers() {
		all = append(all, fact{oneLine(answer.Label), short(answer.Value)})
	}
	add("created", locale.DateTime(language, t.CreatedAt, in))
	if n.Kind == FirstDueSoon || n.Kind == FirstOverdue {
		add("first-answer", locale.DateTime(language, t.FirstAnswerDueAt, in))
	}
	if t.Status == "resolved" || t.Status == "closed" {
		return all // its deadline is of the past
	}
	add("due", locale.DateTime(language, t.DueAt, in))
	return all
}

// answers are the answers in extra fields where the ticket is new to its reader: who is to attend it, and who opened it.
func (n Notice) answers() []Answer {
	switch n.Kind {
	case Created, Assigned, Unassigned, Transferred:
		return n.Ticket.Fields
	default:
		return nil
	}
}

// longestAnswer is how many characters of an answer a mail has: the ticket has the rest.
const longestAnswer = 500

func short(text string) string {
	if all := []rune(text); len(all) > longestAnswer {
		return string(all[:longestAnswer-1]) + "…"
	}
	return text
}

// oneLine makes a header's value of any text: controls and line ends become
// blanks, so that nothing can start a header of its own.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(clean), " ")
}
