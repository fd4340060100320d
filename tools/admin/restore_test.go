package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go/middleware"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/tools/deployment"
)

// localStack returns a local stack with a table.
func localStack(db storetest.Table) deployment.Stack {
	return deployment.Stack{Name: db.Name, Config: db.Config, IsLocal: true, Outputs: map[string]string{"TableName": db.Name}}
}

// before returns a configuration whose clients call do before each call of an operation. If do returns an error, the call is not
// sent, and the error is its result.
func before(config aws.Config, operation string, do func() error) aws.Config {
	config = config.Copy()
	config.APIOptions = append(config.APIOptions, func(stack *middleware.Stack) error {
		return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("before",
			func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
				if awsmiddleware.GetOperationName(ctx) == operation {
					if err := do(); err != nil {
						return middleware.DeserializeOutput{}, middleware.Metadata{}, err
					}
				}
				return next.HandleDeserialize(ctx, in)
			}), middleware.Before)
	})
	return config
}

// TestInterruptedRestorationContinues interrupts a restoration before each kind of call, and continues with its table.
func TestInterruptedRestorationContinues(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db storetest.Table) {
		db.SignIn(t, account.Person{ID: "luis", Username: "luis", Email: "luis@inai.example", Name: "Luis", Role: account.Requester})
		if _, err := db.Tickets.TakeNumbers(t.Context(), 1, 48_000); err != nil {
			t.Fatal(err)
		}
		for i, operation := range []string{"PutItem", "DeleteItem", "UpdateTimeToLive", "UpdateTable"} {
			t.Run(operation, func(t *testing.T) {
				startedAt := time.Date(2026, 11, 29, 12, i, 0, 0, time.UTC) // so that the names of the tables differ
				interruptible, interrupt := context.WithCancel(t.Context())
				stack := localStack(db)
				stack.Config = before(db.Config, operation, func() error { interrupt(); return nil })
				first, err := newRestoration(stack, "", "", startedAt)
				if err != nil {
					t.Fatal(err)
				}
				deleteTableAfter(t, db, first.target)
				console, _ := scripted()
				if err := first.run(interruptible, console); err == nil || !strings.Contains(err.Error(), "restore -table "+first.target) {
					t.Fatalf("the interrupted run does not print how to continue: %v", err)
				}

				stack.Config = db.Config
				var streams []string
				for range 2 { // the second run finds everything done
					again, err := newRestoration(stack, "", first.target, startedAt.Add(time.Hour))
					if err != nil {
						t.Fatal(err)
					}
					console, out := scripted()
					if err := again.run(t.Context(), console); err != nil {
						t.Fatal(err)
					}
					_, stream, _ := strings.Cut(out.String(), "RestoredTable="+first.target+" RestoredStream=")
					streams = append(streams, stream)
				}
				if streams[0] != streams[1] || !strings.HasPrefix(streams[0], "arn:") {
					t.Errorf("the streams are %q", streams)
				}
				checkRestored(t, db, first.target)
			})
		}
	})
}

func deleteTableAfter(t *testing.T, db storetest.Table, name string) {
	t.Helper()
	t.Cleanup(func() {
		if _, err := db.Client.DeleteTable(context.Background(), &dynamodb.DeleteTableInput{TableName: &name}); err != nil {
			t.Error(err)
		}
	})
}

// checkRestored checks that a restored table has the items except the sessions, the next numbers, and expiry.
func checkRestored(t *testing.T, db storetest.Table, name string) {
	t.Helper()
	counts := map[string]int{}
	for _, table := range []string{db.Name, name} {
		err := eachItem(t.Context(), db.Client, &dynamodb.ScanInput{TableName: &table}, func(item map[string]types.AttributeValue) error {
			kind, _, _ := strings.Cut(item["pk"].(*types.AttributeValueMemberS).Value, "#")
			counts[table+" "+kind]++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if sessions := counts[name+" SESSION"]; sessions != 0 || counts[db.Name+" SESSION"] != 1 {
		t.Errorf("the restored table has %d sessions: %v", sessions, counts)
	}
	if people := counts[name+" PERSON"]; people != counts[db.Name+" PERSON"] || people == 0 {
		t.Errorf("the restored table has %d people: %v", people, counts)
	}
	counter, err := table.FindAs[numberCounter](t.Context(), table.Open(db.Config, name, 0), table.NumberCounterKey(), table.Consistent)
	if err != nil || counter.Next < 48_001+reservedNumbers {
		t.Errorf("the next number is %d; %v", counter.Next, err)
	}
	expiry, err := db.Client.DescribeTimeToLive(t.Context(), &dynamodb.DescribeTimeToLiveInput{TableName: &name})
	if err != nil || expiry.TimeToLiveDescription.TimeToLiveStatus != types.TimeToLiveStatusEnabled {
		t.Errorf("the expiry is %+v; %v", expiry, err)
	}
}

// TestOnlyRestoredTablesAreContinued checks that the command refuses tables that it must not change.
func TestOnlyRestoredTablesAreContinued(t *testing.T) {
	stack := deployment.Stack{Name: "mesa-prod", Outputs: map[string]string{"TableName": "mesa-prod-restored-20261101-120000"}}
	for _, test := range []struct{ at, target, want string }{
		{"", "mesa-prod-restored-20261101-120000", "is the current table"},
		{"", "mesa-restored-20261129-120000", "was not created by this command"},
		{"2026-11-29T12:00:00Z", "mesa-prod-restored-20261129-120000", "omit -time"},
		{"yesterday", "", "cannot parse"},
	} {
		if _, err := newRestoration(stack, test.at, test.target, time.Now()); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("-time %q -table %q: %v, want %q", test.at, test.target, err, test.want)
		}
	}
}

// TestUnavailableBackupsAreRetried makes the first call fail as on AWS while DynamoDB enables the backups of a new table. No engine
// does this. The second call is executed by the emulator.
func TestUnavailableBackupsAreRetried(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db storetest.Table) {
		if db.Engine != "emulator" {
			return // DynamoDB Local has no backups
		}
		calls := 0
		config := before(db.Config, "UpdateContinuousBackups", func() error {
			if calls++; calls == 1 {
				return &types.ContinuousBackupsUnavailableException{Message: aws.String("Backups are being enabled for the table")}
			}
			return nil
		})
		r := restoration{stack: deployment.Stack{Config: config}, client: dynamodb.NewFromConfig(config), target: db.Name}
		if err := r.enableBackups(t.Context()); err != nil || calls != 2 {
			t.Fatalf("after %d calls: %v", calls, err)
		}
		found, err := db.Client.DescribeContinuousBackups(t.Context(), &dynamodb.DescribeContinuousBackupsInput{TableName: &db.Name})
		if err != nil || found.ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus != types.PointInTimeRecoveryStatusEnabled {
			t.Errorf("the backups are %+v; %v", found, err)
		}
	})
}

// TestRestoredTableContinuesTheNumbers checks that no ticket number is used twice, also if the current table is damaged.
func TestRestoredTableContinuesTheNumbers(t *testing.T) {
	for name, test := range map[string]struct{ current, restored, want int64 }{
		"tickets were opened since":     {current: 48_000, restored: 47_000, want: 49_000},
		"the current counter restarted": {current: 2, restored: 47_000, want: 48_000},
		"the current counter is lost":   {current: 0, restored: 47_000, want: 48_000},
		"the restored table is older":   {current: 2, restored: 0, want: 1_002},
		"no ticket was opened":          {current: 0, restored: 0, want: 1},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.First(t, func(t *testing.T, source storetest.Table) {
				storetest.First(t, func(t *testing.T, target storetest.Table) {
					for tickets, next := range map[*storetest.Table]int64{&source: test.current, &target: test.restored} {
						if next == 0 {
							continue
						}
						if _, err := tickets.Tickets.TakeNumbers(t.Context(), 1, next-1); err != nil {
							t.Fatal(err)
						}
					}
					r := restoration{stack: deployment.Stack{Config: source.Config}, source: source.Name, target: target.Name}
					console, _ := scripted()
					if err := r.continueNumbers(t.Context(), console); err != nil {
						t.Fatal(err)
					}
					if number, err := target.Tickets.TakeNumbers(t.Context(), 1, 1); number != test.want || err != nil {
						t.Errorf("the next number is %d, want %d; %v", number, test.want, err)
					}
				})
			})
		})
	}
}
