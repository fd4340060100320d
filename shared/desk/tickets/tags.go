package tickets

import (
	"strconv"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// tagsOf validates tags and returns them in normal form.
func tagsOf(errs *fault.FieldErrors, name string, typed []string) []string {
	if len(typed) > ticket.MaxTags {
		errs.Add(name, "field.too-many", locale.With("count", ticket.MaxTags))
		return nil
	}
	tags := make([]string, 0, len(typed))
	for i, one := range typed {
		tag, at := ticket.Tag(one), name+"."+strconv.Itoa(i)
		switch {
		case tag == "":
			errs.Add(at, "field.required")
		case !ticket.ValidTag(tag):
			errs.Add(at, "field.too-long", locale.With("count", ticket.MaxTag))
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
