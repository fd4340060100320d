package mailing

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
)

func TestAnswersAreInTheRecipientsLanguage(t *testing.T) {
	stored := []field.Answer{
		{Kind: field.Text, Name: locale.Bilingual{Spanish: "Folio", English: "Docket"}, Value: "PERA-77"},
		{Kind: field.Choice, Name: locale.Bilingual{Spanish: "Módulo"}, Value: "carga", Option: locale.Bilingual{Spanish: "Carga masiva", English: "Mass load"}},
		{Kind: field.Date, Name: locale.Bilingual{Spanish: "Vence"}, Value: "2026-12-01"},
		{Kind: field.Checkbox, Name: locale.Bilingual{Spanish: "Urge"}, Value: field.Yes},
	}
	for language, want := range map[locale.Language][]notify.Answer{
		locale.Spanish: {{Label: "Folio", Value: "PERA-77"}, {Label: "Módulo", Value: "Carga masiva"}, {Label: "Vence", Value: "1 dic 2026"}, {Label: "Urge", Value: "Sí"}},
		locale.English: {{Label: "Docket", Value: "PERA-77"}, {Label: "Módulo", Value: "Mass load"}, {Label: "Vence", Value: "1 Dec 2026"}, {Label: "Urge", Value: "Yes"}},
	} {
		if diff := cmp.Diff(want, answers(stored, language)); diff != "" {
			t.Errorf("%s: %s", language, diff)
		}
	}
}
