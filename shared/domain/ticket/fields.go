package ticket

import (
	"slices"

	"mesa/shared/domain/field"
)

// answer brings the extra fields to what they are to hold, and notes each that changes by its label.
func (a *act) answer(after []field.Answer) {
	before := a.ticket.Fields
	for _, now := range after {
		was := answerOf(before, now.FieldID)
		if was.Value != now.Value {
			a.record(FieldChanged{was, now})
		}
	}
	for _, was := range before {
		if answerOf(after, was.FieldID).FieldID == "" {
			a.record(FieldChanged{From: was})
		}
	}
	a.ticket.Fields = after
}

func answerOf(answers []field.Answer, id string) field.Answer {
	if i := slices.IndexFunc(answers, func(a field.Answer) bool { return a.FieldID == id }); i >= 0 {
		return answers[i]
	}
	return field.Answer{}
}

// FieldTerm is the term of the tickets with an answer of those to choose among: an option's identifier, or field.Yes.
func FieldTerm(fieldID, value string) string { return "=f:" + fieldID + ":" + value }
