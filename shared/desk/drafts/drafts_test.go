package drafts_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/drafts"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

const purpose = "ticket.PNT003445.response"

// desk performs the three operations on a test table.
type desk struct {
	t     *testing.T
	table storetest.Table
	clock *clock.Manual
}

func each(t *testing.T, run func(t *testing.T, d desk)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		run(t, desk{t, table, clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))})
	})
}

func (d desk) as(who string) context.Context {
	return caller.With(d.t.Context(), caller.Caller{Person: account.Person{ID: who}})
}

func typed(device, text string, changes ...func(*api.NewDraft)) api.NewDraft {
	body := api.NewDraft{
		Texts: api.DraftTexts{"body": text}, Values: api.DraftValues{"began": float64(3)}, Key: "llave-del-envio", Device: "aparato-" + device,
	}
	for _, change := range changes {
		change(&body)
	}
	return body
}

func (d desk) save(ctx context.Context, body api.NewDraft) (api.DraftSaved, error) {
	got, err := drafts.SaveDraft{Drafts: d.table.Drafts, Sanitizer: sanitize.HTML{}, Clock: d.clock.Clock()}.SaveDraft(ctx, api.SaveDraftRequestObject{Purpose: purpose, Body: &body})
	if err != nil {
		return api.DraftSaved{}, err
	}
	return api.DraftSaved(got.(api.SaveDraft200JSONResponse)), nil
}

func (d desk) get(who string) (api.Draft, error) {
	got, err := drafts.GetDraft{Drafts: d.table.Drafts, Clock: d.clock.Clock()}.GetDraft(d.as(who), api.GetDraftRequestObject{Purpose: purpose})
	if err != nil {
		return api.Draft{}, err
	}
	return api.Draft(got.(api.GetDraft200JSONResponse)), nil
}

func TestOneDraftOnTwoDevices(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		first, err := d.save(d.as("ana"), typed("escritorio", `<p onclick="x()">A medias<script>x()</script></p>`))
		if err != nil || first.Replaced != nil {
			t.Fatalf("%+v, %v", first, err)
		}
		kept, err := d.get("ana")
		if err != nil || kept.Texts["body"] != "<p>A medias</p>" || kept.Values["began"] != float64(3) || kept.Key != "llave-del-envio" {
			t.Errorf("%+v, %v", kept, err)
		}
		if !kept.SavedAt.Equal(first.SavedAt) {
			t.Errorf("saved at %s, read as %s", first.SavedAt, kept.SavedAt)
		}
		if _, err := d.get("bruno"); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's draft: %v", err)
		}

		d.clock.Advance(time.Minute)
		second, err := d.save(d.as("ana"), typed("teléfono", "<p>En el teléfono</p>", func(n *api.NewDraft) { n.Seen = &first.SavedAt }))
		if err != nil || second.Replaced != nil {
			t.Errorf("a device that has seen the draft is surprised by it: %+v, %v", second, err)
		}
		d.clock.Advance(time.Minute)
		third, err := d.save(d.as("ana"), typed("escritorio", "<p>Otra vez aquí</p>", func(n *api.NewDraft) { n.Seen = &first.SavedAt }))
		if err != nil || third.Replaced == nil || third.Replaced.Texts["body"] != "<p>En el teléfono</p>" {
			t.Errorf("what the telephone saved is not handed back: %+v, %v", third, err)
		}
		if again, err := d.save(d.as("ana"), typed("escritorio", "<p>Sigo aquí</p>")); err != nil || again.Replaced != nil {
			t.Errorf("a device is surprised by itself: %+v, %v", again, err)
		}

		d.clock.Advance(draft.KeptFor)
		if _, err := d.get("ana"); !fault.Is(err, fault.NotFound) {
			t.Errorf("after 30 days: %v", err)
		}
		for range 2 {
			if _, err := (drafts.DeleteDraft{Drafts: d.table.Drafts}).DeleteDraft(d.as("ana"), api.DeleteDraftRequestObject{Purpose: purpose}); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestFilesOfADraftStay(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		for _, file := range []ticket.Upload{
			{Attachment: ticket.Attachment{ID: "mia", Filename: "a.txt", Size: 1}, OwnerID: "ana"},
			{Attachment: ticket.Attachment{ID: "ajena", Filename: "b.txt", Size: 1}, OwnerID: "bruno"},
		} {
			if err := d.table.Tickets.Announce(t.Context(), file, d.clock.Clock().Now()); err != nil {
				t.Fatal(err)
			}
		}
		before := d.expiry("ajena")
		ctx, meter := observe.Metered(d.as("ana"))
		if _, err := d.save(ctx, typed("escritorio", "<p>Con archivo</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia", "ajena", "ninguna"}) })); err != nil {
			t.Fatal(err)
		}
		// A write takes at most 4 rounds. One of them is the session lookup, which is not part of this call.
		if cost := meter.Cost(); cost.Rounds > 3 {
			t.Errorf("%+v", cost)
		}
		want := d.clock.Clock().Now().Add(draft.KeptFor + 24*time.Hour).Unix()
		if got := d.expiry("mia"); got != want {
			t.Errorf("the draft's file is kept until %d, not %d", got, want)
		}
		if got := d.expiry("ajena"); got != before {
			t.Errorf("another's file is kept until %d", got)
		}
		ctx, meter = observe.Metered(d.as("ana"))
		if _, err := d.save(ctx, typed("escritorio", "<p>Más</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) })); err != nil {
			t.Fatal(err)
		}
		if cost := meter.Cost(); cost.Rounds > 2 || cost.WriteUnits > 2 {
			t.Errorf("the next words cost %+v", cost)
		}
		// However often a draft is saved, its files are stored as long as the draft.
		for range 40 {
			d.clock.Advance(23 * time.Hour)
			if _, err := d.save(d.as("ana"), typed("escritorio", "<p>Cada día</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) })); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := d.expiry("mia"), d.clock.Clock().Now().Add(draft.KeptFor).Unix(); got < want {
			t.Errorf("a draft of 40 days has its file until %d, not %d", got, want)
		}
	})
}

// flaky fails to postpone the deletion of files while down is set.
type flaky struct {
	draft.Drafts
	down bool
}

func (f *flaky) ExtendFiles(ctx context.Context, ownerID string, ids []string, until time.Time) error {
	if f.down {
		return fault.New(fault.Unavailable)
	}
	return f.Drafts.ExtendFiles(ctx, ownerID, ids, until)
}

func TestFilesThatCouldNotBeKeptAreWithTheNextSave(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		now := d.clock.Clock().Now()
		if err := d.table.Tickets.Announce(t.Context(), ticket.Upload{Attachment: ticket.Attachment{ID: "mia", Filename: "a.txt", Size: 1}, OwnerID: "ana"}, now); err != nil {
			t.Fatal(err)
		}
		kept := &flaky{Drafts: d.table.Drafts, down: true}
		save := func() error {
			body := typed("escritorio", "<p>Con archivo</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) })
			_, err := drafts.SaveDraft{Drafts: kept, Sanitizer: sanitize.HTML{}, Clock: d.clock.Clock()}.SaveDraft(d.as("ana"), api.SaveDraftRequestObject{Purpose: purpose, Body: &body})
			return err
		}
		if err := save(); !fault.Is(err, fault.Unavailable) {
			t.Errorf("a file that could not be kept: %v", err)
		}
		kept.down = false
		if err := save(); err != nil {
			t.Fatal(err)
		}
		if got := d.expiry("mia"); got < now.Add(draft.KeptFor).Unix() {
			t.Errorf("it is kept until %d", got)
		}
	})
}

func (d desk) expiry(id string) int64 {
	d.t.Helper()
	out, err := d.table.Client.GetItem(d.t.Context(), &dynamodb.GetItemInput{TableName: &d.table.Name, Key: map[string]types.AttributeValue{
		"pk": &types.AttributeValueMemberS{Value: "ATTACHMENT#" + id}, "sk": &types.AttributeValueMemberS{Value: "ATTACHMENT"},
	}})
	if err != nil {
		d.t.Fatal(err)
	}
	var at int64
	for _, digit := range out.Item["expiresAt"].(*types.AttributeValueMemberN).Value {
		at = at*10 + int64(digit-'0')
	}
	return at
}

func TestWhatIsRefused(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		for field, change := range map[string]func(*api.NewDraft){
			"texts":         func(n *api.NewDraft) { n.Texts["body"] = strings.Repeat("x", 65537) },
			"values":        func(n *api.NewDraft) { n.Values["v"] = strings.Repeat("v", 17<<10) },
			"key":           func(n *api.NewDraft) { n.Key = "" },
			"device":        func(n *api.NewDraft) { n.Device = strings.Repeat("d", 200) },
			"attachmentIds": func(n *api.NewDraft) { n.AttachmentIds = new(strings.Split("abcdefghijk", "")) },
		} {
			if _, err := d.save(d.as("ana"), typed("uno", "<p>a</p>", change)); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), " "+field+": ") {
				t.Errorf("%s: %v", field, err)
			}
		}
		for _, name := range []string{"", "con espacio", "../otro", strings.Repeat("n", 81)} {
			body := typed("uno", "<p>a</p>")
			_, err := drafts.SaveDraft{Drafts: d.table.Drafts, Sanitizer: sanitize.HTML{}}.SaveDraft(d.as("ana"), api.SaveDraftRequestObject{Purpose: name, Body: &body})
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("%q: %v", name, err)
			}
		}
	})
}
