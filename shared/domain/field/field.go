// Package field implements the rules of the extra fields of help topics and of their answers.
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

// Kind is the kind of a field.
type Kind string

// The kinds. Every answer is a string: a date such as 2006-01-02, a number in decimal notation, the identifier of the chosen
// option, or Yes for a check box.
const (
	Text     Kind = "text"
	LongText Kind = "long-text"
	Choice   Kind = "choice"
	Date     Kind = "date"
	Number   Kind = "number"
	Checkbox Kind = "checkbox"
)

// Yes is the answer of a checked check box. An unchecked check box has no answer.
const Yes = "true"

// Valid reports whether k is one of the kinds.
func (k Kind) Valid() bool {
	return slices.Contains([]Kind{Text, LongText, Choice, Date, Number, Checkbox}, k)
}

// Filterable reports whether lists of tickets can be filtered by the answers, which is so if the answers are a fixed set.
func (k Kind) Filterable() bool { return k == Choice || k == Checkbox }

// The maximum lengths of answers, in characters.
const (
	MaxText     = 200
	MaxLongText = 4000
	// maxBytes is the maximum length of an answer in bytes. With it, a history entry with MaxFields answers before and after a
	// change fits into one item.
	maxBytes = 2 * MaxLongText
)

// Field is an extra field of a topic. Its identifier never changes. Tickets preserve their answers when the field is retired or
// removed.
type Field struct {
	ID string
	// Retired fields are not shown in forms.
	Retired  bool
	Kind     Kind
	Name     locale.Bilingual
	Help     locale.Bilingual
	Required bool
	// Options are the options of a choice in display order.
	Options []Option
	// MaxLength is the maximum length of a text in characters; 0 means the limit of the kind.
	MaxLength int
	// Min and Max are the limits of a number; nil means no limit.
	Min, Max *float64
}

// Option is an option of a choice. Its identifier never changes.
type Option struct {
	ID   string
	Name locale.Bilingual
}

// Answer is the answer to an extra field on a ticket. It stores the labels that the field and the option had at that time.
type Answer struct {
	FieldID string           `json:"fieldId"`
	Kind    Kind             `json:"kind"`
	Name    locale.Bilingual `json:"name"`
	Value   string           `json:"value"`
	// Option is the label of the chosen option.
	Option locale.Bilingual `json:"option"`
}

// In returns the answer in a language: the label of the option for a choice, otherwise the stored value.
func (a Answer) In(language locale.Language) string {
	if a.Kind == Choice {
		return a.Option.In(language)
	}
	return a.Value
}

// MaxChars returns the maximum length of the answer to a text field in characters.
func (f Field) MaxChars() int {
	maxLength := MaxText
	if f.Kind == LongText {
		maxLength = MaxLongText
	}
	if f.MaxLength > 0 {
		maxLength = min(f.MaxLength, maxLength)
	}
	return maxLength
}

// Answer validates the value of a field in a form and returns the answer. It returns false if the value is empty or invalid,
// and appends field errors to errs under the given name.
func (f Field) Answer(errs *fault.FieldErrors, name, input string) (Answer, bool) {
	answer := Answer{FieldID: f.ID, Kind: f.Kind, Name: f.Name}
	before := len(*errs)
	input = strings.TrimSpace(input)
	if input == "" || f.Kind == Checkbox && input == "false" {
		if f.Required {
			errs.Add(name, "field.required")
		}
		return answer, false
	}
	switch f.Kind {
	case Text:
		answer.Value = check.Line(errs, name, input, 0, f.MaxChars())
	case LongText:
		answer.Value = f.multiline(errs, name, input)
	case Choice:
		i := slices.IndexFunc(f.Options, func(o Option) bool { return o.ID == input })
		if i < 0 {
			errs.Add(name, "field.choice")
			break
		}
		answer.Value, answer.Option = input, f.Options[i].Name
	case Date:
		if _, err := time.Parse(time.DateOnly, input); err != nil {
			errs.Add(name, "field.date")
		}
		answer.Value = input
	case Number:
		answer.Value = f.number(errs, name, input)
	default:
		if input != Yes {
			errs.Add(name, "field.choice")
		}
		answer.Value = Yes
	}
	if answer.Value == "" && len(*errs) == before { // only invisible characters
		if f.Required {
			errs.Add(name, "field.required")
		}
		return answer, false
	}
	return answer, len(*errs) == before
}

// multiline validates a text with several lines.
func (f Field) multiline(errs *fault.FieldErrors, name, input string) string {
	text := check.Text(errs, name, input, 0, f.MaxChars())
	if utf8.RuneCountInString(text) <= f.MaxChars() && len(text) > maxBytes {
		errs.Add(name, "field.too-long", locale.With("count", f.MaxChars()))
	}
	return text
}

// maxNumber is the largest integer that every JSON parser reads exactly.
const maxNumber = 1 << 53

// minNumber is the smallest valid number above 0.
const minNumber = 1e-9

func (f Field) number(errs *fault.FieldErrors, name, input string) string {
	value, err := strconv.ParseFloat(input, 64)
	switch {
	case err != nil || math.IsNaN(value) || math.Abs(value) > maxNumber || value != 0 && math.Abs(value) < minNumber || strings.ContainsAny(input, "xXpP_"):
		errs.Add(name, "field.number")
	case f.Min != nil && value < *f.Min:
		errs.Add(name, "field.too-small", locale.With("least", formatNumber(*f.Min)))
	case f.Max != nil && value > *f.Max:
		errs.Add(name, "field.too-big", locale.With("most", formatNumber(*f.Max)))
	}
	return formatNumber(value)
}

func formatNumber(value float64) string {
	if value == 0 {
		return "0" // without the sign of -0
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// Prefix is the prefix of the names of extra fields in field errors: `fields.<id>`.
const Prefix = "fields."

// Active returns the fields that are not retired, in the given order.
func Active(fields []Field) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.Retired })
}

// Answers validates the values of a form, given by field identifier, and returns the answers in the order of the fields. A
// value for any other field is an error.
func Answers(errs *fault.FieldErrors, fields []Field, input map[string]string) []Answer {
	var answers []Answer
	fields = Active(fields)
	for _, f := range fields {
		if answer, answered := f.Answer(errs, Prefix+f.ID, input[f.ID]); answered {
			answers = append(answers, answer)
		}
	}
	checkUnknown(errs, fields, input)
	return answers
}

// checkUnknown reports values for fields that are not in the list. They are unknown or retired.
func checkUnknown(errs *fault.FieldErrors, fields []Field, input map[string]string) {
	var unknown []string
	for id := range input {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.ID == id }) {
			unknown = append(unknown, id)
		}
	}
	slices.Sort(unknown)
	for _, id := range unknown {
		errs.Add(Prefix+id, "field.unknown")
	}
}

// ApplyChanges validates changed values, given by field identifier, and returns all answers after the change: first those of
// the topic's active fields in their order, then those of other fields. Answers of other fields can be removed but not changed.
func ApplyChanges(errs *fault.FieldErrors, fields []Field, before []Answer, input map[string]string) []Answer {
	var after []Answer
	fields, otherAnswers := Active(fields), slices.Clone(before)
	for _, f := range fields {
		i := slices.IndexFunc(otherAnswers, func(a Answer) bool { return a.FieldID == f.ID })
		value, changes := input[f.ID]
		if changes {
			if answer, answered := f.Answer(errs, Prefix+f.ID, value); answered {
				after = append(after, answer)
			}
		} else if i >= 0 {
			after = append(after, otherAnswers[i])
		}
		if i >= 0 {
			otherAnswers = slices.Delete(otherAnswers, i, i+1)
		}
	}
	otherInput := make(map[string]string, len(input))
	maps.Copy(otherInput, input)
	for _, answer := range otherAnswers {
		if value, changes := otherInput[answer.FieldID]; changes && value == "" {
			delete(otherInput, answer.FieldID)
			continue
		}
		after = append(after, answer)
	}
	checkUnknown(errs, fields, otherInput)
	return after
}
