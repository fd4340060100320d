package assignment

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// LoadReader reads loads and turns. Unlike Loads, it does not increment a turn.
type LoadReader interface {
	Counts(ctx context.Context, owners ...string) (map[string]ticket.Counts, error)
	PeekTurn(ctx context.Context, key string) (uint64, error)
}

// TryRouting returns how a ticket with given attributes would be routed. It changes nothing (N4).
type TryRouting struct {
	Settings Settings
	Rules    Rules
	Loads    LoadReader
	Clock    clock.Clock
}

// TryRouting implements the operation try-routing.
func (t TryRouting) TryRouting(ctx context.Context, r api.TryRoutingRequestObject) (api.TryRoutingResponseObject, error) {
	var (
		read  references
		rules routing.Rules
	)
	organizationIDs := organizationOf(*r.Body)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			read, err = readReferences(ctx, t.Settings, organizationIDs)
			return err
		},
		func(ctx context.Context) (err error) {
			rules, err = t.Rules.LatestRoutingRules(ctx)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	topic, facts, err := checkQuestion(*r.Body, read)
	if err != nil {
		return nil, err
	}
	outcome, err := Decide(ctx, read.config, read.staff, rules, peekedLoads{t.Loads}, topic, facts, read.config.Today(t.Clock.Now()))
	if err != nil {
		return nil, err
	}
	return api.TryRouting200JSONResponse(answerOf(outcome, read.config, caller.From(ctx).ResponseLanguage)), nil
}

// peekedLoads implements Loads for Decide without incrementing turns.
type peekedLoads struct{ LoadReader }

func (p peekedLoads) Turn(ctx context.Context, key string) (uint64, error) {
	return p.PeekTurn(ctx, key)
}

// organizationOf returns the identifier of the organization in the attributes of the ticket to try. It omits an identifier that is
// longer than the contract allows.
func organizationOf(body api.RoutingQuestion) []string {
	if id := api.Given(body.OrganizationId); id != "" && len(id) <= maxID {
		return []string{id}
	}
	return nil
}

// checkQuestion validates the attributes of the ticket to try. Its subject may be empty, because not all rules compare it.
func checkQuestion(body api.RoutingQuestion, read references) (settings.Topic, routing.Facts, error) {
	var errs fault.FieldErrors
	facts := routing.Facts{TopicID: body.TopicId, Subject: check.Line(&errs, "subject", body.Subject, 0, ticket.MaxSubjectLength)}
	topic, known := read.config.Topic(body.TopicId)
	if !known {
		errs.Add("topicId", "field.choice")
	}
	if body.Entity != nil && *body.Entity != "" {
		facts.Entity = *body.Entity
		if _, known := read.config.Entity(facts.Entity); !known {
			errs.Add("entity", "field.choice")
		}
	}
	if body.OrganizationId != nil && *body.OrganizationId != "" {
		facts.OrganizationID = *body.OrganizationId
		if _, known := read.organizations[facts.OrganizationID]; !known {
			errs.Add("organizationId", "field.choice")
		}
	}
	return topic, facts, errs.Err()
}

func answerOf(o Outcome, config settings.Configuration, language locale.Language) api.RoutingAnswer {
	result := api.RoutingAnswer{
		Department: api.Department{Id: o.Department.ID, Name: o.Department.Name.In(language)},
		Assignee:   nullable.NewNullNullable[api.Party](), Reason: config.Names(language).Explanation(o.Explanation).Message().In(language),
		Considered: make([]api.ConsideredRule, 0, len(o.Considered)),
	}
	if o.Rule != nil {
		result.RuleId = &o.Rule.ID
	}
	if o.Assigned {
		result.Assignee.Set(api.Party{Id: o.Assignee.ID, Name: o.Assignee.Name})
	}
	for _, considered := range o.Considered {
		rule := api.ConsideredRule{RuleId: considered.RuleID}
		if considered.Unmet != routing.Met {
			rule.Unmet = new(api.ConsideredRuleUnmet(considered.Unmet))
		}
		result.Considered = append(result.Considered, rule)
	}
	return result
}
