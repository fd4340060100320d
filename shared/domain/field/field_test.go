package field_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

func withName(f field.Field) field.Field {
	f.ID, f.Name = "f", locale.Bilingual{Spanish: "Folio", English: "Docket"}
	return f
}

func TestAnswer(t *testing.T) {
	options := []field.Option{{ID: "a", Name: locale.Bilingual{Spanish: "Primero", English: "First"}}, {ID: "b", Name: locale.Bilingual{Spanish: "Segundo"}}}
	number := func(minimum, maximum float64) field.Field {
		return field.Field{Kind: field.Number, Min: &minimum, Max: &maximum}
	}
	for _, c := range []struct {
		name    string
		field   field.Field
		input   string
		want    string // value of the answer; empty if there is none
		wantKey string // key of the expected message
	}{
		{"text", field.Field{Kind: field.Text}, "  folio 7 ", "folio 7", ""},
		{"no text", field.Field{Kind: field.Text}, "   ", "", ""},
		{"required text, only invisible characters", field.Field{Kind: field.Text, Required: true}, "\u200b\u3164", "", "field.required"},
		{"long text, only invisible characters", field.Field{Kind: field.LongText}, "\u200b\n\u200b", "", ""},
		{"required text, only blanks", field.Field{Kind: field.Text, Required: true}, " ", "", "field.required"},
		{"only a soft hyphen", field.Field{Kind: field.Text}, "\u00ad", "", ""},
		{"required long text, only a soft hyphen", field.Field{Kind: field.LongText, Required: true}, "\u00ad", "", "field.required"},
		{"two lines of text", field.Field{Kind: field.Text}, "a\nb", "a b", ""},
		{"the maximum length of a text", field.Field{Kind: field.Text}, strings.Repeat("ñ", 200), strings.Repeat("ñ", 200), ""},
		{"a text that is too long", field.Field{Kind: field.Text}, strings.Repeat("ñ", 201), "", "field.too-long"},
		{"a text longer than the field's MaxLength", field.Field{Kind: field.Text, MaxLength: 5}, "123456", "", "field.too-long"},
		{"several lines", field.Field{Kind: field.LongText}, "una\r\n\r\n\tdos ", "una\n\ndos", ""},
		{"several lines, one invisible", field.Field{Kind: field.LongText}, "una\n\u00ad", "una", ""},
		{"several lines, too long", field.Field{Kind: field.LongText, MaxLength: 5}, "123\n456", "", "field.too-long"},
		{"the maximum length of a long text", field.Field{Kind: field.LongText}, strings.Repeat("ñ", 4000), strings.Repeat("ñ", 4000), ""},
		{"the maximum length in characters, too many bytes", field.Field{Kind: field.LongText}, strings.Repeat("語", 4000), "", "field.too-long"},
		{"several lines with an invisible character", field.Field{Kind: field.LongText}, "una\ndos\u202e", "una\ndos", ""},
		{"an option", field.Field{Kind: field.Choice, Options: options}, "b", "b", ""},
		{"an option's name", field.Field{Kind: field.Choice, Options: options}, "Primero", "", "field.choice"},
		{"required choice, no option", field.Field{Kind: field.Choice, Options: options, Required: true}, "", "", "field.required"},
		{"a date", field.Field{Kind: field.Date}, "2026-02-28", "2026-02-28", ""},
		{"no such date", field.Field{Kind: field.Date}, "2026-02-29", "", "field.date"},
		{"a date in another format", field.Field{Kind: field.Date}, "28/02/2026", "", "field.date"},
		{"a number", field.Field{Kind: field.Number}, "007.50", "7.5", ""},
		{"a large number", field.Field{Kind: field.Number}, "1e6", "1000000", ""},
		{"a negative number", field.Field{Kind: field.Number}, "-3", "-3", ""},
		{"negative zero", field.Field{Kind: field.Number}, "-0", "0", ""},
		{"a small number", field.Field{Kind: field.Number}, "1e-9", "0.000000001", ""},
		{"a positive number that is too small", field.Field{Kind: field.Number}, "1e-10", "", "field.number"},
		{"no number", field.Field{Kind: field.Number}, "siete", "", "field.number"},
		{"not a number", field.Field{Kind: field.Number}, "NaN", "", "field.number"},
		{"infinity", field.Field{Kind: field.Number}, "Inf", "", "field.number"},
		{"hexadecimal", field.Field{Kind: field.Number}, "0x1p4", "", "field.number"},
		{"the minimum", number(1, 5), "1", "1", ""},
		{"a number below the minimum", number(1, 5), "0.9", "", "field.too-small"},
		{"a number above the maximum", number(1, 5), "5.1", "", "field.too-big"},
		{"a checked box", field.Field{Kind: field.Checkbox}, "true", "true", ""},
		{"an unchecked box", field.Field{Kind: field.Checkbox}, "false", "", ""},
		{"required check box, unchecked", field.Field{Kind: field.Checkbox, Required: true}, "false", "", "field.required"},
		{"an invalid value of a check box", field.Field{Kind: field.Checkbox}, "quizá", "", "field.choice"},
	} {
		var errs fault.FieldErrors
		got, answered := withName(c.field).Answer(&errs, "fields.f", c.input)
		key := ""
		if len(errs) > 0 {
			key = errs[0].Message.Key
			if len(errs) > 1 || errs[0].Name != "fields.f" {
				t.Errorf("%s: %+v", c.name, errs)
			}
		}
		if key != c.wantKey || answered != (c.want != "") || answered && (got.Value != c.want || got.Name.Spanish != "Folio" || got.FieldID != "f") {
			t.Errorf("%s: %+v, %v, %q", c.name, got, answered, key)
		}
	}
	got, _ := withName(field.Field{Kind: field.Choice, Options: options}).Answer(new(fault.FieldErrors), "", "a")
	if got.In(locale.English) != "First" || got.In(locale.Spanish) != "Primero" {
		t.Errorf("%+v", got)
	}
}

func TestAnswers(t *testing.T) {
	fields := []field.Field{{ID: "one", Kind: field.Text, Required: true}, {ID: "two", Kind: field.Number}, {ID: "three", Kind: field.Checkbox}}
	var errs fault.FieldErrors
	got := field.Answers(&errs, fields, map[string]string{"three": "true", "one": "x"})
	want := []field.Answer{{FieldID: "one", Kind: field.Text, Value: "x"}, {FieldID: "three", Kind: field.Checkbox, Value: "true"}}
	if diff := cmp.Diff(want, got); diff != "" || errs != nil {
		t.Error(diff, errs)
	}
	field.Answers(&errs, fields, map[string]string{"two": "x", "zzz": "1", "other": ""})
	var names []string
	for _, fieldError := range errs {
		names = append(names, fieldError.Name+" "+fieldError.Message.Key)
	}
	if diff := cmp.Diff([]string{"fields.one field.required", "fields.two field.number", "fields.other field.unknown", "fields.zzz field.unknown"}, names); diff != "" {
		t.Error(diff)
	}
	// A retired field is not required, and an answer to it is an error.
	errs, fields[0].Retired = nil, true
	if got := field.Answers(&errs, fields, map[string]string{"one": "x"}); got != nil || len(errs) != 1 || errs[0].Message.Key != "field.unknown" {
		t.Errorf("a retired field: %+v, %+v", got, errs)
	}
	if got := field.Answers(new(fault.FieldErrors), nil, nil); got != nil {
		t.Errorf("a topic without fields: %+v", got)
	}
}

func TestApplyChanges(t *testing.T) {
	fields := []field.Field{{ID: "one", Kind: field.Text, Required: true}, {ID: "two", Kind: field.Text}}
	answer := func(id, value string) field.Answer { return field.Answer{FieldID: id, Kind: field.Text, Value: value} }
	before := []field.Answer{answer("gone", "viejo"), answer("two", "2"), answer("one", "1")}
	for name, c := range map[string]struct {
		input   map[string]string
		want    []field.Answer
		wantKey string
	}{
		"no changes":                          {nil, []field.Answer{answer("one", "1"), answer("two", "2"), answer("gone", "viejo")}, ""},
		"a changed answer":                    {map[string]string{"two": "dos"}, []field.Answer{answer("one", "1"), answer("two", "dos"), answer("gone", "viejo")}, ""},
		"a removed answer":                    {map[string]string{"two": ""}, []field.Answer{answer("one", "1"), answer("gone", "viejo")}, ""},
		"a removed answer that is required":   {map[string]string{"one": ""}, []field.Answer{answer("two", "2"), answer("gone", "viejo")}, "fields.one"},
		"a changed answer of a removed field": {map[string]string{"gone": "nuevo"}, []field.Answer{answer("one", "1"), answer("two", "2"), answer("gone", "viejo")}, "fields.gone"},
		"a removed answer of a removed field": {map[string]string{"gone": ""}, []field.Answer{answer("one", "1"), answer("two", "2")}, ""},
		"an unknown field":                    {map[string]string{"zzz": ""}, []field.Answer{answer("one", "1"), answer("two", "2"), answer("gone", "viejo")}, "fields.zzz"},
	} {
		var errs fault.FieldErrors
		got := field.ApplyChanges(&errs, fields, before, c.input)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if c.wantKey == "" && errs != nil || c.wantKey != "" && (len(errs) != 1 || errs[0].Name != c.wantKey) {
			t.Errorf("%s: %+v", name, errs)
		}
	}
}

func TestCheckFields(t *testing.T) {
	name := locale.Bilingual{Spanish: " Folio ", English: "Docket"}
	retired := field.Field{ID: "viejo", Retired: true, Kind: field.Date, Name: locale.Bilingual{Spanish: "Viejo"}}
	good := field.Field{ID: "folio", Kind: field.Text, Name: name, MaxLength: 40, Min: new(1.0), Options: []field.Option{{ID: "x"}}}
	choice := field.Field{ID: "c", Kind: field.Choice, Name: name, Options: []field.Option{{ID: "a", Name: name}, {ID: "b", Name: name}}}
	var errs fault.FieldErrors
	got := field.CheckFields(&errs, []field.Field{good, choice, retired})
	clean := locale.Bilingual{Spanish: "Folio", English: "Docket"}
	want := []field.Field{
		{ID: "folio", Kind: field.Text, Name: clean, MaxLength: 40},
		{ID: "c", Kind: field.Choice, Name: clean, Options: []field.Option{{ID: "a", Name: clean}, {ID: "b", Name: clean}}},
		retired,
	}
	if diff := cmp.Diff(want, got); diff != "" || errs != nil {
		t.Error(diff, errs)
	}
	with := func(change func(*field.Field)) []field.Field {
		f := choice
		f.Options = append([]field.Option{}, choice.Options...)
		change(&f)
		return []field.Field{f}
	}
	for want, fields := range map[string][]field.Field{
		"fields":                     make([]field.Field, 21),
		"fields.0.id":                with(func(f *field.Field) { f.ID = "con espacio" }),
		"fields.1.id":                {choice, choice},
		"fields.0.kind":              with(func(f *field.Field) { f.Kind = "color" }),
		"fields.0.name.es":           with(func(f *field.Field) { f.Name.Spanish = "" }),
		"fields.0.name.en":           with(func(f *field.Field) { f.Name.English = strings.Repeat("x", 81) }),
		"fields.0.help.es":           with(func(f *field.Field) { f.Help.Spanish = strings.Repeat("x", 301) }),
		"fields.0.options":           with(func(f *field.Field) { f.Options = nil }),
		"fields.0.options.1.id":      with(func(f *field.Field) { f.Options[1].ID = "a" }),
		"fields.0.options.0.name.es": with(func(f *field.Field) { f.Options[0].Name.Spanish = " " }),
		"fields.0.maxLength":         with(func(f *field.Field) { f.Kind, f.MaxLength = field.Text, 201 }),
		"fields.0.max":               with(func(f *field.Field) { f.Kind, f.Min, f.Max = field.Number, new(2.0), new(1.0) }),
	} {
		var errs fault.FieldErrors
		field.CheckFields(&errs, fields)
		if len(errs) != 1 || errs[0].Name != want {
			t.Errorf("%s: %+v", want, errs)
		}
	}
}

// TestStoredAnswersAreValid checks that a stored answer is valid input, because staff who change one field send the other
// answers again.
func TestStoredAnswersAreValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := withName(field.Field{
			Kind:    rapid.SampledFrom([]field.Kind{field.Text, field.LongText, field.Choice, field.Date, field.Number, field.Checkbox}).Draw(t, "kind"),
			Options: []field.Option{{ID: "a"}, {ID: "b"}}, MaxLength: rapid.IntRange(0, 12).Draw(t, "maximum length"),
		})
		input := rapid.OneOf(
			rapid.SampledFrom([]string{"a", "true", "2026-11-24", "007", "-0.10", "1e3", " x\r\n y\t\n", "\u00ad", "x\n\u00ad", "\u00ad\nx"}), rapid.String(), rapid.StringMatching(`-?[0-9]{1,20}\.?[0-9]{0,5}`),
		).Draw(t, "input")
		var errs fault.FieldErrors
		first, answered := f.Answer(&errs, "f", input)
		if !answered {
			return
		}
		second, accepted := f.Answer(&errs, "f", first.Value)
		if !accepted || cmp.Diff(first, second) != "" {
			t.Fatalf("%q is stored as %q, then as %q: %v", input, first.Value, second.Value, errs)
		}
	})
}
