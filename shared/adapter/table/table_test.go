package table_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/ticket"
)

// note is an item type for tests.
type note struct {
	table.Header
	Version int64  `dynamodbav:"version"`
	Text    string `dynamodbav:"text"`
}

func newNote(id string, version int64, text string) note {
	return note{Header: table.NewHeader(table.TagKey(id), "note"), Version: version, Text: text}
}

func TestIndexesMatchTheTemplate(t *testing.T) {
	deployed, err := tabletest.Indexes()
	if err != nil {
		t.Fatal(err)
	}
	byName := cmpopts.SortSlices(func(a, b table.Index) bool { return a.Name < b.Name })
	if diff := cmp.Diff(deployed, table.Indexes(), byName); diff != "" {
		t.Errorf("infra/data.yaml and the code define different indexes (-deployed +code)\n%s", diff)
	}
}

func TestWriteRequiresThePreviousVersion(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, fresh tabletest.Table) {
		items, ctx := fresh.Open(), t.Context()
		save := func(version int64, text string) error {
			return items.Write(ctx, table.Put(newNote("a", version, text)).If(table.Supersedes(version)))
		}
		for _, c := range []struct {
			name    string
			version int64
			text    string
			want    error
		}{
			{"a later version of none", 2, "x", table.ErrConflict},
			{"the first", 1, "a", nil},
			{"another first", 1, "b", table.ErrConflict},
			{"the second", 2, "b", nil},
			{"another second", 2, "c", table.ErrConflict},
		} {
			if err := save(c.version, c.text); !errors.Is(err, c.want) {
				t.Errorf("%s: %v", c.name, err)
			}
		}
		got, err := table.GetAs[note](ctx, items, table.TagKey("a"), table.Consistent)
		if err != nil || got.Text != "b" {
			t.Errorf("%+v, %v", got, err)
		}
		err = items.Transact(ctx, table.Delete(table.TagKey("a")).If(table.HasVersion(2)), table.PutNew(newNote("b", 1, "b")).If(table.Exists()))
		failed, ok := errors.AsType[*table.FailedConditions](err)
		if !ok || !slices.Equal(failed.Positions, []int{1}) || !errors.Is(err, table.ErrConflict) {
			t.Errorf("a transaction with one condition that is not met: %v", err)
		}
		if _, err := items.Get(ctx, table.TagKey("b"), table.Consistent); !errors.Is(err, table.ErrMissing) || !fault.Is(err, fault.NotFound) {
			t.Errorf("an item that does not exist: %v", err)
		}
	})
}

func TestUpdatesCreateTypedItems(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, fresh tabletest.Table) {
		items, ctx, key := fresh.Open(), t.Context(), table.TagKey("a")
		for range 2 {
			err := items.Write(ctx, table.Upsert(key, "note").Set("text", "hola").Add("version", 2).AddFrom("n", 10, 1).Append("list", "x"))
			if err != nil {
				t.Fatal(err)
			}
		}
		type full struct {
			note
			N    int      `dynamodbav:"n"`
			List []string `dynamodbav:"list"`
		}
		want := full{note: newNote("a", 4, "hola"), N: 12, List: []string{"x", "x"}}
		got, err := table.GetAs[full](ctx, items, key, table.Consistent)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(full{})); diff != "" || err != nil {
			t.Error(diff, err)
		}
		if err := items.Write(ctx, table.Update(key).Remove("n", "list")); err != nil {
			t.Fatal(err)
		}
		want.N, want.List = 0, nil
		if got, err = table.GetAs[full](ctx, items, key, table.Consistent); !cmp.Equal(want, got, cmp.AllowUnexported(full{})) || err != nil {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

func TestQueriesAndBatches(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, fresh tabletest.Table) {
		items, ctx := fresh.Open(), t.Context()
		var writes []table.Write
		var keys []table.Key
		for i := range 130 { // more than one batch of writes and of reads
			id := strconv.Itoa(1000 + i)
			writes, keys = append(writes, table.Put(newNote(id, 1, id))), append(keys, table.TagKey(id), table.TagKey(id))
		}
		if err := items.BatchWrite(ctx, writes); err != nil {
			t.Fatal(err)
		}
		if found, err := items.BatchGet(ctx, table.Consistent, keys...); err != nil || len(found) != 130 {
			t.Errorf("%d items, %v", len(found), err)
		}
		all := table.Query{Partition: table.TagsPartition, Consistency: table.Consistent}
		with := func(change func(*table.Query)) table.Query {
			query := all
			change(&query)
			return query
		}
		for _, c := range []struct {
			name        string
			query       table.Query
			count       int
			first, last string
		}{
			{"all, in pages", with(func(q *table.Query) { q.Limit = 50 }), 130, "1000", "1129"},
			{"descending", with(func(q *table.Query) { q.Descending = true }), 130, "1129", "1000"},
			{"by prefix", with(func(q *table.Query) { q.Prefix = "101" }), 10, "1010", "1019"},
			{"from", with(func(q *table.Query) { q.From = "1120" }), 10, "1120", "1129"},
			{"to", with(func(q *table.Query) { q.To = "1009" }), 10, "1000", "1009"},
			{"between", with(func(q *table.Query) { q.From, q.To = "1010", "1012" }), 3, "1010", "1012"},
			{"after", with(func(q *table.Query) { q.After = table.TagKey("1127").Start() }), 2, "1128", "1129"},
			{"keys only", with(func(q *table.Query) { q.KeysOnly = true }), 130, "1000", "1129"},
		} {
			found, err := items.QueryAll(ctx, c.query)
			if err != nil || len(found) != c.count || table.KeyOf(found[0]).SK != c.first || table.KeyOf(found[c.count-1]).SK != c.last {
				t.Errorf("%s: %d items, %v", c.name, len(found), err)
			}
		}
		if some, more, err := items.QueryUpTo(ctx, all, 129); len(some) != 129 || !more || err != nil {
			t.Errorf("%d, %t, %v", len(some), more, err)
		}
		if some, more, err := items.QueryUpTo(ctx, all, 130); len(some) != 130 || more || err != nil {
			t.Errorf("%d, %t, %v", len(some), more, err)
		}
	})
}

func TestCached(t *testing.T) {
	for lifetime, want := range map[time.Duration]int{0: 2, time.Hour: 1} {
		items, loads := table.Open(aws.Config{}, "none", lifetime), 0
		for range 2 {
			if _, err := table.Cached(items, "name", func() (int, error) { loads++; return loads, nil }); err != nil {
				t.Fatal(err)
			}
		}
		if loads != want {
			t.Errorf("with a lifetime of %s it was loaded %d times, want %d", lifetime, loads, want)
		}
	}
}

func TestInstantsSortAsText(t *testing.T) {
	at := time.Date(2026, 11, 24, 15, 0, 0, 123456000, time.FixedZone("", -6*60*60))
	stored := table.InstantOf(at)
	if stored != "2026-11-24T21:00:00.123456Z" || !stored.Time().Equal(at) {
		t.Errorf("%s", stored)
	}
	if table.InstantOf(time.Time{}) != "" || !table.Instant("").Time().IsZero() {
		t.Error("the zero time is not the empty text")
	}
	type dated struct {
		At table.Instant `dynamodbav:"at"`
	}
	attributes, err := table.Encode(map[string]string{"at": "ayer"})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := table.Decode[dated](attributes); err == nil {
		t.Errorf("a text that is no instant is read as %+v", got)
	}
}

func TestAlarmPartitionsHaveEveryTicket(t *testing.T) {
	for _, kind := range []ticket.AlarmKind{ticket.DueAlarm, ticket.CloseAlarm} {
		all := table.AlarmPartitions(kind)
		for n := range 100 {
			if partition := table.AlarmPartition(kind, ticket.Number(strconv.Itoa(n))); !slices.Contains(all, partition) {
				t.Errorf("%s is not in %v", partition, all)
			}
		}
	}
}

// TestErrorsHideSecrets checks the text of keys in errors, which are logged.
func TestErrorsHideSecrets(t *testing.T) {
	const hash = "Zm9vYmFy"
	tabletest.Each(t, func(t *testing.T, tt tabletest.Table) {
		if _, err := tt.Open().Get(t.Context(), table.SessionKey("ana", hash), table.Eventual); strings.Contains(err.Error(), hash) {
			t.Errorf("read of a session: %v", err)
		}
	})
	for key, shown := range map[table.Key]string{
		table.LoginKey("ana@example.mx"):                               "LOGIN",
		table.LimitKey(limit.FailedSignIns, "203.0.113.9", time.Now()): "LIMIT",
		table.TicketKey("PNT000001"):                                   "TICKET#PNT000001 TICKET",
		table.SettingsKey():                                            "DESK SETTINGS",
	} {
		if key.String() != shown {
			t.Errorf("%q instead of %q", key, shown)
		}
	}
}

func TestConflictsWithTransactionsAreRetried(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, fresh tabletest.Table) {
		write := table.Put(newNote("a", 1, "a"))
		for refused, fails := range map[int]bool{3: false, 100: true} {
			for action, err := range map[string]error{
				"a transaction": fresh.Contended(refused).Transact(t.Context(), write),
				"a write":       fresh.Contended(refused).Write(t.Context(), write),
			} {
				if fault.Is(err, fault.Unavailable) != fails || (err != nil) != fails {
					t.Errorf("%s after %d conflicts: %v", action, refused, err)
				}
			}
		}
	})
}
