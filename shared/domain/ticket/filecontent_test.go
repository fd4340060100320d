package ticket

import "testing"

func TestContentAgrees(t *testing.T) {
	const (
		exe  = "MZ\x90\x00\x03\x00\x00\x00\x04\x00"
		ole  = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00"
		zip  = "PK\x03\x04\x14\x00"
		html = "<html><table><tr><td>1</td></tr></table></html>"
		docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	)
	for _, c := range []struct {
		mediaType, content string
		want               bool
	}{
		{"image/png", "\x89PNG\r\n\x1a\n\x00\x00", true},
		{"image/png", exe, false},
		{"image/png", html, false},
		{"image/jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF", true},
		{"image/gif", "GIF89a\x01\x00", true},
		{"image/bmp", "BM\x36\x00", true},
		{"image/webp", "RIFF\x24\x00\x00\x00WEBPVP8 ", true},
		{"image/webp", "RIFF\x24\x00\x00\x00WAVEfmt ", false},
		{"image/tiff", "II*\x00\x08\x00", true},
		{"image/heic", "\x00\x00\x00\x18ftypheic", true},
		{"video/mp4", "\x00\x00\x00\x20ftypisom", true},
		{"video/mp4", exe, false},
		{"application/pdf", "\n%PDF-1.7\n", true},
		{"application/pdf", html, false},
		{docx, zip, true},
		{docx, ole, true}, // protected with a password
		{docx, exe, false},
		{"application/vnd.ms-excel", ole, true},
		{"application/vnd.ms-excel", html, true},
		{"application/vnd.ms-excel", "\x09\x08\x08\x00\x00\x00\x10\x00\x00\x00\x00\x00", true}, // without a container
		{"application/vnd.ms-excel", exe, false},
		{"application/msword", "{\\rtf1 Hola}", true},
		{"application/zip", "PK\x05\x06\x00\x00", true},
		{"application/zip", "Rar!\x1a\x07", false},
		{"text/csv", "BMW;1\nM\xe9xico;2\n", true}, // Windows-1252
		{"text/plain", "\xff\xfeH\x00o\x00", true},
		{"text/plain", "\x1b[31mERROR\x1b[0m", true},
		{"text/plain", "50 %\b\b\b\b100 %\a\n", true},
		{"text/csv", "\xef\xbb\xbfA;B\n", true},
		{"text/plain", exe, false},
		{"text/plain", "", true},
		{"audio/ogg", exe, true}, // not known
	} {
		if got := ContentAgrees(c.mediaType, []byte(c.content)); got != c.want {
			t.Errorf("%s %q: %v", c.mediaType, c.content, got)
		}
	}
	for content, want := range map[string]string{"\x89PNG\r\n\x1a\n": "png", "\xff\xd8\xff\xe0": "jpg", "%PDF-1.7": "pdf", zip: "", exe: "", html: "", "BMW;1": ""} {
		if got := ExtensionOf([]byte(content)); got != want {
			t.Errorf("the extension of %q: %q", content, got)
		}
	}
	for mediaType := range extensions {
		if contents[mediaType] == nil {
			t.Errorf("%s has extensions, but its content is not checked", mediaType)
		}
	}
}
