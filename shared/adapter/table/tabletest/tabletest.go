// Package tabletest creates a separate table for each test, with the keys and indexes of infra/data.yaml. Each runs a test on
// every configured engine: DYNAMODB_LOCAL_ENDPOINT (AWS's DynamoDB Local) and EMULATOR_ENDPOINT. First runs a test only on the
// first configured engine. If no engine is configured, the test is skipped, or fails if CI is set.
package tabletest

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/table"
	"mesa/shared/platform/observe"
)

// Table is a new table of one test.
type Table struct {
	// Client and Name allow tests to read and write items that no store handles.
	Client *dynamodb.Client
	Name   string
	// Engine is the name of the engine, such as "dynamodb-local".
	Engine string
	// Config is the configuration of clients of the engine.
	Config aws.Config
}

// engines lists the environment variables with the engines' endpoints, and the engines' names in the names of tests.
var engines = []struct{ variable, name string }{
	{"DYNAMODB_LOCAL_ENDPOINT", "dynamodb-local"},
	{"EMULATOR_ENDPOINT", "emulator"},
}

// setupTimeout limits the creation and the deletion of one table.
const setupTimeout = 30 * time.Second

// Each runs a test once per engine, each time with a new table.
func Each(t *testing.T, run func(t *testing.T, table Table)) {
	t.Helper()
	runOn(t, len(engines), run)
}

// First runs a test on the first configured engine only: DynamoDB Local, or the emulator if DynamoDB Local is not configured. It
// is for tests of use cases and of costs. The code that chooses the calls does not know the engine, only AWS's engine counts
// capacity units as AWS does, and the tests of the deployed functions run the use cases on the emulator.
func First(t *testing.T, run func(t *testing.T, table Table)) {
	t.Helper()
	runOn(t, 1, run)
}

// runOn runs a test on at most count configured engines, each time with a new table.
func runOn(t *testing.T, count int, run func(t *testing.T, table Table)) {
	t.Helper()
	ran := 0
	for _, engine := range engines {
		endpoint := os.Getenv(engine.variable)
		if endpoint == "" || ran == count {
			continue
		}
		ran++
		t.Run(engine.name, func(t *testing.T) { run(t, create(t, endpoint, engine.name)) })
	}
	switch {
	case ran > 0:
	case os.Getenv("CI") != "":
		t.Fatal("neither DYNAMODB_LOCAL_ENDPOINT nor EMULATOR_ENDPOINT is set: the stores' tests need one")
	default:
		t.Skip("set DYNAMODB_LOCAL_ENDPOINT or EMULATOR_ENDPOINT to run the stores' tests (make test does)")
	}
}

var created atomic.Int64

func create(t *testing.T, endpoint, engine string) Table {
	t.Helper()
	config := observed(aws.Config{
		Region: "us-east-1", BaseEndpoint: &endpoint,
		Credentials: credentials.NewStaticCredentialsProvider("test", "test", ""),
	})
	client := dynamodb.NewFromConfig(config)
	name := strings.Join([]string{
		"t", strconv.Itoa(os.Getpid()), strconv.FormatInt(time.Now().UnixNano(), 36), strconv.FormatInt(created.Add(1), 36),
	}, "-")
	ctx, cancel := context.WithTimeout(context.Background(), setupTimeout)
	defer cancel()
	definition, err := readDefinition()
	if err != nil {
		t.Fatal(err)
	}
	var repeated *types.ResourceInUseException // the SDK sent the call again after a slow response, and its first attempt created the table
	if _, err := client.CreateTable(ctx, definition.input(name)); err != nil && !errors.As(err, &repeated) {
		t.Fatalf("create table: %v", err)
	}
	t.Cleanup(func() { drop(t, client, name) })
	waiter := dynamodb.NewTableExistsWaiter(client, func(o *dynamodb.TableExistsWaiterOptions) { o.MinDelay = 10 * time.Millisecond })
	if err := waiter.Wait(ctx, &dynamodb.DescribeTableInput{TableName: &name}, setupTimeout); err != nil {
		t.Fatalf("wait for the table: %v", err)
	}
	return Table{Client: client, Name: name, Engine: engine, Config: config}
}

func drop(t *testing.T, client *dynamodb.Client, name string) {
	ctx, cancel := context.WithTimeout(context.Background(), setupTimeout)
	defer cancel()
	_, err := client.DeleteTable(ctx, &dynamodb.DeleteTableInput{TableName: &name})
	if _, missing := errors.AsType[*types.ResourceNotFoundException](err); err != nil && !missing { // the SDK may have retried
		t.Errorf("delete table: %v", err)
	}
}

// Open opens the table as a function does, with an empty cache. Cached values do not expire during a test, so that the cost of
// a test does not depend on the engine's speed.
func (t Table) Open() *table.Table { return table.Open(t.Config, t.Name, time.Hour) }

// Item returns the attributes of an item, or nil if the item does not exist.
func (t Table) Item(tb testing.TB, pk, sk string) map[string]types.AttributeValue {
	tb.Helper()
	consistent := true
	out, err := t.Client.GetItem(tb.Context(), &dynamodb.GetItemInput{
		TableName: &t.Name, ConsistentRead: &consistent,
		Key: map[string]types.AttributeValue{
			"pk": &types.AttributeValueMemberS{Value: pk},
			"sk": &types.AttributeValueMemberS{Value: sk},
		},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out.Item
}

// Partition returns the items with a partition key.
func (t Table) Partition(tb testing.TB, pk string) []map[string]types.AttributeValue {
	tb.Helper()
	condition, consistent := "pk = :pk", true
	out, err := t.Client.Query(tb.Context(), &dynamodb.QueryInput{
		TableName: &t.Name, ConsistentRead: &consistent, KeyConditionExpression: &condition,
		ExpressionAttributeValues: map[string]types.AttributeValue{":pk": &types.AttributeValueMemberS{Value: pk}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out.Items
}

// Put stores an item with the given attributes.
func (t Table) Put(tb testing.TB, attributes map[string]types.AttributeValue) {
	tb.Helper()
	if _, err := t.Client.PutItem(tb.Context(), &dynamodb.PutItemInput{TableName: &t.Name, Item: attributes}); err != nil {
		tb.Fatal(err)
	}
}

// Rounds executes a call and returns its cost. It fails the test if the call takes more than maxRounds rounds.
func Rounds(tb testing.TB, maxRounds int, call func(ctx context.Context)) observe.Cost {
	tb.Helper()
	ctx, meter := observe.WithNewMeter(tb.Context())
	call(ctx)
	cost := meter.Cost()
	if cost.Rounds > maxRounds {
		tb.Errorf("%d rounds, at most %d expected", cost.Rounds, maxRounds)
	}
	return cost
}
