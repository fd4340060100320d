// Package mailing has the use case that sends the mails of the queue. It is apart from the others that no person waits for,
// because what renders and builds mails weighs megabytes.
package mailing

import (
	"context"
	"errors"
	"fmt"
	"html"
	"strings"
	"time"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// Sender hands a mail to the mail service. Its errors wrap mail.ErrRetry or mail.ErrPermanent.
type Sender interface {
	Send(ctx context.Context, from, to string, raw []byte) (string, error)
}

// mailLease is longer than a mail can take: a claim older than that was left by a function that died.
const mailLease = time.Minute

// SendMail sends the mails of the queue.
type SendMail struct {
	Desk interface {
		Desk(ctx context.Context) (settings.Desk, error)
	}
	Entries interface {
		// Entry returns a ticket as it is now and one of its entries; fault.NotFound when there is none.
		Entry(ctx context.Context, number ticket.Number, id string) (ticket.Ticket, ticket.Entry, error)
	}
	Ledger  notify.Ledger
	Sender  Sender
	From    string
	SiteURL string
	Clock   clock.Clock
}

// Handle sends one mail unless it was sent before.
func (s SendMail) Handle(ctx context.Context, m notify.Mail) error {
	state, err := s.Ledger.Claim(ctx, m.ID, s.Clock.Now(), mailLease)
	switch {
	case err != nil:
		return err
	case state == notify.MailSent:
		return nil
	case state == notify.MailRefused:
		return fmt.Errorf("mail %s: %w", m.ID, mail.ErrPermanent)
	}
	raw, err := s.build(ctx, m)
	var id string
	if err == nil {
		id, err = s.Sender.Send(ctx, s.From, m.To.Email, raw)
	}
	switch {
	case err == nil:
		return s.Ledger.Settle(ctx, m.ID, notify.MailSent, id, s.Clock.Now())
	case permanent(err):
		return errors.Join(err, s.Ledger.Settle(ctx, m.ID, notify.MailRefused, err.Error(), s.Clock.Now()))
	default:
		return errors.Join(err, s.Ledger.Release(ctx, m.ID))
	}
}

func permanent(err error) bool {
	return errors.Is(err, mail.ErrPermanent) || errors.Is(err, mail.ErrAddress) || errors.Is(err, mail.ErrID) || fault.Is(err, fault.NotFound)
}

func (s SendMail) build(ctx context.Context, m notify.Mail) ([]byte, error) {
	desk, err := s.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	t, entry, err := s.Entries.Entry(ctx, m.Number, m.EntryID)
	if err != nil {
		return nil, err
	}
	content, err := mail.Render(s.notice(m, desk, t, entry))
	if err != nil {
		return nil, fmt.Errorf("render %s: %w", m.ID, err)
	}
	return mail.Build(content, mail.Envelope{
		ID: m.ID, Ticket: string(m.Number), From: mail.Address{Name: desk.Name, Email: s.From},
		To: mail.Address{Name: m.To.Name, Email: m.To.Email}, Date: entry.At, AutoReply: m.Kind == notify.Created,
	})
}

func (s SendMail) notice(m notify.Mail, desk settings.Desk, t ticket.Ticket, entry ticket.Entry) mail.Notice {
	site := strings.TrimSuffix(s.SiteURL, "/")
	page := site + "/tickets/" + string(m.Number)
	n := mail.Notice{
		Kind: mail.Kind(m.Kind), Language: m.To.Language, Zone: m.To.TimeZone, Name: m.To.Name,
		Desk: mail.Desk{
			Name: desk.Name, ContactText: desk.ContactText.In(m.To.Language), SiteURL: site,
			LogoURL: desk.LogoURL, AccentColor: desk.AccentColor,
		},
		Ticket: mail.Ticket{
			Number: string(t.Number), Subject: t.Subject, Topic: t.Topic.Name, Department: t.Department.Name, Entity: t.Entity,
			Requester: t.Requester.Name, Assignee: t.Assignee.Name, Status: statusAfter(t, entry), Priority: string(t.Priority),
			CreatedAt: t.CreatedAt, DueAt: t.DueAt, FirstAnswerDueAt: t.FirstAnswerDueAt,
			WaitingFor: string(t.Wait.For), WaitingReason: t.Wait.Reason, Score: t.Rating.Score, Fields: answers(t.Fields, m.To.Language),
		},
		ReopenURL: page + "?reopen=1", RateURL: page + "?rate=1", Author: entry.Author.Name, Body: entry.Body,
		Reason: entry.Reason.Message(), Days: desk.ReopenDays,
	}
	shown := string(m.Number)
	if into, merged := entry.Changed(ticket.MergedIntoField); merged {
		n.Other, shown = into.To, into.To
	}
	if from, split := entry.Changed(ticket.SplitFromField); split {
		n.Other = from.To
	}
	n.TicketURL = site + "/tickets/" + shown
	if m.To.Staff {
		n.TicketURL = site + "/staff/#/tickets/" + shown
	}
	// A note that changed the status tells the requester of the status alone (C5).
	readsIt := entry.Kind != ticket.Note || m.Kind == notify.Mentioned && m.To.Staff
	if readsIt {
		for _, file := range entry.Attachments {
			n.Attachments = append(n.Attachments, file.Filename)
		}
	} else {
		n.Body = ""
	}
	if change, changed := entry.Changed(ticket.StatusField); changed {
		n.From = change.From
	}
	if wait, changed := entry.Changed(ticket.WaitingField); changed {
		reason, _ := entry.Changed(ticket.WaitingReasonField)
		n.Ticket.WaitingFor, n.Ticket.WaitingReason = wait.To, reason.To
	}
	if comment, changed := entry.Changed(ticket.RatingCommentField); changed && n.Body == "" {
		n.Body = html.EscapeString(comment.To)
	}
	return n
}

// answers are the answers in extra fields in a reader's words.
func answers(given []field.Answer, language locale.Language) []mail.Answer {
	told := make([]mail.Answer, 0, len(given))
	for _, a := range given {
		value := a.In(language)
		switch a.Kind {
		case field.Checkbox:
			value = locale.Text(language, "answer.yes")
		case field.Date:
			if day, err := time.Parse(time.DateOnly, value); err == nil {
				value = locale.Date(language, day, time.UTC)
			}
		default: // as it was written
		}
		told = append(told, mail.Answer{Label: a.Name.In(language), Value: value})
	}
	return told
}

// statusAfter is the status that the entry left the ticket in: a mail that was delayed still tells what it is about.
func statusAfter(t ticket.Ticket, entry ticket.Entry) string {
	if change, changed := entry.Changed(ticket.StatusField); changed {
		return change.To
	}
	return string(t.Status)
}
