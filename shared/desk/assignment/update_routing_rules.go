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

// Desk reads the settings and the staff directory.
type Desk interface {
	Desk(ctx context.Context) (settings.Desk, error)
	Staff(ctx context.Context) ([]account.Person, error)
}

// UpdateRoutingRules replaces all rules (N3).
type UpdateRoutingRules struct {
	Desk  Desk
	Rules Rules
}

// The limits that the contract declares.
const (
	maxRules  = 100
	maxListed = 33
	maxWords  = 20
	maxName   = 80
	maxID     = 64
	// maxStored is the maximum size in bytes of the texts of all rules. They are stored in one item, which can have 400 KB.
	maxStored = 200_000
)

// UpdateRoutingRules implements the operation update-routing-rules.
func (u UpdateRoutingRules) UpdateRoutingRules(ctx context.Context, r api.UpdateRoutingRulesRequestObject) (api.UpdateRoutingRulesResponseObject, error) {
	desk, staff, err := readDesk(ctx, u.Desk)
	if err != nil {
		return nil, err
	}
	rules, err := checkRules(*r.Body, desk, staff)
	if err != nil {
		return nil, err
	}
	if err := u.Rules.SaveRoutingRules(ctx, rules); err != nil {
		return nil, err
	}
	return api.UpdateRoutingRules200JSONResponse(rulesOf(rules)), nil
}

// readDesk reads the settings and the staff in one round.
func readDesk(ctx context.Context, from Desk) (desk settings.Desk, staff []account.Person, err error) {
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

// checkRules validates the new rules and returns them with the next version.
func checkRules(body api.RoutingRules, desk settings.Desk, staff []account.Person) (routing.Rules, error) {
	c := checker{desk: desk, staff: staff}
	if body.Version < 0 {
		c.wrong.Add("version", "field.too-small", locale.With("least", 0))
	}
	if len(body.Rules) > maxRules {
		c.wrong.Add("rules", "field.too-many", locale.With("count", maxRules))
		return routing.Rules{}, c.wrong.Err()
	}
	rules, taken := routing.Rules{Version: body.Version + 1}, map[string]bool{}
	for i, edit := range body.Rules {
		at := fmt.Sprintf("rules.%d", i)
		rules.List = append(rules.List, c.rule(at, edit))
		if taken[edit.Id] {
			c.wrong.Add(at+".id", "field.duplicate")
		}
		taken[edit.Id] = true
	}
	if c.size > maxStored {
		c.wrong.Add("rules", "field.too-long", locale.With("count", maxStored))
	}
	return rules, c.wrong.Err()
}

// checker validates rules against the settings and staff, and adds up the sizes of their texts.
type checker struct {
	desk  settings.Desk
	staff []account.Person
	wrong fault.Fields
	size  int
}

func (c *checker) rule(at string, edit api.RoutingRule) routing.Rule {
	rule := routing.Rule{
		ID: edit.Id, Enabled: edit.Enabled, Method: routing.Method(edit.Method),
		Name: check.Line(&c.wrong, at+".name", edit.Name, 1, maxName),
		When: routing.Condition{
			TopicIDs: c.ids(at+".when.topicIds", edit.When.TopicIds, func(id string) bool { _, ok := c.desk.Topic(id); return ok }),
			Entities: c.ids(at+".when.entities", edit.When.Entities, func(id string) bool { _, ok := c.desk.Entity(id); return ok }),
			OrganizationIDs: c.ids(at+".when.organizationIds", edit.When.OrganizationIds, func(id string) bool {
				_, ok := c.desk.Organization(id)
				return ok
			}),
			Words: c.words(at+".when.words", edit.When.Words), AllWords: edit.When.AllWords,
		},
		AgentIDs: c.ids(at+".agentIds", edit.AgentIds, c.isStaff),
	}
	if edit.Id == "" || len(edit.Id) > maxID {
		c.wrong.Add(at+".id", "field.format")
	}
	if !rule.Method.Valid() {
		c.wrong.Add(at+".method", "field.choice")
	}
	if rule.Method == routing.Fixed && len(rule.AgentIDs) == 0 {
		c.wrong.Add(at+".agentIds", "field.required")
	}
	if edit.DepartmentId != nil && *edit.DepartmentId != "" {
		rule.DepartmentID = *edit.DepartmentId
		if _, known := c.desk.Department(rule.DepartmentID); !known {
			c.wrong.Add(at+".departmentId", "field.choice")
		}
	}
	if edit.TeamIds != nil {
		rule.TeamIDs = c.ids(at+".teamIds", *edit.TeamIds, c.isStaff)
	}
	if len(rule.TeamIDs) > 0 {
		name := ""
		if edit.TeamName != nil {
			name = *edit.TeamName
		}
		rule.TeamName = check.Line(&c.wrong, at+".teamName", name, 1, maxName)
	}
	return rule
}

func (c *checker) isStaff(id string) bool {
	return slices.ContainsFunc(c.staff, func(p account.Person) bool { return p.ID == id })
}

// ids validates a list of identifiers and returns it without duplicates.
func (c *checker) ids(at string, ids []string, known func(string) bool) []string {
	if len(ids) > maxListed {
		c.wrong.Add(at, "field.too-many", locale.With("count", maxListed))
		return nil
	}
	var unique []string
	for i, id := range ids {
		if !known(id) {
			c.wrong.Add(fmt.Sprintf("%s.%d", at, i), "field.choice")
		} else if !slices.Contains(unique, id) {
			unique = append(unique, id)
		}
		c.size += len(id)
	}
	return unique
}

// maxPhrase is the maximum length of a word or phrase of a condition in characters.
const maxPhrase = 60

func (c *checker) words(at string, phrases []string) []string {
	if len(phrases) > maxWords {
		c.wrong.Add(at, "field.too-many", locale.With("count", maxWords))
		return nil
	}
	var words []string
	for i, phrase := range phrases {
		name, before := fmt.Sprintf("%s.%d", at, i), len(c.wrong)
		phrase = check.Line(&c.wrong, name, phrase, 1, maxPhrase)
		if len(c.wrong) == before && !routing.HasWords(phrase) {
			c.wrong.Add(name, "field.format")
		}
		words, c.size = append(words, phrase), c.size+len(phrase)
	}
	return words
}
