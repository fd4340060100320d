package locale_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/locale"
	"mesa/shared/domain/zone"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		language locale.Language
		key      string
		values   []locale.Value
		want     string
	}{
		{locale.Spanish, "status.resolved", nil, "Atendido"},
		{locale.English, "status.resolved", nil, "Resolved"},
		{"", "status.open", nil, "Abierto"},
		{"fr", "status.open", nil, "Abierto"},
		{locale.Spanish, "field.too-long", []locale.Value{locale.With("count", 200)}, "Puede tener hasta 200 caracteres."},
		{locale.Spanish, "field.too-long", []locale.Value{locale.With("count", 1)}, "Puede tener hasta 1 carácter."},
		{locale.Spanish, "field.too-long", []locale.Value{locale.With("count", 0)}, "Puede tener hasta 0 caracteres."},
		{locale.English, "reason.auto-closed", []locale.Value{locale.With("count", "1")}, "Closed after 1 day without comments."},
		{locale.English, "reason.auto-closed", []locale.Value{locale.With("count", "15")}, "Closed after 15 days without comments."},
		{locale.English, "reason.auto-closed", []locale.Value{locale.With("count", "some")}, "Closed after some days without comments."},
		{locale.Spanish, "field.attachment-size", []locale.Value{locale.With("most", "25 MB"), locale.With("size", "31 MB")}, "El archivo pesa 31 MB; el máximo es 25 MB."},
		{locale.Spanish, "field.too-long", nil, "Puede tener hasta {count} caracteres."},
		{locale.Spanish, "no.such.key", []locale.Value{locale.With("count", "x")}, "no.such.key"},
	} {
		if got := locale.Text(c.language, c.key, c.values...); got != c.want {
			t.Errorf("Text(%q, %q, %v) = %q, want %q", c.language, c.key, c.values, got, c.want)
		}
	}
}

// TestValuesAreInsertedUnchanged checks that a value is inserted unchanged, even if it contains placeholders.
func TestValuesAreInsertedUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringMatching(`([{}a]|\{agent\}|\{topic\}){0,6}`)).Draw(t, "name")
		topic := rapid.OneOf(rapid.String(), rapid.StringMatching(`([{}a]|\{agent\}|\{topic\}){0,6}`)).Draw(t, "topic")
		got := locale.NewMessage("routing.fixed", locale.With("agent", name), locale.With("topic", topic)).In(locale.English)
		want := "Assigned to " + name + " by the rule of the topic " + topic + ": fixed agent."
		if got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func TestMessage(t *testing.T) {
	if got := (locale.Message{}).In(locale.Spanish); got != "" {
		t.Errorf("the zero message has the text %q", got)
	}
	want := locale.Message{Key: "field.too-long", Values: []locale.Value{{Name: "count", Text: "200"}}}
	if diff := cmp.Diff(want, locale.NewMessage("field.too-long", locale.With("count", 200))); diff != "" {
		t.Error(diff)
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		header string
		want   locale.Language
	}{
		{"", locale.Spanish},
		{"en-GB,en;q=0.8", locale.English},
		{"es-MX,es;q=0.9,en;q=0.8", locale.Spanish},
		{"en-US,en;q=0.9,es;q=0.8", locale.English},
		{"de-DE,de;q=0.9,en;q=0.5", locale.English},
		{"fr-FR", locale.Spanish},
		{"*", locale.Spanish},
		{";;;q=,,", locale.Spanish},
		{strings.Repeat("en,", 1000), locale.Spanish},
	} {
		if got := locale.Match(c.header); got != c.want {
			t.Errorf("Match(%.20q) = %q, want %q", c.header, got, c.want)
		}
	}
}

func TestDatesAreInLanguageAndTimeZone(t *testing.T) {
	at := time.Date(2020, 10, 12, 17, 48, 30, 0, time.UTC) // the time of the seed's ticket
	mexico, madrid := zone.FirstKnown("America/Mexico_City"), zone.FirstKnown("Europe/Madrid")
	for _, c := range []struct {
		language locale.Language
		at       time.Time
		in       *time.Location
		want     string
	}{
		{locale.Spanish, at, mexico, "12 oct 2020, 12:48"},
		{locale.English, at, mexico, "12 Oct 2020, 12:48"},
		{locale.Spanish, at, madrid, "12 oct 2020, 19:48"},
		{locale.Spanish, at, nil, "12 oct 2020, 17:48"},
		{locale.Spanish, time.Date(2026, 1, 1, 3, 5, 0, 0, time.UTC), mexico, "31 dic 2025, 21:05"},
		{locale.Spanish, time.Time{}, mexico, ""},
	} {
		if got := locale.DateTime(c.language, c.at, c.in); got != c.want {
			t.Errorf("DateTime(%v) = %q, want %q", c.at, got, c.want)
		}
	}
	if got := locale.Date(locale.English, at, mexico); got != "12 Oct 2020" {
		t.Errorf("Date = %q", got)
	}
}

func TestLabels(t *testing.T) {
	es, en := locale.Spanish, locale.English
	got := []string{
		locale.Status(es, "waiting"), locale.Priority(es, "high"), locale.Priority(es, ""), locale.Role(es, "requester"),
		locale.PriorityCriteria(es, ""),
		locale.ProblemTitle(en, "not-found"), locale.ProblemTitle(en, "no-such-kind"), locale.ProblemDetail(es, "locked", locale.With("count", 30)),
	}
	want := []string{
		"En espera", "ALTA (prioridad 1)", "Sin valorar", "Usuario",
		"",
		"Not found", "Something failed on our side", "Por seguridad, espere 30 segundos antes de intentarlo de nuevo.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
