package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// SaveCategory creates or changes a category (L4).
type SaveCategory struct {
	Categories interface {
		// SaveCategory creates a category, or replaces the category with the same identifier.
		SaveCategory(ctx context.Context, category settings.Category) error
	}
}

const (
	maxName        = 120
	maxDescription = 300
	maxOrder       = 10000
)

// SaveCategory implements the operation save-category.
func (s SaveCategory) SaveCategory(ctx context.Context, r api.SaveCategoryRequestObject) (api.SaveCategoryResponseObject, error) {
	var errs fault.FieldErrors
	if !check.IsSlug(r.Id, maxCategory) {
		errs.Add("id", "field.format")
	}
	category := settings.Category{ID: r.Id, Name: checkTranslated(&errs, "names", r.Body.Names, 1, maxName), Order: r.Body.Order}
	if r.Body.Descriptions != nil {
		category.Description = checkTranslated(&errs, "descriptions", *r.Body.Descriptions, 0, maxDescription)
	}
	check.Integer(&errs, "order", category.Order, 0, maxOrder)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	if err := s.Categories.SaveCategory(ctx, category); err != nil {
		return nil, err
	}
	return api.SaveCategory204Response{}, nil
}

func checkTranslated(errs *fault.FieldErrors, name string, text api.Translated, minLength, maxLength int) settings.Text {
	return settings.Text{
		Spanish: check.Line(errs, name+".es", text.Es, minLength, maxLength),
		English: check.Line(errs, name+".en", api.Given(text.En), 0, maxLength),
	}
}
