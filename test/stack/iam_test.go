package stack

import (
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"

	"mesa/test/running"
)

// access is a call of a function to the table, and whether its policy permits it.
type access struct {
	function, action string
	// index is the index of a query, or empty for the table.
	index string
	// key is the partition key, and sk the sort key of a single item.
	key, sk string
	// attribute is the attribute that an update changes.
	attribute string
	permitted bool
}

var accesses = []access{
	{"get-ticket", "BatchGetItem", "", "PERSON#usuario-mesa", "PERSON", "", true},
	{"get-ticket", "BatchGetItem", "", "CREDENTIAL#usuario-mesa", "CREDENTIAL", "", false},
	{"get-ticket", "PutItem", "", "TICKET#PNT000000", "TICKET", "", false},
	{"get-ticket", "Query", "", "TICKET#PNT000000", "", "", true},
	{"get-ticket", "Query", "", "SESSION#usuario-mesa", "", "", false},
	{"read-mention", "Query", "", "DESK", "", "", false},
	{"list-tickets", "Query", "requesterStatus", "usuario-mesa#open", "", "", true},
	{"list-tickets", "Query", "requesterStatus", "mentions:ana-agente", "", "", false},
	{"create-entry", "PutItem", "", "SESSION#adrian-admin", "x", "", false},
	{"update-profile", "UpdateItem", "", "PERSON#usuario-mesa", "PERSON", "phone", true},
	{"update-profile", "UpdateItem", "", "PERSON#usuario-mesa", "PERSON", "role", false},
	{"update-availability", "UpdateItem", "", "STAFF", "AGENT#ana-agente", "away", true},
	{"update-availability", "UpdateItem", "", "STAFF", "AGENT#ana-agente", "role", false},
}

// TestFunctionsAccessOnlyTheirItems checks that the policies of functions permit the items and actions that they use, and
// refuse other items and actions (P3). On the emulator it calls DynamoDB with the permissions of the functions. On AWS only
// Lambda may use their roles, so IAM's policy simulator evaluates the deployed policies. It does not prove which keys DynamoDB
// passes to IAM for an action.
func TestFunctionsAccessOnlyTheirItems(t *testing.T) {
	stack := running.FindDeployed(t)
	for _, access := range accesses {
		role := roleOf(t, stack, access.function)
		evaluate, method := attempt, "called DynamoDB"
		if stack.IsOnAWS {
			evaluate, method = simulate, "simulated"
		}
		permitted := evaluate(t, stack, role, access)
		if permitted != access.permitted {
			t.Errorf("%s: %s %s on %q is permitted: %v, want %v", access.function, access.action, access.index, access.key, permitted, access.permitted)
		} else {
			t.Logf("%s: %s of %q is permitted: %v (%s)", access.function, access.action, access.key, permitted, method)
		}
	}
}

// roleOf returns the ARN of the role of a function.
func roleOf(t *testing.T, stack *running.Stack, function string) *string {
	t.Helper()
	described, err := lambda.NewFromConfig(stack.AWSConfig()).GetFunctionConfiguration(t.Context(), &lambda.GetFunctionConfigurationInput{FunctionName: aws.String(stack.Name + "-" + function)})
	if err != nil {
		t.Fatal(err)
	}
	return described.Role
}

// simulate evaluates the policies of a role for an access, without making the call.
func simulate(t *testing.T, stack *running.Stack, role *string, a access) bool {
	t.Helper()
	described, err := dynamodb.NewFromConfig(stack.AWSConfig()).DescribeTable(t.Context(), &dynamodb.DescribeTableInput{TableName: &stack.Table})
	if err != nil {
		t.Fatal(err)
	}
	resource := *described.Table.TableArn
	if a.index != "" {
		resource += "/index/" + a.index
	}
	context := map[string][]string{"dynamodb:LeadingKeys": {a.key}}
	if a.attribute != "" {
		context["dynamodb:Attributes"] = []string{"pk", "sk", a.attribute}
	}
	var entries []iamtypes.ContextEntry
	for name, values := range context {
		entries = append(entries, iamtypes.ContextEntry{ContextKeyName: &name, ContextKeyType: iamtypes.ContextKeyTypeEnumStringList, ContextKeyValues: values})
	}
	simulated, err := iam.NewFromConfig(stack.AWSConfig()).SimulatePrincipalPolicy(t.Context(), &iam.SimulatePrincipalPolicyInput{
		PolicySourceArn: role, ActionNames: []string{"dynamodb:" + a.action}, ResourceArns: []string{resource},
		ContextEntries: entries,
	})
	if err != nil {
		t.Fatal(err)
	}
	return simulated.EvaluationResults[0].EvalDecision == iamtypes.PolicyEvaluationDecisionTypeAllowed
}

// attempt makes the call of an access with the permissions of a role, and reports whether the call is permitted. A write has a
// condition that is never true, so that nothing changes even if the policy permits the write.
func attempt(t *testing.T, stack *running.Stack, role *string, a access) bool {
	t.Helper()
	configuration := stack.AWSConfig()
	assumed, err := sts.NewFromConfig(configuration).AssumeRole(t.Context(), &sts.AssumeRoleInput{RoleArn: role, RoleSessionName: &a.function})
	if err != nil {
		t.Fatal(err)
	}
	configuration.Credentials = credentials.NewStaticCredentialsProvider(*assumed.Credentials.AccessKeyId, *assumed.Credentials.SecretAccessKey, *assumed.Credentials.SessionToken)
	client := dynamodb.NewFromConfig(configuration)
	item := map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: a.key}, "sk": &types.AttributeValueMemberS{Value: a.sk}}
	switch a.action {
	case "BatchGetItem":
		_, err = client.BatchGetItem(t.Context(), &dynamodb.BatchGetItemInput{RequestItems: map[string]types.KeysAndAttributes{stack.Table: {Keys: []map[string]types.AttributeValue{item}}}})
	case "PutItem", "UpdateItem":
		never := aws.String("attribute_exists(pk) AND attribute_not_exists(pk)")
		write := types.TransactWriteItem{Put: &types.Put{TableName: &stack.Table, Item: item, ConditionExpression: never}}
		if a.action == "UpdateItem" {
			write = types.TransactWriteItem{Update: &types.Update{
				TableName: &stack.Table, Key: item, ConditionExpression: never, UpdateExpression: aws.String("REMOVE #a"),
				ExpressionAttributeNames: map[string]string{"#a": a.attribute},
			}}
		}
		_, err = client.TransactWriteItems(t.Context(), &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{write}})
		if _, isPermitted := errors.AsType[*types.TransactionCanceledException](err); isPermitted {
			return true
		}
	case "Query":
		query := &dynamodb.QueryInput{
			TableName: &stack.Table, KeyConditionExpression: aws.String("pk = :key"),
			ExpressionAttributeValues: map[string]types.AttributeValue{":key": &types.AttributeValueMemberS{Value: a.key}},
		}
		if a.index != "" {
			query.IndexName, query.KeyConditionExpression = &a.index, aws.String(a.index+" = :key")
		}
		_, err = client.Query(t.Context(), query)
	default:
		t.Fatalf("no call for %s", a.action)
	}
	var refused smithy.APIError
	if errors.As(err, &refused) && strings.Contains(refused.ErrorCode(), "AccessDenied") {
		return false
	}
	if err != nil {
		t.Fatal(err)
	}
	return true
}
