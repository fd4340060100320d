package ticket

import (
	"slices"

	"mesa/shared/domain/field"
)

// setAnswers replaces the answers to the extra fields and records an event for each answer that changes.
func (a *act) setAnswers(after []field.Answer) {
	before := a.ticket.Fields
	for _, answer := range after {
		previous := answerOf(before, answer.FieldID)
		if previous.Value != answer.Value {
			a.record(FieldChanged{previous, answer})
		}
	}
	for _, previous := range before {
		if answerOf(after, previous.FieldID).FieldID == "" {
			a.record(FieldChanged{From: previous})
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

// FieldTerm returns the term for tickets with the given answer to an extra field. value is the identifier of an option, or
// field.Yes.
func FieldTerm(fieldID, value string) string { return "=f:" + fieldID + ":" + value }
