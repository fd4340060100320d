package table

import "mesa/shared/domain/locale"

// LocalizedText is a text in both languages as it is stored: LocalizedText(text) stores one, Text reads it.
type LocalizedText struct {
	Spanish string `dynamodbav:"es"`
	English string `dynamodbav:"en,omitempty"`
}

// Text returns the text as the domain has it.
func (t LocalizedText) Text() locale.Both { return locale.Both(t) }
