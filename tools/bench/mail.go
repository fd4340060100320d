package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

const (
	// mailed is how many tickets are opened for it, mailEvery how long apart, and mailWithin how long their mails are waited for.
	mailed     = 20
	mailEvery  = 500 * time.Millisecond
	mailWithin = time.Minute
	// mailBudget is design 4's for the event until SES has the mail, at the 99th of 100, in seconds.
	mailBudget = 5
)

var text1KB = strings.Repeat("texto de prueba ", 62)

// mail times from the answer to who opens a ticket until SES has its mail to them.
func mail(ctx context.Context, b *bench) error {
	who := b.stack.DemoPerson("usuario.mesa")
	requester, err := b.stack.SignIn(who)
	if err != nil {
		return err
	}
	s := &seat{stack: b.stack, requester: requester}
	opened := make(map[string]time.Time)
	for range mailed {
		body := map[string]any{"topicId": "sisai", "subject": "Medición del correo", "detail": "<p>" + text1KB + "</p>", "entity": "FEDERACION"}
		var made struct{ Number string }
		if err := s.do(ctx, requester, http.MethodPost, "/tickets", body, http.StatusCreated, &made); err != nil {
			return err
		}
		opened[made.Number] = time.Now()
		time.Sleep(mailEvery)
	}
	var took []time.Duration
	for number, at := range opened {
		for {
			mails, err := b.stack.Mails(ctx, number, who.Email)
			if err != nil {
				return err
			}
			if len(mails) > 0 {
				seconds := mails[0].At
				took = append(took, time.UnixMicro(int64(seconds*1e6)).Sub(at))
				break
			}
			if time.Since(at) > mailWithin+mailed*mailEvery {
				return fmt.Errorf("%s: no mail within %s", number, mailWithin)
			}
			time.Sleep(200 * time.Millisecond)
		}
	}
	group := fmt.Sprintf("From the answer to who opens a ticket until SES has the mail, s (%d tickets)", mailed)
	b.note(group, "median", number(median(took).Seconds()), "")
	b.within(group, "99th of 100", quantile(took, 0.99).Seconds(), mailBudget)
	return nil
}
