package locale

// Both is a text that somebody of the desk writes in both languages (product E1).
type Both struct{ Spanish, English string }

// In returns the text in a language, and in Spanish where the language has none.
func (b Both) In(language Language) string {
	if language == English && b.English != "" {
		return b.English
	}
	return b.Spanish
}
