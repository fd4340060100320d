package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

const (
	// mailTickets is the number of tickets to open, mailInterval the pause between them, and mailTimeout the maximum wait for a
	// mail.
	mailTickets  = 20
	mailInterval = 500 * time.Millisecond
	mailTimeout  = time.Minute
	// mailBudget is the budget in seconds for the 99th percentile of the time from an act until SES has the mail (Q6).
	mailBudget = 5
)

var text1KB = strings.Repeat("texto de prueba ", 62)

// measureMail measures the time from the response to the requester until SES receives the acknowledgement mail.
func measureMail(ctx context.Context, b *bench) error {
	person := b.stack.DemoPerson("usuario.mesa")
	requester, err := b.stack.SignIn(person)
	if err != nil {
		return err
	}
	s := &testUser{stack: b.stack, requester: requester}
	opened := make(map[string]time.Time)
	for range mailTickets {
		body := map[string]any{"topicId": "sisai", "subject": "Medición del correo", "detail": "<p>" + text1KB + "</p>", "entity": "FEDERACION"}
		var created struct{ Number string }
		if err := s.do(ctx, requester, http.MethodPost, "/tickets", body, http.StatusCreated, &created); err != nil {
			return err
		}
		opened[created.Number] = time.Now()
		time.Sleep(mailInterval)
	}
	var durations []time.Duration
	for number, openedAt := range opened {
		for {
			mails, err := b.stack.Mails(ctx, number, person.Email)
			if err != nil {
				return err
			}
			if len(mails) > 0 {
				durations = append(durations, mails[len(mails)-1].SentAt.Sub(openedAt))
				break
			}
			if time.Since(openedAt) > mailTimeout+mailTickets*mailInterval {
				return fmt.Errorf("%s: no mail within %s", number, mailTimeout)
			}
			time.Sleep(200 * time.Millisecond)
		}
	}
	group := fmt.Sprintf("From the response to the person who opens a ticket until SES has the mail, s (%d tickets)", mailTickets)
	b.compare(group, "median", number(median(durations).Seconds()), "")
	b.check(group, "99th percentile", quantile(durations, 0.99).Seconds(), mailBudget)
	return nil
}
