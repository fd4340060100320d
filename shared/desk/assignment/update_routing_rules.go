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

// Settings reads the settings, the staff directory and the organizations.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
	Staff(ctx context.Context) ([]account.Person, error)
	// Organizations returns organizations by identifier. The map has no entry for an organization that does not exist.
	Organizations(ctx context.Context, ids ...string) (map[string]account.Organization, error)
}

// UpdateRoutingRules replaces all rules (N3).
type UpdateRoutingRules struct {
	Settings Settings
	Rules    Rules
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
	read, err := readReferences(ctx, u.Settings, organizationsOf(*r.Body))
	if err != nil {
		return nil, err
	}
	rules, err := checkRules(*r.Body, read)
	if err != nil {
		return nil, err
	}
	if err := u.Rules.SaveRoutingRules(ctx, rules); err != nil {
		return nil, err
	}
	return api.UpdateRoutingRules200JSONResponse(rulesOf(rules)), nil
}

// organizationsOf returns the identifiers of the organizations in the conditions of rules. It omits lists and identifiers that
// are longer than the contract allows, because validation refuses them.
func organizationsOf(body api.RoutingRules) []string {
	var ids []string
	for _, rule := range body.Rules[:min(len(body.Rules), maxRules)] {
		if len(rule.When.OrganizationIds) > maxListed {
			continue
		}
		for _, id := range rule.When.OrganizationIds {
			if len(id) <= maxID {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// references holds the data to which rules can refer: settings, staff, and the organizations with the identifiers in a request.
type references struct {
	config        settings.Configuration
	staff         []account.Person
	organizations map[string]account.Organization
}

// readReferences reads the references in one round.
func readReferences(ctx context.Context, from Settings, organizationIDs []string) (read references, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			read.config, err = from.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			read.staff, err = from.Staff(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			read.organizations, err = from.Organizations(ctx, organizationIDs...)
			return err
		},
	)
	return read, err
}

// checkRules validates the new rules and returns them with the next version.
func checkRules(body api.RoutingRules, read references) (routing.Rules, error) {
	c := checker{references: read}
	if body.Version < 0 {
		c.errs.Add("version", "field.too-small", locale.With("least", 0))
	}
	if len(body.Rules) > maxRules {
		c.errs.Add("rules", "field.too-many", locale.With("count", maxRules))
		return routing.Rules{}, c.errs.Err()
	}
	rules, seen := routing.Rules{Version: body.Version + 1}, map[string]bool{}
	for i, edit := range body.Rules {
		path := fmt.Sprintf("rules.%d", i)
		rules.List = append(rules.List, c.rule(path, edit))
		if seen[edit.Id] {
			c.errs.Add(path+".id", "field.duplicate")
		}
		seen[edit.Id] = true
	}
	if c.size > maxStored {
		c.errs.Add("rules", "field.too-long", locale.With("count", maxStored))
	}
	return rules, c.errs.Err()
}

// checker validates rules against the references, and adds up the sizes of their texts.
type checker struct {
	references
	errs fault.FieldErrors
	size int
}

func (c *checker) rule(path string, edit api.RoutingRule) routing.Rule {
	rule := routing.Rule{
		ID: edit.Id, Enabled: edit.Enabled, Method: routing.Method(edit.Method),
		Name: check.Line(&c.errs, path+".name", edit.Name, 1, maxName),
		When: routing.Condition{
			TopicIDs: c.ids(path+".when.topicIds", edit.When.TopicIds, func(id string) bool { _, ok := c.config.Topic(id); return ok }),
			Entities: c.ids(path+".when.entities", edit.When.Entities, func(id string) bool { _, ok := c.config.Entity(id); return ok }),
			OrganizationIDs: c.ids(path+".when.organizationIds", edit.When.OrganizationIds, func(id string) bool {
				_, ok := c.organizations[id]
				return ok
			}),
			Words: c.words(path+".when.words", edit.When.Words), AllWords: edit.When.AllWords,
		},
		AgentIDs: c.ids(path+".agentIds", edit.AgentIds, c.isStaff),
	}
	if edit.Id == "" || len(edit.Id) > maxID {
		c.errs.Add(path+".id", "field.format")
	}
	if !rule.Method.Valid() {
		c.errs.Add(path+".method", "field.choice")
	}
	if rule.Method == routing.Fixed && len(rule.AgentIDs) == 0 {
		c.errs.Add(path+".agentIds", "field.required")
	}
	if edit.DepartmentId != nil && *edit.DepartmentId != "" {
		rule.DepartmentID = *edit.DepartmentId
		if department, known := c.config.Department(rule.DepartmentID); !known || department.Retired && rule.Enabled {
			c.errs.Add(path+".departmentId", "field.choice")
		}
	}
	rule.TeamID = api.Given(edit.TeamId)
	if team, known := c.config.Team(rule.TeamID); rule.TeamID != "" && (!known || team.Retired && rule.Enabled) {
		c.errs.Add(path+".teamId", "field.choice")
	}
	return rule
}

func (c *checker) isStaff(id string) bool {
	return slices.ContainsFunc(c.staff, func(p account.Person) bool { return p.ID == id })
}

// ids validates a list of identifiers and returns it without duplicates.
func (c *checker) ids(path string, ids []string, known func(string) bool) []string {
	if len(ids) > maxListed {
		c.errs.Add(path, "field.too-many", locale.With("count", maxListed))
		return nil
	}
	var unique []string
	for i, id := range ids {
		if !known(id) {
			c.errs.Add(fmt.Sprintf("%s.%d", path, i), "field.choice")
		} else if !slices.Contains(unique, id) {
			unique = append(unique, id)
		}
		c.size += len(id)
	}
	return unique
}

// maxPhrase is the maximum length of a word or phrase of a condition in characters.
const maxPhrase = 60

func (c *checker) words(path string, phrases []string) []string {
	if len(phrases) > maxWords {
		c.errs.Add(path, "field.too-many", locale.With("count", maxWords))
		return nil
	}
	var words []string
	for i, phrase := range phrases {
		name, before := fmt.Sprintf("%s.%d", path, i), len(c.errs)
		phrase = check.Line(&c.errs, name, phrase, 1, maxPhrase)
		if len(c.errs) == before && !routing.HasWords(phrase) {
			c.errs.Add(name, "field.format")
		}
		words, c.size = append(words, phrase), c.size+len(phrase)
	}
	return words
}
