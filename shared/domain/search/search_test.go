package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

var pnt = ticket.Numbering{Prefix: "PNT", Width: 6}

// finds reports whether a query finds a ticket with the given text, and whether it does so by a prefix.
func finds(text, input string) (found, asPrefix bool) {
	document := search.NewDocument(text)
	query := search.ParseQuery(pnt, input)
	if len(query.Words) == 0 && query.Prefix.Key == "" {
		return false, false
	}
	last := search.Postings{Exhausted: true}
	if n := len(query.Words); n > 0 && document.Matches(query.Words[n-1]) {
		last.Numbers = []int64{1}
	}
	asPrefix = query.AsPrefix(last)
	for _, clause := range query.Clauses(asPrefix) {
		if !document.Matches(clause) {
			return false, asPrefix
		}
	}
	return true, asPrefix
}

func TestQueriesFindText(t *testing.T) {
	for _, c := range []struct {
		text, input string
		want        bool
	}{
		{"Plataforma de transparencia", "transparen", true},
		{"Plataforma de transparencia", "TRANSPARENCIA", true},
		{"Plataforma de transparencia", "plataforma transparencia", true},
		{"Plataforma de transparencia", "plataforma transpa", true},
		{"Plataforma de transparencia", "transpa plataforma", false},
		{"Plataforma de transparencia", "transpa ", false},
		{"Plataforma de transparencia", "trans", true},
		{"Plataforma de transparencia", "tran", false},
		{"Dos tickets", "ticke", true},
		{"Dos tickets", "ticket", true},
		{"Un ticket", "tickets", true},
		{"Falta la solicitud", "solicitudes", true},
		{"Faltan solicitudes", "solicitud", true},
		{"La sesión se cierra", "sesion", true},
		{"La sesion se cierra", "sesiones", true},
		{"Año y ñandú", "nandu ano", true},
		{"Nandu", "ÑANDÚ", true},
		{"Ñandu\u0301 descompuesto", "ñandú", true},
		{"Las redes", "red", true},
		{"La red", "redes", true},
		{"Error al cargar", "errores", true},
		{"Upload errors", "error", true},
		{"The service fails", "services", true},
		{"Configuración del SISAI", "configuracion sisai", true},
		{"Configuración del SISAI", "la configuración de un SISAI", true},
		{"Folio 330031824000123 sin respuesta", "330031824000123", true},
		{"Folio 330031824000123 sin respuesta", "33003182", true},
		{"Folio 330031824000123 sin respuesta", "3300", false},
		{"Formato LGT_Art_70_Fr_IX", "art 70", true},
		{"correo ana.perez@inai.org.mx", "ana.perez@inai.org.mx", true},
		{"véase PNT003400", "pnt003400", true},
		{"Informix", "información", false},
		{"cargando", "cargand", true},
		{"Contraseña", "contra", true},
		{"Contraseña", "contra ", false},
		{"x", "de la", false},
		{"Departamento de TI", "ti", true},
		{"Departamento de TI", "TI", true},
		{"IT department", "it", true},
		{"Proyectos de I+D", "I+D", true},
		{"Proyectos de I+D", "proyectos i+d ", true},
		{"Proyectos de I+D", "id", false},
		{"R&D budget", "r&d", true},
		{"R.F.C. inválido", "rfc", true},
		{"RFC inválido", "r.f.c.", true},
		{"Compilador de C++", "c++", true},
		{"Compilador de C++", "c#", false},
		{"Compilador de C#", "C#", true},
		{"correo a.garcia@inai.example", "a.garcia@inai.example", true},
		{"versión 1.2.3", "1.2.3", true},
	} {
		if got, _ := finds(c.text, c.input); got != c.want {
			t.Errorf("%q in %q: %v; terms %v, query %+v", c.input, c.text, got, search.Terms(c.text), search.ParseQuery(pnt, c.input))
		}
	}
}

func TestQueryReportsWhatItLeavesOut(t *testing.T) {
	for _, c := range []struct {
		input       string
		ignored     []string
		shortPrefix string
	}{
		{"transparencia", nil, ""},
		{"¿de la?", []string{"de", "la"}, ""},
		{"Él y él", []string{"Él", "y", "él"}, ""},
		{"plan B", []string{"B"}, ""},
		{"a", []string{"a"}, ""},
		{"++ ?", []string{"++", "?"}, ""},
		{"tran", nil, "tran"},
		{"tran ", nil, ""},
		{"carga 3300", nil, "3300"},
		{"I+D", nil, "I+D"},
		{"«Año", nil, "Año"},
		{"", nil, ""},
	} {
		query := search.ParseQuery(pnt, c.input)
		if !slices.Equal(query.Ignored, c.ignored) || query.ShortPrefix != c.shortPrefix {
			t.Errorf("%q: ignored %q, short prefix %q", c.input, query.Ignored, query.ShortPrefix)
		}
		if query.IsGiven() && query.IsEmpty() && len(query.Ignored) == 0 {
			t.Errorf("%q finds nothing without a reason", c.input)
		}
	}
}

// TestWholeWordIsPreferredToPrefix checks that a query word is not used as a prefix if a ticket contains it as a whole word.
func TestWholeWordIsPreferredToPrefix(t *testing.T) {
	if found, asPrefix := finds("el informe y la información", "informe"); !found || asPrefix {
		t.Errorf("found %v, as a prefix %v", found, asPrefix)
	}
}

func TestParseQueryNumbers(t *testing.T) {
	own := ticket.Numbering{Prefix: "MDS-", Width: 4}
	for input, want := range map[string]int64{"mds-0012": 12, "#12": 12, "PNT000012": 0, "12 error": 0} {
		if got := search.ParseQuery(own, input).Number; got != want {
			t.Errorf("%q: %d, want %d", input, got, want)
		}
	}
}

func TestDocumentPrefersEarlierTexts(t *testing.T) {
	var body strings.Builder
	for i := range 500 {
		fmt.Fprintf(&body, "palabra%c%c%c ", 'a'+i%26, 'a'+i/26%26, 'k')
	}
	document := search.NewDocument("Asunto sobre transparencia", "Ana Pérez", body.String())
	keys := document.Keys()
	if len(keys) != 45+4 { // 45 stems, which is the limit, and asunt*, trans*, perez*, palab*
		t.Errorf("%d terms", len(keys))
	}
	for i, want := range []string{"asunt", "transpar", "ana", "perez"} {
		if keys[i] != want {
			t.Errorf("term %d is %q, want %q", i, keys[i], want)
		}
	}
	if !slices.Contains(keys, "trans*") {
		t.Error("no prefix of the subject")
	}
}

func TestDiff(t *testing.T) {
	before := search.NewDocument("solicitud vieja")
	after := search.NewDocument("solicitud solicitante nueva")
	write, remove := search.Diff(before, after)
	names := func(terms []search.Term) (all []string) {
		for _, term := range terms {
			all = append(all, term.Key)
		}
		return all
	}
	if diff := cmp.Diff([]string{"solicit", "nuev", "solic*", "nueva*"}, names(write)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"viej", "vieja*"}, names(remove)); diff != "" {
		t.Error(diff)
	}
	if write, remove := search.Diff(after, after); write != nil || remove != nil {
		t.Errorf("no change: %v %v", write, remove)
	}
}

var anyText = rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-záéíñA-Z0-9 ,.]{1,12} ){0,80}`))

func TestTermsOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText.Draw(t, "text")
		terms := search.NewDocument(text).Terms
		if len(terms) > search.MaxTerms {
			t.Fatalf("%d terms", len(terms))
		}
		seen := map[string]bool{}
		for _, term := range terms {
			n := utf8.RuneCountInString(term.Key)
			if seen[term.Key] || n == 0 || n > 60 || strings.ContainsAny(term.Key, " \x00#") || !utf8.ValidString(term.Key) {
				t.Fatalf("term %q", term.Key)
			}
			seen[term.Key] = true
		}
		if diff := cmp.Diff(search.Terms(text), search.Terms(strings.ToUpper(strings.ToLower(text)))); diff != "" && isASCII(text) {
			t.Fatalf("upper and lower case have different terms: %s", diff)
		}
		_ = search.ParseQuery(pnt, text)
	})
}

// TestEachWordFindsItsTicket checks that each word of a short text finds the ticket, whether it is typed completely or in part.
func TestEachWordFindsItsTicket(t *testing.T) {
	word := rapid.StringMatching(`[a-zñáéíóú]{2,12}`)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(word, 1, 12).Draw(t, "words")
		text := strings.Join(list, " ")
		input := rapid.SampledFrom(list).Draw(t, "query")
		if len(search.Terms(input)) == 0 {
			return // a stopword
		}
		if found, _ := finds(text, input+" "); !found {
			t.Fatalf("%q is not found as a whole word: %v", input, search.Terms(text))
		}
		runes := []rune(input)
		if len(runes) > 5 {
			prefix := string(runes[:rapid.IntRange(5, len(runes)).Draw(t, "prefix length")])
			if found, _ := finds(text, prefix); !found {
				t.Fatalf("the prefix %q of %q is not found: %+v", prefix, input, search.NewDocument(text))
			}
		}
	})
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

func BenchmarkNewDocument(b *testing.B) {
	text := strings.Repeat("No es posible cargar la información de la fracción séptima en la plataforma nacional de transparencia. ", 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		search.NewDocument("Error al cargar", text)
	}
}
