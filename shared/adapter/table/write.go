package table

import (
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Write describes a write of one item. Table.Write executes a single Write, Table.Transact and Table.BatchWrite execute
// several. Its methods return a changed copy, but copies share the attributes of the update. So do not derive two writes from
// one result of Update: call Update twice.
type Write struct {
	action    action
	key       Key
	item      Item // set only for a put
	update    expression.UpdateBuilder
	condition expression.ConditionBuilder
	err       error // the error of encoding the item
}

type action string

const (
	put    action = "put"
	update action = "update"
	remove action = "delete"
)

// Put writes a whole item, given as a struct that begins with a Header.
func Put(item any) Write {
	attributes, err := Encode(item)
	return Write{action: put, key: KeyOf(attributes), item: attributes, err: err}
}

// PutNew writes a whole item. It fails if the item exists.
func PutNew(item any) Write { return Put(item).If(IsNew()) }

// Delete deletes an item. It succeeds if the item does not exist.
func Delete(key Key) Write { return Write{action: remove, key: key} }

// Update changes attributes of an existing item. If the item may not exist, use Upsert: Update would create it without a type.
func Update(key Key) Write { return Write{action: update, key: key} }

// Upsert changes attributes of an item. If the item does not exist, it is created with its type.
func Upsert(key Key, kind string) Write {
	return Update(key).Set("type", kind).Set("v", layoutVersion)
}

// Set sets an attribute.
func (w Write) Set(name string, value any) Write {
	w.update = w.update.Set(expression.Name(name), expression.Value(value))
	return w
}

// AddFrom adds delta to a number. If the item does not have the attribute, the number starts at first.
func (w Write) AddFrom(name string, first, delta int64) Write {
	sum := expression.Plus(expression.IfNotExists(expression.Name(name), expression.Value(first)), expression.Value(delta))
	w.update = w.update.Set(expression.Name(name), sum)
	return w
}

// Append appends a text to a list of texts.
func (w Write) Append(name, value string) Write {
	list := expression.IfNotExists(expression.Name(name), expression.Value([]string{}))
	w.update = w.update.Set(expression.Name(name), expression.ListAppend(list, expression.Value([]string{value})))
	return w
}

// AddToSet adds a text to a set of texts.
func (w Write) AddToSet(name, text string) Write {
	w.update = w.update.Add(expression.Name(name), expression.Value(SetOf(text)))
	return w
}

// SetOf returns the value of a set of texts, for AddToSet and for conditions.
func SetOf(texts ...string) types.AttributeValue { return &types.AttributeValueMemberSS{Value: texts} }

// Add adds delta to a number. If the item does not have the attribute, the number starts at 0.
func (w Write) Add(name string, delta int64) Write {
	w.update = w.update.Add(expression.Name(name), expression.Value(delta))
	return w
}

// Remove removes attributes.
func (w Write) Remove(names ...string) Write {
	for _, name := range names {
		w.update = w.update.Remove(expression.Name(name))
	}
	return w
}

// If adds a condition on the stored item. The write fails with ErrConflict unless all conditions are met.
func (w Write) If(condition Condition) Write {
	if w.condition.IsSet() {
		condition = w.condition.And(condition)
	}
	w.condition = condition
	return w
}

// Condition is a condition on the stored item. Its methods And and Or combine conditions. Attributes inside a map are named
// with a dot: card.version.
type Condition = expression.ConditionBuilder

// IsNew is met when the item does not exist.
func IsNew() Condition { return Lacks(primary.Partition) }

// Exists is met when the item exists.
func Exists() Condition { return Has(primary.Partition) }

// Supersedes returns the condition for writing a version of an item. The first version requires that the item does not exist. A
// later version requires that the previous version is stored.
func Supersedes(version int64) Condition {
	if version <= 1 {
		return IsNew()
	}
	return HasVersion(version - 1)
}

// HasVersion is met when the item has the given version.
func HasVersion(version int64) Condition { return Equal("version", version) }

// Has is met when the item has the attribute.
func Has(name string) Condition { return expression.AttributeExists(expression.Name(name)) }

// Lacks is met when the item does not have the attribute.
func Lacks(name string) Condition { return expression.AttributeNotExists(expression.Name(name)) }

// Equal is met when the attribute has the value.
func Equal(name string, value any) Condition {
	return expression.Name(name).Equal(expression.Value(value))
}

// NotEqual is met when the value of the attribute differs.
func NotEqual(name string, value any) Condition {
	return expression.Name(name).NotEqual(expression.Value(value))
}

// Less is met when the attribute is less than the value.
func Less(name string, value any) Condition {
	return expression.Name(name).LessThan(expression.Value(value))
}

// AtMost is met when the attribute is less than or equal to the value.
func AtMost(name string, value any) Condition {
	return expression.Name(name).LessThanEqual(expression.Value(value))
}

// Greater is met when the attribute is greater than the value.
func Greater(name string, value any) Condition {
	return expression.Name(name).GreaterThan(expression.Value(value))
}

// expression builds the update and condition expressions of DynamoDB.
func (w Write) expression() (expression.Expression, error) {
	if w.err != nil {
		return expression.Expression{}, w.err
	}
	builder := expression.NewBuilder()
	if w.action == update {
		builder = builder.WithUpdate(w.update)
	}
	if w.condition.IsSet() {
		builder = builder.WithCondition(w.condition)
	} else if w.action != update {
		return expression.Expression{}, nil // Build returns an error for an empty expression
	}
	return builder.Build()
}
