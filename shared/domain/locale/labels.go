package locale

import "slices"

import "strings"

// Status is the label of a ticket's status: "Abierto" for open.
func Status(language Language, code string) string { return Text(language, "status."+code) }

// Priority is the label of a priority, "ALTA (prioridad 1)" for high; the
// empty code is "Sin valorar".
func Priority(language Language, code string) string {
	return Text(language, "priority."+orUnset(code))
}

// PriorityCriteria is the seed's own text that an agent weighs a ticket by
// (product D2); the unset priority has none.
func PriorityCriteria(language Language, code string) string {
	if code == "" {
		return ""
	}
	return Text(language, "criteria."+code)
}

// Role is the label of an account's role: "Usuario" for requester.
func Role(language Language, code string) string { return Text(language, "role."+code) }

// ProblemTitle and ProblemDetail are the texts of a problem document of a kind
// such as "not-found"; an unknown kind speaks as "unexpected".
func ProblemTitle(language Language, kind string) string {
	return Text(language, "problem."+knownKind(kind)+".title")
}

// ProblemDetail is what to do about the problem; see ProblemTitle.
func ProblemDetail(language Language, kind string, args ...any) string {
	return Text(language, "problem."+knownKind(kind)+".detail", args...)
}

func knownKind(kind string) string {
	if Has("problem." + kind + ".title") {
		return kind
	}
	return "unexpected"
}

func orUnset(code string) string {
	if code == "" {
		return "unset"
	}
	return code
}

// entityCodes are Mexico's 32 federal entities in the alphabetical order of
// their names, and the Federation first (product B5).
const entityCodes = "FEDERACION AGUASCALIENTES BAJA_CALIFORNIA BAJA_CALIFORNIA_SUR CAMPECHE CHIAPAS CHIHUAHUA " +
	"CIUDAD_DE_MEXICO COAHUILA COLIMA DURANGO ESTADO_DE_MEXICO GUANAJUATO GUERRERO HIDALGO JALISCO MICHOACAN " +
	"MORELOS NAYARIT NUEVO_LEON OAXACA PUEBLA QUERETARO QUINTANA_ROO SAN_LUIS_POTOSI SINALOA SONORA TABASCO " +
	"TAMAULIPAS TLAXCALA VERACRUZ YUCATAN ZACATECAS"

// Entities are the codes of the Federation and the 32 entities, in the order
// to show them.
func Entities() []string { return strings.Fields(entityCodes) }

// IsEntity tells whether the code is one of Entities.
func IsEntity(code string) bool {
	return slices.Contains(Entities(), code)
}

// Entity is the name of an entity: "Michoacán" for MICHOACAN. An unknown code
// comes back as itself.
func Entity(language Language, code string) string {
	if !IsEntity(code) {
		return code
	}
	return Text(language, "entity."+code)
}
