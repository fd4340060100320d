package store

import "mesa/shared/domain/field"

// answerPart is an answer as its ticket keeps it.
type answerPart struct {
	ID     string    `dynamodbav:"id"`
	Kind   string    `dynamodbav:"kind"`
	Name   textItem  `dynamodbav:"name"`
	Value  string    `dynamodbav:"value"`
	Option *textItem `dynamodbav:"option,omitempty"`
}

func answerParts(answers []field.Answer) []answerPart {
	parts := make([]answerPart, 0, len(answers))
	for _, a := range answers {
		part := answerPart{ID: a.FieldID, Kind: string(a.Kind), Name: newTextItem(a.Name), Value: a.Value}
		if a.Kind == field.Choice {
			part.Option = new(newTextItem(a.Option))
		}
		parts = append(parts, part)
	}
	return parts
}

func answersOf(parts []answerPart) []field.Answer {
	var answers []field.Answer
	for _, part := range parts {
		a := field.Answer{FieldID: part.ID, Kind: field.Kind(part.Kind), Name: part.Name.text(), Value: part.Value}
		if part.Option != nil {
			a.Option = part.Option.text()
		}
		answers = append(answers, a)
	}
	return answers
}

// chosenParts are the answers that lists are filtered by, as a card has them: by the field's identifier.
func chosenParts(answers []field.Answer) map[string]string {
	chosen := map[string]string{}
	for _, a := range answers {
		if a.Kind.Filters() {
			chosen[a.FieldID] = a.Value
		}
	}
	return chosen
}

// fields are the answers as far as the item has them: an index has a card alone.
func (i ticketItem) fields() []field.Answer {
	if len(i.Fields) > 0 {
		return answersOf(i.Fields)
	}
	var answers []field.Answer
	for id, value := range i.Card.Chosen {
		answers = append(answers, field.Answer{FieldID: id, Kind: field.Choice, Value: value})
	}
	return answers
}
