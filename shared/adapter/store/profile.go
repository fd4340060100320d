package store

import (
	"context"
	"errors"
	"maps"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// SaveProfile keeps what a person changes of themselves, in the staff directory too, and returns their open tickets, all in
// one round. fault.NotFound when there is no such person any more.
func (t *Table) SaveProfile(ctx context.Context, p account.Person) (int, error) {
	open := 0
	err := observe.Parallel(ctx,
		func(ctx context.Context) error { return t.transact(ctx, t.profileWrites(p)...) },
		func(ctx context.Context) (err error) {
			open, err = t.OpenTickets(ctx, p)
			return err
		},
	)
	if errors.Is(err, ErrTaken) {
		return 0, fault.Because(fault.NotFound, err)
	}
	return open, err
}

func (t *Table) profileWrites(p account.Person) []types.TransactWriteItem {
	expression := "SET #name = :name, #language = :language, #timeZone = :timeZone"
	names := map[string]string{"#name": "name", "#language": "language", "#timeZone": "timeZone"}
	values := item{":name": text(p.Name), ":language": text(string(p.Language)), ":timeZone": text(p.TimeZone)}
	update := func(key Key, expression string, values item) types.TransactWriteItem {
		return types.TransactWriteItem{Update: &types.Update{
			TableName: &t.name, Key: key.attributes(), UpdateExpression: &expression,
			ConditionExpression:      aws.String("attribute_exists(pk)"),
			ExpressionAttributeNames: names, ExpressionAttributeValues: values,
		}}
	}
	withPhone := item{":phone": text(p.Phone)}
	maps.Copy(withPhone, values)
	writes := []types.TransactWriteItem{update(personKey(p.ID), expression+", phone = :phone", withPhone)}
	if p.Role.IsStaff() {
		writes = append(writes, update(agentKey(p.ID), expression, values))
	}
	return writes
}

// SaveAvailability keeps whether someone of the staff is away, and the desk's date from which that ends by itself; empty
// until further notice. fault.NotFound when they are not of the staff.
func (t *Table) SaveAvailability(ctx context.Context, personID string, away bool, backOn string) error {
	update := func(key Key) types.TransactWriteItem {
		return types.TransactWriteItem{Update: &types.Update{
			TableName: &t.name, Key: key.attributes(), UpdateExpression: aws.String("SET away = :away, backOn = :backOn"),
			ConditionExpression:       aws.String("attribute_exists(pk)"),
			ExpressionAttributeValues: item{":away": &types.AttributeValueMemberBOOL{Value: away}, ":backOn": text(backOn)},
		}}
	}
	err := t.transact(ctx, update(personKey(personID)), update(agentKey(personID)))
	if errors.Is(err, ErrTaken) {
		return fault.Because(fault.NotFound, err)
	}
	return err
}
