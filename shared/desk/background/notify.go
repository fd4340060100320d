package background

import (
	"context"
	"fmt"
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/ticket"
)

// Tickets reads tickets.
type Tickets interface {
	// Ticket returns a ticket without its entries. It returns fault.NotFound if the ticket does not exist.
	Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error)
}

// People reads people by identifier.
type People interface {
	// People returns people by identifier. The map has no entry for a person who does not exist.
	People(ctx context.Context, ids ...string) (map[string]account.Person, error)
}

// MailQueue queues mails.
type MailQueue interface {
	Send(ctx context.Context, mail notify.Mail) error
}

// Notify queues the mails about new entries and about accounts. If a batch is repeated, it queues the same mails again. They have
// the same identifiers, so `send-mail` sends each mail only once.
type Notify struct {
	Settings Settings
	Tickets  Tickets
	People   People
	Queue    MailQueue
	Clock    clock.Clock
}

// Handle queues the mails for a batch of the stream.
func (n Notify) Handle(ctx context.Context, images []ticket.StreamImage) error {
	for _, image := range images {
		if image.AccountMail != nil {
			if err := n.notifyOfAccount(ctx, *image.AccountMail); err != nil {
				return fmt.Errorf("notify of account, mail %s: %w", image.AccountMail.ID, err)
			}
		}
		if image.Entry == nil {
			continue
		}
		if err := n.notify(ctx, image.Number, *image.Entry); err != nil {
			return fmt.Errorf("notify of %s %s: %w", image.Number, image.Entry.ID, err)
		}
	}
	return nil
}

func (n Notify) notify(ctx context.Context, number ticket.Number, entry ticket.Entry) error {
	if n.Clock.Now().Sub(entry.At) > notify.MaxAge {
		return nil
	}
	t, err := n.Tickets.Ticket(ctx, number)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	people, err := n.people(ctx, t, entry)
	if err != nil {
		return err
	}
	for _, mail := range notify.Decide(t, entry, people, n.Clock.Now()) {
		if err := n.Queue.Send(ctx, mail); err != nil {
			return err
		}
	}
	return nil
}

// notifyOfAccount queues a mail about an account.
func (n Notify) notifyOfAccount(ctx context.Context, m account.Mail) error {
	var person account.Person
	if m.PersonID != "" {
		found, err := n.People.People(ctx, m.PersonID)
		if err != nil {
			return err
		}
		person = found[m.PersonID]
	}
	for _, mail := range notify.DecideAccountMail(m, person, n.Clock.Now()) {
		if err := n.Queue.Send(ctx, mail); err != nil {
			return err
		}
	}
	return nil
}

// people returns the people who may get a mail.
func (n Notify) people(ctx context.Context, t ticket.Ticket, entry ticket.Entry) (notify.People, error) {
	config, err := n.Settings.Configuration(ctx)
	if err != nil {
		return notify.People{}, err
	}
	staff, err := n.Settings.Staff(ctx)
	if err != nil {
		return notify.People{}, err
	}
	today := config.Today(n.Clock.Now())
	people := notify.People{Supervisors: supervisors(staff, t.Department.ID, today), AssignedIn: t.AssignedIn}
	note, _ := ticket.FindEvent[ticket.Noted](entry)
	for _, person := range staff {
		if person.ID == t.Assignee.ID {
			people.Assignee = person
			// If the entry needs an agent, `route` replaces the assignee. The new assignee gets the mail about the replacement,
			// or the supervisors if no agent is available.
			people.AssigneeUnavailable = !person.AvailableOn(today) && !t.NeedsAgent(entry)
		}
		if slices.ContainsFunc(note.Mentions, func(mentioned ticket.Ref) bool { return mentioned.ID == person.ID }) {
			people.Mentioned = append(people.Mentioned, person)
		}
		if person.Role == account.Admin {
			people.Administrators = append(people.Administrators, person)
		}
	}
	ids := []string{t.Requester.ID}
	for _, participant := range t.Participants {
		ids = append(ids, participant.ID)
	}
	found, err := n.People.People(ctx, ids...)
	people.Requester = found[t.Requester.ID]
	for _, participant := range t.Participants {
		people.Participants = append(people.Participants, found[participant.ID])
	}
	return people, err
}

// supervisors returns the first of these groups that is not empty: the available supervisors of the department, all available
// supervisors, all supervisors, and the administrators. None of them are disabled.
func supervisors(staff []account.Person, department, today string) []account.Person {
	var ofDepartment, available, all, administrators []account.Person
	for _, person := range staff {
		switch {
		case person.Disabled:
		case person.Role == account.Admin:
			administrators = append(administrators, person)
		case person.Role == account.Supervisor:
			all = append(all, person)
			if person.AwayOn(today) {
				continue
			}
			available = append(available, person)
			if slices.Contains(person.Departments, department) {
				ofDepartment = append(ofDepartment, person)
			}
		}
	}
	for _, group := range [][]account.Person{ofDepartment, available, all} {
		if len(group) > 0 {
			return group
		}
	}
	return administrators
}
