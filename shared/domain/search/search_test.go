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
	if n := len(query.Words); n > 0 && matches(document, query.Words[n-1]) {
		last.Numbers = []int64{1}
	}
	asPrefix = query.AsPrefix(last)
	for _, clause := range query.Clauses(asPrefix) {
		if !matches(document, clause) {
			return false, asPrefix
		}
	}
	return true, asPrefix
}

// matches reports whether a document has a term of a clause.
func matches(d search.Document, c search.Clause) bool {
	return slices.ContainsFunc(d.Terms, func(term search.Term) bool { return slices.Contains(c.Terms(), term.Key) && c.Accepts(term.Words) })
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

// TestRareWordsOfLongTextAreIndexed indexes an entry of 64 KB with a number, a code and a name at its end.
func TestRareWordsOfLongTextAreIndexed(t *testing.T) {
	body := longText(64<<10, "el Folio 330031824000123 con ORA-00942 de Xóchitl")
	document := search.NewDocument("Asunto sobre transparencia", body)
	stems := 0
	for _, term := range document.Terms {
		if len(term.Words) == 0 {
			stems++
		}
	}
	if prefixes := len(document.Terms) - stems; stems != search.MaxStems || prefixes > search.MaxPrefixes {
		t.Errorf("%d stems and %d prefixes", stems, prefixes)
	}
	for _, want := range []string{"330031824000123", "00942", "ora", "xochitl", "asunt"} {
		if !slices.Contains(document.Keys(), want) {
			t.Errorf("%q is not indexed", want)
		}
	}
}

// TestEveryWordOfOrdinaryTextIsIndexed checks a text of 400 different words, about 2.5 KB.
func TestEveryWordOfOrdinaryTextIsIndexed(t *testing.T) {
	text := differentWords(search.MaxStems)
	document := search.NewDocument(text)
	for word := range strings.FieldsSeq(text) {
		if !slices.Contains(document.Keys(), search.Terms(word)[0]) {
			t.Fatalf("%q is not indexed", word)
		}
	}
}

// differentWords returns a text of n different words in lower case with different stems.
func differentWords(n int) string {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "%c%c%ck ", 'b'+i%20, 'b'+i/20%20, 'b'+i/400%20)
	}
	return text.String()
}

// longText returns a text of at least the given size in bytes with more different words than MaxStems, which ends with the given words.
func longText(size int, end string) string {
	text := differentWords(8000)
	return text + strings.Repeat(". ", max(0, size-len(text)-len(end))/2) + end
}

func TestMergeHasEachTermOnce(t *testing.T) {
	first := search.Document{Terms: []search.Term{{Key: "carg"}, {Key: "carga*", Words: []string{"carga"}}}}
	second := search.Document{Terms: []search.Term{{Key: "carga*", Words: []string{"cargado", "carga"}}, {Key: "carg"}, {Key: "masiv"}}}
	want := search.Document{Terms: []search.Term{{Key: "carg"}, {Key: "carga*", Words: []string{"carga", "cargado"}}, {Key: "masiv"}}}
	if diff := cmp.Diff(want, search.Merge(first, second)); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyStaffFindStaffTerms(t *testing.T) {
	part := search.Part{Public: search.NewDocument("publico"), Staff: search.NewDocument("interno")}
	if diff := cmp.Diff(search.NewDocument("publico"), part.In(false)); diff != "" {
		t.Error(diff)
	}
	if keys := part.In(true).Keys(); !slices.Contains(keys, "public") || !slices.Contains(keys, "intern") {
		t.Error(keys)
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
		if len(terms) > search.MaxStems+search.MaxPrefixes {
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
