package plaintext

import "testing"

func TestDefang(t *testing.T) {
	for text, want := range map[string]string{
		"Entre a https://evil.example/pnt?a=1.": "Entre a https[:]//evil[.]example/pnt?a=1.",
		"HTTP://EVIL.EXAMPLE":                   "HTTP[:]//EVIL[.]EXAMPLE",
		"ftp://10.0.0.1/x":                      "ftp[:]//10[.]0[.]0[.]1/x",
		"www.evil.example":                      "www[.]evil[.]example",
		"evil.com, mesa.gob.mx":                 "evil[.]com, mesa[.]gob[.]mx",
		"escriba a mesa@evil.example":           "escriba a mesa@evil[.]example",
		"evil。com":                              "evil[.]com",
		"शिक्षा.com, शिक्षा.भारत":               "शिक्षा[.]com, शिक्षा[.]भारत",
		"💩.la y 👍🏽.ws":                          "💩[.]la y 👍🏽[.]ws",
		"Gracias.🙏 10°.":                        "Gracias.🙏 10°.",
		"evil.com.jm o evil.np":                 "evil[.]com[.]jm o evil[.]np",
		"_evil.com_ y *evil.com-*":              "_evil[.]com_ y *evil[.]com-*",
		"_http://2130706433/_":                  "_http[:]//2130706433/_",
		"пример.рф":                             "пример[.]рф",
		"formato.xlsx y 1,250.50 de la Lic.Ana": "formato.xlsx y 1,250.50 de la Lic.Ana",
		"10:00 // v1.2.3, art. 5. Fin.":         "10:00 // v1.2.3, art. 5. Fin.",
	} {
		got, changed := Defang(text)
		if got != want || changed != (text != want) {
			t.Errorf("%q: %q, changed: %v", text, got, changed)
		}
	}
}
