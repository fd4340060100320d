package table

import "mesa/shared/domain/locale"

// LocalizedText is a text in both languages as it is stored. LocalizedText(text) converts a text of the domain.
type LocalizedText struct {
	Spanish string `dynamodbav:"es"`
	English string `dynamodbav:"en,omitempty"`
}

// Text returns the text as a type of the domain.
func (t LocalizedText) Text() locale.Bilingual { return locale.Bilingual(t) }
