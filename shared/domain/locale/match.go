package locale

import "golang.org/x/text/language"

// maxAcceptLanguage bounds the header's part that is looked at, in bytes; a
// browser sends under 100.
const maxAcceptLanguage = 256

// Parse is the language of a code as the API carries it; false for any other.
func Parse(code string) (Language, bool) {
	for _, known := range Languages() {
		if string(known) == code {
			return known, true
		}
	}
	return Spanish, false
}

// Match is the language that fits an Accept-Language header best. A malformed,
// empty or foreign one gives Spanish.
func Match(acceptLanguage string) Language {
	if acceptLanguage == "" || len(acceptLanguage) > maxAcceptLanguage {
		return Spanish
	}
	wanted, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(wanted) == 0 {
		return Spanish
	}
	supported := []language.Tag{language.Spanish, language.English}
	_, index, confidence := language.NewMatcher(supported).Match(wanted...)
	if confidence == language.No {
		return Spanish
	}
	return Languages()[index]
}
