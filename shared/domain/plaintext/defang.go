package plaintext

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/publicsuffix"
)

// letters are the characters of all labels of a host name: also the vowel signs of some scripts, which are marks.
const letters = `\p{L}\p{N}\p{M}_-`

// symbols are the emoji that a label may contain, except the last label.
const symbols = `\p{So}\x{1F3FB}-\x{1F3FF}`

var host = regexp.MustCompile(`[` + symbols + letters + `]+(?:[` + dots + `][` + symbols + letters + `]+)*[` + dots + `][` + letters + `]+`)

// dots are the characters that separate the labels of a host name (UTS 46).
const dots = ".。．｡"

// Defang writes the addresses of pages and mailboxes in a text so that no mail program turns them into links:
// https[:]//mesa[.]example. It reports whether the text contains an address.
//
// A name with dots counts as a host name if its last label is a top-level domain, or if it follows "//", "www." or "@". So file
// names such as formato.xlsx and abbreviations remain unchanged. The extension zip is also a top-level domain, so mail programs can
// link recibo.zip. Defang writes such a name as recibo .zip and does not report it as an address, unless it is part of one.
func Defang(text string) (string, bool) {
	var b strings.Builder
	end, found := 0, strings.Contains(text, "://")
	for _, match := range host.FindAllStringIndex(text, -1) {
		name := text[match[0]:match[1]]
		if !isHost(text[:match[0]], name) {
			continue
		}
		b.WriteString(text[end:match[0]])
		if stem, isFile := archive(text[:match[0]], name, text[match[1]:]); isFile {
			b.WriteString(stem + " " + name[len(stem):])
			end = match[1]
			continue
		}
		found = true
		for _, r := range name {
			if isDot(r) {
				b.WriteString("[.]")
			} else {
				b.WriteRune(r)
			}
		}
		end = match[1]
	}
	b.WriteString(text[end:])
	return strings.ReplaceAll(b.String(), "://", "[:]//"), found
}

// archive reports whether a name is that of a ZIP file and not part of an address, and returns the name without the extension.
// before and after are the text around it.
func archive(before, name, after string) (string, bool) {
	const extension = ".zip"
	stem := name[:max(0, len(name)-len(extension))]
	switch {
	case !strings.EqualFold(name[len(stem):], extension), strings.HasPrefix(strings.ToLower(name), "www."):
		return "", false
	case before != "" && strings.ContainsAny(before[len(before)-1:], "/@:\\"), after != "" && strings.ContainsAny(after[:1], "/@:?#\\"):
		return "", false
	default: // also if the rest is a name without dots
		return stem, !strings.ContainsFunc(stem, isDot) || !isHost("", stem)
	}
}

// isHost reports whether a name with dots is a host name. before is the text in front of it.
func isHost(before, name string) bool {
	name = strings.ToLower(name)
	if strings.HasSuffix(before, "//") || strings.HasSuffix(before, "@") || strings.HasPrefix(name, "www.") {
		return true
	}
	labels := strings.FieldsFunc(name, isDot)
	// Mail programs end a host name before "_", and before "-" at its end.
	topLevel, _, _ := strings.Cut(labels[len(labels)-1], "_")
	topLevel = strings.TrimRight(topLevel, "-")
	// The list has some top-level domains, such as jm, only with a label before them.
	_, isKnown := publicsuffix.PublicSuffix("a.b." + topLevel)
	return isKnown || !isASCII(topLevel) // the list has the top-level domains of other scripts in another encoding
}

func isDot(r rune) bool { return strings.ContainsRune(dots, r) }

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
