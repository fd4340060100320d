package catalog

import (
	"context"
	"fmt"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// SaveTopic creates a help topic or replaces its settings (N1, N2).
type SaveTopic struct {
	Settings  Settings
	Directory Staff
	Topics    Topics
	Clock     clock.Clock
}

// SaveTopic implements the operation save-topic.
func (s SaveTopic) SaveTopic(ctx context.Context, r api.SaveTopicRequestObject) (api.SaveTopicResponseObject, error) {
	var (
		config settings.Configuration
		staff  []account.Person
		before auditedTopic
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = s.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			staff, err = s.Directory.Staff(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			before.Topic, before.Fields, err = s.Topics.LatestTopic(ctx, r.Id)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	topic, fields, err := checkTopic(r.Id, *r.Body, config, staff)
	if err != nil {
		return nil, err
	}
	event := caller.From(ctx).Event(audit.TopicSaved, s.Clock.Now()).Of(topic.ID).Changing(before, auditedTopic{topic, fields})
	if err := s.Topics.SaveTopic(ctx, topic, fields, event); err != nil {
		return nil, err
	}
	return api.SaveTopic200JSONResponse(settingsOf(topic, fields)), nil
}

// auditedTopic contains the attributes of a topic that the audit log compares.
type auditedTopic struct {
	settings.Topic
	Fields []field.Field
}

// The limits that the contract declares.
const (
	maxTopicName   = 120
	maxDescription = 300
	maxTeamName    = 80
	maxOrder       = 9999
	maxAgents      = 30
)

func checkTopic(id string, body api.TopicEdit, config settings.Configuration, staff []account.Person) (settings.Topic, []field.Field, error) {
	var errs fault.FieldErrors
	topic := settings.Topic{
		ID: id, Version: body.Version + 1, DepartmentID: body.DepartmentId, Public: body.Public, Active: body.Active, Order: body.Order,
		Name:        field.CheckBilingual(&errs, "name", textOf(body.Name), 1, maxTopicName),
		Description: field.CheckBilingual(&errs, "description", textOf(body.Description), 0, maxDescription),
	}
	if !field.IsID(id) {
		errs.Add("id", "field.format")
	}
	if body.Version < 0 {
		errs.Add("version", "field.too-small", locale.With("least", 0))
	}
	if department, known := config.Department(topic.DepartmentID); !known || department.Retired && topic.Active {
		errs.Add("departmentId", "field.choice")
	}
	check.Integer(&errs, "order", topic.Order, 0, maxOrder)
	topic.Routing = checkRouting(&errs, body, config, staff)
	fields := field.CheckFields(&errs, fieldsOf(body.Fields))
	return topic, fields, errs.Err()
}

func checkRouting(errs *fault.FieldErrors, body api.TopicEdit, config settings.Configuration, staff []account.Person) settings.Routing {
	result := settings.Routing{AgentIDs: checkAgents(errs, "agentIds", body.AgentIds, staff), TeamID: api.Given(body.TeamId)}
	if body.Method != nil {
		result.Method = routing.Method(*body.Method)
		if !result.Method.Valid() {
			errs.Add("method", "field.choice")
		}
	}
	if result.Method == routing.Fixed && len(body.AgentIds) == 0 {
		errs.Add("agentIds", "field.required")
	}
	if team, known := config.Team(result.TeamID); result.TeamID != "" && (!known || team.Retired && body.Active) {
		errs.Add("teamId", "field.choice")
	}
	return result
}

func checkAgents(errs *fault.FieldErrors, name string, ids []string, staff []account.Person) []string {
	if len(ids) > maxAgents {
		errs.Add(name, "field.too-many", locale.With("count", maxAgents))
		return nil
	}
	for i, id := range ids {
		if !slices.ContainsFunc(staff, func(p account.Person) bool { return p.ID == id }) {
			errs.Add(fmt.Sprintf("%s.%d", name, i), "field.choice")
		}
	}
	return ids
}

func fieldsOf(settings []api.FieldSettings) []field.Field {
	fields := make([]field.Field, 0, len(settings))
	for _, definition := range settings {
		f := field.Field{ID: definition.Id, Retired: !definition.Active, Kind: field.Kind(definition.Kind), Name: textOf(definition.Name), Help: textOf(definition.Help), Required: definition.Required, Min: definition.Min, Max: definition.Max}
		if definition.MaxLength != nil {
			f.MaxLength = *definition.MaxLength
		}
		if definition.Options != nil {
			for _, option := range *definition.Options {
				f.Options = append(f.Options, field.Option{ID: option.Id, Name: textOf(option.Name)})
			}
		}
		fields = append(fields, f)
	}
	return fields
}
