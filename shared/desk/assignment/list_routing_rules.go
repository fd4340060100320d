package assignment

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/routing"
)

// Rules stores the routing rules.
type Rules interface {
	// LatestRoutingRules returns the rules. It does not use a cache.
	LatestRoutingRules(ctx context.Context) (routing.Rules, error)
	// SaveRoutingRules stores the rules. Their version must be the version that was read plus one. It returns fault.Edited if
	// the stored version differs from the version that was read.
	SaveRoutingRules(ctx context.Context, rules routing.Rules) error
}

// ListRoutingRules lists the rules in order of evaluation (N3).
type ListRoutingRules struct {
	Rules Rules
}

// ListRoutingRules implements the operation list-routing-rules.
func (l ListRoutingRules) ListRoutingRules(ctx context.Context, _ api.ListRoutingRulesRequestObject) (api.ListRoutingRulesResponseObject, error) {
	rules, err := l.Rules.LatestRoutingRules(ctx)
	if err != nil {
		return nil, err
	}
	return api.ListRoutingRules200JSONResponse(rulesOf(rules)), nil
}

func rulesOf(rules routing.Rules) api.RoutingRules {
	all := api.RoutingRules{Version: rules.Version, Rules: make([]api.RoutingRule, 0, len(rules.List))}
	for _, rule := range rules.List {
		all.Rules = append(all.Rules, ruleOf(rule))
	}
	return all
}

func ruleOf(rule routing.Rule) api.RoutingRule {
	return api.RoutingRule{
		Id: rule.ID, Name: rule.Name, Enabled: rule.Enabled,
		When: api.RoutingCondition{
			TopicIds: emptyIfNil(rule.When.TopicIDs), Entities: emptyIfNil(rule.When.Entities), OrganizationIds: emptyIfNil(rule.When.OrganizationIDs),
			Words: emptyIfNil(rule.When.Words), AllWords: rule.When.AllWords,
		},
		DepartmentId: api.Optional(rule.DepartmentID), Method: api.RoutingMethod(rule.Method), AgentIds: emptyIfNil(rule.AgentIDs),
		TeamId: api.Optional(rule.TeamID),
	}
}

// emptyIfNil returns a copy that is encoded in JSON as an empty list instead of null.
func emptyIfNil(all []string) []string { return append([]string{}, all...) }
