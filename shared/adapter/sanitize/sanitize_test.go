package sanitize_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"mesa/shared/adapter/sanitize"
)

func TestTextSanitizesHTML(t *testing.T) {
	const rel = ` rel="noopener noreferrer nofollow"`
	for _, c := range []struct{ name, source, want string }{
		{"empty", "", ""},
		{"text", "Año < 2020 & más", "Año &lt; 2020 &amp; más"},
		{"inline formatting", "<p><b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><code>f</code></p>", "<p><b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><code>f</code></p>"},
		{"lists", "<ul><li>a</li></ul><ol><li>b</li></ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"},
		{"quotation and code", "<blockquote><p>a</p></blockquote><pre><code>a\n  b</code></pre>", "<blockquote><p>a</p></blockquote><pre><code>a\n  b</code></pre>"},
		{
			"links", `<a href="https://a.mx/?q=1&b=2">a</a><a href="mailto:a@b.mx">m</a><a href="HTTP://A.mx">h</a>`,
			`<a href="https://a.mx/?q=1&amp;b=2"` + rel + `>a</a><a href="mailto:a@b.mx"` + rel + `>m</a><a href="http://A.mx"` + rel + `>h</a>`,
		},
		{"unclosed", "<p>a <b>b", "<p>a <b>b</b></p>"},
		{"unmatched end tags", "a</b></ul></div></blockquote>b", "ab"},
		{"attributes", `<p class="x" style="color:red" onclick="x()" id="y" dir="rtl">a</p>`, "<p>a</p>"},
		{"headings", "<h1>Título</h1><p>a</p>", "Título<br/><p>a</p>"},
		{"divisions", "<div>a</div><div>b</div>", "a<br/>b"},
		{"table", "<table><tr><td>A-01</td><td></td><td>1250</td></tr></table>", "<table><tbody><tr><td>A-01</td><td></td><td>1250</td></tr></tbody></table>"},
		{"headers and caption", "<table><caption>Pagos</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>", "Pagos<br/><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"},
		{"merged cells", `<table><tr><td colspan="2" rowspan=9999 style="x">1</td><td colspan="x" rowspan="1">2</td></tr></table>`, `<table><tbody><tr><td colspan="2" rowspan="100">1</td><td>2</td></tr></tbody></table>`},
		{"table in a table", "<table><tr><td>1</td><td><table><tr><td>2</td><td>3</td></tr></table></td></tr></table>b", "1 <table><tbody><tr><td>2</td><td>3</td></tr></tbody></table> <br/>b"},
		{"table in a link", `<a href="https://a.mx"><table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table></a>`, `<a href="https://a.mx"` + rel + `>1 2 <br/>3 </a>`},
		{"table without cells", "a<table></table>b", "a<br/>b"},
		{"start number of a list", `<ol start="3"><li>a</li></ol><ol start="-1"><li>b</li></ol>`, `<ol start="3"><li>a</li></ol><ol><li>b</li></ol>`},
		{"empty line between div elements", "<div>Hola,</div><div><br></div><div>B</div>", "Hola,<br/><br/>B"},
		{"empty line", "<p>Hola,</p><p></p><p>B</p>", "<p>Hola,</p><p></p><p>B</p>"},
		{"indentation", "<p>    at x</p>", "<p>\u00a0\u00a0\u00a0\u00a0at x</p>"},
		{"runs of spaces and tabs", "<p>a  b\tc <b>d</b>  <i>e</i></p>", "<p>a\u00a0 b\u00a0\u00a0\u00a0 c <b>d</b>\u00a0 <i>e</i></p>"},
		{"indentation after a line break", "<p>a<br>  b</p>", "<p>a<br/>\u00a0\u00a0b</p>"},
		{"spaces of the source", "<ul>  <li>a</li>  </ul>  <p>a\n    b</p>", "<ul>  <li>a</li>  </ul>  <p>a\n    b</p>"},
		{"spaces in code", "<pre><code>a  b\tc</code></pre>", "<pre><code>a  b\tc</code></pre>"},
		{"image", `a<img src="https://a.mx/x.png">b`, "ab"},
		{"controls", "a\x00b\x07c\u0085d", "abcd"},
		{"direction controls", "factura\u202efdp.exe\u2066", "facturafdp.exe"},
		{"invalid UTF-8", "a\xffb", "ab"},
		{"relative link", `<a href="/staff">a</a><a href="//evil.mx">b</a>`, "ab"},
	} {
		if got := (sanitize.HTML{}).Text(c.source); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// Each line of testdata/vectors.txt is an attack.
func TestAttackVectors(t *testing.T) {
	raw, err := os.ReadFile("testdata/vectors.txt")
	if err != nil {
		t.Fatal(err)
	}
	unescape := strings.NewReplacer(`\0`, "\x00", `\n`, "\n", `\r`, "\r", `\t`, "\t", `\f`, "\f", `\x01`, "\x01", `\u2028`, "\u2028")
	count := 0
	for line := range strings.SplitSeq(string(raw), "\n") {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		count++
		vector := unescape.Replace(line)
		for _, source := range []string{
			vector, "<p>" + vector + "</p>", vector + vector, "<ul><li>" + vector, "<pre>" + vector, `<a href="https://a.mx">` + vector,
			"<svg>" + vector, "<math>" + vector, "<table>" + vector, "<template>" + vector, "<noscript>" + vector, "<select>" + vector, "<form>" + vector,
			html.EscapeString(vector), strings.ToUpper(vector),
		} {
			requireHarmless(t, source)
		}
	}
	if count < 120 {
		t.Errorf("only %d vectors", count)
	}
}

func TestResultIsSmallForMisnestedInput(t *testing.T) {
	for name, source := range map[string]string{
		"deep":         strings.Repeat("<blockquote>", 20000) + "hola",
		"deep spans":   strings.Repeat("<span>", 20000) + "hola",
		"crossed":      strings.Repeat("<b><i><u><strong><em><code>", 40) + strings.Repeat("<p>hola", 3000),
		"links":        strings.Repeat("<a href=https://a.mx>hola", 2000),
		"open comment": "hola<!--" + strings.Repeat("<b>", 20000),
		"ends":         "hola" + strings.Repeat("</b>", 20000),
	} {
		got := requireHarmless(t, source)
		if !strings.Contains(got, "hola") || len(got) > 5*len(source)+2048 {
			t.Errorf("%s: %d bytes of %d: %.80q", name, len(got), len(source), got)
		}
	}
}

func TestResultIsHarmlessForAnyHTML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { requireHarmless(t, randomHTML.Draw(t, "source")) })
}

// randomHTML generates fragments of tags, foreign content, raw text, comments and hostile attributes, in random order.
var randomHTML = rapid.Custom(func(t *rapid.T) string {
	names := strings.Fields("p br b strong i em u ul ol li blockquote code pre a div span table tr td svg math mtext mglyph malignmark " +
		"annotation-xml foreignObject desc title style script noscript template textarea xmp iframe noembed plaintext select option form input " +
		"img video object embed base meta link h1 font nobr button s marquee frameset body html head")
	name := rapid.SampledFrom(names)
	attribute := rapid.SampledFrom([]string{
		"", " onload=alert(1)", ` href="javascript:alert(1)"`, ` href=https://a.mx`, ` HREF='  https://a.mx/"&quot;><script>'`, ` style="x:expression(1)"`,
		` title="--><img src=x onerror=alert(1)>"`, ` xlink:href="data:text/html,x"`, ` href="mailto:a@b.mx?subject=<b>"`, ` encoding="text/html"`,
		` data-mention="ana"`, ` data-mention='"><script>'`, ` data-mention="ana" onclick=x`,
		` src="/api/attachments/01K8ZQ3V5M2N7R9T4W6X8Y0A1B"`, ` src="/api/attachments/../session"`, ` src="//evil.mx/api/attachments/01K8ZQ3V5M2N7R9T4W6X8Y0A1B"`,
	})
	piece := rapid.OneOf(
		rapid.Custom(func(t *rapid.T) string { return "<" + name.Draw(t, "open") + attribute.Draw(t, "with") + ">" }),
		rapid.Custom(func(t *rapid.T) string { return "</" + name.Draw(t, "close") + ">" }),
		rapid.SampledFrom([]string{
			"<!--", "-->", "--!>", "<!", "<![CDATA[", "]]>", "<?xml ", "?>", "<", ">", `"`, "'", "&", "&lt;", "&amp;lt;script&gt;", "/>", "\x00", "\n", "hola", "<//", "</ ",
		}),
		rapid.String(),
	)
	return strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), "")
})

func FuzzSanitize(f *testing.F) {
	f.Add("<p>hola</p>")
	f.Add(`<svg><style><a title="</style><img src=x onerror=alert(1)>">`)
	f.Fuzz(func(t *testing.T, source string) { requireHarmless(t, source) })
}

// requireHarmless sanitizes HTML and parses the result as a browser would in various contexts. Only the allowed elements and
// link addresses may remain.
func requireHarmless(t rapid.TB, source string) string {
	t.Helper()
	requireHarmlessFrom(t, source, sanitize.HTML{}.Note, "p br b strong i em u ul ol li blockquote code pre a table thead tbody tfoot tr th td img span")
	requireHarmlessFrom(t, source, sanitize.HTML{}.Message, "p br b strong i em u ul ol li blockquote code pre a table thead tbody tfoot tr th td img")
	return requireHarmlessFrom(t, source, sanitize.HTML{}.Text, "p br b strong i em u ul ol li blockquote code pre a table thead tbody tfoot tr th td")
}

func requireHarmlessFrom(t rapid.TB, source string, sanitize func(string) string, elements string) string {
	t.Helper()
	got := sanitize(source)
	if second := sanitize(got); second != got {
		t.Fatalf("%q: not idempotent:\nonce  %q\ntwice %q", source, got, second)
	}
	if !utf8.ValidString(got) {
		t.Fatalf("%q: invalid UTF-8", source)
	}
	allowed := strings.Fields(elements)
	for _, container := range []string{"div", "body", "td", "p"} {
		nodes, err := html.ParseFragmentWithOptions(strings.NewReader(got), &html.Node{Type: html.ElementNode, Data: container, DataAtom: atom.Lookup([]byte(container))}, html.ParseOptionEnableScripting(container == "div"))
		if err != nil {
			t.Fatalf("%q: %v", got, err)
		}
		for _, root := range nodes {
			requireHarmlessNode(t, root, allowed, source, got)
			for node := range root.Descendants() {
				requireHarmlessNode(t, node, allowed, source, got)
			}
		}
	}
	return got
}

var mentionID = regexp.MustCompile("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")

func containsOnlyText(node *html.Node) bool {
	return node.FirstChild != nil && node.FirstChild == node.LastChild && node.FirstChild.Type == html.TextNode
}

var isNumber = regexp.MustCompile("^[1-9][0-9]{0,4}$")

var attachmentImage = regexp.MustCompile("^/api/attachments/[0-9A-HJKMNP-TV-Z]{26}$")

func requireHarmlessNode(t rapid.TB, node *html.Node, allowed []string, source, got string) {
	t.Helper()
	switch node.Type {
	case html.TextNode:
		return
	case html.ElementNode:
	default:
		t.Fatalf("%q → %q: node of type %d", source, got, node.Type)
	}
	if node.Namespace != "" || !slices.Contains(allowed, node.Data) {
		t.Fatalf("%q → %q: element %s %s", source, got, node.Namespace, node.Data)
	}
	required := map[string]int{"a": 2, "img": 2, "span": 1}
	optional := map[string]int{"td": 2, "th": 2, "ol": 1}
	if len(node.Attr) < required[node.Data] || len(node.Attr) > required[node.Data]+optional[node.Data] {
		t.Fatalf("%q → %q: attributes %v", source, got, node.Attr)
	}
	for _, attribute := range node.Attr {
		value := attribute.Val
		harmless := attribute.Key == "rel" && value == "noopener noreferrer nofollow" || node.Data == "img" && attribute.Key == "alt" ||
			node.Data == "span" && attribute.Key == "data-mention" && mentionID.MatchString(value) && containsOnlyText(node) ||
			node.Data == "img" && attribute.Key == "src" && attachmentImage.MatchString(value) ||
			slices.Contains([]string{"td colspan", "td rowspan", "th colspan", "th rowspan", "ol start"}, node.Data+" "+attribute.Key) && isNumber.MatchString(value) ||
			attribute.Key == "href" && (strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "mailto:"))
		if !harmless || attribute.Namespace != "" || strings.ContainsAny(value, "\x00\r\n\t") {
			t.Fatalf("%q → %q: attribute %v", source, got, attribute)
		}
	}
}
