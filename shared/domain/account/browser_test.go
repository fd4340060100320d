package account

import (
	"strings"
	"testing"
)

func TestDescribeBrowser(t *testing.T) {
	for name, c := range map[string]struct{ userAgent, want string }{
		"Firefox on Windows": {"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Windows"},
		"Chrome on Android":  {"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome, Android"},
		"Safari on iPhone":   {"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1", "Safari, iPhone"},
		"Safari on a Mac":    {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "Safari, macOS"},
		"Edge on Windows":    {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge, Windows"},
		"a program":          {"curl/8.11.0", ""},
		"none":               {"", ""},
		"a message":          {"Llame al 55 5555 0000/1.0 (Windows NT 10.0)", "Windows"},
		"markup":             {"<b>Chrome</b>/1 (<script>)", ""},
		"a long text":        {strings.Repeat("(", 100_000), ""},
		"not UTF-8":          {"\xff\xfe/1.0 (\xff)", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := DescribeBrowser(c.userAgent); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func FuzzDescribeBrowser(f *testing.F) {
	f.Add("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0")
	f.Fuzz(func(t *testing.T, userAgent string) {
		if got := DescribeBrowser(userAgent); len(got) > 40 {
			t.Errorf("%q", got)
		}
	})
}
