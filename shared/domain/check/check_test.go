package check_test

import (
	"strings"
	"testing"
	"time"

	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// keyOf returns the message key of the field error that a check reports, or "" if the input is valid.
func keyOf(t *testing.T, run func(*fault.FieldErrors)) string {
	t.Helper()
	var errs fault.FieldErrors
	run(&errs)
	switch len(errs) {
	case 0:
		return ""
	case 1:
		if text := errs[0].Message.In(locale.Spanish); text == errs[0].Message.Key || strings.Contains(text, "{") {
			t.Errorf("%q has no text: %q", errs[0].Message.Key, text)
		}
		return errs[0].Message.Key
	default:
		t.Errorf("%d field errors for one field", len(errs))
		return ""
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct {
		value    string
		min, max int
		want     string
	}{
		{"texto", 1, 5, ""},
		{"  ñandú  ", 5, 5, ""},
		{"", 0, 5, ""},
		{"", 1, 5, "field.required"},
		{" \t\n ", 1, 5, "field.required"},
		{"\u200B\u2060", 1, 5, "field.required"},
		{"\uFEFF \U000E0041", 1, 5, "field.required"},
		{"\u200E", 0, 5, ""},
		{"\u3164", 1, 5, "field.required"},
		{"\u2800\uFFA0", 1, 5, "field.required"},
		{"한글", 1, 5, ""},
		{"cinco6", 1, 5, "field.too-long"},
		{"dos", 4, 5, "field.too-short"},
		{"\u202A\x00", 1, 5, "field.required"},
		{"👩‍⚕️", 1, 5, ""},
	} {
		got := keyOf(t, func(f *fault.FieldErrors) { check.Line(f, "x", c.value, c.min, c.max) })
		if got != c.want {
			t.Errorf("Line(%q, %d, %d): %q, want %q", c.value, c.min, c.max, got, c.want)
		}
	}
}

func TestLineRemovesInvisibleCharacters(t *testing.T) {
	for value, want := range map[string]string{
		"A-01\t1250":                "A-01 1250",
		"A-01\r\nA-02\n":            "A-01 A-02",
		"a \t b":                    "a b",
		"a  b":                      "a  b",
		"\u202aC:\\formatos\u202c":  `C:\formatos`,
		"a\u2028b\u2029c\u0085d":    "a b c d",
		"a\x00b\x1b[31m\ufeff\xffc": "ab[31mc",
	} {
		var errs fault.FieldErrors
		if got := check.Line(&errs, "x", value, 1, 20); got != want || len(errs) > 0 {
			t.Errorf("Line(%q) = %q, want %q, errors %v", value, got, want, errs)
		}
	}
}

func TestPersonName(t *testing.T) {
	for value, want := range map[string]string{
		"Lic. Ana Pérez-O'Neill": "", "J.R. Pérez S.": "", "Mesa de Servicio": "", " ": "field.required",
		"https://evil.example": "field.person-name", "Ana //evil": "field.person-name", "WWW.evil": "field.person-name", "evil.com": "field.person-name",
		"Mesa (evil。com)": "field.person-name", "mesa@evil": "field.person-name", "Lic.Ana": "field.person-name",
		"शिक्षा.com": "field.person-name", "evil.भारत": "field.person-name", "💩.la": "field.person-name",
	} {
		if got := keyOf(t, func(f *fault.FieldErrors) { check.PersonName(f, "x", value, 40) }); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

func TestTextRemovesInvisibleCharacters(t *testing.T) {
	for value, want := range map[string]string{
		"uno\r\ndos\u2028tres":      "uno\ndos\ntres",
		"a\tb\n\n\u202aC:\\x\u202c": "a b\n\nC:\\x",
	} {
		var errs fault.FieldErrors
		if got := check.Text(&errs, "x", value, 1, 20); got != want || len(errs) > 0 {
			t.Errorf("Text(%q) = %q, want %q, errors %v", value, got, want, errs)
		}
	}
}

// TestLargeTextsAreRefusedQuickly checks that texts as large as a request are refused in a time that is proportional to their
// size. A text that is within the limit without its white space is valid.
func TestLargeTextsAreRefusedQuickly(t *testing.T) {
	const size = 500_000
	for name, value := range map[string]string{
		"blanks":                  strings.Repeat(" ", size) + "x",
		"only blanks":             strings.Repeat(" ", size),
		"line breaks":             strings.Repeat(" \n", size/2) + "x",
		"invisible characters":    strings.Repeat("\u200b", size/3) + "x",
		"characters":              strings.Repeat("x", size),
		"bidirectional controls":  strings.Repeat("\u202a", size/3) + "x",
		"blanks between controls": strings.Repeat(" \u202a", size/4) + "x",
	} {
		for function, run := range map[string]func(*fault.FieldErrors, string, string, int, int) string{"Line": check.Line, "Text": check.Text} {
			var errs fault.FieldErrors
			start := time.Now()
			got := run(&errs, "x", value, 1, 200)
			if elapsed := time.Since(start); elapsed > 2*time.Second {
				t.Errorf("%s: %s takes %s", name, function, elapsed)
			}
			if got != "" || len(errs) != 1 || errs[0].Message.Key != "field.too-long" {
				t.Errorf("%s: %s returns %d bytes, errors %v", name, function, len(got), errs)
			}
		}
	}
	for function, run := range map[string]func(*fault.FieldErrors, string, string, int, int) string{"Line": check.Line, "Text": check.Text} {
		var errs fault.FieldErrors
		if got := run(&errs, "x", strings.Repeat(" ", 4000)+"👩‍⚕️", 1, 5); got != "👩‍⚕️" || len(errs) > 0 {
			t.Errorf("%s = %q, errors %v", function, got, errs)
		}
	}
}

// TestLongTextIsReadInLinearTime checks a field with a high maximum length, whose limit of bytes does not refuse many blanks.
func TestLongTextIsReadInLinearTime(t *testing.T) {
	var errs fault.FieldErrors
	start := time.Now()
	value := "a" + strings.Repeat(" ", 499_998) + "b"
	if got := check.Line(&errs, "x", value, 1, len(value)); got != value || len(errs) > 0 {
		t.Errorf("%d bytes, errors %v", len(got), errs)
	}
	if elapsed := time.Since(start); elapsed > 2*time.Second {
		t.Errorf("it takes %s", elapsed)
	}
}

func TestEmail(t *testing.T) {
	for value, want := range map[string]string{
		"carlos.miranda@inai.org.mx":            "",
		" a+b@sub.ejemplo.mx ":                  "",
		"":                                      "field.required",
		"carlos":                                "field.email",
		"carlos@":                               "field.email",
		"@inai.org.mx":                          "field.email",
		"carlos@inai":                           "field.email",
		"carlos@inai.x":                         "field.email",
		"Carlos <carlos@inai.org.mx>":           "field.email",
		"<carlos@inai.org.mx>":                  "field.email",
		"a@b.mx, c@d.mx":                        "field.email",
		"carlos@[127.0.0.1]":                    "field.email",
		"carlos@inai..mx":                       "field.email",
		"a@b.mx\r\nBcc: c@d.mx":                 "field.email",
		"\u202aa@b.mx\u202c":                    "",
		strings.Repeat("a", 250) + "@inai.mx":   "field.too-long",
		"carlos miranda@inai.org.mx":            "field.email",
		"\"carlos miranda\"@inai.org.mx (hola)": "field.email",
	} {
		if got := keyOf(t, func(f *fault.FieldErrors) { check.Email(f, "email", value) }); got != want {
			t.Errorf("Email(%q): %q, want %q", value, got, want)
		}
	}
}

func TestPhone(t *testing.T) {
	for _, c := range []struct {
		value    string
		optional bool
		want     string
	}{
		{"55 5004 2400", false, ""},
		{"+52 (722) 226-1980 ext. 101", false, ""},
		{"5550042", false, ""},
		{"", true, ""},
		{"", false, "field.required"},
		{"555004", false, "field.phone"},
		{"llámame al 5550042400", false, "field.phone"},
		{"5550042400\x07", false, ""},
		{strings.Repeat("5", 41), true, "field.too-long"},
		{"٥٥٥٠٠٤٢٤٠٠", true, "field.phone"},
	} {
		if got := keyOf(t, func(f *fault.FieldErrors) { check.Phone(f, "phone", c.value, c.optional) }); got != c.want {
			t.Errorf("Phone(%q): %q, want %q", c.value, got, c.want)
		}
	}
}

func TestTimeZone(t *testing.T) {
	for value, want := range map[string]string{
		"America/Mexico_City": "", "America/Tijuana": "", "UTC": "",
		"": "field.required", "Local": "field.time-zone", "Nowhere": "field.time-zone", "../zone": "field.time-zone",
	} {
		if got := keyOf(t, func(f *fault.FieldErrors) { check.TimeZone(f, "timeZone", value) }); got != want {
			t.Errorf("TimeZone(%q): %q, want %q", value, got, want)
		}
	}
}

func TestLimit(t *testing.T) {
	for value, want := range map[int]string{0: "field.too-small", 1: "", 100: "", 101: "field.too-big"} {
		if got := keyOf(t, func(f *fault.FieldErrors) { check.Limit(f, &value, 25, 100) }); got != want {
			t.Errorf("Limit(%d): %q, want %q", value, got, want)
		}
	}
	if got := check.Limit(nil, nil, 25, 100); got != 25 {
		t.Errorf("without a limit: %d, want 25", got)
	}
}
