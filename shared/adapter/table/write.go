package table

import "github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"

// Write is a write of one item. Table.Write makes it alone, Table.Transact together with others. Its methods return the changed
// write and share its attributes: build two writes from two calls of Update, not from one.
type Write struct {
	action    action
	key       Key
	item      Item // of a put
	update    expression.UpdateBuilder
	condition expression.ConditionBuilder
	err       error // the item could not be encoded
}

type action string

const (
	put    action = "put"
	update action = "update"
	remove action = "delete"
)

// Put writes a whole item: a struct that begins with a Header.
func Put(item any) Write {
	attributes, err := Encode(item)
	return Write{action: put, key: KeyOf(attributes), item: attributes, err: err}
}

// PutNew writes a whole item that must not exist yet.
func PutNew(item any) Write { return Put(item).If(IsNew()) }

// Delete deletes an item; one that does not exist is no error.
func Delete(key Key) Write { return Write{action: remove, key: key} }

// Update changes attributes of an item that exists. Use Upsert when it may not exist: DynamoDB would create it without a type.
func Update(key Key) Write { return Write{action: update, key: key} }

// Upsert changes attributes of an item, or creates it with its type.
func Upsert(key Key, kind string) Write {
	return Update(key).Set("type", kind).Set("v", layoutVersion)
}

// Set sets an attribute.
func (w Write) Set(name string, value any) Write {
	w.update = w.update.Set(expression.Name(name), expression.Value(value))
	return w
}

// AddFrom adds to a number, which begins at first when the item does not have it.
func (w Write) AddFrom(name string, first, by int64) Write {
	sum := expression.Plus(expression.IfNotExists(expression.Name(name), expression.Value(first)), expression.Value(by))
	w.update = w.update.Set(expression.Name(name), sum)
	return w
}

// Append adds a text to a list of texts.
func (w Write) Append(name, value string) Write {
	list := expression.IfNotExists(expression.Name(name), expression.Value([]string{}))
	w.update = w.update.Set(expression.Name(name), expression.ListAppend(list, expression.Value([]string{value})))
	return w
}

// Add adds to a number, which begins at 0.
func (w Write) Add(name string, by int64) Write {
	w.update = w.update.Add(expression.Name(name), expression.Value(by))
	return w
}

// Remove removes attributes.
func (w Write) Remove(names ...string) Write {
	for _, name := range names {
		w.update = w.update.Remove(expression.Name(name))
	}
	return w
}

// If makes the write fail with ErrConflict unless the stored item meets the condition. Several conditions must all be met.
func (w Write) If(condition Condition) Write {
	if w.condition.IsSet() {
		condition = w.condition.And(condition)
	}
	w.condition = condition
	return w
}

// Condition is a condition on the stored item. Conditions are joined by their methods And and Or. Attributes inside a map are
// named with a dot: card.version.
type Condition = expression.ConditionBuilder

// IsNew is met when the item does not exist.
func IsNew() Condition { return Lacks(primary.Partition) }

// Exists is met when the item exists.
func Exists() Condition { return Has(primary.Partition) }

// Supersedes is the condition of writing a version of an item: the first version requires that the item is new, a later one
// that the version before it is stored.
func Supersedes(version int64) Condition {
	if version <= 1 {
		return IsNew()
	}
	return HasVersion(version - 1)
}

// HasVersion is met when the item has the version.
func HasVersion(version int64) Condition { return Equal("version", version) }

// Has is met when the item has the attribute.
func Has(name string) Condition { return expression.AttributeExists(expression.Name(name)) }

// Lacks is met when the item does not have the attribute.
func Lacks(name string) Condition { return expression.AttributeNotExists(expression.Name(name)) }

// Equal is met when the attribute has the value.
func Equal(name string, value any) Condition {
	return expression.Name(name).Equal(expression.Value(value))
}

// NotEqual is met when the attribute has another value.
func NotEqual(name string, value any) Condition {
	return expression.Name(name).NotEqual(expression.Value(value))
}

// Less is met when the attribute is less than the value.
func Less(name string, value any) Condition {
	return expression.Name(name).LessThan(expression.Value(value))
}

// AtMost is met when the attribute is less than the value or equal to it.
func AtMost(name string, value any) Condition {
	return expression.Name(name).LessThanEqual(expression.Value(value))
}

// Greater is met when the attribute is greater than the value.
func Greater(name string, value any) Condition {
	return expression.Name(name).GreaterThan(expression.Value(value))
}

// expression builds DynamoDB's texts of the update and the condition.
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
		return expression.Expression{}, nil // the builder refuses to build nothing
	}
	return builder.Build()
}
