package field

import (
	"fmt"

	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// The limits of the extra fields of one topic.
const (
	MaxFields  = 20
	MaxOptions = 50
	maxName    = 80
	maxHelp    = 300
	maxID      = 40
	// maxStored is the maximum size in bytes of the texts of all fields. They are stored in one item, which can have 400 KB.
	maxStored = 200_000
)

// Define validates the fields of a topic and returns them normalized. It appends field errors to errs.
func Define(errs *fault.FieldErrors, fields []Field) []Field {
	if len(fields) > MaxFields {
		errs.Add("fields", "field.too-many", locale.With("count", MaxFields))
		return nil
	}
	clean, taken, size := make([]Field, 0, len(fields)), map[string]bool{}, 0
	for i, f := range fields {
		at := fmt.Sprintf("fields.%d", i)
		checkID(errs, at+".id", f.ID, taken)
		if !f.Kind.Valid() {
			errs.Add(at+".kind", "field.choice")
		}
		f.Name = Both(errs, at+".name", f.Name, 1, maxName)
		f.Help = Both(errs, at+".help", f.Help, 0, maxHelp)
		f.Options = checkOptions(errs, at, f)
		f.checkLimits(errs, at)
		clean = append(clean, f)
		if size += f.size(); size > maxStored {
			errs.Add(at+".name.es", "field.too-much-text")
			return nil
		}
	}
	return clean
}

// size returns the size of a field's texts in bytes.
func (f Field) size() int {
	size := len(f.ID) + len(f.Name.Spanish) + len(f.Name.English) + len(f.Help.Spanish) + len(f.Help.English)
	for _, option := range f.Options {
		size += len(option.ID) + len(option.Name.Spanish) + len(option.Name.English)
	}
	return size
}

func checkOptions(errs *fault.FieldErrors, at string, f Field) []Option {
	switch {
	case len(f.Options) > MaxOptions:
		errs.Add(at+".options", "field.too-many", locale.With("count", MaxOptions))
		return nil
	case f.Kind != Choice:
		return nil
	case len(f.Options) == 0:
		errs.Add(at+".options", "field.required")
	}
	clean, taken := make([]Option, 0, len(f.Options)), map[string]bool{}
	for i, option := range f.Options {
		one := fmt.Sprintf("%s.options.%d", at, i)
		checkID(errs, one+".id", option.ID, taken)
		option.Name = Both(errs, one+".name", option.Name, 1, maxName)
		clean = append(clean, option)
	}
	return clean
}

// checkLimits validates the limits that apply to the field's kind and removes all other limits.
func (f *Field) checkLimits(errs *fault.FieldErrors, at string) {
	most := MaxLongText
	if f.Kind == Text {
		most = MaxText
	}
	if f.MaxLength < 0 {
		errs.Add(at+".maxLength", "field.too-small", locale.With("least", 1))
	} else if f.MaxLength > most {
		errs.Add(at+".maxLength", "field.too-big", locale.With("most", most))
	}
	if f.Kind != Text && f.Kind != LongText {
		f.MaxLength = 0
	}
	if f.Kind != Number {
		f.Min, f.Max = nil, nil
	}
	if f.Min != nil && f.Max != nil && *f.Max < *f.Min {
		errs.Add(at+".max", "field.too-small", locale.With("least", plain(*f.Min)))
	}
}

func checkID(errs *fault.FieldErrors, name, id string, taken map[string]bool) {
	switch {
	case !IsID(id):
		errs.Add(name, "field.format")
	case taken[id]:
		errs.Add(name, "field.duplicate")
	}
	taken[id] = true
}

// IsID reports whether an identifier is valid for a field or an option; see check.IsID.
func IsID(id string) bool { return check.IsID(id, 1, maxID) }

// Both validates a text in both languages. The Spanish text needs at least least characters; the English text is optional.
func Both(errs *fault.FieldErrors, name string, text locale.Both, least, most int) locale.Both {
	return locale.Both{
		Spanish: check.Line(errs, name+".es", text.Spanish, least, most),
		English: check.Line(errs, name+".en", text.English, 0, most),
	}
}
