package settings

import (
	"cmp"
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/zone"
)

// Topic is a help topic: the application that support is asked for (B2).
type Topic struct {
	ID string
	// Version grows with each change by an administrator; the first is 1.
	Version     int64
	Name        Text
	Description Text
	// DepartmentID is where its tickets go (D1).
	DepartmentID string
	// Routing says which agent they go to (D1).
	Routing Routing
	// Public topics are offered to requesters; the others are for staff to move tickets to.
	Public bool
	// Active is false of a topic that takes no new tickets.
	Active bool
	// Order is its place in lists; equal ones go by name.
	Order int
}

// Routing is what an administrator lays down about who gets a topic's tickets (D1).
type Routing struct {
	Method routing.Method
	// AgentIDs are who the method chooses among; Fixed takes the first. Empty: the team, or else the department.
	AgentIDs []string
	// Team is who to fall back on before the department.
	TeamName Text
	TeamIDs  []string
}

// Department is a group of agents with queues of its own (D1).
type Department struct {
	ID    string
	Name  Text
	Order int
}

// Category is a part of the knowledge base.
type Category struct {
	ID          string
	Name        Text
	Description Text
	Order       int
}

// Entity is a state or body that a ticket is about (B5).
type Entity struct {
	// ID is a code such as FEDERACION.
	ID   string
	Name Text
}

// Desk is all that the desk is made of, each list in the order to show it.
type Desk struct {
	Settings
	Topics        []Topic
	Departments   []Department
	Categories    []Category
	Organizations []account.Organization
}

// Sort puts every list in the order to show it.
func (d *Desk) Sort() {
	slices.SortFunc(d.Topics, func(a, b Topic) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
	slices.SortFunc(d.Departments, func(a, b Department) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
	slices.SortFunc(d.Organizations, func(a, b account.Organization) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(d.Categories, func(a, b Category) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
}

func byOrder(a, b int, nameA, nameB Text) int {
	return cmp.Or(cmp.Compare(a, b), cmp.Compare(nameA.Spanish, nameB.Spanish))
}

// Topic returns the topic of an identifier.
func (d Desk) Topic(id string) (Topic, bool) {
	return find(d.Topics, func(t Topic) bool { return t.ID == id })
}

// Offered returns the topics that requesters choose from: active and public (B2).
func (d Desk) Offered() []Topic {
	return slices.DeleteFunc(d.ActiveTopics(), func(t Topic) bool { return !t.Public })
}

// ActiveTopics returns those that staff choose from: also the ones that are theirs alone.
func (d Desk) ActiveTopics() []Topic {
	active := make([]Topic, 0, len(d.Topics))
	for _, topic := range d.Topics {
		if topic.Active {
			active = append(active, topic)
		}
	}
	return active
}

// Department returns the department of an identifier.
func (d Desk) Department(id string) (Department, bool) {
	return find(d.Departments, func(department Department) bool { return department.ID == id })
}

// Organization returns the organization of an identifier.
func (d Desk) Organization(id string) (account.Organization, bool) {
	return find(d.Organizations, func(organization account.Organization) bool { return organization.ID == id })
}

// Entity returns the entity of a code.
func (d Desk) Entity(id string) (Entity, bool) {
	return find(d.Entities, func(entity Entity) bool { return entity.ID == id })
}

// Category returns the category of an identifier.
func (d Desk) Category(id string) (Category, bool) {
	return find(d.Categories, func(category Category) bool { return category.ID == id })
}

// PlanOf returns the plan by which a ticket of a topic is routed, and the department it goes to: the rule's, or the topic's where
// there is no rule (D1). Its groups are the agents who are in a department now, as the staff directory has them; names are in the
// desk's first language, for the history. Supervisors get only what names them: they are told of what nobody got.
func (d Desk) PlanOf(topic Topic, rule *routing.Rule, staff []account.Person) (routing.Plan, Department) {
	plan := routing.Plan{
		Name: topic.Name.In(locale.Spanish), TopicID: topic.ID, Method: topic.Routing.Method, Agents: topic.Routing.AgentIDs,
		Team: routing.Group{Name: topic.Routing.TeamName.In(locale.Spanish), Members: topic.Routing.TeamIDs},
	}
	departmentID := topic.DepartmentID
	if rule != nil {
		plan.Name, plan.TopicID, plan.ByRule, plan.Method, plan.Agents = rule.Name, "", true, rule.Method, rule.AgentIDs
		if len(rule.TeamIDs) > 0 || rule.DepartmentID != "" {
			plan.Team = routing.Group{Name: rule.TeamName, Members: rule.TeamIDs}
		}
		if rule.DepartmentID != "" {
			departmentID = rule.DepartmentID
		}
	}
	department, known := d.Department(departmentID)
	if !known {
		department.ID = departmentID
	}
	plan.Department = routing.Group{ID: department.ID, Name: department.Name.In(locale.Spanish)}
	for _, one := range staff {
		if one.Role == account.Agent && slices.Contains(one.Departments, departmentID) && !one.Disabled {
			plan.Department.Members = append(plan.Department.Members, one.ID)
		}
	}
	return plan, department
}

// Today returns the desk's date at an instant, as 2006-01-02: what return dates are compared with.
func (d Desk) Today(at time.Time) string {
	return at.In(zone.First(d.TimeZone)).Format(time.DateOnly)
}

func find[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}
