// Package views implements the use cases of saved views.
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

// viewOf validates the view in a request of a person.
func viewOf(asked api.NewView, config settings.Configuration, by account.Person) (view.View, error) {
	var errs fault.FieldErrors
	v := view.View{
		Name: check.Line(&errs, "name", asked.Name, 1, maxName), Audience: view.Audience(asked.Audience), Columns: columns(&errs, asked.Columns),
	}
	if !asked.Audience.Valid() {
		errs.Add("audience", "field.choice")
	}
	switch v.Audience {
	case view.Me:
		v.OwnerID = by.ID
	case view.Department:
		v.DepartmentID = api.Given(asked.DepartmentId)
		if _, known := config.Department(v.DepartmentID); !known {
			errs.Add("departmentId", "field.choice")
		}
	case view.Everyone:
	}
	var err error
	if v.Query, err = query(&errs, asked.Query, by); err != nil {
		return view.View{}, err
	}
	return v, errs.Err()
}

func columns(errs *fault.FieldErrors, asked []api.Column) []string {
	found := []string{}
	seen := map[api.Column]bool{}
	for _, one := range asked {
		if !one.Valid() || seen[one] {
			errs.Add("columns", "field.choice")
			return nil
		}
		seen[one] = true
		found = append(found, string(one))
	}
	return found
}

// query validates the parameters of a view by the rules of list-tickets, and returns them as JSON to store.
func query(errs *fault.FieldErrors, asked api.ViewQuery, by account.Person) (string, error) {
	for _, at := range []**time.Time{&asked.CreatedFrom, &asked.CreatedUntil, &asked.UpdatedFrom, &asked.UpdatedUntil} {
		if *at != nil {
			utc := (*at).UTC()
			*at = &utc
		}
	}
	written, err := json.Marshal(asked)
	if err != nil { // a year with five digits
		errs.Add("query", "field.date")
		return "", nil //nolint:nilerr // the error is reported as a field error
	}
	var params api.ListTicketsParams
	if err := json.Unmarshal(written, &params); err != nil {
		return "", err
	}
	var queryErrs fault.FieldErrors
	listquery.Check(&queryErrs, params, by)
	if (api.Given(asked.Q) == "") == (asked.Queue == nil) {
		queryErrs.Add("queue", "field.choice")
	}
	for _, field := range queryErrs {
		*errs = append(*errs, fault.FieldError{Name: "query." + field.Name, Message: field.Message})
	}
	return string(written), nil
}

// fits returns a field error if the view cannot be stored together with the other views.
func fits(v view.View, others []view.View) error {
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
	one, there := withID(all, id)
	if !there || !view.MaySee(one, by) {
		return view.View{}, fault.New(fault.NotFound)
	}
	return one, nil
}

func told(v view.View, by account.Person) (api.View, error) {
	made := api.View{
		Id: v.ID, Name: v.Name, Audience: api.ViewAudience(v.Audience), Columns: make([]api.Column, 0, len(v.Columns)),
		Editable: view.MayEdit(v, by), Version: v.Version, UpdatedAt: v.UpdatedAt,
	}
	if v.DepartmentID != "" {
		made.DepartmentId = &v.DepartmentID
	}
	for _, column := range v.Columns {
		made.Columns = append(made.Columns, api.Column(column))
	}
	return made, json.Unmarshal([]byte(v.Query), &made.Query)
}

// edited reports a conflict. It contains the current view, to show the person what has changed.
type edited struct {
	cause error
	now   api.View
}

func (e *edited) Error() string { return "the view has changed since it was read" }

// Unwrap returns the fault.
func (e *edited) Unwrap() error { return fault.Because(fault.Edited, e.cause) }

// Explain adds the current view to the problem document.
func (e *edited) Explain(problem *api.Problem) {
	problem.Version, problem.View = &e.now.Version, &e.now
}

func editedSince(now view.View, by account.Person) error {
	is, err := told(now, by)
	if err != nil {
		return err
	}
	return &edited{cause: view.ErrConflict, now: is}
}

// again reads a view after a concurrent change, and returns the conflict with the current view.
func again(ctx context.Context, views view.Views, id string, by account.Person) error {
	all, err := views.Views(ctx, by.ID)
	if err != nil {
		return err
	}
	now, err := find(all, id, by)
	if err != nil {
		return err
	}
	return editedSince(now, by)
}
