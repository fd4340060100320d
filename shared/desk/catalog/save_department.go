package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Editing reads the configuration and the routing rules for changing them, without a cache.
type Editing interface {
	LatestConfiguration(ctx context.Context) (settings.Configuration, error)
	LatestRoutingRules(ctx context.Context) (routing.Rules, error)
}

// SaveDepartment creates a department or replaces its settings (N9).
type SaveDepartment struct {
	Settings    Editing
	Clock       clock.Clock
	Departments interface {
		// SaveDepartment stores a department with the audit event of the change. Its version must be the version that was read plus one. It returns fault.Edited if the
		// stored version differs from the version that was read.
		SaveDepartment(ctx context.Context, department settings.Department, event audit.Event) error
	}
}

const (
	maxDepartmentName = 120
	// maxEditedID is the maximum length of the identifiers of departments, teams and organizations.
	maxEditedID = 64
)

// SaveDepartment implements the operation save-department.
func (s SaveDepartment) SaveDepartment(ctx context.Context, r api.SaveDepartmentRequestObject) (api.SaveDepartmentResponseObject, error) {
	config, rules, err := readForEditing(ctx, s.Settings)
	if err != nil {
		return nil, err
	}
	language := caller.From(ctx).ResponseLanguage
	stored, _ := config.Department(r.Id)
	shown := func() api.DepartmentSettings { return departmentOf(stored, language) }
	if err := checkVersion(r.Body.Version, stored.Version, shown); err != nil {
		return nil, err
	}
	var errs fault.FieldErrors
	department := settings.Department{
		ID: r.Id, Version: stored.Version + 1, Order: check.Integer(&errs, "order", api.Given(r.Body.Order), 0, maxOrder),
		Name:    field.CheckBilingual(&errs, "name", textOf(r.Body.Name), 1, maxDepartmentName),
		Retired: isRetired(r.Body.Active),
	}
	checkEditedID(&errs, r.Id)
	if department.Retired && config.UsesDepartment(r.Id, rules) {
		errs.Add("active", "field.in-use")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	event := caller.From(ctx).Event(audit.DepartmentSaved, s.Clock.Now()).Of(department.ID).Changing(stored, department)
	if err := s.Departments.SaveDepartment(ctx, department, event); err != nil {
		return nil, err
	}
	return api.SaveDepartment200JSONResponse(departmentOf(department, language)), nil
}

// readForEditing reads the configuration and the routing rules in one round.
func readForEditing(ctx context.Context, from Editing) (config settings.Configuration, rules routing.Rules, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = from.LatestConfiguration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			rules, err = from.LatestRoutingRules(ctx)
			return err
		},
	)
	return config, rules, err
}

// isRetired returns the opposite of a flag in a request whose default is true.
func isRetired(active *bool) bool { return active != nil && !*active }

func checkEditedID(errs *fault.FieldErrors, id string) {
	if !check.IsID(id, 1, maxEditedID) {
		errs.Add("id", "field.format")
	}
}
