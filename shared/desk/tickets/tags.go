package tickets

import (
	"strconv"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// checkTags validates tags and returns them in normal form.
func checkTags(errs *fault.FieldErrors, name string, inputs []string) []string {
	if len(inputs) > ticket.MaxTags {
		errs.Add(name, "field.too-many", locale.With("count", ticket.MaxTags))
		return nil
	}
	tags := make([]string, 0, len(inputs))
	for i, input := range inputs {
		tag, path := ticket.NormalizeTag(input), name+"."+strconv.Itoa(i)
		switch {
		case tag == "":
			errs.Add(path, "field.required")
		case !ticket.ValidTag(tag):
			errs.Add(path, "field.too-long", locale.With("count", ticket.MaxTagLength))
		}
		tags = append(tags, tag)
	}
	return tags
}

func tooManyTags() error {
	var errs fault.FieldErrors
	errs.Add("addTags", "field.too-many", locale.With("count", ticket.MaxTags))
	return errs.Err()
}
