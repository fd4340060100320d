package store

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/presence"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// presenceKept is how long a presence stays in the table at most; it counts for far less (presence.FreshFor).
const presenceKept = 10 * time.Minute

type presenceItem struct {
	header
	PersonID string `dynamodbav:"personId"`
	Name     string `dynamodbav:"name"`
	Doing    string `dynamodbav:"doing"`
	At       string `dynamodbav:"at"`
}

// NotePresence keeps what a person does at a ticket, in place of what they did before.
func (t *Table) NotePresence(ctx context.Context, number ticket.Number, p presence.Presence) error {
	attributes, err := encode(presenceItem{
		header:   expiring(presenceKey(string(number), p.PersonID), "presence", p.At.Add(presenceKept)),
		PersonID: p.PersonID, Name: p.Name, Doing: string(p.Doing), At: stamp(p.At),
	})
	if err != nil {
		return err
	}
	return t.put(ctx, &dynamodb.PutItemInput{Item: attributes})
}

// Company returns a ticket as it is now and all that was said of who is at it, out of date or not, in one round;
// fault.NotFound when there is no such ticket.
func (t *Table) Company(ctx context.Context, number ticket.Number) (ticket.Ticket, []presence.Presence, error) {
	var (
		found ticket.Ticket
		there []presence.Presence
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			found, err = t.Ticket(ctx, number)
			return err
		},
		func(ctx context.Context) (err error) {
			there, err = t.presences(ctx, number)
			return err
		},
	)
	return found, there, err
}

func (t *Table) presences(ctx context.Context, number ticket.Number) ([]presence.Presence, error) {
	items, err := t.queryAll(ctx, partitionQuery(presencePartition(string(number))))
	if err != nil {
		return nil, err
	}
	kept, err := decodeAll[presenceItem](items)
	if err != nil {
		return nil, err
	}
	there := make([]presence.Presence, 0, len(kept))
	for _, one := range kept {
		at, err := unstamp(one.At)
		if err != nil {
			return nil, err
		}
		there = append(there, presence.Presence{PersonID: one.PersonID, Name: one.Name, Doing: presence.Doing(one.Doing), At: at})
	}
	return there, nil
}
