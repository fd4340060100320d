// Package locale provides the texts that the server writes for people, in Spanish and English (E1): problems, labels, reasons
// and mails.
//
// The texts are in texts/<language>/*.json. Each file maps keys to texts such as "Hola, {reader}:", with named placeholders. A
// text that depends on a number is an object with one text per plural category of the language (CLDR). The value of {count}
// selects the category:
//
//	"password.too-short": { "one": "… al menos {count} carácter.", "other": "… al menos {count} caracteres." }
//
// To add a text, write it in both languages, use its key as a literal in Go source, and run this package's tests. They report
// missing keys and plural categories, unknown and unused keys, placeholders that differ between the languages, and calls whose
// values do not match the placeholders of the text.
package locale

import (
	"fmt"
	"strings"
)

// Language is a language of the interface, by its BCP 47 code. The zero value means Spanish.
type Language string

// The languages of the interface (E1).
const (
	Spanish Language = "es"
	English Language = "en"
)

// Languages returns all languages, the default first.
func Languages() []Language { return []Language{Spanish, English} }

// Value is the value of a placeholder.
type Value struct{ Name, Text string }

// With returns a value for the placeholder {name}.
func With[T ~string | ~int](name string, value T) Value { return Value{name, fmt.Sprint(value)} }

// Message is a text that is translated only when it is read, such as a reason in a ticket's history or a field error. The zero
// value means no message.
type Message struct {
	Key    string
	Values []Value
}

// NewMessage returns the message with a key and values.
func NewMessage(key string, values ...Value) Message { return Message{Key: key, Values: values} }

// In returns the text of the message in a language. It returns "" for the zero message.
func (m Message) In(language Language) string {
	if m.Key == "" {
		return ""
	}
	return Text(language, m.Key, m.Values...)
}

// Text returns the text of a key with its placeholders replaced. Values are inserted unchanged, even if they contain
// placeholders. To make mistakes visible, a placeholder without a value is left unchanged, and an unknown key is returned as
// the text.
func Text(language Language, key string, values ...Value) string {
	forms, found := lookup(language, key)
	if !found {
		return key
	}
	return fill(forms.choose(language, values), values)
}

// HasKey reports whether a text exists for the key.
func HasKey(key string) bool {
	_, found := lookup(Spanish, key)
	return found
}

func fill(text string, values []Value) string {
	if len(values) == 0 || !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(values))
	for _, value := range values {
		pairs = append(pairs, "{"+value.Name+"}", value.Text)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
