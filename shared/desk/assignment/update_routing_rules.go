package assignment

import (
	"context"
	"fmt"
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Desk knows what the desk is made of and who works at it.
type Desk interface {
	Desk(ctx context.Context) (settings.Desk, error)
	Staff(ctx context.Context) ([]account.Person, error)
}

// UpdateRoutingRules replaces the rules (D1).
type UpdateRoutingRules struct {
	Desk  Desk
	Rules Rules
}

// The bounds of the contract.
const (
	maxRules  = 100
	maxListed = 33
	maxWords  = 20
	maxName   = 80
	maxID     = 64
	// maxKept is what all rules may weigh together in characters: they are one item, and that has 400 KB.
	maxKept = 200_000
)

// UpdateRoutingRules implements the operation update-routing-rules.
func (u UpdateRoutingRules) UpdateRoutingRules(ctx context.Context, r api.UpdateRoutingRulesRequestObject) (api.UpdateRoutingRulesResponseObject, error) {
	desk, staff, err := both(ctx, u.Desk)
	if err != nil {
		return nil, err
	}
	rules, err := checked(*r.Body, desk, staff)
	if err != nil {
		return nil, err
	}
	if err := u.Rules.SaveRoutingRules(ctx, rules); err != nil {
		return nil, err
	}
	return api.UpdateRoutingRules200JSONResponse(told(rules)), nil
}

// both reads the desk and its staff side by side.
func both(ctx context.Context, from Desk) (desk settings.Desk, staff []account.Person, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			desk, err = from.Desk(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			staff, err = from.Staff(ctx)
			return err
		},
	)
	return desk, staff, err
}

// checked returns the rules that a request asks for at their next version, or all that is wrong with them.
func checked(body api.RoutingRules, desk settings.Desk, staff []account.Person) (routing.Rules, error) {
	c := checker{desk: desk, staff: staff}
	if body.Version < 0 {
		c.wrong.Add("version", "field.too-small", locale.With("least", 0))
	}
	if len(body.Rules) > maxRules {
		c.wrong.Add("rules", "field.too-many", locale.With("count", maxRules))
		return routing.Rules{}, c.wrong.Err()
	}
	rules, taken := routing.Rules{Version: body.Version + 1}, map[string]bool{}
	for i, asked := range body.Rules {
		at := fmt.Sprintf("rules.%d", i)
		rules.List = append(rules.List, c.rule(at, asked))
		if taken[asked.Id] {
			c.wrong.Add(at+".id", "field.duplicate")
		}
		taken[asked.Id] = true
	}
	if c.weight > maxKept {
		c.wrong.Add("rules", "field.too-long", locale.With("count", maxKept))
	}
	return rules, c.wrong.Err()
}

type checker struct {
	desk   settings.Desk
	staff  []account.Person
	wrong  fault.Fields
	weight int
}

func (c *checker) rule(at string, asked api.RoutingRule) routing.Rule {
	rule := routing.Rule{
		ID: asked.Id, Enabled: asked.Enabled, Method: routing.Method(asked.Method),
		Name: check.Line(&c.wrong, at+".name", asked.Name, 1, maxName),
		When: routing.Condition{
			TopicIDs: c.names(at+".when.topicIds", asked.When.TopicIds, func(id string) bool { _, ok := c.desk.Topic(id); return ok }),
			Entities: c.names(at+".when.entities", asked.When.Entities, func(id string) bool { _, ok := c.desk.Entity(id); return ok }),
			OrganizationIDs: c.names(at+".when.organizationIds", asked.When.OrganizationIds, func(id string) bool {
				_, ok := c.desk.Organization(id)
				return ok
			}),
			Words: c.words(at+".when.words", asked.When.Words), AllWords: asked.When.AllWords,
		},
		AgentIDs: c.names(at+".agentIds", asked.AgentIds, c.works),
	}
	if asked.Id == "" || len(asked.Id) > maxID {
		c.wrong.Add(at+".id", "field.format")
	}
	if !rule.Method.Valid() {
		c.wrong.Add(at+".method", "field.choice")
	}
	if rule.Method == routing.Fixed && len(rule.AgentIDs) == 0 {
		c.wrong.Add(at+".agentIds", "field.required")
	}
	if asked.DepartmentId != nil && *asked.DepartmentId != "" {
		rule.DepartmentID = *asked.DepartmentId
		if _, known := c.desk.Department(rule.DepartmentID); !known {
			c.wrong.Add(at+".departmentId", "field.choice")
		}
	}
	if asked.TeamIds != nil {
		rule.TeamIDs = c.names(at+".teamIds", *asked.TeamIds, c.works)
	}
	if len(rule.TeamIDs) > 0 {
		name := ""
		if asked.TeamName != nil {
			name = *asked.TeamName
		}
		rule.TeamName = check.Line(&c.wrong, at+".teamName", name, 1, maxName)
	}
	return rule
}

func (c *checker) works(id string) bool {
	return slices.ContainsFunc(c.staff, func(p account.Person) bool { return p.ID == id })
}

// names checks a list of identifiers and returns it with each once.
func (c *checker) names(at string, ids []string, known func(string) bool) []string {
	if len(ids) > maxListed {
		c.wrong.Add(at, "field.too-many", locale.With("count", maxListed))
		return nil
	}
	var once []string
	for i, id := range ids {
		if !known(id) {
			c.wrong.Add(fmt.Sprintf("%s.%d", at, i), "field.choice")
		} else if !slices.Contains(once, id) {
			once = append(once, id)
		}
		c.weight += len(id)
	}
	return once
}

const maxPhrase = 60

func (c *checker) words(at string, asked []string) []string {
	if len(asked) > maxWords {
		c.wrong.Add(at, "field.too-many", locale.With("count", maxWords))
		return nil
	}
	var words []string
	for i, phrase := range asked {
		name, before := fmt.Sprintf("%s.%d", at, i), len(c.wrong)
		phrase = check.Line(&c.wrong, name, phrase, 1, maxPhrase)
		if len(c.wrong) == before && !routing.HasWords(phrase) {
			c.wrong.Add(name, "field.format")
		}
		words, c.weight = append(words, phrase), c.weight+len(phrase)
	}
	return words
}
