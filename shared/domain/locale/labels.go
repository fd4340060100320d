package locale

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
