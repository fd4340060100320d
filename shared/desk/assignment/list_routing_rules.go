package assignment

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/routing"
)

// Rules keeps the administrator's rules.
type Rules interface {
	// LatestRoutingRules returns them as they are now.
	LatestRoutingRules(ctx context.Context) (routing.Rules, error)
	// SaveRoutingRules keeps rules made on the version before theirs. fault.Edited when others were kept meanwhile.
	SaveRoutingRules(ctx context.Context, rules routing.Rules) error
}

// ListRoutingRules lists the rules in their order (D1).
type ListRoutingRules struct {
	Rules Rules
}

// ListRoutingRules implements the operation list-routing-rules.
func (l ListRoutingRules) ListRoutingRules(ctx context.Context, _ api.ListRoutingRulesRequestObject) (api.ListRoutingRulesResponseObject, error) {
	rules, err := l.Rules.LatestRoutingRules(ctx)
	if err != nil {
		return nil, err
	}
	return api.ListRoutingRules200JSONResponse(told(rules)), nil
}

func told(rules routing.Rules) api.RoutingRules {
	all := api.RoutingRules{Version: rules.Version, Rules: make([]api.RoutingRule, 0, len(rules.List))}
	for _, rule := range rules.List {
		all.Rules = append(all.Rules, api.RoutingRule{
			Id: rule.ID, Name: rule.Name, Enabled: rule.Enabled,
			When: api.RoutingCondition{
				TopicIds: listed(rule.When.TopicIDs), Entities: listed(rule.When.Entities), OrganizationIds: listed(rule.When.OrganizationIDs),
				Words: listed(rule.When.Words), AllWords: rule.When.AllWords,
			},
			DepartmentId: api.Optional(rule.DepartmentID), Method: api.RoutingMethod(rule.Method), AgentIds: listed(rule.AgentIDs),
			TeamName: api.Optional(rule.TeamName), TeamIds: new(listed(rule.TeamIDs)),
		})
	}
	return all
}

// listed is a list as JSON has it: empty, not null.
func listed(all []string) []string { return append([]string{}, all...) }
