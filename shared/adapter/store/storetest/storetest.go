// Package storetest gives every test a table of its own, made from the very definition that is deployed (infra/data.yaml),
// on every engine that there is: DYNAMODB_LOCAL_ENDPOINT (AWS's DynamoDB Local) and EMULATOR_ENDPOINT. Without either a test
// is skipped, and fails where CI is set.
package storetest

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

	"mesa/shared/adapter/store"
	"mesa/shared/platform/observe"
)

// Table is a fresh table with raw access beside the store's own.
type Table struct {
	*store.Table
	// Client and Name are for looking at items and for putting there what the store would not.
	Client *dynamodb.Client
	Name   string
	// Engine is the name of the engine, such as "dynamodb-local".
	Engine string
	// Reach is how to reach the engine, for a second store.Open: another function's view of the same table.
	Reach aws.Config
}

// engines are the variables that name an endpoint, and what the engine is called in a test's name.
var engines = []struct{ variable, name string }{
	{"DYNAMODB_LOCAL_ENDPOINT", "dynamodb-local"},
	{"EMULATOR_ENDPOINT", "emulator"},
}

// setupTimeout bounds the making of one table.
const setupTimeout = 30 * time.Second

// Each runs a test on a fresh table of every engine.
func Each(t *testing.T, run func(t *testing.T, table Table)) {
	t.Helper()
	ran := false
	for _, engine := range engines {
		endpoint := os.Getenv(engine.variable)
		if endpoint == "" {
			continue
		}
		ran = true
		t.Run(engine.name, func(t *testing.T) { run(t, fresh(t, endpoint, engine.name)) })
	}
	switch {
	case ran:
	case os.Getenv("CI") != "":
		t.Fatal("neither DYNAMODB_LOCAL_ENDPOINT nor EMULATOR_ENDPOINT is set: the store's tests need one")
	default:
		t.Skip("set DYNAMODB_LOCAL_ENDPOINT or EMULATOR_ENDPOINT to run the store's tests (make test does)")
	}
}

var made atomic.Int64

func fresh(t *testing.T, endpoint, engine string) Table {
	t.Helper()
	reach := observed(aws.Config{
		Region: "us-east-1", BaseEndpoint: &endpoint,
		Credentials: credentials.NewStaticCredentialsProvider("test", "test", ""),
	})
	client := dynamodb.NewFromConfig(reach)
	name := strings.Join([]string{
		"t", strconv.Itoa(os.Getpid()), strconv.FormatInt(time.Now().UnixNano(), 36), strconv.FormatInt(made.Add(1), 36),
	}, "-")
	ctx, cancel := context.WithTimeout(context.Background(), setupTimeout)
	defer cancel()
	definition, err := readDefinition()
	if err != nil {
		t.Fatal(err)
	}
	var repeated *types.ResourceInUseException // the SDK asked again after a slow answer: the name is ours alone
	if _, err := client.CreateTable(ctx, definition.input(name)); err != nil && !errors.As(err, &repeated) {
		t.Fatalf("create table: %v", err)
	}
	t.Cleanup(func() { drop(t, client, name) })
	waiter := dynamodb.NewTableExistsWaiter(client, func(o *dynamodb.TableExistsWaiterOptions) { o.MinDelay = 10 * time.Millisecond })
	if err := waiter.Wait(ctx, &dynamodb.DescribeTableInput{TableName: &name}, setupTimeout); err != nil {
		t.Fatalf("wait for the table: %v", err)
	}
	table := store.OpenCached(reach, name, time.Hour) // what a test counts must not hang on how slow the engine is
	return Table{Table: table, Client: client, Name: name, Engine: engine, Reach: reach}
}

func drop(t *testing.T, client *dynamodb.Client, name string) {
	ctx, cancel := context.WithTimeout(context.Background(), setupTimeout)
	defer cancel()
	_, err := client.DeleteTable(ctx, &dynamodb.DeleteTableInput{TableName: &name})
	if _, gone := errors.AsType[*types.ResourceNotFoundException](err); err != nil && !gone { // the SDK may ask twice
		t.Errorf("delete table: %v", err)
	}
}

// Again returns the table as another function sees it: with nothing cached.
func (t Table) Again() *store.Table { return store.Open(t.Reach, t.Name) }

// Item returns the attributes of an item, nil where there is none.
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

// Put puts an item as it is given.
func (t Table) Put(tb testing.TB, attributes map[string]types.AttributeValue) {
	tb.Helper()
	if _, err := t.Client.PutItem(tb.Context(), &dynamodb.PutItemInput{TableName: &t.Name, Item: attributes}); err != nil {
		tb.Fatal(err)
	}
}

// Rounds makes a call, fails the test when it takes more rounds of the table than a maximum, and returns what it cost.
func Rounds(tb testing.TB, most int, call func(ctx context.Context)) observe.Cost {
	tb.Helper()
	ctx, meter := observe.Metered(tb.Context())
	call(ctx)
	cost := meter.Cost()
	if cost.Rounds > most {
		tb.Errorf("%d rounds, at most %d wanted", cost.Rounds, most)
	}
	return cost
}
