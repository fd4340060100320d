package main

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/edge/eventapi"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// runningRoute is an invoker that runs route in the process.
type runningRoute struct{ *wiringtest.Stack }

func (r runningRoute) Invoke(_ context.Context, input *lambda.InvokeInput, _ ...func(*lambda.Options)) (*lambda.InvokeOutput, error) {
	var event eventapi.StreamEvent
	if err := json.Unmarshal(input.Payload, &event); err != nil {
		return nil, err
	}
	item, err := attributevalue.UnmarshalMapJSON(event.Records[0].Change.NewImage)
	if err == nil {
		_, err = r.Start("route").Stream(item)
	}
	return &lambda.InvokeOutput{}, err
}

// TestReconcileMendsDerivedData breaks counters, a tag, the index and files, and reconciles twice.
func TestReconcileMendsDerivedData(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db storetest.Table) {
		stack := &wiringtest.Stack{TB: t, Table: db, Warm: true, Parts: wiring.Parts{Files: noFiles{}, Stores: db.Stores}}
		requester := account.Person{ID: "luis", Username: "luis", Name: "Luis", Email: "luis@inai.example", Role: account.Requester, Language: locale.Spanish, Entity: "FEDERACION"}
		config := settings.Configuration{
			Settings:    settingstest.Mexico(),
			Topics:      []settings.Topic{{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}}},
			Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte"}}},
		}
		if err := db.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		stack.SignIn(requester)
		created := stack.Request("create-ticket", requester, "/tickets", map[string]any{"topicId": "sipot", "subject": "Uno", "detail": "<p>Uno</p>", "entity": "FEDERACION"}, "Idempotency-Key", "reconcile-1")
		opened, err := wiringtest.Decode[api.Ticket](created)
		if err != nil {
			t.Fatal(err)
		}
		number := ticket.Number(opened.Number)
		stored := []string{"lost"}
		r := reconciler{client: db.Client, name: db.Name, table: db.Open(), functions: runningRoute{stack}, route: "route", applyCommand: "reconcile -apply", listFiles: func(_ context.Context, after string) ([]string, error) {
			return slices.DeleteFunc(slices.Clone(stored), func(id string) bool { return id <= after }), nil
		}}
		db.Put(t, table.Item{"pk": text("ATTACHMENT#gone"), "sk": text("ATTACHMENT"), "type": text("attachment")})
		reconcile := func(apply bool) (string, error) {
			console, out := scripted()
			err := r.run(t.Context(), console, apply)
			return out.String(), err
		}

		printed, err := reconcile(false) // the ticket was never routed
		for _, want := range []string{"show outdated, or not at all: 1\n  " + opened.Number + "\n", "without a record: no ticket can show them: 1\n  lost\n", "not stored: 1\n  gone\n", "reconcile -apply`"} {
			if !strings.Contains(printed, want) {
				t.Errorf("reconcile did not print %q: %s", want, printed)
			}
		}
		if err == nil {
			t.Error("reconcile succeeded although data disagrees")
		}
		if printed, err := reconcile(true); err == nil || !strings.Contains(printed, "mended: 1 of 1") {
			t.Fatalf("the files still disagree, but the error is %v: %s", err, printed)
		}
		stored = []string{"gone"}
		db.Put(t, table.Item{"pk": text("ATTACHMENT#lost"), "sk": text("ATTACHMENT"), "type": text("attachment"), "expiresAt": &types.AttributeValueMemberN{Value: "1"}})
		if printed, err := reconcile(false); err != nil {
			t.Fatalf("after the ticket was indexed: %v: %s", err, printed)
		}

		old := db.Item(t, table.IndexedKey(number).PK, table.IndexedKey(number).SK)
		old["v"] = &types.AttributeValueMemberN{Value: "1"} // as a record that was written before entries were indexed separately
		db.Put(t, old)
		if printed, err := reconcile(true); err != nil || !strings.Contains(printed, "mended: 1 of 1") {
			t.Errorf("a ticket that is indexed in an older layout: %v: %s", err, printed)
		}

		withOldRank := db.Item(t, table.TicketKey(number).PK, table.TicketKey(number).SK)
		withOldRank["rank"] = text("0#" + opened.Number) // as an earlier release sorted a ticket without a priority
		db.Put(t, withOldRank)
		if printed, err := reconcile(false); err == nil || !strings.Contains(printed, "order of an earlier release, in the lists of staff: 1\n  "+opened.Number+"\n") {
			t.Errorf("a rank of an earlier release: %v: %s", err, printed)
		}
		if printed, err := reconcile(true); err != nil || !strings.Contains(printed, "mended: 1 of 1") {
			t.Errorf("a rank of an earlier release: %v: %s", err, printed)
		}
		if printed, err := reconcile(false); err != nil {
			t.Errorf("after the rank was corrected: %v: %s", err, printed)
		}

		broken := table.CountsKey(ticket.DepartmentCounts("soporte"))
		setCounter(t, db, broken, "open", "7")
		setCounter(t, db, table.TagKey("nadie"), "tickets", "2")
		printed, err = reconcile(false)
		for _, want := range []string{"open tickets of department soporte (COUNTS#department:soporte): shows 7, correct is 1", "tickets with the tag nadie (TAGS nadie): shows 2, correct is 0"} {
			if err == nil || !strings.Contains(printed, want) {
				t.Errorf("reconcile did not print %q: %v %s", want, err, printed)
			}
		}
		if printed, err := reconcile(true); err != nil || !strings.Contains(printed, "mended: 2 of 2") {
			t.Fatalf("%v: %s", err, printed)
		}
		if printed, err := reconcile(false); err != nil {
			t.Errorf("after the counters were corrected: %v: %s", err, printed)
		}
		if _, _, err := db.Tickets.Thread(t.Context(), number); err != nil {
			t.Error(err)
		}
	})
}

// noFiles is a file store without files.
type noFiles struct{ wiring.Files }

func text(value string) types.AttributeValue { return &types.AttributeValueMemberS{Value: value} }

func setCounter(t *testing.T, db storetest.Table, key table.Key, attribute, value string) {
	t.Helper()
	kind := counter{key: key}.itemType()
	_, err := db.Client.UpdateItem(t.Context(), &dynamodb.UpdateItemInput{
		TableName: &db.Name, Key: key.Start(), UpdateExpression: new("SET #counter = :value, #type = :type"),
		ExpressionAttributeNames:  map[string]string{"#counter": attribute, "#type": "type"},
		ExpressionAttributeValues: map[string]types.AttributeValue{":value": &types.AttributeValueMemberN{Value: value}, ":type": text(kind)},
	})
	if err != nil {
		t.Fatal(err)
	}
}
