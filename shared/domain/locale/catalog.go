package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"strconv"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// forms maps plural categories to the forms of a text. A text that does not depend on a number has only the category "other".
type forms map[string]string

// other is the plural category that every language has.
const other = "other"

// selector is the name of the placeholder whose number selects the plural form.
const selector = "count"

var categories = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: other,
}

// category returns the CLDR plural category of a whole number.
func category(in Language, count int) string {
	return categories[plural.Cardinal.MatchPlural(language.Make(string(in)), count, 0, 0, 0, 0)]
}

func (f forms) choose(in Language, values []Value) string {
	if len(f) > 1 {
		for _, value := range values {
			count, err := strconv.Atoi(value.Text)
			if value.Name != selector || err != nil {
				continue
			}
			if text, found := f[category(in, count)]; found {
				return text
			}
		}
	}
	return f[other]
}

// lookup returns the plural forms of the text of a key. A language without a catalog uses the Spanish catalog.
func lookup(in Language, key string) (forms, bool) {
	catalog, found := catalogs[in]
	if !found {
		catalog = catalogs[Spanish]
	}
	raw, found := catalog()[key]
	if !found {
		return nil, false
	}
	var text string
	if err := json.Unmarshal(raw, &text); err == nil {
		return forms{other: text}, true
	}
	var all forms
	if err := json.Unmarshal(raw, &all); err != nil {
		panic(fmt.Errorf("text %s in %s: %w", key, in, err)) // the tests parse every text
	}
	return all, true
}

//go:embed texts
var files embed.FS

// catalogs are parsed when a language is used for the first time, and a text when it is looked up. So functions that return no
// text save 0.2 ms.
var catalogs = map[Language]func() map[string]json.RawMessage{
	Spanish: sync.OnceValue(func() map[string]json.RawMessage { return load(Spanish) }),
	English: sync.OnceValue(func() map[string]json.RawMessage { return load(English) }),
}

func load(in Language) map[string]json.RawMessage {
	folder := path.Join("texts", string(in))
	entries, err := files.ReadDir(folder)
	if err != nil {
		panic(err) // the files are embedded, and the tests read them
	}
	catalog := map[string]json.RawMessage{}
	for _, entry := range entries {
		raw, err := files.ReadFile(path.Join(folder, entry.Name()))
		if err != nil {
			panic(err)
		}
		var part map[string]json.RawMessage
		if err := json.Unmarshal(raw, &part); err != nil {
			panic(fmt.Errorf("%s/%s: %w", folder, entry.Name(), err))
		}
		maps.Copy(catalog, part)
	}
	return catalog
}
