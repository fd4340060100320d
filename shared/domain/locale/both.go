package locale

// Bilingual is a text that an administrator writes in both languages, such as the name of a topic (E1).
type Bilingual struct {
	Spanish string `json:"spanish"`
	English string `json:"english"`
}

// In returns the text in a language. It returns the Spanish text if there is no English text.
func (b Bilingual) In(language Language) string {
	if language == English && b.English != "" {
		return b.English
	}
	return b.Spanish
}
