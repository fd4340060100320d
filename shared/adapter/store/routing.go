package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/routing"
)

// routingItem is the administrator's rules in their order: one document, so that an order is changed in one write.
type routingItem struct {
	header
	Version int64      `dynamodbav:"version"`
	Rules   []ruleItem `dynamodbav:"rules"`
}

type ruleItem struct {
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
	TeamName      string   `dynamodbav:"teamName,omitempty"`
	TeamIDs       []string `dynamodbav:"teamIds,omitempty"`
}

func newRuleItem(r routing.Rule) ruleItem {
	return ruleItem{
		ID: r.ID, Name: r.Name, Enabled: r.Enabled,
		Topics: r.When.TopicIDs, Entities: r.When.Entities, Organizations: r.When.OrganizationIDs,
		Words: r.When.Words, AllWords: r.When.AllWords,
		DepartmentID: r.DepartmentID, Method: string(r.Method), AgentIDs: r.AgentIDs, TeamName: r.TeamName, TeamIDs: r.TeamIDs,
	}
}

func (i ruleItem) rule() routing.Rule {
	return routing.Rule{
		ID: i.ID, Name: i.Name, Enabled: i.Enabled,
		When: routing.Condition{
			TopicIDs: i.Topics, Entities: i.Entities, OrganizationIDs: i.Organizations, Words: i.Words, AllWords: i.AllWords,
		},
		DepartmentID: i.DepartmentID, Method: routing.Method(i.Method), AgentIDs: i.AgentIDs, TeamName: i.TeamName, TeamIDs: i.TeamIDs,
	}
}

// RoutingRules returns the rules as they are, or were some seconds ago. Whoever gets them must not change them.
func (t *Table) RoutingRules(ctx context.Context) (routing.Rules, error) {
	name := routingKey().PK
	if known, ok := t.cache.get(name); ok {
		return known.(routing.Rules), nil
	}
	rules, err := t.routingRules(ctx, false)
	if err == nil {
		t.cache.put(name, rules)
	}
	return rules, err
}

// LatestRoutingRules returns the rules as they are now, for who is about to change or try them.
func (t *Table) LatestRoutingRules(ctx context.Context) (routing.Rules, error) {
	return t.routingRules(ctx, true)
}

func (t *Table) routingRules(ctx context.Context, consistent bool) (routing.Rules, error) {
	found, err := t.get(ctx, routingKey(), consistent)
	if errors.Is(err, ErrMissing) {
		return routing.Rules{}, nil // nobody has laid down any
	}
	if err != nil {
		return routing.Rules{}, err
	}
	kept, err := decode[routingItem](found)
	rules := routing.Rules{Version: kept.Version, List: make([]routing.Rule, 0, len(kept.Rules))}
	for _, one := range kept.Rules {
		rules.List = append(rules.List, one.rule())
	}
	return rules, err
}

// SaveRoutingRules keeps rules made on the version before theirs. fault.Edited when others were kept meanwhile.
func (t *Table) SaveRoutingRules(ctx context.Context, rules routing.Rules) error {
	kept := routingItem{header: head(routingKey(), "routing"), Version: rules.Version, Rules: make([]ruleItem, 0, len(rules.List))}
	for _, rule := range rules.List {
		kept.Rules = append(kept.Rules, newRuleItem(rule))
	}
	attributes, err := encode(kept)
	if err != nil {
		return err
	}
	in := &dynamodb.PutItemInput{Item: attributes, ConditionExpression: aws.String("attribute_not_exists(pk)")}
	if before := rules.Version - 1; before > 0 {
		in.ConditionExpression = aws.String("version = :before")
		in.ExpressionAttributeValues = item{":before": integer(before)}
	}
	err = t.put(ctx, in)
	if errors.Is(err, ErrTaken) {
		return fault.Because(fault.Edited, err)
	}
	return err
}
