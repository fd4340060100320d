package richtext

import "testing"

func TestDefang(t *testing.T) {
	for _, test := range []struct{ source, want string }{
		{"<p>Sin direcciones: <b>formato.xlsx</b></p>", "<p>Sin direcciones: <b>formato.xlsx</b></p>"},
		{`<p>Entre <a href="https://evil.example/a">aquí</a>.</p>`, "<p>Entre aquí (https[:]//evil[.]example/a).</p>"},
		{`<p><a href="https://evil.example">https://evil.example</a></p>`, "<p>https[:]//evil[.]example</p>"},
		{`<p><a href="mailto:x@evil.example">x@evil.example</a></p>`, "<p>x@evil[.]example</p>"},
		{"<ul><li><p>evil.com &amp; <code>a</code></p></li></ul>", "<ul><li><p>evil[.]com &amp; <code>a</code></p></li></ul>"},
		{"<p>evil<b>.com</b></p><p>B</p>", "<p>evil[.]com</p><p>B</p>"},
		{`<p>evil<a href="https://a.example/">.com</a></p>`, "<p>evil[.]com (https[:]//a[.]example/)</p>"},
	} {
		got, found := Defang(test.source)
		if got != test.want || found != (test.source != test.want) {
			t.Errorf("%s: %s, found: %v", test.source, got, found)
		}
		if again, found := Defang(got); again != got || found {
			t.Errorf("%s: again %s, found: %v", test.source, again, found)
		}
	}
}
