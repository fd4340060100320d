package drafts_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

const purpose = "ticket.PNT003445.response"

var (
	ana   = account.Person{ID: "ana", Username: "ana", Email: "ana@mesa.example", Role: account.Agent}
	bruno = account.Person{ID: "bruno", Username: "bruno", Email: "bruno@mesa.example", Role: account.Agent}
)

// rig sends requests to the three operations on a test table.
type rig struct {
	*wiringtest.Stack
	clock *clock.Manual
}

func each(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		manualClock := clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: manualClock.Clock()}}, manualClock}
		r.SignIn(ana, bruno)
		run(t, r)
	})
}

func newDraft(device, text string, changes ...func(*api.NewDraft)) api.NewDraft {
	body := api.NewDraft{
		Texts: api.DraftTexts{"body": text}, Values: api.DraftValues{"began": float64(3)}, Key: "llave-del-envio", Device: "aparato-" + device,
	}
	for _, change := range changes {
		change(&body)
	}
	return body
}

// put saves a draft of Ana's.
func (r rig) put(body api.NewDraft) wiringtest.Response {
	r.Helper()
	return r.Request("save-draft", ana, "/drafts/"+purpose, body)
}

func (r rig) save(body api.NewDraft) (api.DraftSaved, error) {
	r.Helper()
	return wiringtest.Decode[api.DraftSaved](r.put(body))
}

func (r rig) get(by account.Person) (api.Draft, error) {
	r.Helper()
	return wiringtest.Decode[api.Draft](r.Request("get-draft", by, "/drafts/"+purpose, nil))
}

func TestOneDraftOnTwoDevices(t *testing.T) {
	each(t, func(t *testing.T, r rig) {
		first, err := r.save(newDraft("escritorio", `<p onclick="x()">A medias<script>x()</script></p>`))
		if err != nil || first.Replaced != nil {
			t.Fatalf("%+v, %v", first, err)
		}
		stored, err := r.get(ana)
		if err != nil || stored.Texts["body"] != "<p>A medias</p>" || stored.Values["began"] != float64(3) || stored.Key != "llave-del-envio" {
			t.Errorf("%+v, %v", stored, err)
		}
		if !stored.SavedAt.Equal(first.SavedAt) {
			t.Errorf("saved at %s, read as %s", first.SavedAt, stored.SavedAt)
		}
		if _, err := r.get(bruno); !fault.Is(err, fault.NotFound) {
			t.Errorf("another person's draft: %v", err)
		}

		r.clock.Advance(time.Minute)
		second, err := r.save(newDraft("teléfono", "<p>En el teléfono</p>", func(n *api.NewDraft) { n.Seen = &first.SavedAt }))
		if err != nil || second.Replaced != nil {
			t.Errorf("a save by a device that has read the draft: %+v, %v", second, err)
		}
		r.clock.Advance(time.Minute)
		third, err := r.save(newDraft("escritorio", "<p>Otra vez aquí</p>", func(n *api.NewDraft) { n.Seen = &first.SavedAt }))
		if err != nil || third.Replaced == nil || third.Replaced.Texts["body"] != "<p>En el teléfono</p>" {
			t.Errorf("the draft that the telephone saved is not returned: %+v, %v", third, err)
		}
		if fourth, err := r.save(newDraft("escritorio", "<p>Sigo aquí</p>")); err != nil || fourth.Replaced != nil {
			t.Errorf("a second save by the same device: %+v, %v", fourth, err)
		}

		r.clock.Advance(draft.Lifetime)
		if _, err := r.get(ana); !fault.Is(err, fault.NotFound) {
			t.Errorf("after 30 days: %v", err)
		}
		for range 2 {
			if err := r.Request("delete-draft", ana, "/drafts/"+purpose, nil).Err(); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestFilesAreStoredAsLongAsDraft(t *testing.T) {
	each(t, func(t *testing.T, r rig) {
		for _, file := range []ticket.Upload{
			{Attachment: ticket.Attachment{ID: "mia", Filename: "a.txt", Size: 1}, OwnerID: "ana"},
			{Attachment: ticket.Attachment{ID: "ajena", Filename: "b.txt", Size: 1}, OwnerID: "bruno"},
		} {
			if err := r.Table.Tickets.AddUpload(t.Context(), file, r.clock.Clock().Now()); err != nil {
				t.Fatal(err)
			}
		}
		before := r.expiry("ajena")
		response := r.put(newDraft("escritorio", "<p>Con archivo</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia", "ajena", "ninguna"}) }))
		if err := response.Err(); err != nil || response.Cost.Rounds > 4 {
			t.Fatalf("%v, %+v", err, response.Cost)
		}
		want := r.clock.Clock().Now().Add(draft.Lifetime + 24*time.Hour).Unix()
		if got := r.expiry("mia"); got != want {
			t.Errorf("the draft's file expires at %d, not %d", got, want)
		}
		if got := r.expiry("ajena"); got != before {
			t.Errorf("another person's file expires at %d", got)
		}
		response = r.put(newDraft("escritorio", "<p>Más</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) }))
		if err := response.Err(); err != nil || response.Cost.Rounds > 3 || response.Cost.WriteUnits > 2 {
			t.Fatalf("the next save: %v, %+v", err, response.Cost)
		}
		// However often a draft is saved, its files are stored as long as the draft.
		for range 40 {
			r.clock.Advance(23 * time.Hour)
			if _, err := r.save(newDraft("escritorio", "<p>Cada día</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) })); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := r.expiry("mia"), r.clock.Clock().Now().Add(draft.Lifetime).Unix(); got < want {
			t.Errorf("the file of a draft of 40 days expires at %d, not after %d", got, want)
		}
	})
}

func TestNextSavePostponesDeletionAfterFailure(t *testing.T) {
	each(t, func(t *testing.T, r rig) {
		now := r.clock.Clock().Now()
		if err := r.Table.Tickets.AddUpload(t.Context(), ticket.Upload{Attachment: ticket.Attachment{ID: "mia", Filename: "a.txt", Size: 1}, OwnerID: "ana"}, now); err != nil {
			t.Fatal(err)
		}
		save := func() error {
			_, err := r.save(newDraft("escritorio", "<p>Con archivo</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) }))
			return err
		}
		r.BeforeCall = func(call tabletest.Call) error {
			if call.Action == "dynamodb:UpdateItem" && call.Key == "ATTACHMENT#mia" {
				return errors.New("the table is not available")
			}
			return nil
		}
		if err := save(); !fault.Is(err, fault.Unavailable) {
			t.Errorf("a save that cannot postpone the deletion: %v", err)
		}
		r.BeforeCall = nil
		if err := save(); err != nil {
			t.Fatal(err)
		}
		if got := r.expiry("mia"); got < now.Add(draft.Lifetime).Unix() {
			t.Errorf("the file is deleted at %d", got)
		}
	})
}

// expiry returns the time, in seconds since 1970, from which a sweep may delete a file.
func (r rig) expiry(id string) int64 {
	r.Helper()
	var item struct {
		UnclaimedUntil int64 `dynamodbav:"unclaimedUntil"`
	}
	if err := attributevalue.UnmarshalMap(r.Table.Item(r.TB, "ATTACHMENT#"+id, "ATTACHMENT"), &item); err != nil {
		r.Fatal(err)
	}
	return item.UnclaimedUntil
}

func TestDraftsAreValidated(t *testing.T) {
	each(t, func(t *testing.T, r rig) {
		for field, change := range map[string]func(*api.NewDraft){
			"texts":         func(n *api.NewDraft) { n.Texts["body"] = strings.Repeat("x", 65537) },
			"values":        func(n *api.NewDraft) { n.Values["v"] = strings.Repeat("v", 17<<10) },
			"key":           func(n *api.NewDraft) { n.Key = "" },
			"device":        func(n *api.NewDraft) { n.Device = strings.Repeat("d", 200) },
			"attachmentIds": func(n *api.NewDraft) { n.AttachmentIds = new(strings.Split("abcdefghijk", "")) },
		} {
			if _, err := r.save(newDraft("uno", "<p>a</p>", change)); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), " "+field+": ") {
				t.Errorf("%s: %v", field, err)
			}
		}
		for _, name := range []string{"", "con espacio", "../otro", strings.Repeat("n", 81)} {
			err := r.Request("save-draft", ana, "/drafts/"+url.PathEscape(name), newDraft("uno", "<p>a</p>")).Err()
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("%q: %v", name, err)
			}
		}
	})
}
