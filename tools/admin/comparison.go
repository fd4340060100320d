package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/ticket"
)

// scannedItem holds the attributes that a comparison needs.
type scannedItem struct {
	table.Header
	// Version is the version of the ticket that is indexed.
	Version int64               `dynamodbav:"version"`
	Counted map[string][]string `dynamodbav:"counted"`
	Tags    []string            `dynamodbav:"tags"`
	Tickets int                 `dynamodbav:"tickets"`
	// Rank is the sort key of a ticket in the lists of staff.
	Rank string `dynamodbav:"rank"`
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

// buckets lists the attributes of an item of counts.
var buckets = []string{
	string(ticket.Open), string(ticket.Waiting), string(ticket.Resolved), string(ticket.Closed),
	ticket.UnassignedBucket, ticket.OverdueBucket, ticket.TodayBucket, ticket.MentionsBucket, ticket.AwaitedBucket,
}

// compare reads the whole table and the list of files, and returns the disagreements.
func (r reconciler) compare(ctx context.Context) (disagreements, error) {
	stored, counted := map[counter]int{}, map[counter]int{}
	versions, indexed := map[ticket.Number]int64{}, map[ticket.Number]int64{}
	ranks := map[ticket.Number]rankChange{}
	attached, records := map[string]bool{}, map[string]bool{}
	err := eachItem(ctx, r.client, &dynamodb.ScanInput{TableName: &r.name, ConsistentRead: aws.Bool(true)}, func(item map[string]types.AttributeValue) error {
		var scanned scannedItem
		if err := attributevalue.UnmarshalMap(item, &scanned); err != nil {
			return fmt.Errorf("%v: %w", item["pk"], err)
		}
		switch scanned.Type {
		case "ticket":
			number := ticket.Number(scanned.id())
			versions[number] = scanned.Card.Version
			current, err := ticketstore.Decode(item)
			if err != nil {
				return fmt.Errorf("%s: %w", number, err)
			}
			if rank := ticketstore.Rank(current); rank != scanned.Rank {
				ranks[number] = rankChange{version: scanned.Card.Version, stored: scanned.Rank, correct: rank}
			}
		case "indexed":
			if scanned.V >= indexstore.IndexedLayout {
				indexed[ticket.Number(scanned.id())] = scanned.Version
			}
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
		return disagreements{}, fmt.Errorf("scan %s: %w", r.name, err)
	}
	found := disagreements{counters: map[counter]difference{}, tickets: map[ticket.Number]bool{}, ranks: ranks, files: map[string]bool{}, missing: attached}
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
