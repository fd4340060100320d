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

// Topic is a help topic, such as the application for which support is requested (B2).
type Topic struct {
	ID string
	// Version counts the changes from 1.
	Version     int64
	Name        Text
	Description Text
	// DepartmentID is the department to which the topic's tickets belong (N1).
	DepartmentID string
	// Routing determines how the topic's tickets are assigned to agents (D1).
	Routing Routing
	// Public is true if requesters can choose the topic. Otherwise only staff can.
	Public bool
	// Active is false if no new tickets can have the topic.
	Active bool
	// Order is the sort key in lists. Topics with the same order are sorted by name.
	Order int
}

// Routing determines how the tickets of a topic are assigned (D1).
type Routing struct {
	Method routing.Method
	// AgentIDs are the agents from whom the method chooses; Fixed uses the first agent. If the list is empty, the method
	// chooses from the team or, without a team, from the department.
	AgentIDs []string
	// TeamID is the team to which a ticket is assigned if none of the agents is available, or "". The department is the last
	// fallback.
	TeamID string
}

// Department is a group of agents with its own queues (D1).
type Department struct {
	ID string
	// Version counts the changes from 1.
	Version int64
	Name    Text
	Order   int
	// Retired reports that no tickets are moved to the department. Its tickets stay in it (N9).
	Retired bool
}

// Category is a section of the knowledge base (L4).
type Category struct {
	ID          string
	Name        Text
	Description Text
	Order       int
}

// Entity is a state or level of government that a ticket can be about (B5).
type Entity struct {
	// ID is a code such as FEDERACION.
	ID   string
	Name Text
}

// Configuration holds the settings, topics, departments, teams and categories of the desk. Every list is in display order.
// Organizations are not part of it, because a desk can have thousands.
type Configuration struct {
	Settings
	Topics      []Topic
	Departments []Department
	Teams       []Team
	Categories  []Category
}

// Sort sorts every list into display order.
func (c *Configuration) Sort() {
	slices.SortFunc(c.Topics, func(a, b Topic) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
	slices.SortFunc(c.Departments, func(a, b Department) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
	slices.SortFunc(c.Teams, func(a, b Team) int { return byOrder(0, 0, a.Name, b.Name) })
	slices.SortFunc(c.Categories, func(a, b Category) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
}

func byOrder(a, b int, nameA, nameB Text) int {
	return cmp.Or(cmp.Compare(a, b), cmp.Compare(nameA.Spanish, nameB.Spanish))
}

// Topic returns the topic with the given identifier.
func (c Configuration) Topic(id string) (Topic, bool) {
	return find(c.Topics, func(t Topic) bool { return t.ID == id })
}

// PublicTopics returns the topics that requesters can choose: those that are active and public (B2).
func (c Configuration) PublicTopics() []Topic {
	return slices.DeleteFunc(c.ActiveTopics(), func(t Topic) bool { return !t.Public })
}

// ActiveTopics returns the topics that staff can choose.
func (c Configuration) ActiveTopics() []Topic {
	active := make([]Topic, 0, len(c.Topics))
	for _, topic := range c.Topics {
		if topic.Active {
			active = append(active, topic)
		}
	}
	return active
}

// Department returns the department with the given identifier.
func (c Configuration) Department(id string) (Department, bool) {
	return find(c.Departments, func(department Department) bool { return department.ID == id })
}

// DepartmentIDs returns the identifiers of all departments.
func (c Configuration) DepartmentIDs() []string {
	ids := make([]string, 0, len(c.Departments))
	for _, department := range c.Departments {
		ids = append(ids, department.ID)
	}
	return ids
}

// Entity returns the entity with the given code.
func (c Configuration) Entity(id string) (Entity, bool) {
	return find(c.Entities, func(entity Entity) bool { return entity.ID == id })
}

// Category returns the category with the given identifier.
func (c Configuration) Category(id string) (Category, bool) {
	return find(c.Categories, func(category Category) bool { return category.ID == id })
}

// PlanOf returns the routing plan for a ticket of a topic, and the ticket's department (D1). If a rule applies, its method and
// agents replace those of the topic, and its department replaces the topic's department if the rule has one. The rule's team
// replaces the topic's team if the rule has a team or a department. The department's group contains its agents from the staff
// directory. A ticket is assigned to a supervisor only if the plan names the supervisor. Names are in Spanish; see Names for
// other languages.
func (c Configuration) PlanOf(topic Topic, rule *routing.Rule, staff []account.Person) (routing.Plan, Department) {
	plan := routing.Plan{
		Name: topic.Name.In(locale.Spanish), TopicID: topic.ID, Method: topic.Routing.Method, Agents: topic.Routing.AgentIDs,
		Team: c.group(topic.Routing.TeamID),
	}
	departmentID := topic.DepartmentID
	if rule != nil {
		plan.Name, plan.TopicID, plan.ByRule, plan.Method, plan.Agents = rule.Name, "", true, rule.Method, rule.AgentIDs
		if rule.TeamID != "" || rule.DepartmentID != "" {
			plan.Team = c.group(rule.TeamID)
		}
		if rule.DepartmentID != "" {
			departmentID = rule.DepartmentID
		}
	}
	department, known := c.Department(departmentID)
	if !known {
		department.ID = departmentID
	}
	plan.Department = routing.Group{ID: department.ID, Name: department.Name.In(locale.Spanish)}
	for _, person := range staff {
		if person.Role == account.Agent && slices.Contains(person.Departments, departmentID) && !person.Disabled {
			plan.Department.Members = append(plan.Department.Members, person.ID)
		}
	}
	return plan, department
}

// group returns the group of a team, or an empty group if the desk has no such team.
func (c Configuration) group(teamID string) routing.Group {
	team, _ := c.Team(teamID)
	return routing.Group{ID: team.ID, Name: team.Name.In(locale.Spanish), Members: team.MemberIDs}
}

// Today returns the date in the desk's time zone, such as 2006-01-02.
func (c Configuration) Today(at time.Time) string {
	return at.In(zone.FirstKnown(c.TimeZone)).Format(time.DateOnly)
}

func find[T any](all []T, matches func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, matches); i >= 0 {
		return all[i], true
	}
	var zero T
	return zero, false
}
