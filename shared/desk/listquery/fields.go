package listquery

import (
	"slices"
	"strings"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// fieldFilters returns the filters by answers to extra fields. Each value has the form `<field>:<value>`. Values of the same
// field are alternatives.
func fieldFilters(values []string) []filter {
	var filters []filter
	for _, value := range values {
		id, answer, _ := strings.Cut(value, ":")
		i := slices.IndexFunc(filters, func(f filter) bool { return f.name == id })
		if i < 0 {
			i = len(filters)
			filters = append(filters, filter{name: id, term: func(v string) string { return ticket.FieldTerm(id, v) }})
		}
		filters[i].values = append(filters[i].values, answer)
	}
	return filters
}

func checkFieldFilters(errs *fault.FieldErrors, values []string, by account.Person) {
	switch {
	case len(values) == 0:
		return
	case !filtersLists(by):
		errs.Add("field", "field.choice")
		return
	case len(values) > maxValues:
		errs.Add("field", "field.too-many", locale.With("count", maxValues))
		return
	}
	for _, value := range values {
		id, answer, _ := strings.Cut(value, ":")
		if !field.IsID(id) || !field.IsID(answer) {
			errs.Add("field", "field.format")
			return
		}
	}
}
