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
		"https://recibo.zip":                    "https[:]//recibo[.]zip",
		"recibo.zip/pago y ana@recibo.zip":      "recibo[.]zip/pago y ana@recibo[.]zip",
		"evil.com.zip, www.recibo.zip":          "evil[.]com[.]zip, www[.]recibo[.]zip",
	} {
		got, changed := Defang(text)
		if got != want || changed != (text != want) {
			t.Errorf("%q: %q, changed: %v", text, got, changed)
		}
	}
}

// TestDefangedArchive checks that the name of a ZIP file is not shown as an address, and that no mail program can link it.
func TestDefangedArchive(t *testing.T) {
	for text, want := range map[string]string{
		"Adjunto recibo.zip.":          "Adjunto recibo .zip.",
		"Recibo_2026.11.ZIP":           "Recibo_2026.11 .ZIP",
		"«recibo.zip» (formato.xlsx)":  "«recibo .zip» (formato.xlsx)",
		"recibo.zip, firma.zip, a.txt": "recibo .zip, firma .zip, a.txt",
	} {
		got, address := Defang(text)
		if got != want || address {
			t.Errorf("%q: %q, address: %v", text, got, address)
		}
		if again, _ := Defang(got); again != got {
			t.Errorf("%q is changed again: %q", got, again)
		}
	}
}
