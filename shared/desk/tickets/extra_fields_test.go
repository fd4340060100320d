package tickets_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

var extraFields = []field.Field{
	{ID: "folio", Kind: field.Text, Name: locale.Bilingual{Spanish: "Folio", English: "Docket"}, Required: true, MaxLength: 12},
	{ID: "modulo", Kind: field.Choice, Name: locale.Bilingual{Spanish: "Módulo"}, Options: []field.Option{{ID: "carga", Name: locale.Bilingual{Spanish: "Carga masiva", English: "Mass load"}}, {ID: "otro", Name: locale.Bilingual{Spanish: "Otro"}}}},
	{ID: "urge", Kind: field.Checkbox, Name: locale.Bilingual{Spanish: "Vence hoy"}},
}

// setFields stores the extra fields in the topic SIPOT.
func (r *rig) setFields(fields []field.Field) {
	r.Helper()
	topics, _, err := r.Table.Settings.LatestTopics(r.Context())
	if err != nil {
		r.Fatal(err)
	}
	for _, topic := range topics {
		if topic.ID != "sipot" {
			continue
		}
		topic.Version++
		if err := r.Table.Settings.SaveTopic(r.Context(), topic, fields, audit.New(audit.TopicSaved, time.Now())); err != nil {
			r.Fatal(err)
		}
	}
	r.emptyCaches()
}

func withAnswers(answers map[string]string) api.NewTicket {
	return newTicketBody(func(n *api.NewTicket) { n.Fields = (*api.FieldAnswers)(&answers) })
}

func TestExtraFields(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.setFields(extraFields)
		refused := r.Request("create-ticket", usuario, "/tickets", withAnswers(map[string]string{"modulo": "nada", "zzz": "1"}), "Idempotency-Key", "extra-fields-1")
		problem := read[api.Problem](r, refused, 400)
		var invalid []string
		for _, fieldError := range *problem.Errors {
			invalid = append(invalid, fieldError.Field)
		}
		if diff := cmp.Diff([]string{"fields.folio", "fields.modulo", "fields.zzz"}, invalid); diff != "" {
			t.Error(diff)
		}

		created := r.create(jorge, withAnswers(map[string]string{"folio": "PERA-77", "modulo": "carga", "urge": "true"}))
		want := []api.AnsweredField{
			{Id: "folio", Kind: "text", Name: "Docket", Value: "PERA-77", Text: "PERA-77"},
			{Id: "modulo", Kind: "choice", Name: "Módulo", Value: "carga", Text: "Mass load"},
			{Id: "urge", Kind: "checkbox", Name: "Vence hoy", Value: "true", Text: "true"},
		}
		if diff := cmp.Diff(want, *created.Fields); diff != "" {
			t.Error(diff)
		}
		r.route(created.Number)
		if found := read[api.TicketPage](r, r.Request("list-tickets", jorge, "/tickets?q=pera-77", nil), 200); len(found.Items) != 1 {
			t.Errorf("a search for an answer found %+v", found)
		}

		// After a change of the topic's fields, the ticket still has its answers with their labels.
		retired := extraFields[0]
		retired.Retired = true
		r.setFields(append([]field.Field{retired}, extraFields[1:]...))
		current := r.get(ana, created.Number)
		changed := read[api.Ticket](r, r.Request("update-ticket", ana, "/tickets/"+created.Number, map[string]any{"version": current.Version, "fields": map[string]string{"modulo": "otro", "urge": ""}}), 200)
		spanish := []api.AnsweredField{
			{Id: "modulo", Kind: "choice", Name: "Módulo", Value: "otro", Text: "Otro"},
			{Id: "folio", Kind: "text", Name: "Folio", Value: "PERA-77", Text: "PERA-77"},
		}
		if diff := cmp.Diff(spanish, *changed.Fields); diff != "" {
			t.Error(diff)
		}
		last := changed.Entries[len(changed.Entries)-1]
		var changes []string
		for _, change := range last.Changes {
			from, _ := change.From.Get()
			to, _ := change.To.Get()
			changes = append(changes, strings.Join([]string{string(change.Field), *change.Name, from, to}, "|"))
		}
		if diff := cmp.Diff([]string{"extra|Módulo|Carga masiva|Otro", "extra|Vence hoy|true|"}, changes); diff != "" {
			t.Error(diff)
		}
		refused = r.Request("update-ticket", ana, "/tickets/"+created.Number, map[string]any{"version": changed.Version, "fields": map[string]string{"folio": "otro"}})
		if refused.Code != 400 {
			t.Errorf("a change of a retired field: %d", refused.Code)
		}
		if refused = r.Request("update-ticket", jorge, "/tickets/"+created.Number, map[string]any{"version": changed.Version, "fields": map[string]string{"modulo": "carga"}}); refused.Code != 403 {
			t.Errorf("a change of a field by a requester: %d", refused.Code)
		}
	})
}

func TestListsByExtraFields(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.setFields(extraFields)
		answered := []map[string]string{
			{"folio": "A", "modulo": "carga", "urge": "true"},
			{"folio": "B", "modulo": "carga"},
			{"folio": "C", "modulo": "otro", "urge": "true"},
			{"folio": "D"},
		}
		var numbers []string
		for _, answers := range answered {
			created := r.create(usuario, withAnswers(answers))
			r.route(created.Number)
			numbers = append(numbers, created.Number)
		}
		r.change(ana, numbers[1], map[string]any{"status": "resolved"})
		r.route(numbers[1])
		for query, want := range map[string][]string{
			"queue=open&field=modulo:carga":                                                    {numbers[0]},
			"queue=all&field=modulo:carga":                                                     {numbers[1], numbers[0]},
			"queue=all&topic=sipot&field=modulo:carga,modulo:otro":                             {numbers[2], numbers[1], numbers[0]},
			"queue=all&field=modulo:carga,modulo:otro,urge:true":                               {numbers[2], numbers[0]},
			"queue=open&field=urge:true":                                                       {numbers[0], numbers[2]},
			"queue=all&field=modulo:nada":                                                      nil,
			"queue=all&topic=sisai&field=urge:true":                                            nil,
			"queue=open&field=modulo:carga&sort=created&createdFrom=" + "2026-11-24T00:00:00Z": {numbers[0]},
		} {
			checkNumbers(t, query, r.numbers(ana, query, 2), want)
		}
		for _, query := range []string{"queue=all&field=modulo", "queue=all&field=:x", "queue=all&field=a:b:c", "queue=all&field=" + strings.Repeat("a:b,", 11) + "a:b"} {
			read[api.Problem](r, r.Request("list-tickets", ana, "/tickets?"+query, nil), 400)
		}
		for _, query := range []string{"field=modulo:carga", "details=true"} {
			read[api.Problem](r, r.Request("list-tickets", usuario, "/tickets?"+query, nil), 400)
		}

		// An export also requests the details. That takes one more round for a queue, and none if the search index serves the list.
		for query, rounds := range map[string]int{"queue=open&details=true": 3, "queue=all&field=urge:true&details=true": 3} {
			listed := r.Request("list-tickets", ana, "/tickets?"+query, nil)
			r.checkRounds(listed, rounds)
			for _, card := range read[api.TicketPage](r, listed, 200).Items {
				if card.Number == numbers[0] && (card.Fields == nil || len(*card.Fields) != 3 || (*card.Fields)[1].Text != "Carga masiva") {
					t.Errorf("%s: %+v", query, card.Fields)
				}
			}
		}
		details := make(map[string]api.TicketCard)
		for _, card := range read[api.TicketPage](r, r.Request("list-tickets", ana, "/tickets?queue=resolved&details=true", nil), 200).Items {
			details[card.Number] = card
		}
		if card := details[numbers[1]]; !card.ResolvedAt.IsSpecified() || card.ResolvedAt.IsNull() || card.FirstResponse == nil || card.StoppedMinutes == nil || *card.StoppedMinutes != 0 {
			t.Errorf("a resolved ticket: %+v", card)
		}
		if plain := read[api.TicketPage](r, r.Request("list-tickets", ana, "/tickets?queue=open", nil), 200); plain.Items[0].Fields != nil {
			t.Error("a list without details=true has answers")
		}
	})
}

func TestSaveTopicWithOutdatedVersion(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.setFields(extraFields)
		topics, fields, err := r.Table.Settings.LatestTopics(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(extraFields, fields["sipot"]); diff != "" {
			t.Error(diff)
		}
		for _, topic := range topics {
			if err := r.Table.Settings.SaveTopic(t.Context(), topic, nil, audit.New(audit.TopicSaved, time.Now())); err == nil {
				t.Errorf("%s was saved with an outdated version", topic.ID)
			}
		}
	})
}
