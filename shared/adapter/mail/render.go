package mail

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/zone"
)

// ErrInvalidNotice reports a notice that cannot be rendered: its kind is unknown, or the ticket's number is missing. A newer
// version of the desk may have written the notice, so a retry can succeed.
var ErrInvalidNotice = errors.New("invalid notice")

// Content is a rendered mail.
type Content struct {
	Subject string
	HTML    string
	Text    string
}

// page holds the values that the layout shows.
type page struct {
	Language, Subject, Preheader    string
	Institution                     notify.Institution
	Accent, OnAccent                string
	Eyebrow, Title, Greeting, Intro string
	Body                            template.HTML // sanitized
	BodyLabel, FilesLabel, Files    string
	Facts                           []fact
	URL, Button, Note               string
	Links                           []link
	Why, Automatic, FactsLabel      string
	OthersLabel, Omitted            string
	Others                          []other
}

// other is a further entry that the mail is about.
type other struct {
	Title, At         string
	Body              template.HTML // sanitized
	Files, FilesLabel string
}

// link is an additional action on the ticket, shown below the button.
type link struct{ URL, Text string }

// maxPreheader is the maximum number of characters of the body in the preheader, which a mailbox's list shows after the
// subject.
const maxPreheader = 110

// Render renders the mail. It returns an error that wraps ErrInvalidNotice if the notice is invalid.
func Render(n notify.Notice) (Content, error) {
	if !slices.Contains(notify.Kinds(), n.Kind) || n.Ticket.Number == "" && !n.Kind.IsAboutAccount() {
		return Content{}, fmt.Errorf("%w: kind %q of ticket %q", ErrInvalidNotice, n.Kind, n.Ticket.Number)
	}
	p := newWriter(n).page()
	html, err := p.html()
	if err != nil {
		return Content{}, err
	}
	return Content{Subject: p.Subject, HTML: html, Text: p.text()}, nil
}

// writer renders one notice in the recipient's language.
type writer struct {
	notify.Notice
	language locale.Language
	values   []locale.Value
}

// newWriter collects the values of the placeholders. Every text of a mail can use every placeholder.
func newWriter(n notify.Notice) writer {
	w := writer{Notice: n}
	w.language, _ = locale.Parse(string(n.To.Language))
	if !n.To.Staff {
		w.defang()
	}
	w.values = []locale.Value{
		locale.With("number", n.Ticket.Number), locale.With("subject", w.Ticket.Subject), locale.With("requester", w.person(w.Ticket.Requester)),
		locale.With("author", cmp.Or(w.person(w.Author), locale.Text(w.language, "mail.somebody"))), locale.With("reader", n.To.Name), locale.With("count", n.Days), locale.With("omitted", n.Omitted),
		locale.With("due", locale.DateTime(w.language, w.deadline(), zone.FirstKnown(n.To.TimeZone))),
		locale.With("at", w.dateTime(n.At)), locale.With("ends", w.dateTime(n.LinkEndsAt)), locale.With("desk", oneLine(n.Institution.Name)),
		locale.With("before", w.status(n.PreviousStatus)), locale.With("status", w.status(n.Ticket.Status)),
		locale.With("reason", n.Reason.In(w.language)), locale.With("awaited", w.awaitedText()),
		locale.With("score", n.Ticket.Score), locale.With("other", n.OtherNumber),
		locale.With("guests", w.people(w.Guests)),
	}
	return w
}

// text returns the text with the key "mail." and part, or "" if the key does not exist: some kinds of mail have no note, for
// example.
func (w writer) text(part string) string {
	key := "mail." + part
	if !locale.HasKey(key) {
		return ""
	}
	return strings.TrimSpace(locale.Text(w.language, key, w.values...))
}

// kindText returns a text specific to this kind of mail, such as its title.
func (w writer) kindText(part string) string { return w.text(string(w.Kind) + "." + part) }

func (w writer) page() page {
	p := page{
		Language:    string(w.language),
		Subject:     oneLine(w.kindText("subject")),
		Institution: w.Institution, Accent: accent(w.Institution.AccentColor), OnAccent: onAccent(w.Institution.AccentColor),
		Title: w.kindText("title"), Greeting: w.text("greeting"), Intro: w.kindText("intro"),
		Files: strings.Join(w.Attachments, ", "), FilesLabel: w.text("files"),
		Facts: w.facts(), FactsLabel: w.text("facts"),
		URL: webAddress(w.PageURL), Button: w.kindText("button"), Links: w.links(), Note: w.kindText("note"),
		Why: w.text("why-requester"), Automatic: w.text("automatic"),
	}
	p.Institution.LogoURL, p.Institution.SiteURL = webAddress(w.Institution.LogoURL), webAddress(w.Institution.SiteURL)
	if w.Kind.IsAboutAccount() {
		p.Facts, p.Why = nil, cmp.Or(w.kindText("why"), w.text("why-account"))
	} else {
		p.Subject, p.Eyebrow = "["+w.Ticket.Number+"] "+p.Subject, "Ticket #"+w.Ticket.Number
	}
	for _, notice := range w.Others {
		p.Others = append(p.Others, otherOf(notice))
	}
	if len(w.Others) > 0 {
		p.OthersLabel = w.text("others")
	}
	if w.Omitted > 0 {
		p.Omitted = w.text("omitted")
	}
	if w.To.Name == "" {
		p.Greeting = w.text("greeting-unnamed")
	}
	if w.Kind.ToStaff() {
		p.Why = w.text("why-staff")
	}
	p.Preheader = p.Intro
	body := richtext.WithoutImages(sanitize.HTML{}.Message(w.Body))
	if w.isFromOtherRequester() {
		var found bool
		if body, found = richtext.Defang(body); found {
			p.Note = strings.TrimSpace(p.Note + " " + w.text("defanged"))
		}
	}
	if !richtext.IsEmpty(body) {
		p.Body = template.HTML(forMail(body)) //nolint:gosec // sanitized on the line above
		p.BodyLabel, p.Preheader = w.kindText("body"), plaintext.OneLine(body, maxPreheader)
	}
	return p
}

func otherOf(n notify.Notice) other {
	p := newWriter(n).page()
	return other{Title: p.Intro, At: locale.DateTime(locale.Language(p.Language), n.At, zone.FirstKnown(n.To.TimeZone)), Body: p.Body, Files: p.Files, FilesLabel: p.FilesLabel}
}

// forMail adapts sanitized HTML to mail programs that ignore style sheets: tables get borders, and empty paragraphs a height.
func forMail(body string) string {
	return strings.NewReplacer(
		"<p></p>", "<p>&nbsp;</p>",
		"<table>", `<table border="1" cellpadding="6" cellspacing="0" style="border-collapse:collapse;margin:0 0 12px;">`,
	).Replace(body)
}

func (w writer) links() []link {
	var links []link
	add := func(address, text string) {
		if address = webAddress(address); address != "" {
			links = append(links, link{address, w.text(text)})
		}
	}
	if w.Kind == notify.Resolved {
		add(w.ReopenURL, "goes-on")
	}
	if w.Kind == notify.Resolved || w.Kind == notify.Closed {
		add(w.RateURL, "rate")
	}
	return links
}

// oneLine removes invalid UTF-8, and replaces each sequence of white space, control characters and direction controls with one
// space, so that no value can add a header.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(clean), " ")
}
