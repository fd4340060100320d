package plaintext_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mesa/shared/domain/plaintext"
)

func TestFromHTML(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"empty", "", ""},
		{"plain", "No puedo  entrar\n al sistema", "No puedo entrar al sistema"},
		{"paragraphs", "<p>Uno</p><p>Dos</p>", "Uno\n\nDos"},
		{"lines", "Uno<br>Dos<br/>Tres", "Uno\nDos\nTres"},
		{"divisions", "<div>Uno</div><div>Dos</div>", "Uno\nDos"},
		{"list", "<p>Pasos:</p><ul><li>Abrir</li><li>Cerrar</li></ul>Fin", "Pasos:\n\n- Abrir\n- Cerrar\nFin"},
		{"quotation", "<blockquote><p>Dijo</p><blockquote>Antes</blockquote></blockquote>Sí", "> Dijo\n\n> > Antes\n\nSí"},
		{"code", "<pre>a\n  b</pre>", "a\n  b"},
		{"inline", "un <b>gran</b> <i>pro</i>blema", "un gran problema"},
		{"entities", "a &lt;b&gt; &amp; &eacute;&nbsp;&#241;", "a <b> & é ñ"},
		{"link", `<a href="https://inai.mx/x">la guía</a>`, "la guía (https://inai.mx/x)"},
		{"link whose text is its URL", `<a href="https://inai.mx">https://inai.mx</a>, <a href="mailto:a@b.mx">a@b.mx</a>`, "https://inai.mx, a@b.mx"},
		{"script link", `<a href="javascript:x()">x</a>`, "x"},
		{"invisible elements", "<style>p{}</style><script>var a='</p>'</script><!-- no -->Sí<title>T</title>", "Sí"},
		{"table", "<p>Vea:</p><table><tr><td>A-01</td><td>1250</td></tr><tr><td>3</td></tr></table><p>Fin</p>", "Vea:\n\nA-01\t1250\n3\n\nFin"},
		{"table of the editor", "<table><tbody><tr><th><p>Folio</p></th><td><p>a</p><p>b<br>c</p></td></tr></tbody></table>", "Folio\ta b c"},
		{"empty cells", "<table><tr><td></td><td><p>1</p></td><td></td><td>2</td><td></td></tr><tr><td></td><td></td></tr><tr><td>3</td></tr></table>", "\t1\t\t2\t\n\t\n3"},
		{"merged cells", "<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td><td rowspan=2>e</td></tr><tr><td>f</td></tr></table>", "a\t\tb\nc\td\te\n\tf\t"},
		{"list in a cell", "<table><tr><td><ul><li>a</li><li>b</li></ul></td><td>c</td></tr></table>", "a b\tc"},
		{"table in a table", "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>", "a\tb c"},
		{"numbered list", "<ol><li><p>Abrir</p></li><li><p>Cerrar</p></li></ol>", "1. Abrir\n2. Cerrar"},
		{"numbered list that goes on", `<ol start="3"><li>Abrir</li><li>Cerrar</li></ol>`, "3. Abrir\n4. Cerrar"},
		{"nested lists", "<ol><li>Uno<ul><li>Dentro</li></ul></li><li>Dos</li></ol>", "1. Uno\n  - Dentro\n2. Dos"},
		{"indentation", "<p>a\u00a0 b</p><p>\u00a0\u00a0\u00a0\u00a0at x<br>\u00a0y</p>", "a  b\n\n    at x\n y"},
		{"blank paragraph", "<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"},
		{"unclosed", "<p>Uno<p>Dos<b", "Uno\n\nDos"},
		{"controls", "a\x00b\u0007c", "abc"},
		{"too many breaks", "a<br><br><br><br>b", "a\n\nb"},
		{"end tags without start tags", "</blockquote></pre></a>a", "a"},
	} {
		if got := plaintext.FromHTML(c.source); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for _, c := range []struct {
		source    string
		maxLength int
		want      string
	}{
		{"<p>Uno</p><p>dos</p>", 20, "Uno dos"},
		{"La sección no carga, nunca.", 12, "La sección…"},
		{"ñandúñandúñandú", 6, "ñandú…"},
		{"a b", 0, "…"},
		{"", 0, ""},
	} {
		if got := plaintext.OneLine(c.source, c.maxLength); got != c.want {
			t.Errorf("OneLine(%q, %d) = %q, want %q", c.source, c.maxLength, got, c.want)
		}
	}
}

func TestLength(t *testing.T) {
	for source, want := range map[string]int{
		"": 0, "<p>a &lt;b&gt; &amp; c</p>": 9, `<p><a href="https://inai.mx/guia"><b>guía</b></a></p>`: 4, "<ul><li>a</li></ul>": 1,
	} {
		if got := plaintext.Length(source); got != want {
			t.Errorf("Length(%q) = %d, want %d", source, got, want)
		}
	}
}

// TestTextIsNotMuchLargerThanHTML checks that merged cells, which repeat columns in other rows, cannot make a small table a large text.
func TestTextIsNotMuchLargerThanHTML(t *testing.T) {
	const merged = "<td colspan=100 rowspan=100>"
	rows := strings.Repeat("<tr><td>", 99)
	for name, source := range map[string]string{
		"one table":           "<table><tr>" + strings.Repeat(merged, 15_000) + rows,
		"many tables":         strings.Repeat("<table><tr>"+strings.Repeat(merged, 10)+rows+"</table>", 300),
		"many merged rows":    "<table>" + strings.Repeat("<tr>"+merged+rows, 300),
		"wide cells":          "<table>" + strings.Repeat("<tr><td colspan=100>", 20_000),
		"tables in a cell":    "<table><tr>" + merged + strings.Repeat("<table><tr>"+merged+rows+"</table>", 300),
		"nested quotations":   strings.Repeat("<blockquote>", 10) + strings.Repeat("<p>a", 60_000),
		"items of deep lists": strings.Repeat("<blockquote>", 10) + strings.Repeat("<ol>", 10) + strings.Repeat("<li>a", 60_000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		text, length := plaintext.FromHTML(source), plaintext.Length(source)
		runtime.ReadMemStats(&after)
		if maxSize := 10 * len(source); len(text) > maxSize || length > 3*len(source) {
			t.Errorf("%s: %d bytes of HTML have %d bytes of text and %d characters", name, len(source), len(text), length)
		}
		if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 200*uint64(len(source)) {
			t.Errorf("%s: %d bytes of HTML need %d bytes of memory", name, len(source), allocated)
		}
	}
}

// TestWideTableHasAllColumns checks that the limit of merged cells does not affect a large table of a spreadsheet.
func TestWideTableHasAllColumns(t *testing.T) {
	row := "<tr><td rowspan=3>a</td>" + strings.Repeat("<td>1</td>", 30) + "</tr>" + strings.Repeat("<tr>"+strings.Repeat("<td>1</td>", 30)+"</tr>", 2)
	source := "<table><tr><th colspan=31>Título</th></tr>" + strings.Repeat(row, 40) + "</table>"
	for i, line := range strings.Split(plaintext.FromHTML(source), "\n") {
		if tabs := strings.Count(line, "\t"); tabs != 30 {
			t.Fatalf("row %d has %d tabs", i, tabs)
		}
	}
}

func TestIsEmpty(t *testing.T) {
	for source, want := range map[string]bool{
		"": true, "<p></p>": true, "<p><br></p><p> &nbsp;</p>": true, "\u200b&#8203;": true,
		"<ul><li></li></ul>": true, "<blockquote><p></p></blockquote>": true, "<table><tr><td></td><td></td></tr></table>": true, "<script>x</script>": true, "<img src=x>": true,
		"<p>\u115f\u3164\u034f</p>": true, "<p>\u0301\ufe0f</p>": true,
		"-": false, "<p>&gt;</p>": false, "a": false, "<ul><li>a</li></ul>": false, "👍": false,
	} {
		if got := plaintext.IsEmpty(source); got != want {
			t.Errorf("IsEmpty(%q) = %v", source, got)
		}
	}
}

func TestAnyHTMLIsConverted(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"<table>", "</table>", "<tr>", "<td>", "</td>", "<td colspan=3 rowspan=2>", "<ol>", "</ol>", "&nbsp;", "<p>", "</p>", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<li>", "<a href='https://a.mx'>", "</a>", "<script>", "</script>", "\n", " ", "<br>",
	}))
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		got := plaintext.FromHTML(source)
		if !utf8.ValidString(got) || strings.Contains(got, "\n\n\n") || strings.TrimSpace(got) != "" && strings.HasPrefix(got, "\n") {
			t.Fatalf("%q", got)
		}
		n := rapid.IntRange(1, 40).Draw(t, "n")
		if line := plaintext.OneLine(source, n); utf8.RuneCountInString(line) > n || strings.Contains(line, "\n") {
			t.Fatalf("%q has more than one line or %d characters", line, n)
		}
	})
}
