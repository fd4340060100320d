// Package mailing implements the use case that sends the mails in the queue.
package mailing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"html"
	"strings"
	"time"

	"mesa/shared/desk/ticketacts"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// Mailer renders a notice as a mail and sends it. It returns the identifier that the mail service assigned. Errors wrap
// notify.ErrRefused if a retry would also fail.
type Mailer interface {
	Send(ctx context.Context, n notify.Notice) (string, error)
}

// SendTimeout limits the attempt to send one mail.
const SendTimeout = 10 * time.Second

// RecordTimeout limits the recording of a mail's result. It is shorter than the time between the end of the work and the
// function's timeout (invocation.Reserve).
const RecordTimeout = time.Second

// Links stores the tokens of account links.
type Links interface {
	// IssueToken stores the hash of a new token of a link, and the address to which the token is mailed. It returns fault.NotFound
	// if the link does not exist or was used.
	IssueToken(ctx context.Context, token account.LinkToken, email string) error
}

// SendMail sends the mails in the queue.
type SendMail struct {
	Settings ticketacts.NamedSettings
	Entries  interface {
		// Entry returns the current ticket and one of its entries. It returns fault.NotFound if either does not exist.
		Entry(ctx context.Context, number ticket.Number, id string) (ticket.Ticket, ticket.Entry, error)
	}
	Links   Links
	Ledger  notify.Ledger
	Windows notify.Windows
	Queue   DelayQueue
	Mailer  Mailer
	SiteURL string
	// Lease is the time for which a mail is reserved for the invocation that claimed it. No invocation runs longer.
	Lease time.Duration
	Clock clock.Clock
}

// Handle sends or collects a mail unless this was already done. If the mail was refused before, Handle returns notify.ErrRefused without
// sending it.
func (s SendMail) Handle(ctx context.Context, m notify.Mail) error {
	state, err := s.Ledger.Claim(ctx, m.ID, s.Clock.Now(), s.Lease)
	switch {
	case err != nil:
		return err
	case state == notify.MailSent, state == notify.MailCollected:
		return nil
	case state == notify.MailRefused:
		return fmt.Errorf("mail %s: %w", m.ID, notify.ErrRefused)
	}
	final, detail, err := s.send(ctx, m)
	// The result is recorded even if the deadline for the work has passed. Without the record, a sent mail would be sent again.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), RecordTimeout)
	defer cancel()
	switch {
	case err == nil && final == notify.MailCollected: // recorded together with the window
		return nil
	case err == nil:
		return s.Ledger.Finish(ctx, m.ID, final, detail, s.Clock.Now())
	case errors.Is(err, notify.ErrRefused), fault.Is(err, fault.NotFound):
		return errors.Join(err, s.Ledger.Finish(ctx, m.ID, notify.MailRefused, err.Error(), s.Clock.Now()))
	default:
		return errors.Join(err, s.Ledger.Release(ctx, m.ID))
	}
}

// send sends the mail, or leaves it to the collection of its window. It returns the final state of the mail, and the identifier that
// the mail service assigned.
func (s SendMail) send(ctx context.Context, m notify.Mail) (notify.MailState, string, error) {
	config, err := s.Settings.Configuration(ctx)
	if err != nil {
		return "", "", err
	}
	items := []notify.Item{m.Item()}
	if m.Collection || config.MailWindow > 0 && m.Windowed() {
		var state notify.MailState
		if items, state, err = s.collect(ctx, m, config.MailWindow); err != nil || len(items) == 0 {
			return state, "", err
		}
	}
	notice, err := s.notice(ctx, m, items, config)
	if err != nil {
		return "", "", err
	}
	ctx, cancel := context.WithTimeout(ctx, SendTimeout)
	defer cancel()
	id, err := s.Mailer.Send(ctx, notice)
	return notify.MailSent, id, err
}

// notice reads the ticket of a mail and returns the data of the mail. items is what the mail is about, in the order of the entries.
func (s SendMail) notice(ctx context.Context, m notify.Mail, items []notify.Item, config settings.Configuration) (notify.Notice, error) {
	if m.Kind.IsAboutAccount() {
		return s.accountNotice(ctx, m, config)
	}
	first := max(0, len(items)-maxListed)
	mainItem := notify.MainItem(items)
	var others []notify.Notice
	for i, item := range items[first:] {
		if first+i == mainItem {
			continue
		}
		notice, err := s.noticeAbout(ctx, m, item, config)
		if err != nil {
			return notify.Notice{}, err
		}
		others = append(others, notice)
	}
	notice, err := s.noticeAbout(ctx, m, items[mainItem], config)
	notice.Others, notice.Omitted = others, len(items)-1-len(others)
	return notice, err
}

// noticeAbout returns the notice about one entry.
func (s SendMail) noticeAbout(ctx context.Context, m notify.Mail, about notify.Item, config settings.Configuration) (notify.Notice, error) {
	m.EntryID, m.Kind = about.EntryID, about.Kind
	t, entry, err := s.Entries.Entry(ctx, m.Number, m.EntryID)
	if err != nil {
		return notify.Notice{}, err
	}
	parties, err := ticketacts.PartiesOf(ctx, s.Settings, t)
	if err != nil {
		return notify.Notice{}, err
	}
	names := config.Names(m.To.Language).WithParties(parties)
	return noticeOf(s.SiteURL, m, config, names.Ticket(t), names.Entry(entry)), nil
}

func institutionOf(site string, config settings.Configuration, language locale.Language) notify.Institution {
	return notify.Institution{
		Name: config.Name, ContactText: config.ContactText.In(language), SiteURL: site, LogoURL: config.LogoURL, AccentColor: config.AccentColor,
	}
}

// noticeOf returns the notice of a mail about an entry of a ticket. siteURL is the address of the pages.
func noticeOf(siteURL string, m notify.Mail, config settings.Configuration, t ticket.Ticket, entry ticket.Entry) notify.Notice {
	site := strings.TrimSuffix(siteURL, "/")
	page := site + "/tickets/" + string(m.Number)
	m.To.TimeZone = cmp.Or(m.To.TimeZone, config.TimeZone)
	n := notify.Notice{
		ID: m.ID, Kind: m.Kind, To: m.To, At: entry.At,
		Institution: institutionOf(site, config, m.To.Language),
		Ticket: notify.Ticket{
			Number: string(t.Number), Subject: t.Subject, Topic: t.Topic.Name, Department: t.Department.Name, Entity: config.Names(m.To.Language).Entity(t.Entity),
			Requester: notify.Person{Name: t.Requester.Name, Role: account.Requester, Organization: t.Requester.Organization.Name},
			Assignee:  t.Assignee.Name, Status: statusAfter(t, entry), Priority: string(t.Priority),
			CreatedAt: t.CreatedAt, DueAt: t.DueAt, FirstResponseDueAt: t.FirstResponseDueAt,
			WaitingFor: string(t.Wait.For), WaitingReason: t.Wait.Reason, Score: t.Rating.Score, Fields: answers(t.Fields, m.To.Language),
		},
		OwnTicket: m.To.ID == t.Requester.ID,
		ReopenURL: page + "?reopen=1", RateURL: page + "?rate=1", Author: authorOf(entry), Body: entry.Body,
		Reason: entry.Explanation(m.To.Staff), Days: config.ReopenDays,
	}
	linkedNumber := string(m.Number)
	for _, event := range entry.Events {
		switch event := event.(type) {
		case ticket.MergedInto:
			n.OtherNumber, linkedNumber = string(event.Number), string(event.Number)
		case ticket.MergedFrom:
			n.OtherNumber, n.Guests = string(event.Number), guestsOf(t, event.Number)
		case ticket.MergeIntoUndone:
			n.OtherNumber = string(event.Number)
		case ticket.MergeFromUndone:
			n.OtherNumber = string(event.Number)
		case ticket.SplitFrom:
			n.OtherNumber = string(event.Number)
		default: // no other event names a ticket that mails show
		}
	}
	n.PageURL = site + "/tickets/" + linkedNumber
	if m.To.Staff {
		n.PageURL = site + "/staff/#/tickets/" + linkedNumber
	}
	// The author of an internal note may also change the status. A recipient who may not read the note gets only this change
	// (C5).
	mayRead := entry.Kind != ticket.NoteEntry || m.Kind == notify.Mentioned && m.To.Staff
	if mayRead {
		for _, file := range entry.Attachments {
			n.Attachments = append(n.Attachments, file.Filename)
		}
	} else {
		n.Body = ""
	}
	status, _ := ticket.FindEvent[ticket.StatusChanged](entry)
	n.PreviousStatus = string(status.From)
	if wait, _ := ticket.FindEvent[ticket.WaitChanged](entry); wait.From.For != wait.To.For {
		n.Ticket.WaitingFor, n.Ticket.WaitingReason = string(wait.To.For), wait.To.Reason
	}
	if rated, _ := ticket.FindEvent[ticket.Rated](entry); rated.From.Comment != rated.To.Comment {
		n.Body = html.EscapeString(rated.To.Comment)
	}
	return n
}

// guestsOf returns the participants whom the merge of a ticket added.
func guestsOf(t ticket.Ticket, merged ticket.Number) []notify.Person {
	var guests []notify.Person
	for _, participant := range t.Participants {
		if participant.MergedFrom == merged {
			guests = append(guests, notify.Person{Name: participant.Name, Role: participant.Role, Organization: participant.Organization.Name})
		}
	}
	return guests
}

func authorOf(entry ticket.Entry) notify.Person {
	return notify.Person{Name: entry.Author.Name, Role: entry.Author.Role, Organization: entry.Author.Organization}
}

// answers returns the answers to extra fields in the recipient's language.
func answers(stored []field.Answer, language locale.Language) []notify.Answer {
	all := make([]notify.Answer, 0, len(stored))
	for _, a := range stored {
		value := a.In(language)
		switch a.Kind {
		case field.Checkbox:
			value = locale.Text(language, "answer.yes")
		case field.Date:
			if day, err := time.Parse(time.DateOnly, value); err == nil {
				value = locale.Date(language, day, time.UTC)
			}
		default: // shown as entered
		}
		all = append(all, notify.Answer{Label: a.Name.In(language), Value: value})
	}
	return all
}

// statusAfter returns the status that the entry set, or the ticket's current status if the entry did not change the status.
func statusAfter(t ticket.Ticket, entry ticket.Entry) string {
	if status, changed := ticket.FindEvent[ticket.StatusChanged](entry); changed {
		return string(status.To)
	}
	return string(t.Status)
}
