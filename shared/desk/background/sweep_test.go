package background_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/table/tabletest"
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
	// pages counts the pages that were listed.
	pages int
}

func (b *bucket) IDsAfter(_ context.Context, id string) ([]string, error) {
	b.pages++
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

// upload adds the record of a file that usuario announced some time ago, and returns its identifier.
func (r *rig) upload(ago time.Duration) string {
	r.Helper()
	id := r.idOf(ago)
	record := ticket.Upload{Attachment: ticket.Attachment{ID: id, Filename: "f.pdf", Size: 1, ContentType: "application/pdf"}, OwnerID: usuario.ID}
	requireNoError(r.TB, r.Tickets.AddUpload(r.Context(), record, r.clock.Clock().Now().Add(-ago)))
	return id
}

// idOf returns the identifier of a file that was announced some time ago.
func (r *rig) idOf(ago time.Duration) string {
	return ulid.MustNew(ulid.Timestamp(r.clock.Clock().Now().Add(-ago)), ulid.DefaultEntropy()).String()
}

// createWithFile creates a ticket with a file.
func (r *rig) createWithFile(number ticket.Number, id string) error {
	w := r.write("<p>Con archivo</p>")
	w.Attachments = []ticket.Attachment{{ID: id, Filename: "f.pdf", Size: 1, ContentType: "application/pdf"}}
	opened, entry := ticket.Create(ticket.NewTicket{
		Number: number, Subject: "Con archivo", Entity: "FEDERACION", Topic: ticket.Ref{ID: "sipot"}, Department: ticket.Ref{ID: "soporte"},
	}, usuario, r.policy(), w)
	return r.Tickets.Create(r.Context(), ticket.Act{Ticket: opened, Entry: entry})
}

func (r *rig) sweep(stored *bucket) error {
	r.Parts.Files = stored
	_, err := r.Start("delete-unclaimed-files").Run()
	return err
}

// requireFiles fails the test unless the bucket holds exactly the given files.
func requireFiles(t testing.TB, stored *bucket, want ...string) {
	t.Helper()
	slices.Sort(stored.ids)
	slices.Sort(want)
	if !slices.Equal(stored.ids, want) {
		t.Errorf("%v are stored, want %v", stored.ids, want)
	}
}

func TestSweep(t *testing.T) {
	each(t, func(r *rig) {
		var abandoned []string
		for i := range 7 {
			abandoned = append(abandoned, r.upload(25*time.Hour+time.Duration(i)*5*time.Hour))
		}
		fresh, claimed, drafted := r.upload(23*time.Hour), r.upload(26*time.Hour), r.upload(27*time.Hour)
		requireNoError(t, r.Drafts.ExtendFiles(r.Context(), usuario.ID, []string{drafted}, r.clock.Clock().Now().Add(draft.Lifetime)))
		requireNoError(t, r.createWithFile("PNT000777", claimed))
		remaining := []string{"0000-what-is-no-file", "zzz", fresh, claimed, drafted}
		stored := &bucket{ids: append(slices.Clone(abandoned), remaining...)}

		stored.down = true
		if err := r.sweep(stored); err == nil {
			t.Error("no error although the bucket is not available")
		}
		stored.down, stored.stuck = false, abandoned[len(abandoned)-1]
		if err := r.sweep(stored); err == nil {
			t.Error("no error although a file cannot be deleted")
		}
		requireFiles(t, stored, append(slices.Clone(remaining), stored.stuck)...)
		stored.stuck = ""
		for range 2 {
			requireNoError(t, r.sweep(stored))
			requireFiles(t, stored, remaining...)
		}
		for _, id := range abandoned {
			if r.Item(t, "ATTACHMENT#"+id, "ATTACHMENT") != nil {
				t.Errorf("the record of %s is still stored", id)
			}
		}
		for _, id := range []string{claimed, fresh, drafted} {
			if _, err := r.Tickets.Upload(r.Context(), id); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
	})
}

// TestFileIsUnavailableAfterFailedDeletion checks that a file whose deletion failed is not used, and that its record remains, so
// that the next sweep can retry.
func TestFileIsUnavailableAfterFailedDeletion(t *testing.T) {
	each(t, func(r *rig) {
		id := r.upload(25 * time.Hour)
		stored := &bucket{ids: []string{id}, stuck: id}
		if err := r.sweep(stored); err == nil {
			t.Error("no error although the file cannot be deleted")
		}
		if r.Item(t, "ATTACHMENT#"+id, "ATTACHMENT") == nil {
			t.Error("the record was deleted before the file")
		}
		if _, err := r.Tickets.Upload(r.Context(), id); !fault.Is(err, fault.NotFound) {
			t.Errorf("the file can be downloaded: %v", err)
		}
		if _, found, err := r.Tickets.RecordAndUploads(r.Context(), ticket.IdempotencyKey{}, []string{id}); err != nil || len(found) > 0 {
			t.Errorf("the file can be sent: %v, %v", found, err)
		}
		if err := r.createWithFile("PNT000778", id); !errors.Is(err, ticket.ErrFileUnavailable) {
			t.Errorf("a ticket with the file: %v", err)
		}
		requireNoError(t, r.Drafts.ExtendFiles(r.Context(), usuario.ID, []string{id}, r.clock.Clock().Now().Add(draft.Lifetime)))
		stored.stuck = ""
		requireNoError(t, r.sweep(stored))
		requireFiles(t, stored)
	})
}

// TestSweepLeavesFilesWithoutRecord checks that a table that was restored to an earlier time causes no loss of files, and that
// the sweep reports more than a few files without a record.
func TestSweepLeavesFilesWithoutRecord(t *testing.T) {
	for missing, want := range map[int]error{3: nil, 4: background.ErrRecordsMissing, 30: background.ErrRecordsMissing} {
		each(t, func(r *rig) {
			var lost []string
			for i := range missing {
				lost = append(lost, r.idOf(30*time.Hour+time.Duration(i)*time.Minute))
			}
			// The last page contains only this file.
			unclaimed := r.upload(25 * time.Hour)
			stored := &bucket{ids: append(slices.Clone(lost), unclaimed), pageSize: missing}
			if err := r.sweep(stored); !errors.Is(err, want) {
				t.Errorf("%d files without a record: %v", missing, err)
			}
			requireFiles(t, stored, lost...)
		})
	}
}

func TestSweepContinuesAfterMalformedRecord(t *testing.T) {
	each(t, func(r *rig) {
		malformed, unclaimed := r.upload(30*time.Hour), r.upload(25*time.Hour)
		record := r.Item(t, "ATTACHMENT#"+malformed, "ATTACHMENT")
		record["unclaimedUntil"] = &types.AttributeValueMemberS{Value: "yesterday"}
		r.Put(t, record)
		stored := &bucket{ids: []string{malformed, unclaimed}}
		if err := r.sweep(stored); err == nil || !strings.Contains(err.Error(), malformed) {
			t.Errorf("the error does not name the malformed record: %v", err)
		}
		requireFiles(t, stored, malformed)
	})
}

// TestSweepEndsIfTableIsUnavailable checks that a sweep does not continue with further files, each of which would take all
// retries, until its timeout.
func TestSweepEndsIfTableIsUnavailable(t *testing.T) {
	for _, action := range []string{"BatchGetItem", "UpdateItem", "DeleteItem"} {
		t.Run(action, func(t *testing.T) {
			each(t, func(r *rig) {
				stored := &bucket{}
				for i := range 9 {
					stored.ids = append(stored.ids, r.upload(30*time.Hour+time.Duration(i)*time.Minute))
				}
				failed := 0
				r.BeforeCall = func(call tabletest.Call) error {
					if call.Action != "dynamodb:"+action {
						return nil
					}
					failed++
					return errors.New("the table is down")
				}
				if err := r.sweep(stored); !errors.Is(err, background.ErrTableUnavailable) {
					t.Errorf("the error does not report that the table is unavailable: %v", err)
				}
				if failed != 1 || stored.pages != 1 {
					t.Errorf("the sweep continued: %d failed calls, %d pages", failed, stored.pages)
				}
				r.BeforeCall = nil
				requireNoError(t, r.sweep(stored))
				requireFiles(t, stored)
			})
		})
	}
}
