package stack

import (
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"

	"mesa/test/running"
)

// clientOf returns a DynamoDB client with the permissions of a function's role.
func clientOf(t *testing.T, stack *running.Stack, function string) *dynamodb.Client {
	t.Helper()
	configuration := stack.AWSConfig()
	described, err := lambda.NewFromConfig(configuration).GetFunctionConfiguration(t.Context(), &lambda.GetFunctionConfigurationInput{FunctionName: aws.String(stack.Name + "-" + function)})
	if err != nil {
		t.Fatal(err)
	}
	assumed, err := sts.NewFromConfig(configuration).AssumeRole(t.Context(), &sts.AssumeRoleInput{RoleArn: described.Role, RoleSessionName: aws.String(function)})
	if err != nil {
		t.Fatal(err)
	}
	configuration.Credentials = credentials.NewStaticCredentialsProvider(*assumed.Credentials.AccessKeyId, *assumed.Credentials.SecretAccessKey, *assumed.Credentials.SessionToken)
	return dynamodb.NewFromConfig(configuration)
}

func key(pk, sk string) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: pk}, "sk": &types.AttributeValueMemberS{Value: sk}}
}

func denied(err error) bool {
	var refused smithy.APIError
	return errors.As(err, &refused) && strings.Contains(refused.ErrorCode(), "AccessDenied")
}

// TestFunctionsAccessOnlyTheirItems calls DynamoDB with the permissions of functions. Actions and items that their policies do
// not name must be refused (P3).
func TestFunctionsAccessOnlyTheirItems(t *testing.T) {
	stack := running.Find(t)
	getTicket := clientOf(t, stack, "get-ticket")
	read := func(client *dynamodb.Client, pk, sk string) error {
		_, err := client.BatchGetItem(t.Context(), &dynamodb.BatchGetItemInput{RequestItems: map[string]types.KeysAndAttributes{
			stack.Table: {Keys: []map[string]types.AttributeValue{key(pk, sk)}},
		}})
		return err
	}
	if err := read(getTicket, "PERSON#usuario-mesa", "PERSON"); err != nil {
		t.Errorf("get-ticket cannot read its caller: %v", err)
	}
	if err := read(getTicket, "CREDENTIAL#usuario-mesa", "CREDENTIAL"); !denied(err) {
		t.Errorf("get-ticket read a password's hash: %v", err)
	}
	_, err := getTicket.PutItem(t.Context(), &dynamodb.PutItemInput{TableName: &stack.Table, Item: key("TICKET#PNT000000", "TICKET")})
	if !denied(err) {
		t.Errorf("get-ticket wrote a ticket: %v", err)
	}
	query := func(client *dynamodb.Client, pk string) error {
		_, err := client.Query(t.Context(), &dynamodb.QueryInput{
			TableName: &stack.Table, KeyConditionExpression: aws.String("pk = :pk"),
			ExpressionAttributeValues: map[string]types.AttributeValue{":pk": &types.AttributeValueMemberS{Value: pk}},
		})
		return err
	}
	if err := query(getTicket, "TICKET#PNT000000"); err != nil {
		t.Errorf("get-ticket cannot read a ticket: %v", err)
	}
	if err := query(getTicket, "SESSION#usuario-mesa"); !denied(err) {
		t.Errorf("get-ticket listed a person's sessions: %v", err)
	}
	if err := query(clientOf(t, stack, "read-mention"), "DESK"); !denied(err) {
		t.Errorf("read-mention read the settings: %v", err)
	}
	listTickets := clientOf(t, stack, "list-tickets")
	byStatus := func(partition string) error {
		_, err := listTickets.Query(t.Context(), &dynamodb.QueryInput{
			TableName: &stack.Table, IndexName: aws.String("requesterStatus"), KeyConditionExpression: aws.String("requesterStatus = :partition"),
			ExpressionAttributeValues: map[string]types.AttributeValue{":partition": &types.AttributeValueMemberS{Value: partition}},
		})
		return err
	}
	if err := byStatus("usuario-mesa#open"); err != nil {
		t.Errorf("list-tickets cannot read a requester's tickets: %v", err)
	}
	if err := byStatus("mentions:ana-agente"); !denied(err) {
		t.Errorf("list-tickets read a person's mentions: %v", err)
	}
	_, err = clientOf(t, stack, "create-entry").TransactWriteItems(t.Context(), &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{
		{Put: &types.Put{TableName: &stack.Table, Item: key("SESSION#adrian-admin", "x")}},
	}})
	if !denied(err) {
		t.Errorf("create-entry wrote a session: %v", err)
	}
}
