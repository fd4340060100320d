package auditstore_test

import (
	"errors"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

var at = time.Date(2026, 11, 30, 23, 59, 59, 0, time.UTC)

// events returns the items of the month of at.
func events(t *testing.T, from *table.Table) []table.Item {
	t.Helper()
	items, err := from.QueryAll(t.Context(), table.Query{Partition: table.AuditPartition(at), Consistency: table.Consistent})
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func TestActAndEventAreAtomic(t *testing.T) {
	storetest.Each(t, func(t *testing.T, stored storetest.Table) {
		act := func() error {
			type item struct{ table.Header }
			return stored.Audit.Transact(t.Context(), audit.New(audit.TopicSaved, at).Of("x"), table.PutNew(item{table.NewHeader(table.TopicKey("x"), "topic")}))
		}
		if err := act(); err != nil {
			t.Fatal(err)
		}
		failed, ok := errors.AsType[*table.FailedConditions](act())
		if !ok || !failed.At(0) {
			t.Errorf("the second act: %v", failed)
		}
		if items := events(t, stored.Open()); len(items) != 1 {
			t.Errorf("%d events of one act", len(items))
		}
	})
}

func TestEventsAreNeverReplaced(t *testing.T) {
	storetest.Each(t, func(t *testing.T, stored storetest.Table) {
		event := audit.New(audit.SignedIn, at)
		if err := stored.Audit.Record(t.Context(), event); err != nil {
			t.Fatal(err)
		}
		if err := stored.Audit.Record(t.Context(), event.Of("another")); !errors.Is(err, table.ErrConflict) {
			t.Errorf("%v", err)
		}
	})
}

func TestEventsExpireByTheSetting(t *testing.T) {
	storetest.Each(t, func(t *testing.T, stored storetest.Table) {
		record := func(event audit.Event) {
			t.Helper()
			if err := stored.Reopen().Audit.Record(t.Context(), event); err != nil {
				t.Fatal(err)
			}
		}
		record(audit.New(audit.SignedIn, at)) // without settings
		changed := settings.Default()
		changed.AuditDays = 90
		if err := stored.Settings.PutConfiguration(t.Context(), settings.Configuration{Settings: changed}); err != nil {
			t.Fatal(err)
		}
		record(audit.New(audit.SignedIn, at))
		record(audit.New(audit.SignedIn, at).KeptFor(time.Hour))
		for i, want := range []time.Duration{audit.RetentionOf(0), audit.RetentionOf(90), time.Hour} {
			header, err := table.Decode[table.Header](events(t, stored.Open())[i])
			if err != nil || header.ExpiresAt != at.Add(want).Unix() {
				t.Errorf("event %d expires at %d, %v, want %s after the act", i, header.ExpiresAt, err, want)
			}
		}
	})
}

func TestRecordDailyStoresOneEventForEachDay(t *testing.T) {
	storetest.First(t, func(t *testing.T, stored storetest.Table) {
		read := func(actor, object string, at time.Time) {
			t.Helper()
			event := audit.New(audit.TicketRead, at).Of(object)
			event.ActorID = actor
			if err := stored.Audit.RecordDaily(t.Context(), event); err != nil {
				t.Fatal(err)
			}
		}
		morning := at.Add(-12 * time.Hour)
		read("beto", "PNT003445", morning)
		ctx, meter := observe.WithNewMeter(t.Context())
		if err := stored.Audit.RecordDaily(ctx, audit.Event{ID: "x", At: at, Kind: audit.TicketRead, ActorID: "beto", Object: "PNT003445"}); err != nil || meter.Cost().Calls != 0 {
			t.Errorf("the second read of a day: %+v, %v", meter.Cost(), err)
		}
		read("beto", "PNT003446", morning)
		read("carla", "PNT003445", morning)
		read("beto", "PNT003445", morning.Add(-24*time.Hour))
		if items := events(t, stored.Open()); len(items) != 4 {
			t.Errorf("%d events, want 4", len(items))
		}
	})
}
