package assignment

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Peeks says loads and turns without taking any.
type Peeks interface {
	Counts(ctx context.Context, owners ...string) (map[string]ticket.Counts, error)
	PeekTurn(ctx context.Context, of string) (uint64, error)
}

// TryRouting says which rule would give a ticket to whom (D1).
type TryRouting struct {
	Desk  Desk
	Rules Rules
	Peeks Peeks
	Clock clock.Clock
}

const maxSubject = 200

// TryRouting implements the operation try-routing.
func (t TryRouting) TryRouting(ctx context.Context, r api.TryRoutingRequestObject) (api.TryRoutingResponseObject, error) {
	var (
		desk  settings.Desk
		staff []account.Person
		rules routing.Rules
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			desk, staff, err = both(ctx, t.Desk)
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
	topic, facts, err := asked(*r.Body, desk)
	if err != nil {
		return nil, err
	}
	outcome, err := Decide(ctx, desk, staff, rules, peeking{t.Peeks}, topic, facts, desk.Today(t.Clock.Now()))
	if err != nil {
		return nil, err
	}
	return api.TryRouting200JSONResponse(answer(outcome, desk, caller.From(ctx).Speaks)), nil
}

// peeking reads turns for Decide and leaves them to be taken.
type peeking struct{ Peeks }

func (p peeking) Turn(ctx context.Context, of string) (uint64, error) { return p.PeekTurn(ctx, of) }

// asked checks what is to be tried. A subject may be missing: a rule need not look at it.
func asked(body api.RoutingQuestion, desk settings.Desk) (settings.Topic, routing.Facts, error) {
	var wrong fault.Fields
	facts := routing.Facts{TopicID: body.TopicId, Subject: check.Line(&wrong, "subject", body.Subject, 0, maxSubject)}
	topic, known := desk.Topic(body.TopicId)
	if !known {
		wrong.Add("topicId", "field.choice")
	}
	if body.Entity != nil && *body.Entity != "" {
		facts.Entity = *body.Entity
		if _, known := desk.Entity(facts.Entity); !known {
			wrong.Add("entity", "field.choice")
		}
	}
	if body.OrganizationId != nil && *body.OrganizationId != "" {
		facts.OrganizationID = *body.OrganizationId
		if _, known := desk.Organization(facts.OrganizationID); !known {
			wrong.Add("organizationId", "field.choice")
		}
	}
	return topic, facts, wrong.Err()
}

func answer(o Outcome, desk settings.Desk, speaks locale.Language) api.RoutingAnswer {
	told := api.RoutingAnswer{
		Department: api.Department{Id: o.Department.ID, Name: o.Department.Name.In(speaks)},
		Assignee:   nullable.NewNullNullable[api.Party](), Reason: desk.Names(speaks).Explanation(o.Why).Message().In(speaks),
		Considered: make([]api.ConsideredRule, 0, len(o.Looked)),
	}
	if o.Rule != nil {
		told.RuleId = &o.Rule.ID
	}
	if o.Assigned {
		told.Assignee.Set(api.Party{Id: o.Assignee.ID, Name: o.Assignee.Name})
	}
	for _, looked := range o.Looked {
		one := api.ConsideredRule{RuleId: looked.RuleID}
		if looked.Unmet != routing.Met {
			one.Unmet = new(api.ConsideredRuleUnmet(looked.Unmet))
		}
		told.Considered = append(told.Considered, one)
	}
	return told
}
