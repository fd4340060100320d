package locale

import (
	"slices"
	"strings"
)

// Status returns the label of a ticket's status: "Abierto" for open.
func Status(language Language, code string) string { return Text(language, "status."+code) }

// Priority returns the label of a priority: "ALTA (prioridad 1)" for high, "Sin valorar" for none.
func Priority(language Language, code string) string {
	if code == "" {
		code = "unset"
	}
	return Text(language, "priority."+code)
}

// PriorityCriteria returns when a priority applies (D2), and "" for none.
func PriorityCriteria(language Language, code string) string {
	if code == "" {
		return ""
	}
	return Text(language, "criteria."+code)
}

// Role returns the label of an account's role: "Usuario" for requester.
func Role(language Language, code string) string { return Text(language, "role."+code) }

// ProblemTitle returns the title of a problem document of a kind such as "not-found". Unknown kinds get the texts of
// "unexpected".
func ProblemTitle(language Language, kind string) string {
	return Text(language, "problem."+knownKind(kind)+".title")
}

// ProblemDetail returns what the reader can do about a problem; see ProblemTitle.
func ProblemDetail(language Language, kind string, values ...Value) string {
	return Text(language, "problem."+knownKind(kind)+".detail", values...)
}

func knownKind(kind string) string {
	if Has("problem." + kind + ".title") {
		return kind
	}
	return "unexpected"
}

// entityCodes are the Federation and Mexico's 32 federal entities in the alphabetical order of their names (B5).
const entityCodes = "FEDERACION AGUASCALIENTES BAJA_CALIFORNIA BAJA_CALIFORNIA_SUR CAMPECHE CHIAPAS CHIHUAHUA " +
	"CIUDAD_DE_MEXICO COAHUILA COLIMA DURANGO ESTADO_DE_MEXICO GUANAJUATO GUERRERO HIDALGO JALISCO MICHOACAN " +
	"MORELOS NAYARIT NUEVO_LEON OAXACA PUEBLA QUERETARO QUINTANA_ROO SAN_LUIS_POTOSI SINALOA SONORA TABASCO " +
	"TAMAULIPAS TLAXCALA VERACRUZ YUCATAN ZACATECAS"

// Entities returns the codes of all entities in the order to show them.
func Entities() []string { return strings.Fields(entityCodes) }

// IsEntity reports whether the code is one of Entities.
func IsEntity(code string) bool { return slices.Contains(Entities(), code) }

// Entity returns the name of an entity: "Michoacán" for MICHOACAN. An unknown code is returned itself.
func Entity(language Language, code string) string {
	if !IsEntity(code) {
		return code
	}
	return Text(language, "entity."+code)
}
