// Package history builds tickets with a history, for the demo and for benchmarks. Every act applies the domain rules, at the
// time when it would have happened.
package history

import (
	"errors"
	"math/rand/v2"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// History is a ticket and its entries so far. Histories that were opened with the same arguments and
// continued with the same acts are equal.
type History struct {
	Ticket  ticket.Ticket
	Entries []ticket.Entry
	// Err joins the errors of all refused acts and of creating identifiers.
	Err error

	policy ticket.Policy
	at     time.Time
	random *rand.Rand
}

// Open starts a history: a requester opens a ticket at the time at. The detail is plain text.
func Open(opened ticket.NewTicket, by account.Person, detail string, policy ticket.Policy, at time.Time, seed uint64) *History {
	h := &History{policy: policy, at: at, random: rand.New(rand.NewPCG(uint64(at.Unix()), seed))}
	first, entry := ticket.Create(opened, by, policy, h.Write(0, detail))
	return h.Apply(first, entry, nil)
}

// Write returns the data of an act that follows the last entry after a delay. The text is plain text and may be empty.
func (h *History) Write(delay time.Duration, text string) ticket.Write {
	h.at = h.at.Add(delay)
	entropy := make([]byte, 10)
	for i := range entropy {
		entropy[i] = byte(h.random.UintN(256))
	}
	id := ulid.ULID{}
	h.Err = errors.Join(h.Err, id.SetTime(ulid.Timestamp(h.at)), id.SetEntropy(entropy))
	body := ""
	if text != "" {
		body = sanitize.HTML{}.Text("<p>" + text + "</p>")
	}
	return ticket.Write{ID: id.String(), Body: body, At: h.at}
}

// Apply records the result or the error of an act.
func (h *History) Apply(next ticket.Ticket, entry ticket.Entry, err error) *History {
	if err != nil {
		h.Err = errors.Join(h.Err, err)
		return h
	}
	h.Ticket, h.Entries = next, append(h.Entries, entry)
	return h
}

// RunAlarms performs the scheduled acts until a time: warnings, notices and closing.
func (h *History) RunAlarms(until time.Time) {
	for h.Err == nil {
		alarm := h.Ticket.Alarm(h.policy)
		if alarm.Kind == ticket.NoAlarm || alarm.At.After(until) {
			return
		}
		delay := max(0, alarm.At.Sub(h.at)) + time.Minute
		if alarm.Kind == ticket.CloseAlarm {
			h.Apply(ticket.CloseResolved(h.Ticket, h.policy, h.Write(delay, "")))
		} else {
			h.Apply(ticket.RunAlarm(h.Ticket, h.policy, h.Write(delay, "")))
		}
	}
}
