package locale

import "golang.org/x/text/language"

// maxAcceptLanguage is the maximum length in bytes of an Accept-Language header that is parsed. Browsers send less than 100
// bytes.
const maxAcceptLanguage = 256

// Parse returns the language with a code such as "es", and true. For any other code it returns Spanish and false.
func Parse(code string) (Language, bool) {
	for _, known := range Languages() {
		if string(known) == code {
			return known, true
		}
	}
	return Spanish, false
}

// Match returns the language that best matches an Accept-Language header. It returns Spanish if the header is empty, malformed
// or longer than maxAcceptLanguage, or contains neither language.
func Match(acceptLanguage string) Language {
	if acceptLanguage == "" || len(acceptLanguage) > maxAcceptLanguage {
		return Spanish
	}
	requested, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(requested) == 0 {
		return Spanish
	}
	supported := []language.Tag{language.Spanish, language.English}
	_, index, confidence := language.NewMatcher(supported).Match(requested...)
	if confidence == language.No {
		return Spanish
	}
	return Languages()[index]
}
