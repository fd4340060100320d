package indexstore

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

func TestMentionMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[ticket.Mention, mentionItem]{
		To: newMentionItem, From: func(item mentionItem) ticket.Mention { return item.mention("") },
		NotStored: []string{"PersonID"}, // not stored: Mentions gets the person's id from its caller
	}.Check(t)
}

func TestTermsMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[search.Part, indexedItem]{
		To:   func(p search.Part) indexedItem { return newIndexedItem(1, ticket.Ticket{}, p, time.UTC) },
		From: func(item indexedItem) search.Part { return item.attributes() },
	}.Check(t)
}

// TestCountsMappingKeepsAllBuckets stores a count in each bucket, and reads the counts.
func TestCountsMappingKeepsAllBuckets(t *testing.T) {
	buckets := []string{ticket.UnassignedBucket, ticket.OverdueBucket, ticket.TodayBucket, ticket.MentionsBucket, ticket.AwaitedBucket}
	for _, status := range ticket.Statuses() {
		buckets = append(buckets, string(status))
	}
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store, want, added := New(table.Open()), ticket.Counts{}, deltas{}
		for i, bucket := range buckets {
			want[bucket] = i + 1
			added.add("agent:ana", bucket, i+1)
		}
		if err := store.table.Transact(t.Context(), countWrites(added)...); err != nil {
			t.Fatal(err)
		}
		counts, err := store.Counts(t.Context(), "agent:ana")
		if diff := cmp.Diff(want, counts["agent:ana"]); diff != "" || err != nil {
			t.Error(diff, err)
		}
	})
}

func TestTagUseMappingKeepsAllFields(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store := New(table.Open())
		if err := store.table.Transact(t.Context(), tagWrites(nil, []string{"carga"})...); err != nil {
			t.Fatal(err)
		}
		uses, err := store.TagUses(t.Context(), "")
		if err != nil || len(uses) != 1 {
			t.Fatal(uses, err)
		}
		fieldtest.Check(t, fieldtest.Empty(uses[0]))
	})
}
