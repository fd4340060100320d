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

// CheckFields validates the fields of a topic and returns them normalized. It appends field errors to errs. It returns nil if
// there are too many fields or too much text.
func CheckFields(errs *fault.FieldErrors, fields []Field) []Field {
	if len(fields) > MaxFields {
		errs.Add("fields", "field.too-many", locale.With("count", MaxFields))
		return nil
	}
	clean, seen, size := make([]Field, 0, len(fields)), map[string]bool{}, 0
	for i, f := range fields {
		path := fmt.Sprintf("fields.%d", i)
		checkID(errs, path+".id", f.ID, seen)
		if !f.Kind.Valid() {
			errs.Add(path+".kind", "field.choice")
		}
		f.Name = CheckBilingual(errs, path+".name", f.Name, 1, maxName)
		f.Help = CheckBilingual(errs, path+".help", f.Help, 0, maxHelp)
		f.Options = checkOptions(errs, path, f)
		f.checkLimits(errs, path)
		clean = append(clean, f)
		if size += f.size(); size > maxStored {
			errs.Add(path+".name.es", "field.too-much-text")
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

func checkOptions(errs *fault.FieldErrors, path string, f Field) []Option {
	switch {
	case len(f.Options) > MaxOptions:
		errs.Add(path+".options", "field.too-many", locale.With("count", MaxOptions))
		return nil
	case f.Kind != Choice:
		return nil
	case len(f.Options) == 0:
		errs.Add(path+".options", "field.required")
	}
	clean, seen := make([]Option, 0, len(f.Options)), map[string]bool{}
	for i, option := range f.Options {
		optionPath := fmt.Sprintf("%s.options.%d", path, i)
		checkID(errs, optionPath+".id", option.ID, seen)
		option.Name = CheckBilingual(errs, optionPath+".name", option.Name, 1, maxName)
		clean = append(clean, option)
	}
	return clean
}

// checkLimits validates the limits of answers, and removes the limits that do not apply to the field's kind.
func (f *Field) checkLimits(errs *fault.FieldErrors, path string) {
	maxLength := MaxLongText
	if f.Kind == Text {
		maxLength = MaxText
	}
	if f.MaxLength < 0 {
		errs.Add(path+".maxLength", "field.too-small", locale.With("least", 1))
	} else if f.MaxLength > maxLength {
		errs.Add(path+".maxLength", "field.too-big", locale.With("most", maxLength))
	}
	if f.Kind != Text && f.Kind != LongText {
		f.MaxLength = 0
	}
	if f.Kind != Number {
		f.Min, f.Max = nil, nil
	}
	if f.Min != nil && f.Max != nil && *f.Max < *f.Min {
		errs.Add(path+".max", "field.too-small", locale.With("least", formatNumber(*f.Min)))
	}
}

func checkID(errs *fault.FieldErrors, name, id string, seen map[string]bool) {
	switch {
	case !IsID(id):
		errs.Add(name, "field.format")
	case seen[id]:
		errs.Add(name, "field.duplicate")
	}
	seen[id] = true
}

// IsID reports whether an identifier is valid for a field or an option; see check.IsID.
func IsID(id string) bool { return check.IsID(id, 1, maxID) }

// CheckBilingual validates a text in both languages. The Spanish text needs at least minLength characters; the English text is
// optional.
func CheckBilingual(errs *fault.FieldErrors, name string, text locale.Bilingual, minLength, maxLength int) locale.Bilingual {
	return locale.Bilingual{
		Spanish: check.Line(errs, name+".es", text.Spanish, minLength, maxLength),
		English: check.Line(errs, name+".en", text.English, 0, maxLength),
	}
}
