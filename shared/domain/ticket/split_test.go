package ticket_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/ticket"
)

func TestSplit(t *testing.T) {
	at := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	agent := account.Person{ID: "ana", Name: "Ana", Role: account.Agent}
	requester := account.Person{ID: "usuario", Role: account.Requester}
	source := ticket.Ticket{Number: "PNT000001", Version: 4, Status: ticket.Open, Entity: "JALISCO", Requester: ticket.Requester{ID: "usuario", Name: "Usuario"}}
	thread := []ticket.Entry{
		{ID: "01", Kind: ticket.MessageEntry, Author: ticket.AuthorOf(requester), Body: "uno", At: at.Add(-4 * time.Hour), Version: 1},
		{ID: "02", Kind: ticket.EventEntry, Author: ticket.SystemAuthor, Version: 2},
		{ID: "03", Kind: ticket.MessageEntry, Author: ticket.AuthorOf(requester), Body: "dos", Attachments: []ticket.Attachment{{ID: "f"}}, At: at.Add(-3 * time.Hour), Version: 3},
		{ID: "04", Kind: ticket.NoteEntry, Author: ticket.AuthorOf(agent), Body: "nota", Events: []ticket.Event{ticket.Noted{Mentions: []ticket.Ref{{ID: "bruno"}}}}, At: at.Add(-2 * time.Hour), Version: 4},
	}
	newTicket := ticket.NewTicket{Number: "PNT000002", Subject: "Aparte", Topic: ticket.Ref{ID: "sisai"}, Department: ticket.Ref{ID: "solicitudes"}}
	lastID := 10
	write := func() ticket.Write {
		lastID++
		return ticket.Write{ID: fmt.Sprint(lastID), At: at}
	}
	split := func(from ticket.Ticket, thread []ticket.Entry, by account.Person, chosen ...string) (ticket.SplitResult, error) {
		return ticket.Split(from, thread, chosen, newTicket, by, policy, write)
	}

	result, err := split(source, thread, agent, "04", "03")
	if err != nil {
		t.Fatal(err)
	}
	if n := result.New.Ticket; n.Requester.ID != "usuario" || n.Entity != "JALISCO" || !n.Unrouted || n.Version != 1 || !slices.Equal(n.Links, []ticket.Link{{Kind: ticket.LinkSplitFrom, Number: "PNT000001"}}) {
		t.Errorf("%+v", n)
	}
	if got, want := result.New.Ticket.TextSize, len("dos")+len("nota"); got != want {
		t.Errorf("the new ticket has %d bytes of text, want %d", got, want)
	}
	if s := result.Source.Ticket; s.Version != 5 || !slices.Equal(s.Links, []ticket.Link{{Kind: ticket.LinkSplitInto, Number: "PNT000002"}}) {
		t.Errorf("%+v", s)
	}
	if len(result.Copies) != 2 {
		t.Fatalf("%+v", result.Copies)
	}
	for i, want := range []ticket.Entry{thread[2], thread[3]} {
		got := result.Copies[i]
		if got.Kind != want.Kind || got.Author != want.Author || got.Body != want.Body || !got.At.Equal(want.At) || len(got.Attachments) != len(want.Attachments) ||
			!slices.Equal(got.Events, []ticket.Event{ticket.Copied{Number: "PNT000001", EntryID: want.ID}}) || got.ID >= result.New.Entry.ID {
			t.Errorf("%+v", got)
		}
	}
	after := append(slices.Clone(thread), result.Source.Entry)
	if copied := ticket.CopiedTo(after); len(copied) != 2 || copied["03"] != "PNT000002" {
		t.Errorf("%v", copied)
	}

	sameTopic := source
	sameTopic.Topic, sameTopic.Fields = newTicket.Topic, []field.Answer{{FieldID: "folio", Value: "12"}}
	for from, want := range map[*ticket.Ticket]int{&source: 0, &sameTopic: 1} {
		if result, err := split(*from, thread, agent, "01"); err != nil || len(result.New.Ticket.Fields) != want {
			t.Errorf("%+v, %v", result.New.Ticket.Fields, err)
		}
	}

	closed, merged, full := source, source, source
	closed.Status = ticket.Closed
	merged.Links = []ticket.Link{{Kind: ticket.LinkMergedInto, Number: "PNT000009"}}
	full.Links = slices.Repeat([]ticket.Link{{Kind: ticket.LinkRelated, Number: "PNT000009"}}, ticket.MaxLinks)
	long := slices.Clone(thread)
	long[0].Body = strings.Repeat("x", ticket.MaxCopiedBytes+1)
	for _, c := range []struct {
		name   string
		from   ticket.Ticket
		thread []ticket.Entry
		by     account.Person
		chosen []string
		want   error
	}{
		{"by the requester", source, thread, requester, []string{"01"}, ticket.ErrForbidden},
		{"a closed ticket", closed, thread, agent, []string{"01"}, ticket.ErrClosed},
		{"a merged ticket", merged, thread, agent, []string{"01"}, ticket.ErrMerged},
		{"with too many links", full, thread, agent, []string{"01"}, ticket.ErrTooManyLinks},
		{"an event", source, thread, agent, []string{"01", "02"}, ticket.ErrNotCopyable},
		{"an entry that does not exist", source, thread, agent, []string{"01", "99"}, ticket.ErrNotCopyable},
		{"the same entry twice", source, thread, agent, []string{"01", "01"}, ticket.ErrNotCopyable},
		{"an entry that was already copied", source, after, agent, []string{"03"}, ticket.ErrNotCopyable},
		{"only a note", source, thread, agent, []string{"04"}, ticket.ErrNothingVisible},
		{"too much text", source, long, agent, []string{"01"}, ticket.ErrCopyLimit},
	} {
		if _, err := split(c.from, c.thread, c.by, c.chosen...); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
