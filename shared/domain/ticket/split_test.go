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
	wanted := ticket.NewTicket{Number: "PNT000002", Subject: "Aparte", Topic: ticket.Ref{ID: "sisai"}, Department: ticket.Ref{ID: "solicitudes"}}
	last := 10
	write := func() ticket.Write {
		last++
		return ticket.Write{ID: fmt.Sprint(last), At: at}
	}
	split := func(from ticket.Ticket, thread []ticket.Entry, by account.Person, chosen ...string) (ticket.SplitResult, error) {
		return ticket.Split(from, thread, chosen, wanted, by, policy, write)
	}

	made, err := split(source, thread, agent, "04", "03")
	if err != nil {
		t.Fatal(err)
	}
	if n := made.New.Ticket; n.Requester.ID != "usuario" || n.Entity != "JALISCO" || !n.Unrouted || n.Version != 1 || !slices.Equal(n.Links, []ticket.Link{{Kind: ticket.LinkSplitFrom, Number: "PNT000001"}}) {
		t.Errorf("%+v", n)
	}
	if got, want := made.New.Ticket.TextSize, len("dos")+len("nota"); got != want {
		t.Errorf("its conversation weighs %d, not %d", got, want)
	}
	if s := made.Source.Ticket; s.Version != 5 || !slices.Equal(s.Links, []ticket.Link{{Kind: ticket.LinkSplitInto, Number: "PNT000002"}}) {
		t.Errorf("%+v", s)
	}
	if len(made.Copies) != 2 {
		t.Fatalf("%+v", made.Copies)
	}
	for i, want := range []ticket.Entry{thread[2], thread[3]} {
		got := made.Copies[i]
		if got.Kind != want.Kind || got.Author != want.Author || got.Body != want.Body || !got.At.Equal(want.At) || len(got.Attachments) != len(want.Attachments) ||
			!slices.Equal(got.Events, []ticket.Event{ticket.Copied{Number: "PNT000001", EntryID: want.ID}}) || got.ID >= made.New.Entry.ID {
			t.Errorf("%+v", got)
		}
	}
	after := append(slices.Clone(thread), made.Source.Entry)
	if moved := ticket.CopiedTo(after); len(moved) != 2 || moved["03"] != "PNT000002" {
		t.Errorf("%v", moved)
	}

	same := source
	same.Topic, same.Fields = wanted.Topic, []field.Answer{{FieldID: "folio", Value: "12"}}
	for from, want := range map[*ticket.Ticket]int{&source: 0, &same: 1} {
		if made, err := split(*from, thread, agent, "01"); err != nil || len(made.New.Ticket.Fields) != want {
			t.Errorf("%+v, %v", made.New.Ticket.Fields, err)
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
		{"a closed one", closed, thread, agent, []string{"01"}, ticket.ErrClosed},
		{"a merged one", merged, thread, agent, []string{"01"}, ticket.ErrMerged},
		{"with too many links", full, thread, agent, []string{"01"}, ticket.ErrTooManyLinks},
		{"an event", source, thread, agent, []string{"01", "02"}, ticket.ErrNotCopyable},
		{"what is not there", source, thread, agent, []string{"01", "99"}, ticket.ErrNotCopyable},
		{"the same twice", source, thread, agent, []string{"01", "01"}, ticket.ErrNotCopyable},
		{"what went before", source, after, agent, []string{"03"}, ticket.ErrNotCopyable},
		{"a note alone", source, thread, agent, []string{"04"}, ticket.ErrNothingVisible},
		{"too much text", source, long, agent, []string{"01"}, ticket.ErrCopyLimit},
	} {
		if _, err := split(c.from, c.thread, c.by, c.chosen...); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
