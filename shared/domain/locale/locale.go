// Package locale holds what the server says to people, in Spanish and English
// (product E1): problems, labels and reasons, from two small catalogs that are
// embedded and read at first use. A text missing from one language, used in Go
// source but in no catalog, or used nowhere fails this package's tests.
//
// When you add a text: put its key into es.json and en.json, use the key as a
// literal in Go source (Text, Message, or one of the families in labels.go),
// and run this package's tests.
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Language is one that the desk speaks, by its BCP 47 base code. The zero
// value stands for Spanish.
type Language string

// The languages of the desk; Spanish comes first (product E1).
const (
	Spanish Language = "es"
	English Language = "en"
)

// Languages are all that the desk speaks, the default first.
func Languages() []Language { return []Language{Spanish, English} }

// Message is a text that is put into words when it is read, in the reader's
// language: a reason in a ticket's history, a field's error. Args fill {0}, {1}…
// The zero value is no message.
type Message struct {
	Key  string
	Args []string
}

// Say makes a Message. Arguments are strings or integers.
func Say(key string, args ...any) Message {
	m := Message{Key: key}
	for _, arg := range args {
		m.Args = append(m.Args, text(arg))
	}
	return m
}

// In puts the message into words.
func (m Message) In(language Language) string {
	if m.Key == "" {
		return ""
	}
	args := make([]any, len(m.Args))
	for i, arg := range m.Args {
		args[i] = arg
	}
	return Text(language, m.Key, args...)
}

// Text is the text of a key with {0}, {1}… replaced by the arguments, which
// are not looked at for further placeholders. An unknown key comes back as
// itself: a visible flaw in a page is better than none, and the tests keep
// unknown keys out.
func Text(language Language, key string, args ...any) string {
	pattern, ok := lookup(language, key)
	if !ok {
		return key
	}
	return fill(pattern, args)
}

// Has tells whether the catalogs know the key.
func Has(key string) bool {
	_, ok := lookup(Spanish, key)
	return ok
}

func lookup(language Language, key string) (string, bool) {
	catalog, ok := catalogs()[language]
	if !ok {
		catalog = catalogs()[Spanish]
	}
	pattern, ok := catalog[key]
	return pattern, ok
}

func fill(pattern string, args []any) string {
	if len(args) == 0 || !strings.Contains(pattern, "{") {
		return pattern
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		digits, after, closed := strings.Cut(rest, "}")
		n, err := strconv.Atoi(digits)
		if !closed || err != nil || n < 0 || n >= len(args) {
			b.WriteByte('{')
			pattern = rest
			continue
		}
		b.WriteString(text(args[n]))
		pattern = after
	}
}

func text(arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	default:
		return fmt.Sprint(v)
	}
}

//go:embed es.json en.json
var files embed.FS

// catalogs are parsed once, at first use: 0.2 ms, which functions that never
// say anything don't pay.
var catalogs = sync.OnceValue(func() map[Language]map[string]string {
	all := make(map[Language]map[string]string, 2)
	for _, language := range Languages() {
		raw, err := files.ReadFile(string(language) + ".json")
		if err != nil {
			panic(err) // embedded, and read by the tests
		}
		catalog := map[string]string{}
		if err := json.Unmarshal(raw, &catalog); err != nil {
			panic(fmt.Errorf("%s.json: %w", language, err))
		}
		all[language] = catalog
	}
	return all
})
