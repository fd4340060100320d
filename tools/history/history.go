// Package history makes tickets that have a past, for demos, measurements and what comes from another desk: every act goes
// through the domain, at the instant it would have happened.
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

// History is a ticket in the making. The same start gives the same history.
type History struct {
	Ticket  ticket.Ticket
	Entries []ticket.Entry
	// Err is the first act that the domain refused, if any.
	Err error

	policy ticket.Policy
	at     time.Time
	chance *rand.Rand
}

// Open begins a history with the ticket that a requester opens at an instant, with a detail in plain words.
func Open(opened ticket.New, by account.Person, detail string, policy ticket.Policy, at time.Time, seed uint64) *History {
	h := &History{policy: policy, at: at, chance: rand.New(rand.NewPCG(uint64(at.Unix()), seed))}
	first, entry := ticket.Create(opened, by, policy, h.Write(0, detail))
	return h.Took(first, entry, nil)
}

// Write is what is written some time after the last entry, in plain words.
func (h *History) Write(later time.Duration, text string) ticket.Write {
	h.at = h.at.Add(later)
	entropy := make([]byte, 10)
	for i := range entropy {
		entropy[i] = byte(h.chance.UintN(256))
	}
	id := ulid.ULID{}
	h.Err = errors.Join(h.Err, id.SetTime(ulid.Timestamp(h.at)), id.SetEntropy(entropy))
	body := ""
	if text != "" {
		body = sanitize.HTML{}.Text("<p>" + text + "</p>")
	}
	return ticket.Write{ID: id.String(), Body: body, At: h.at}
}

// Took notes what an act made of the ticket.
func (h *History) Took(next ticket.Ticket, entry ticket.Entry, err error) *History {
	if err != nil {
		h.Err = errors.Join(h.Err, err)
		return h
	}
	h.Ticket, h.Entries = next, append(h.Entries, entry)
	return h
}

// Settle does what the desk's clock would have done until an instant: warnings, notices, Cerrado.
func (h *History) Settle(until time.Time) {
	for h.Err == nil {
		alarm := h.Ticket.Alarm(h.policy)
		if alarm.Kind == ticket.NoAlarm || alarm.At.After(until) {
			return
		}
		later := max(0, alarm.At.Sub(h.at)) + time.Minute
		if alarm.Kind == ticket.CloseAlarm {
			h.Took(ticket.Expire(h.Ticket, h.policy, h.Write(later, "")))
		} else {
			h.Took(ticket.Warn(h.Ticket, h.policy, h.Write(later, "")))
		}
	}
}
