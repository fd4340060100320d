package ticket

import (
	"slices"

	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

// answer brings the extra fields to what they are to hold, and notes each that changes by its label.
func (a *act) answer(after []field.Answer) {
	before := a.ticket.Fields
	for _, now := range after {
		was := answerOf(before, now.FieldID)
		if was.Value != now.Value {
			a.noteAnswer(now.Name, was, now)
		}
	}
	for _, was := range before {
		if answerOf(after, was.FieldID).FieldID == "" {
			a.noteAnswer(was.Name, was, field.Answer{})
		}
	}
	a.ticket.Fields = after
}

func (a *act) noteAnswer(label locale.Both, was, now field.Answer) {
	a.note(Change{
		Field: ExtraField, Name: label.In(locale.Spanish),
		From: was.In(locale.Spanish), FromID: optionOf(was), To: now.In(locale.Spanish), ToID: optionOf(now),
	})
}

// optionOf is the identifier of what was chosen. Other answers are no names of anything: the history has them once.
func optionOf(a field.Answer) string {
	if a.Kind != field.Choice {
		return ""
	}
	return a.Value
}

func answerOf(answers []field.Answer, id string) field.Answer {
	if i := slices.IndexFunc(answers, func(a field.Answer) bool { return a.FieldID == id }); i >= 0 {
		return answers[i]
	}
	return field.Answer{}
}

// FieldTerm is the term of the tickets with an answer of those to choose among: an option's identifier, or field.Yes.
func FieldTerm(fieldID, value string) string { return "=f:" + fieldID + ":" + value }
