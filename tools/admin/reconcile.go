package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"

	"mesa/shared/adapter/files"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
	"mesa/shared/edge/eventapi"
	"mesa/tools/deployment"
)

func reconcileCommand() command {
	return command{
		name: "reconcile", summary: "Find derived data that disagrees with the tickets, and mend it with -apply",
		details: "It compares counters and tags with the records of what is indexed, these records with the tickets, and files with their\n" +
			"records. It reads the whole table twice and reports only what disagrees both times, because the desk may be in use. With -apply,\n" +
			"it corrects counters and tags, and invokes route for tickets that are not indexed. Files are only reported.",
		register: func(flags *flag.FlagSet) execution {
			apply := flags.Bool("apply", false, "mend what disagrees")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				r, err := newReconciler(stack)
				if err != nil {
					return err
				}
				return r.run(ctx, console, *apply)
			}
		},
	}
}

// reconciler compares derived data with its source.
type reconciler struct {
	client *dynamodb.Client
	table  string
	// listFiles returns the identifiers of the stored files after the given one, in order.
	listFiles func(ctx context.Context, after string) ([]string, error)
	functions invoker
	// route is the name of the function that indexes tickets.
	route string
}

func newReconciler(stack deployment.Stack) (reconciler, error) {
	name, err := stack.Output("TableName")
	if err != nil {
		return reconciler{}, err
	}
	bucket, err := stack.Output("AttachmentsBucket")
	return reconciler{
		client: dynamodb.NewFromConfig(stack.Config), table: name, listFiles: files.Open(stack.Config, bucket).IDsAfter,
		functions: lambda.NewFromConfig(stack.Config), route: stack.Name + "-route",
	}, err
}

// counter is one number in an item: of an owner's tickets in a bucket, or of the tickets with a tag.
type counter struct {
	key       table.Key
	attribute string
}

// difference is a counter whose stored value differs from the counted one.
type difference struct{ stored, counted int }

// disagreements is the result of one comparison.
type disagreements struct {
	counters map[counter]difference
	// tickets holds the tickets whose latest version is not indexed.
	tickets map[ticket.Number]bool
	// files holds stored files without a record, and missing the records whose file is not stored.
	files, missing map[string]bool
}

// run compares twice, prints what disagreed both times, and mends it if apply is set. Without apply, it returns an error if anything
// disagrees.
func (r reconciler) run(ctx context.Context, console console, apply bool) error {
	first, err := r.compare(ctx)
	if err != nil {
		return err
	}
	found, err := r.compare(ctx)
	if err != nil {
		return err
	}
	maps.DeleteFunc(found.counters, func(c counter, d difference) bool { return first.counters[c] != d })
	maps.DeleteFunc(found.tickets, func(number ticket.Number, _ bool) bool { return !first.tickets[number] })
	maps.DeleteFunc(found.files, func(id string, _ bool) bool { return !first.files[id] })
	maps.DeleteFunc(found.missing, func(id string, _ bool) bool { return !first.missing[id] })
	found.print(console)
	count := len(found.counters) + len(found.tickets)
	if !apply {
		if count+len(found.files)+len(found.missing) > 0 {
			return fmt.Errorf("disagreements: %d. Counters, tags and tickets are mended with -apply", count+len(found.files)+len(found.missing))
		}
		console.printf("counters, index and files agree with the tickets\n")
		return nil
	}
	mended, err := r.mend(ctx, found)
	console.printf("mended: %d of %d\n", mended, count)
	if left := count - mended + len(found.files) + len(found.missing); err == nil && left > 0 {
		return fmt.Errorf("disagreements that remain: %d. Run the command again, and see docs/runbook.md for files", left)
	}
	return err
}

func (d disagreements) print(console console) {
	keys := slices.SortedFunc(maps.Keys(d.counters), func(a, b counter) int {
		return cmp.Or(cmp.Compare(a.key.PK, b.key.PK), cmp.Compare(a.key.SK, b.key.SK), cmp.Compare(a.attribute, b.attribute))
	})
	for _, key := range keys {
		console.printf("%s %s, %s: %d, but %d are counted\n", key.key.PK, key.key.SK, key.attribute, d.counters[key].stored, d.counters[key].counted)
	}
	for _, number := range slices.Sorted(maps.Keys(d.tickets)) {
		console.printf("ticket %s: its latest version is not indexed\n", number)
	}
	for _, id := range slices.Sorted(maps.Keys(d.files)) {
		console.printf("file %s: it has no record (docs/runbook.md, Failing functions)\n", id)
	}
	for _, id := range slices.Sorted(maps.Keys(d.missing)) {
		console.printf("record of file %s: the file is missing (docs/runbook.md, Restore a deleted file)\n", id)
	}
}

// scannedItem holds the attributes that a comparison needs.
type scannedItem struct {
	table.Header
	// Version is the version of the ticket that is indexed.
	Version int64               `dynamodbav:"version"`
	Counted map[string][]string `dynamodbav:"counted"`
	Tags    []string            `dynamodbav:"tags"`
	Tickets int                 `dynamodbav:"tickets"`
	// Card is the card of a ticket or of a mention.
	Card struct {
		Version int64 `dynamodbav:"version"`
		Unread  bool  `dynamodbav:"unread"`
	} `dynamodbav:"card"`
}

func (i scannedItem) key() table.Key { return table.Key{PK: i.PK, SK: i.SK} }

// id returns the identifier in the partition key, such as the number of a ticket.
func (i scannedItem) id() string {
	_, id, _ := strings.Cut(i.PK, "#")
	return id
}

// buckets lists the attributes of an item with counters.
var buckets = []string{
	string(ticket.Open), string(ticket.Waiting), string(ticket.Resolved), string(ticket.Closed),
	ticket.UnassignedBucket, ticket.OverdueBucket, ticket.TodayBucket, ticket.MentionsBucket,
}

// compare reads the whole table and the list of files.
func (r reconciler) compare(ctx context.Context) (disagreements, error) {
	stored, counted := map[counter]int{}, map[counter]int{}
	versions, indexed := map[ticket.Number]int64{}, map[ticket.Number]int64{}
	attached, records := map[string]bool{}, map[string]bool{}
	err := eachItem(ctx, r.client, &dynamodb.ScanInput{TableName: &r.table, ConsistentRead: aws.Bool(true)}, func(item map[string]types.AttributeValue) error {
		var scanned scannedItem
		if err := attributevalue.UnmarshalMap(item, &scanned); err != nil {
			return fmt.Errorf("%v: %w", item["pk"], err)
		}
		switch scanned.Type {
		case "ticket":
			versions[ticket.Number(scanned.id())] = scanned.Card.Version
		case "indexed":
			indexed[ticket.Number(scanned.id())] = scanned.Version
			for owner, names := range scanned.Counted {
				for _, name := range names {
					counted[counter{table.CountsKey(owner), name}]++
				}
			}
			for _, tag := range scanned.Tags {
				counted[counter{table.TagKey(tag), "tickets"}]++
			}
		case "mention":
			if scanned.Card.Unread {
				counted[counter{table.CountsKey(ticket.AgentCounts(scanned.id())), ticket.MentionsBucket}]++
			}
		case "counts":
			for _, name := range buckets {
				if number, found := item[name].(*types.AttributeValueMemberN); found {
					value, err := strconv.Atoi(number.Value)
					if err != nil {
						return err
					}
					stored[counter{scanned.key(), name}] = value
				}
			}
		case "tag":
			stored[counter{scanned.key(), "tickets"}] = scanned.Tickets
		case "attachment":
			records[scanned.id()] = true
			if scanned.ExpiresAt == 0 { // attached to a ticket
				attached[scanned.id()] = true
			}
		}
		return nil
	})
	if err != nil {
		return disagreements{}, fmt.Errorf("scan %s: %w", r.table, err)
	}
	found := disagreements{counters: map[counter]difference{}, tickets: map[ticket.Number]bool{}, files: map[string]bool{}, missing: attached}
	for key := range counted {
		stored[key] += 0 // a counter that is missing is 0
	}
	for key, value := range stored {
		if value != counted[key] {
			found.counters[key] = difference{value, counted[key]}
		}
	}
	for number, version := range versions {
		if indexed[number] < version {
			found.tickets[number] = true
		}
	}
	return found, r.compareFiles(ctx, records, found)
}

// compareFiles adds the files without a record to found, and removes the records of stored files from the missing ones.
func (r reconciler) compareFiles(ctx context.Context, records map[string]bool, found disagreements) error {
	after := ""
	for {
		ids, err := r.listFiles(ctx, after)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			delete(found.missing, id)
			if !records[id] {
				found.files[id] = true
			}
		}
		after = ids[len(ids)-1]
	}
}

// mend corrects counters and tags, unless they have changed since the comparison, and indexes tickets. It returns the number of
// mended disagreements.
func (r reconciler) mend(ctx context.Context, found disagreements) (int, error) {
	mended := 0
	for counter, difference := range found.counters {
		changed, err := r.correct(ctx, counter, difference)
		if err != nil {
			return mended, err
		}
		if changed {
			mended++
		}
	}
	for number := range found.tickets {
		if err := r.index(ctx, number); err != nil {
			return mended, fmt.Errorf("index %s: %w", number, err)
		}
		mended++
	}
	return mended, nil
}

// correct sets a counter to the counted value if it still has the compared value.
func (r reconciler) correct(ctx context.Context, c counter, d difference) (bool, error) {
	update := &dynamodb.UpdateItemInput{
		TableName: &r.table, Key: c.key.Start(), ExpressionAttributeNames: map[string]string{"#counter": c.attribute, "#type": "type", "#v": "v"},
		UpdateExpression: aws.String("SET #counter = :counted, #type = if_not_exists(#type, :type), #v = if_not_exists(#v, :v)"),
		ExpressionAttributeValues: map[string]types.AttributeValue{
			":counted": &types.AttributeValueMemberN{Value: strconv.Itoa(d.counted)},
			":stored":  &types.AttributeValueMemberN{Value: strconv.Itoa(d.stored)},
			":type":    &types.AttributeValueMemberS{Value: c.itemType()},
			":v":       &types.AttributeValueMemberN{Value: "1"},
		},
		ConditionExpression: aws.String("#counter = :stored"),
	}
	if d.stored == 0 {
		update.ConditionExpression = aws.String("attribute_not_exists(#counter) OR #counter = :stored")
	}
	_, err := r.client.UpdateItem(ctx, update)
	if _, changed := errors.AsType[*types.ConditionalCheckFailedException](err); changed {
		return false, nil
	}
	return err == nil, err
}

// itemType returns the type of the counter's item.
func (c counter) itemType() string {
	if c.key.PK == table.TagsPartition {
		return "tag"
	}
	return "counts"
}

// index invokes route with a ticket, as the table's stream does.
func (r reconciler) index(ctx context.Context, number ticket.Number) error {
	found, err := r.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &r.table, ConsistentRead: aws.Bool(true), Key: table.TicketKey(number).Start()})
	if err != nil {
		return err
	}
	image, err := attributevalue.MarshalMapJSON(found.Item)
	if err != nil {
		return err
	}
	var event eventapi.StreamEvent
	event.Records = make([]eventapi.StreamRecord, 1)
	event.Records[0].Change.NewImage = image
	payload, err := json.Marshal(event)
	if err != nil {
		return err
	}
	invoked, err := r.functions.Invoke(ctx, &lambda.InvokeInput{FunctionName: &r.route, Payload: payload})
	if err == nil && invoked.FunctionError != nil {
		err = fmt.Errorf("%s: %s", *invoked.FunctionError, invoked.Payload)
	}
	return err
}
