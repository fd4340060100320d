package locale

import "golang.org/x/text/language"

// maxAcceptLanguage is the longest Accept-Language header that is parsed, in bytes. Browsers send less than 100.
const maxAcceptLanguage = 256

// Parse returns the language of a code of the API, and Spanish and false for any other code.
func Parse(code string) (Language, bool) {
	for _, known := range Languages() {
		if string(known) == code {
			return known, true
		}
	}
	return Spanish, false
}

// Match returns the language that fits an Accept-Language header best, and Spanish for a header that is empty, malformed or
// names neither language.
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
