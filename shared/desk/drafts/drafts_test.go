package drafts_test

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
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

func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
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
	onTable(t, func(t *testing.T, r rig) {
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

// TestFilesOfDraft checks that a draft contains the identifiers of its files, and that saving it takes one round besides the
// session lookup. The files are deleted later than the draft, so saving need not postpone their deletion.
func TestFilesOfDraft(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		response := r.put(newDraft("escritorio", "<p>Con archivo</p>", func(n *api.NewDraft) { n.AttachmentIds = new([]string{"mia"}) }))
		if err := response.Err(); err != nil || response.Cost.Rounds > 2 || response.Cost.WriteUnits > 1 {
			t.Fatalf("%v, %+v", err, response.Cost)
		}
		if stored, err := r.get(ana); err != nil || !slices.Equal(stored.AttachmentIds, []string{"mia"}) {
			t.Errorf("%v, %v", stored.AttachmentIds, err)
		}
	})
}

func TestDraftsAreValidated(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
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

// TestLargestDraftIsStored checks that a draft fits into an item of the table if the size of its sanitized texts is within the
// limit, and that the person gets a field error if it is not. Sanitizing makes the texts of each case larger.
func TestLargestDraftIsStored(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		values := func(n *api.NewDraft) { n.Values["v"] = strings.Repeat("v", 16<<10-40) }
		const stored = 320<<10 - 100
		for name, c := range map[string]struct {
			body    string
			refused bool
		}{
			"escaped characters":  {strings.Repeat("&", 37_450) + strings.Repeat("<b>&</b>", 28_086), true},
			"links":               {strings.Repeat(`<p><a href="https://a.mx">a</a></p>`, 7_000), true},
			"the largest item":    {strings.Repeat("&", stored/5), false},
			"more formatted text": {strings.Repeat("<b>&</b>", stored/12+20), true},
		} {
			var unescaped strings.Builder // as a page sends it
			encoder := json.NewEncoder(&unescaped)
			encoder.SetEscapeHTML(false)
			if err := encoder.Encode(newDraft("uno", c.body, values)); err != nil {
				t.Fatal(err)
			}
			response := r.Request("save-draft", ana, "/drafts/"+purpose, unescaped.String())
			if !c.refused && response.Err() != nil {
				t.Errorf("%s: %v", name, response.Err())
			}
			if c.refused && (!fault.Is(response.Err(), fault.Invalid) || !strings.Contains(response.Body.String(), "ocupa demasiado espacio por su formato")) {
				t.Errorf("%s: %v, %s", name, response.Err(), response.Body)
			}
		}
	})
}
