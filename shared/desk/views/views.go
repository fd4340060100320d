// Package views implements the use cases of saved views (H4).
package views

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/listquery"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/view"
)

// Settings reads the settings.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
}

const maxName = 60

// checkView validates the view in a request of a person.
func checkView(input api.NewView, config settings.Configuration, by account.Person) (view.View, error) {
	var errs fault.FieldErrors
	v := view.View{
		Name: check.Line(&errs, "name", input.Name, 1, maxName), Audience: view.Audience(input.Audience), Columns: checkColumns(&errs, input.Columns),
	}
	if !input.Audience.Valid() {
		errs.Add("audience", "field.choice")
	}
	switch v.Audience {
	case view.Me:
		v.OwnerID = by.ID
	case view.Department:
		v.DepartmentID = api.Given(input.DepartmentId)
		if _, known := config.Department(v.DepartmentID); !known {
			errs.Add("departmentId", "field.choice")
		}
	case view.Everyone:
	}
	var err error
	if v.Query, err = checkQuery(&errs, input.Query, by); err != nil {
		return view.View{}, err
	}
	return v, errs.Err()
}

func checkColumns(errs *fault.FieldErrors, requested []api.Column) []string {
	found := []string{}
	seen := map[api.Column]bool{}
	for _, column := range requested {
		if !column.Valid() || seen[column] {
			errs.Add("columns", "field.choice")
			return nil
		}
		seen[column] = true
		found = append(found, string(column))
	}
	return found
}

// checkQuery validates the parameters of a view by the rules of list-tickets, and returns them as JSON to store. A view needs
// either a queue or words.
func checkQuery(errs *fault.FieldErrors, params api.ViewQuery, by account.Person) (string, error) {
	for _, at := range []**time.Time{&params.CreatedFrom, &params.CreatedUntil, &params.UpdatedFrom, &params.UpdatedUntil} {
		if *at != nil {
			utc := (*at).UTC()
			*at = &utc
		}
	}
	encoded, err := json.Marshal(params)
	if err != nil { // the conversion to UTC resulted in a year that JSON does not allow, such as 10000
		errs.Add("query", "field.date")
		return "", nil //nolint:nilerr // the error is reported as a field error
	}
	var listParams api.ListTicketsParams
	if err := json.Unmarshal(encoded, &listParams); err != nil {
		return "", err
	}
	var queryErrs fault.FieldErrors
	listquery.Check(&queryErrs, listParams, by)
	if (api.Given(params.Q) == "") == (params.Queue == nil) {
		queryErrs.Add("queue", "field.choice")
	}
	for _, field := range queryErrs {
		*errs = append(*errs, fault.FieldError{Name: "query." + field.Name, Message: field.Message})
	}
	return string(encoded), nil
}

// checkAgainst returns a field error if the view cannot be stored together with the other views.
func checkAgainst(v view.View, others []view.View) error {
	var errs fault.FieldErrors
	switch err := view.CheckAgainst(v, others); {
	case errors.Is(err, view.ErrNameTaken):
		errs.Add("name", "field.duplicate")
	case errors.Is(err, view.ErrTooMany):
		errs.Add("audience", "field.too-many", locale.With("count", view.MaxPerAudience))
	}
	return errs.Err()
}

// find returns the view with an identifier, if the person may use it. Otherwise it returns fault.NotFound.
func find(all []view.View, id string, by account.Person) (view.View, error) {
	v, exists := withID(all, id)
	if !exists || !view.MayUse(v, by) {
		return view.View{}, fault.New(fault.NotFound)
	}
	return v, nil
}

func apiView(v view.View, by account.Person) (api.View, error) {
	result := api.View{
		Id: v.ID, Name: v.Name, Audience: api.ViewAudience(v.Audience), Columns: make([]api.Column, 0, len(v.Columns)),
		Editable: view.MayEdit(v, by), Version: v.Version, UpdatedAt: v.UpdatedAt,
	}
	if v.DepartmentID != "" {
		result.DepartmentId = &v.DepartmentID
	}
	for _, column := range v.Columns {
		result.Columns = append(result.Columns, api.Column(column))
	}
	return result, json.Unmarshal([]byte(v.Query), &result.Query)
}

// conflict reports a conflict. It contains the current view, to show the person what has changed.
type conflict struct {
	cause   error
	current api.View
}

func (e *conflict) Error() string { return "the view has changed since it was read" }

// Unwrap returns the fault.
func (e *conflict) Unwrap() error { return fault.WithCause(fault.Edited, e.cause) }

// Explain adds the current view to the problem document.
func (e *conflict) Explain(problem *api.Problem) {
	problem.Version, problem.View = &e.current.Version, &e.current
}

func newConflict(current view.View, by account.Person) error {
	shown, err := apiView(current, by)
	if err != nil {
		return err
	}
	return &conflict{cause: view.ErrConflict, current: shown}
}

// currentConflict reads a view after a concurrent change, and returns the conflict with the current view.
func currentConflict(ctx context.Context, views view.Views, id string, by account.Person) error {
	all, err := views.Views(ctx, by.ID)
	if err != nil {
		return err
	}
	current, err := find(all, id, by)
	if err != nil {
		return err
	}
	return newConflict(current, by)
}
