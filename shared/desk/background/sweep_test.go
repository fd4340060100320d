package background_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/desk/background"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
)

// bucket is a fake that stores files by identifier. It lists only a few at a time.
type bucket struct {
	wiring.Files
	ids []string
	// pageSize is the number of files in a page, 3 if it is 0.
	pageSize int
	down     bool
	// stuck identifies a file that cannot be deleted.
	stuck string
}

func (b *bucket) IDsAfter(_ context.Context, id string) ([]string, error) {
	slices.Sort(b.ids)
	var page []string
	for _, other := range b.ids {
		if other > id && len(page) < cmp.Or(b.pageSize, 3) {
			page = append(page, other)
		}
	}
	return page, nil
}

func (b *bucket) Delete(_ context.Context, id string) error {
	if b.down || id == b.stuck {
		return errors.New("the store is down")
	}
	b.ids = slices.DeleteFunc(b.ids, func(other string) bool { return other == id })
	return nil
}

func TestSweep(t *testing.T) {
	each(t, func(r *rig) {
		now := r.clock.Clock().Now()
		stored := &bucket{ids: []string{"0000-what-is-no-file", "zzz"}}
		upload := func(ago time.Duration) string {
			at := now.Add(-ago)
			id := ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String()
			requireNoError(t, r.Tickets.AddUpload(r.Context(), ticket.Upload{Attachment: ticket.Attachment{ID: id, Filename: "f.pdf", Size: 1, ContentType: "application/pdf"}, OwnerID: usuario.ID}, at))
			stored.ids = append(stored.ids, id)
			return id
		}
		var abandoned []string
		for i := range 7 {
			abandoned = append(abandoned, upload(25*time.Hour+time.Duration(i)*5*time.Hour))
		}
		fresh := upload(23 * time.Hour)
		lost := ulid.MustNew(ulid.Timestamp(now.Add(-30*time.Hour)), ulid.DefaultEntropy()).String() // its record has expired
		stored.ids = append(stored.ids, lost)
		claimed := upload(26 * time.Hour)
		drafted := upload(27 * time.Hour)
		requireNoError(t, r.Drafts.ExtendFiles(r.Context(), usuario.ID, []string{drafted}, now.Add(draft.Lifetime)))
		w := r.write("<p>Con archivo</p>")
		w.Attachments = []ticket.Attachment{{ID: claimed, Filename: "f.pdf", Size: 1, ContentType: "application/pdf"}}
		opened, entry := ticket.Create(ticket.NewTicket{
			Number: "PNT000777", Subject: "Con archivo", Entity: "FEDERACION", Topic: ticket.Ref{ID: "sipot"}, Department: ticket.Ref{ID: "soporte"},
		}, usuario, r.policy(), w)
		requireNoError(t, r.Tickets.Create(r.Context(), ticket.Act{Ticket: opened, Entry: entry}))

		r.Parts.Files = stored
		sweep := func() error {
			_, err := r.Start("delete-unclaimed-files").Run()
			return err
		}
		stored.down = true
		if err := sweep(); err == nil {
			t.Error("no error although the bucket is not available")
		}
		stored.down, stored.stuck = false, abandoned[len(abandoned)-1]
		if err := sweep(); err == nil || !slices.Contains(stored.ids, stored.stuck) || slices.Contains(stored.ids, abandoned[0]) {
			t.Errorf("a file that cannot be deleted prevents the deletion of others: %v, %v", stored.ids, err)
		}
		stored.stuck = ""
		requireNoError(t, sweep())
		if want := []string{"0000-what-is-no-file", drafted, claimed, fresh, "zzz"}; !slices.Equal(stored.ids, want) {
			t.Errorf("%v are stored, want %v", stored.ids, want)
		}
		for _, id := range abandoned {
			if _, err := r.Tickets.Upload(r.Context(), id); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s can still be claimed: %v", id, err)
			}
		}
		for _, id := range []string{claimed, fresh, drafted} {
			if _, err := r.Tickets.Upload(r.Context(), id); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
		requireNoError(t, sweep())
		if len(stored.ids) != 5 {
			t.Errorf("%v", stored.ids)
		}
	})
}

// TestSweepStopsWhereRecordsAreMissing checks that no file is deleted after the table was restored to a time before the files
// were uploaded.
func TestSweepStopsWhereRecordsAreMissing(t *testing.T) {
	each(t, func(r *rig) {
		stored := &bucket{pageSize: 100}
		for i := range 30 {
			at := r.clock.Clock().Now().Add(-30 * time.Hour).Add(time.Duration(i) * time.Minute)
			stored.ids = append(stored.ids, ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String())
		}
		r.Parts.Files = stored
		if _, err := r.Start("delete-unclaimed-files").Run(); !errors.Is(err, background.ErrRecordsMissing) || len(stored.ids) != 30 {
			t.Errorf("%d files remain, %v", len(stored.ids), err)
		}
	})
}
