package locale

// Status returns the label of a ticket status: "Abierto" for open.
func Status(language Language, code string) string { return Text(language, "status."+code) }

// Priority returns the label of a priority: "ALTA (prioridad 1)" for high, "Sin valorar" if code is empty.
func Priority(language Language, code string) string {
	if code == "" {
		code = "unset"
	}
	return Text(language, "priority."+code)
}

// PriorityCriteria returns the description of when a priority applies (D2). It returns "" if code is empty.
func PriorityCriteria(language Language, code string) string {
	if code == "" {
		return ""
	}
	return Text(language, "criteria."+code)
}

// Role returns the label of a role: "Usuario" for requester.
func Role(language Language, code string) string { return Text(language, "role."+code) }

// ProblemTitle returns the title of problem documents of a kind such as "not-found". For unknown kinds it returns the title of
// "unexpected".
func ProblemTitle(language Language, kind string) string {
	return Text(language, "problem."+knownKind(kind)+".title")
}

// ProblemDetail returns the text that says what the reader can do about a problem. Unknown kinds are handled as in
// ProblemTitle.
func ProblemDetail(language Language, kind string, values ...Value) string {
	return Text(language, "problem."+knownKind(kind)+".detail", values...)
}

func knownKind(kind string) string {
	if HasKey("problem." + kind + ".title") {
		return kind
	}
	return "unexpected"
}

// FieldName returns the name of a field of a request for people, such as "Resumen" for subject. It returns "" if the field has no
// name.
func FieldName(language Language, field string) string {
	if !HasKey("fieldname." + field) {
		return ""
	}
	return Text(language, "fieldname."+field)
}

// InvalidFields returns the detail of the problem document of a request with invalid fields. names are their names, separated by
// commas.
func InvalidFields(language Language, names string) string {
	return Text(language, "problem.invalid.fields", With("fields", names))
}
