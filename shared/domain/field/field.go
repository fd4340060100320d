// Package field has the extra fields that an administrator gives a help topic, and what is answered in them (issue 4): what may be
// typed, and what of it is kept with the label that the field had then.
package field

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// Kind is what is answered in a field.
type Kind string

// The kinds. An answer is always a text: of a date 2006-01-02, of a number its plain decimals, of a choice the option's
// identifier, of a check box Yes.
const (
	Text     Kind = "text"
	LongText Kind = "long-text"
	Choice   Kind = "choice"
	Date     Kind = "date"
	Number   Kind = "number"
	Checkbox Kind = "checkbox"
)

// Yes is the answer of a check box that is ticked; one that isn't has none.
const Yes = "true"

// Valid reports whether k is one of the kinds.
func (k Kind) Valid() bool {
	return slices.Contains([]Kind{Text, LongText, Choice, Date, Number, Checkbox}, k)
}

// Filters reports whether tickets are listed by a field's answers: where there are few to choose from.
func (k Kind) Filters() bool { return k == Choice || k == Checkbox }

// The most characters that an answer may have, and the default.
const (
	MaxText     = 200
	MaxLongText = 4000
	// maxBytes is two a character: MaxFields of them fit into an item of the ticket's history before and after a change.
	maxBytes = 2 * MaxLongText
)

// Field is one that an administrator has given a topic. Its identifier never changes; a field that is retired, or taken away,
// leaves its answers on the tickets that have them.
type Field struct {
	ID string
	// Retired fields are asked of nobody any more.
	Retired  bool
	Kind     Kind
	Name     locale.Both
	Help     locale.Both
	Required bool
	// Options are those of a choice, in their order.
	Options []Option
	// MaxLength is the most characters of a text; 0 stands for the kind's own.
	MaxLength int
	// Min and Max bound a number; nil does not.
	Min, Max *float64
}

// Option is one of a choice. Its identifier never changes.
type Option struct {
	ID   string
	Name locale.Both
}

// Answer is what was answered in a field, with the label that the field, and the option, had then.
type Answer struct {
	FieldID string      `json:"fieldId"`
	Kind    Kind        `json:"kind"`
	Name    locale.Both `json:"name"`
	Value   string      `json:"value"`
	// Option is the chosen option's label.
	Option locale.Both `json:"option"`
}

// In returns the answer as it is read in a language; dates and check boxes are put into words by who shows them.
func (a Answer) In(language locale.Language) string {
	if a.Kind == Choice {
		return a.Option.In(language)
	}
	return a.Value
}

// Most returns the most characters that an answer in the field may have.
func (f Field) Most() int {
	most := MaxText
	if f.Kind == LongText {
		most = MaxLongText
	}
	if f.MaxLength > 0 {
		most = min(f.MaxLength, most)
	}
	return most
}

// Answer checks what was typed into the field, adds what is wrong with it to the fault's fields by name, and returns the
// answer; none where nothing was answered.
func (f Field) Answer(wrong *fault.Fields, name, typed string) (Answer, bool) {
	answer := Answer{FieldID: f.ID, Kind: f.Kind, Name: f.Name}
	before := len(*wrong)
	typed = strings.TrimSpace(typed)
	if typed == "" || f.Kind == Checkbox && typed == "false" {
		if f.Required {
			wrong.Add(name, "field.required")
		}
		return answer, false
	}
	switch f.Kind {
	case Text:
		answer.Value = check.Line(wrong, name, typed, 0, f.Most())
	case LongText:
		answer.Value = f.lines(wrong, name, typed)
	case Choice:
		i := slices.IndexFunc(f.Options, func(o Option) bool { return o.ID == typed })
		if i < 0 {
			wrong.Add(name, "field.choice")
			break
		}
		answer.Value, answer.Option = typed, f.Options[i].Name
	case Date:
		if _, err := time.Parse(time.DateOnly, typed); err != nil {
			wrong.Add(name, "field.date")
		}
		answer.Value = typed
	case Number:
		answer.Value = f.number(wrong, name, typed)
	default:
		if typed != Yes {
			wrong.Add(name, "field.choice")
		}
		answer.Value = Yes
	}
	if answer.Value == "" && len(*wrong) == before { // nothing is left of characters that nobody sees
		if f.Required {
			wrong.Add(name, "field.required")
		}
		return answer, false
	}
	return answer, len(*wrong) == before
}

// lines checks a text of several lines: each is checked as a line is.
func (f Field) lines(wrong *fault.Fields, name, typed string) string {
	lines := strings.Split(strings.ReplaceAll(typed, "\r\n", "\n"), "\n")
	var seen fault.Fields
	for i, line := range lines {
		lines[i] = strings.TrimRight(check.Line(&seen, name, strings.ReplaceAll(line, "\t", " "), 0, MaxLongText), " ")
	}
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	if utf8.RuneCountInString(text) > f.Most() || len(text) > maxBytes {
		wrong.Add(name, "field.too-long", locale.With("count", f.Most()))
	} else if len(seen) > 0 {
		*wrong = append(*wrong, seen[0])
	}
	return text
}

// maxNumber is the largest whole number that every reader of JSON keeps exactly.
const maxNumber = 1 << 53

// minNumber is the smallest one beside 0: what is smaller would be a row of zeros.
const minNumber = 1e-9

func (f Field) number(wrong *fault.Fields, name, typed string) string {
	value, err := strconv.ParseFloat(typed, 64)
	switch {
	case err != nil || math.IsNaN(value) || math.Abs(value) > maxNumber || value != 0 && math.Abs(value) < minNumber || strings.ContainsAny(typed, "xXpP_"):
		wrong.Add(name, "field.number")
	case f.Min != nil && value < *f.Min:
		wrong.Add(name, "field.too-small", locale.With("least", plain(*f.Min)))
	case f.Max != nil && value > *f.Max:
		wrong.Add(name, "field.too-big", locale.With("most", plain(*f.Max)))
	}
	return plain(value)
}

func plain(value float64) string {
	if value == 0 {
		return "0" // also of -0
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// Prefix is what the names of a form's extra fields begin with: `fields.<id>`.
const Prefix = "fields."

// Asked returns the fields that a form asks: those that are not retired, in their order.
func Asked(fields []Field) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.Retired })
}

// Answers checks what was typed into a topic's fields, by identifier, and returns the answers in the fields' order. A field
// that the form doesn't ask is wrong too.
func Answers(wrong *fault.Fields, fields []Field, typed map[string]string) []Answer {
	var answers []Answer
	fields = Asked(fields)
	for _, f := range fields {
		if answer, answered := f.Answer(wrong, Prefix+f.ID, typed[f.ID]); answered {
			answers = append(answers, answer)
		}
	}
	unknown(wrong, fields, typed)
	return answers
}

func unknown(wrong *fault.Fields, fields []Field, typed map[string]string) {
	var strange []string
	for id := range typed {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.ID == id }) {
			strange = append(strange, id)
		}
	}
	slices.Sort(strange)
	for _, id := range strange {
		wrong.Add(Prefix+id, "field.unknown")
	}
}

// Changed checks what is to become of some answers, by identifier, and returns all of them: those of the topic's fields in
// their order and then those of fields that it has no more, which can be emptied and not changed.
func Changed(wrong *fault.Fields, fields []Field, before []Answer, typed map[string]string) []Answer {
	var after []Answer
	fields, left := Asked(fields), slices.Clone(before)
	for _, f := range fields {
		i := slices.IndexFunc(left, func(a Answer) bool { return a.FieldID == f.ID })
		value, changes := typed[f.ID]
		if changes {
			if answer, answered := f.Answer(wrong, Prefix+f.ID, value); answered {
				after = append(after, answer)
			}
		} else if i >= 0 {
			after = append(after, left[i])
		}
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	rest := make(map[string]string, len(typed))
	maps.Copy(rest, typed)
	for _, answer := range left {
		if value, changes := rest[answer.FieldID]; changes && value == "" {
			delete(rest, answer.FieldID)
			continue
		}
		after = append(after, answer)
	}
	unknown(wrong, fields, rest)
	return after
}
