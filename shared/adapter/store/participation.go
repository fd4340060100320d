package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// participantPart is a participant as their ticket keeps them.
type participantPart struct {
	ID               string `dynamodbav:"id"`
	Name             string `dynamodbav:"name"`
	Role             string `dynamodbav:"role"`
	OrganizationID   string `dynamodbav:"organizationId,omitempty"`
	OrganizationName string `dynamodbav:"organizationName,omitempty"`
}

func participantParts(from []ticket.Participant) []participantPart {
	parts := make([]participantPart, 0, len(from))
	for _, p := range from {
		parts = append(parts, participantPart{p.ID, p.Name, string(p.Role), p.Organization.ID, p.Organization.Name})
	}
	return parts
}

func participants(from []participantPart) []ticket.Participant {
	var all []ticket.Participant
	for _, p := range from {
		all = append(all, ticket.Participant{
			ID: p.ID, Name: p.Name, Role: account.Role(p.Role), Organization: ticket.Ref{ID: p.OrganizationID, Name: p.OrganizationName},
		})
	}
	return all
}

// participationItem is a ticket's card in the lists of somebody who takes part in it. It has the keys of the indexes that a
// requester's own tickets are in, so one query of theirs finds both.
type participationItem struct {
	header
	Card            cardPart `dynamodbav:"card"`
	CreatedAt       string   `dynamodbav:"createdAt"`
	UpdatedAt       string   `dynamodbav:"updatedAt"`
	CreatedBy       string   `dynamodbav:"createdBy"`
	RequesterStatus string   `dynamodbav:"requesterStatus"`
}

func newParticipationItem(person string, t ticket.Ticket) participationItem {
	kept := newTicketItem(t, ticket.Alarm{})
	return participationItem{
		header: head(participationKey(person, string(t.Number)), "participation"),
		Card:   kept.Card, CreatedAt: kept.CreatedAt, UpdatedAt: kept.UpdatedAt,
		CreatedBy: ofStatus(person, t.Status), RequesterStatus: ofStatus(person, t.Status),
	}
}

// participations are the cards that come and go with an act, in its transaction: who is taken out of a ticket no longer
// finds it, from that moment on.
func (t *Table) participations(act ticket.Act) ([]types.TransactWriteItem, error) {
	var writes []types.TransactWriteItem
	for _, change := range act.Entry.Changes {
		if change.Field != ticket.ParticipantField {
			continue
		}
		if change.FromID != "" {
			key := participationKey(change.FromID, string(act.Ticket.Number))
			writes = append(writes, types.TransactWriteItem{Delete: &types.Delete{TableName: &t.name, Key: key.attributes()}})
		}
		if change.ToID != "" {
			card, err := encode(newParticipationItem(change.ToID, act.Ticket))
			if err != nil {
				return nil, err
			}
			writes = append(writes, types.TransactWriteItem{Put: &types.Put{TableName: &t.name, Item: card}})
		}
	}
	return writes, nil
}

// followParticipations brings the participants' cards to what the ticket is now. A card that isn't there any more is not
// put back: its person was taken out since the ticket was read.
func (t *Table) followParticipations(ctx context.Context, now ticket.Ticket) error {
	for _, participant := range now.Participants {
		card, err := encode(newParticipationItem(participant.ID, now))
		if err != nil {
			return err
		}
		err = t.put(ctx, &dynamodb.PutItemInput{
			Item: card, ConditionExpression: aws.String("attribute_exists(pk) AND card.version < :now"),
			ExpressionAttributeValues: item{":now": integer(now.Version)},
		})
		if err != nil && !errors.Is(err, ErrTaken) {
			return err
		}
	}
	return nil
}
