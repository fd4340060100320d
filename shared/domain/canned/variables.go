package canned

import (
	"regexp"
	"slices"
	"strings"
)

// Variable is the name of a placeholder in double braces, which is replaced with a value from the ticket.
type Variable string

// The variables. A text with any other variable is invalid, so that a requester never receives an unreplaced placeholder.
const (
	Requester    Variable = "solicitante"
	Number       Variable = "número"
	Subject      Variable = "asunto"
	Topic        Variable = "tema"
	Department   Variable = "departamento"
	Agent        Variable = "agente"
	Due          Variable = "fecha límite"
	Status       Variable = "estado"
	Entity       Variable = "entidad"
	Organization Variable = "organización"
)

// Variables returns all variables in display order.
func Variables() []Variable {
	return []Variable{Requester, Number, Subject, Topic, Department, Agent, Due, Status, Entity, Organization}
}

// aliases maps alternative spellings to variables: without accents, and in English.
var aliases = map[string]Variable{
	"numero": Number, "fecha limite": Due, "organizacion": Organization,
	"requester": Requester, "number": Number, "subject": Subject, "topic": Topic, "department": Department, "agent": Agent,
	"due date": Due, "status": Status, "entity": Entity, "organization": Organization,
}

var braces = regexp.MustCompile(`\{\{([^{}]*)\}\}`)

// Normalize replaces every variable in sanitized HTML with its canonical spelling, and returns the unknown variables.
func Normalize(body string) (normalized string, unknown []string) {
	normalized = braces.ReplaceAllStringFunc(body, func(found string) string {
		name := strings.Join(strings.Fields(found[2:len(found)-2]), " ")
		variable, known := parseVariable(name)
		if !known {
			if !slices.Contains(unknown, name) {
				unknown = append(unknown, name)
			}
			return found
		}
		return "{{" + string(variable) + "}}"
	})
	return normalized, unknown
}

func parseVariable(spelling string) (Variable, bool) {
	name := strings.ToLower(spelling)
	if variable, ok := aliases[name]; ok {
		return variable, true
	}
	variable := Variable(name)
	return variable, slices.Contains(Variables(), variable)
}

// UsedVariables returns the distinct variables of a text in the order of their first use.
func UsedVariables(body string) []Variable {
	used := []Variable{}
	for _, found := range braces.FindAllStringSubmatch(body, -1) {
		if variable, known := parseVariable(found[1]); known && !slices.Contains(used, variable) {
			used = append(used, variable)
		}
	}
	return used
}
