package ticket_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

func numbered(n int, by account.Person) ticket.Ticket {
	t, _ := ticket.Create(ticket.NewTicket{Number: ticket.Numbering{}.Format(int64(n)), Subject: "Prueba"}, by, policy, at(0))
	return t
}

func TestSetLink(t *testing.T) {
	one, two := numbered(1, owner), numbered(2, asker)
	here, there, err := ticket.SetLink(one, two, ticket.AuthorOf(agent), ticket.LinkDuplicateOf, policy, at(1), at(1))
	if err != nil {
		t.Fatal(err)
	}
	if here.Ticket.Links[0] != (ticket.Link{Kind: ticket.LinkDuplicateOf, Number: two.Number}) ||
		there.Ticket.Links[0] != (ticket.Link{Kind: ticket.LinkDuplicatedBy, Number: one.Number}) {
		t.Errorf("%+v, %+v", here.Ticket.Links, there.Ticket.Links)
	}
	for _, step := range []ticket.Change{here, there} {
		if step.Ticket.Version != 2 || !step.Ticket.UpdatedAt.Equal(one.UpdatedAt) || ticket.CanSee(step.Entry, owner) || !ticket.CanSee(step.Entry, agent) {
			t.Errorf("%+v", step)
		}
	}
	again, _, err := ticket.SetLink(here.Ticket, there.Ticket, ticket.AuthorOf(agent), ticket.LinkRelated, policy, at(2), at(2))
	if err != nil || len(again.Ticket.Links) != 1 || again.Ticket.Links[0].Kind != ticket.LinkRelated {
		t.Errorf("tied anew: %+v, %v", again.Ticket.Links, err)
	}
	apart, other, err := ticket.SetLink(here.Ticket, there.Ticket, ticket.AuthorOf(agent), "", policy, at(2), at(2))
	if err != nil || len(apart.Ticket.Links) != 0 || len(other.Ticket.Links) != 0 {
		t.Errorf("untied: %+v, %+v, %v", apart.Ticket.Links, other.Ticket.Links, err)
	}
	for name, c := range map[string]struct {
		here, there ticket.Ticket
		by          account.Person
		kind        ticket.LinkKind
		want        error
	}{
		"by a requester":  {one, two, owner, ticket.LinkRelated, ticket.ErrForbidden},
		"itself":          {one, one, agent, ticket.LinkRelated, ticket.ErrSameTicket},
		"as it is":        {here.Ticket, there.Ticket, agent, ticket.LinkDuplicateOf, ticket.ErrUnchanged},
		"apart as it is":  {one, two, agent, "", ticket.ErrUnchanged},
		"one too many":    {tied(one, ticket.MaxLinks), two, agent, ticket.LinkRelated, ticket.ErrTooManyLinks},
		"one too many, 2": {two, tied(one, ticket.MaxLinks), agent, ticket.LinkRelated, ticket.ErrTooManyLinks},
	} {
		if _, _, err := ticket.SetLink(c.here, c.there, ticket.AuthorOf(c.by), c.kind, policy, at(3), at(3)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func tied(t ticket.Ticket, n int) ticket.Ticket {
	for i := range n {
		t.Links = append(t.Links, ticket.Link{Kind: ticket.LinkRelated, Number: ticket.Number(fmt.Sprint(100 + i))})
	}
	return t
}

func TestMerge(t *testing.T) {
	source, target := with(numbered(1, asker), colleague, stranger), with(numbered(2, owner), stranger)
	from, into, err := ticket.Merge(source, target, ticket.AuthorOf(agent), policy, at(1), at(1))
	if err != nil {
		t.Fatal(err)
	}
	if from.Ticket.Status != ticket.Closed || from.Ticket.MergedInto() != target.Number || into.Ticket.Status != ticket.Open || into.Ticket.MergedInto() != "" {
		t.Errorf("%+v, %+v", from.Ticket, into.Ticket)
	}
	for _, person := range []account.Person{asker, colleague, stranger, owner} {
		if !ticket.CanRead(into.Ticket, person) {
			t.Errorf("%s does not read the ticket that goes on", person.ID)
		}
	}
	if len(into.Ticket.Participants) != 3 || ticket.CanRead(from.Ticket, owner) {
		t.Errorf("%+v; the other's requester reads what was merged: %v", into.Ticket.Participants, ticket.CanRead(from.Ticket, owner))
	}
	if _, told := ticket.FindEvent[ticket.MergedInto](from.Entry); !told || !ticket.CanSee(from.Entry, asker) {
		t.Errorf("its requester is not told: %+v", from.Entry)
	}
	if _, _, err := ticket.AddMessage(from.Ticket, asker, "", policy, at(2)); !errors.Is(err, ticket.ErrMerged) {
		t.Errorf("a comment on what was merged: %v", err)
	}
	if _, _, err := ticket.CloseOrReopen(from.Ticket, asker, ticket.Open, policy, at(2)); !errors.Is(err, ticket.ErrMerged) {
		t.Errorf("reopening what was merged: %v", err)
	}
	if _, _, err := ticket.Rate(from.Ticket, asker, 5, "", policy, at(2)); !errors.Is(err, ticket.ErrMerged) {
		t.Errorf("what was merged was rated: %v", err)
	}
	full := target
	for i := range ticket.MaxParticipants - 1 {
		full = with(full, account.Person{ID: fmt.Sprint(i)})
	}
	closed := numbered(3, owner)
	closed.Status = ticket.Closed
	for name, c := range map[string]struct {
		source, target ticket.Ticket
		by             account.Person
		want           error
	}{
		"by a requester":          {source, target, asker, ticket.ErrForbidden},
		"into itself":             {source, source, agent, ticket.ErrSameTicket},
		"twice":                   {from.Ticket, target, agent, ticket.ErrMerged},
		"into what was merged":    {target, from.Ticket, agent, ticket.ErrMerged},
		"into a closed one":       {source, closed, agent, ticket.ErrClosed},
		"a closed one":            {closed, target, agent, ticket.ErrClosed},
		"with too many people":    {source, full, agent, ticket.ErrTooManyParticipants},
		"with too many links":     {source, tied(target, ticket.MaxLinks), agent, ticket.ErrTooManyLinks},
		"what has too many links": {tied(source, ticket.MaxLinks), target, agent, ticket.ErrTooManyLinks},
	} {
		if _, _, err := ticket.Merge(c.source, c.target, ticket.AuthorOf(c.by), policy, at(3), at(3)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMergesEndAtAnOpenTicket performs random merges. It checks that following the merges from any ticket leads to a ticket
// that was not merged, of which the first ticket's requester is the requester or a participant.
func TestMergesEndAtAnOpenTicket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tickets := map[ticket.Number]ticket.Ticket{}
		var numbers []ticket.Number
		for i := range rapid.IntRange(2, 6).Draw(t, "tickets") {
			made := numbered(i, account.Person{ID: fmt.Sprint("p", i), Role: account.Requester})
			tickets[made.Number], numbers = made, append(numbers, made.Number)
		}
		for range rapid.IntRange(1, 12).Draw(t, "mergings") {
			source, target := rapid.SampledFrom(numbers).Draw(t, "source"), rapid.SampledFrom(numbers).Draw(t, "target")
			if from, into, err := ticket.Merge(tickets[source], tickets[target], ticket.AuthorOf(agent), policy, at(1), at(1)); err == nil {
				tickets[source], tickets[target] = from.Ticket, into.Ticket
			}
		}
		for _, number := range numbers {
			end, steps := tickets[number], 0
			for ; end.MergedInto() != "" && steps <= len(numbers); steps++ {
				end = tickets[end.MergedInto()]
			}
			asked := account.Person{ID: tickets[number].Requester.ID, Role: account.Requester}
			if steps > len(numbers) || end.Status != ticket.Open || !ticket.CanRead(end, asked) {
				t.Fatalf("%s ends at %s, %s, after %d; its requester reads it: %v", number, end.Number, end.Status, steps, ticket.CanRead(end, asked))
			}
		}
	})
}
