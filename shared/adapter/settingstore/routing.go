package settingstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/routing"
)

// routingItem stores all routing rules in their order, so that one write can change the order.
type routingItem struct {
	table.Header
	Version int64      `dynamodbav:"version"`
	Rules   []rulePart `dynamodbav:"rules"`
}

type rulePart struct {
	ID            string   `dynamodbav:"id"`
	Name          string   `dynamodbav:"name"`
	Enabled       bool     `dynamodbav:"enabled"`
	Topics        []string `dynamodbav:"topics,omitempty"`
	Entities      []string `dynamodbav:"entities,omitempty"`
	Organizations []string `dynamodbav:"organizations,omitempty"`
	Words         []string `dynamodbav:"words,omitempty"`
	AllWords      bool     `dynamodbav:"allWords,omitempty"`
	DepartmentID  string   `dynamodbav:"departmentId,omitempty"`
	Method        string   `dynamodbav:"method"`
	AgentIDs      []string `dynamodbav:"agentIds,omitempty"`
	TeamID        string   `dynamodbav:"teamId,omitempty"`
}

func newRoutingItem(rules routing.Rules) routingItem {
	item := routingItem{
		Header: table.NewHeader(table.RoutingKey(), "routing"), Version: rules.Version, Rules: make([]rulePart, 0, len(rules.List)),
	}
	for _, r := range rules.List {
		item.Rules = append(item.Rules, rulePart{
			ID: r.ID, Name: r.Name, Enabled: r.Enabled,
			Topics: r.When.TopicIDs, Entities: r.When.Entities, Organizations: r.When.OrganizationIDs,
			Words: r.When.Words, AllWords: r.When.AllWords,
			DepartmentID: r.DepartmentID, Method: string(r.Method), AgentIDs: r.AgentIDs, TeamID: r.TeamID,
		})
	}
	return item
}

func (i routingItem) rules() routing.Rules {
	rules := routing.Rules{Version: i.Version}
	for _, part := range i.Rules {
		rules.List = append(rules.List, routing.Rule{
			ID: part.ID, Name: part.Name, Enabled: part.Enabled,
			When: routing.Condition{
				TopicIDs: part.Topics, Entities: part.Entities, OrganizationIDs: part.Organizations,
				Words: part.Words, AllWords: part.AllWords,
			},
			DepartmentID: part.DepartmentID, Method: routing.Method(part.Method), AgentIDs: part.AgentIDs, TeamID: part.TeamID,
		})
	}
	return rules
}

// RoutingRules returns the routing rules, possibly from the cache. Callers must not modify them.
func (s *Store) RoutingRules(ctx context.Context) (routing.Rules, error) {
	return table.Cached(s.table, table.RoutingKey().CacheName(), func() (routing.Rules, error) {
		return s.routingRules(ctx, table.Eventual)
	})
}

// LatestRoutingRules returns the routing rules in a consistent read, without the cache, for editing and for trials.
func (s *Store) LatestRoutingRules(ctx context.Context) (routing.Rules, error) {
	return s.routingRules(ctx, table.Consistent)
}

func (s *Store) routingRules(ctx context.Context, consistency table.Consistency) (routing.Rules, error) {
	stored, err := table.FindAs[routingItem](ctx, s.table, table.RoutingKey(), consistency)
	return stored.rules(), err
}

// SaveRoutingRules stores a version of the rules. It returns fault.Edited if the stored version is not the previous version.
func (s *Store) SaveRoutingRules(ctx context.Context, rules routing.Rules) error {
	err := s.table.Write(ctx, table.Put(newRoutingItem(rules)).If(table.Supersedes(rules.Version)))
	return table.ConflictAs(fault.New(fault.Edited), err)
}
