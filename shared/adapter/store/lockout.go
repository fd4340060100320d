package store

import (
	"context"
	"crypto/rand"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/account"
)

// lockoutItem is a login's record of failed tries. Until when it is locked follows from the policy of the day.
type lockoutItem struct {
	header
	Failures int    `dynamodbav:"failures"`
	FailedAt string `dynamodbav:"failedAt"`
	// Try tells the last try from others: a call that the SDK repeats finds its own.
	Try string `dynamodbav:"try"`
}

// lockoutKept is after how long without a failure DynamoDB may delete a record; longer than any policy remembers.
const lockoutKept = 30 * 24 * time.Hour

// countFailure counts a try at a login as a failure, on the record that was seen. When the login has another record by now it
// counts nothing, and returns that one and false.
func (t *Table) countFailure(ctx context.Context, login string, seen, next account.Failures) (account.Failures, bool, error) {
	expression := "SET #type = :type, v = :v, failures = :failures, failedAt = :failedAt, #try = :try, expiresAt = :expiresAt"
	condition, try := "attribute_not_exists(pk)", rand.Text()
	values := map[string]types.AttributeValue{
		":type": text("lockout"), ":v": integer(1), ":failures": integer(int64(next.Count)), ":failedAt": text(stamp(next.Last)),
		":try": text(try), ":expiresAt": integer(next.Last.Add(lockoutKept).Unix()),
	}
	if seen.Count > 0 {
		condition = "failures = :seen AND failedAt = :seenAt"
		values[":seen"], values[":seenAt"] = integer(int64(seen.Count)), text(stamp(seen.Last))
	}
	_, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key: lockoutKey(login).attributes(), UpdateExpression: &expression, ConditionExpression: &condition,
		ExpressionAttributeNames: map[string]string{"#type": "type", "#try": "try"}, ExpressionAttributeValues: values,
	})
	if kept, ok := standing(err); ok {
		found, err := failuresOf(kept)
		return found, stringOf(kept["try"]) == try, err
	}
	if err != nil {
		return account.Failures{}, false, err
	}
	return next, true, nil
}

func failuresOf(attributes item) (account.Failures, error) {
	if attributes == nil { // it was cleared meanwhile
		return account.Failures{}, nil
	}
	kept, err := decode[lockoutItem](attributes)
	if err != nil {
		return account.Failures{}, err
	}
	last, err := unstamp(kept.FailedAt)
	return account.Failures{Count: kept.Failures, Last: last}, err
}
