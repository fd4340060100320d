package locale

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// placeholdersOf returns the placeholders of a text, sorted and without duplicates.
func placeholdersOf(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// textsOf returns all texts of a language.
func textsOf(t *testing.T, in Language) map[string]forms {
	t.Helper()
	all := map[string]forms{}
	for key := range catalogs[in]() {
		text, found := lookup(in, key)
		if !found {
			t.Fatalf("%s: %s is not found", in, key)
		}
		all[key] = text
	}
	return all
}

func TestLanguagesHaveTheSameKeysAndPlaceholders(t *testing.T) {
	shape := func(in Language) map[string][]string {
		all := map[string][]string{}
		for key, text := range textsOf(t, in) {
			for form, words := range text {
				names := placeholdersOf(words)
				if strings.TrimSpace(words) == "" {
					t.Errorf("%s: %s (%s) is empty", in, key, form)
				}
				if rest := placeholder.ReplaceAllString(words, ""); strings.ContainsAny(rest, "{}") {
					t.Errorf("%s: %s (%s) has a brace that belongs to no placeholder", in, key, form)
				}
				if diff := cmp.Diff(placeholdersOf(text[other]), names); diff != "" {
					t.Errorf("%s: the forms of %s have different placeholders: %s", in, key, diff)
				}
				all[key] = names
			}
		}
		return all
	}
	if diff := cmp.Diff(shape(Spanish), shape(English)); diff != "" {
		t.Errorf("the texts of es (-) and en (+) differ:\n%s", diff)
	}
}

// TestTextsWithANumberHaveEveryPluralForm checks that a text with a number has a form for each plural category of whole numbers
// in its language.
func TestTextsWithANumberHaveEveryPluralForm(t *testing.T) {
	counts := []int{1_000_000, 1_000_000_000}
	for count := range 1000 {
		counts = append(counts, count)
	}
	for _, in := range Languages() {
		required := map[string]bool{}
		for _, count := range counts {
			required[category(in, count)] = true
		}
		for key, text := range textsOf(t, in) {
			counted := slices.Contains(placeholdersOf(text[other]), "{"+selector+"}")
			if plain := len(text) == 1; counted == plain {
				t.Errorf("%s: %s must have both {%s} and plural forms, or neither", in, key, selector)
				continue
			}
			if got, want := slices.Sorted(maps.Keys(text)), slices.Sorted(maps.Keys(required)); counted && !slices.Equal(got, want) {
				t.Errorf("%s: %s has the forms %v, the language has %v", in, key, got, want)
			}
		}
	}
}

func TestEachKeyIsInOneFile(t *testing.T) {
	for _, in := range Languages() {
		seen := map[string]string{}
		names, err := fs.Glob(files, path.Join("texts", string(in), "*.json"))
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			raw, err := files.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var part map[string]json.RawMessage
			if err := json.Unmarshal(raw, &part); err != nil {
				t.Fatal(err)
			}
			for key := range part {
				if seen[key] != "" {
					t.Errorf("%s is in %s and in %s", key, seen[key], name)
				}
				seen[key] = name
			}
		}
	}
}

func BenchmarkFirstText(b *testing.B) {
	for b.Loop() {
		load(Spanish)
	}
}
