package settings

import (
	"cmp"
	"slices"

	"mesa/shared/account"
	"mesa/shared/locale"
	"mesa/shared/routing"
)

// Topic is a help topic: the application that support is asked for (B2).
type Topic struct {
	ID          string
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
	Rule routing.Rule
	// AgentIDs are who the rule chooses among; a fixed rule takes the first. Empty: the team, or else the department.
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

// Desk is all that the desk is made of, each list in the order to show it.
type Desk struct {
	Settings
	Topics      []Topic
	Departments []Department
	Categories  []Category
}

// Sort puts every list in the order to show it.
func (d *Desk) Sort() {
	slices.SortFunc(d.Topics, func(a, b Topic) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
	slices.SortFunc(d.Departments, func(a, b Department) int { return byOrder(a.Order, b.Order, a.Name, b.Name) })
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
	offered := make([]Topic, 0, len(d.Topics))
	for _, topic := range d.Topics {
		if topic.Active && topic.Public {
			offered = append(offered, topic)
		}
	}
	return offered
}

// Department returns the department of an identifier.
func (d Desk) Department(id string) (Department, bool) {
	return find(d.Departments, func(department Department) bool { return department.ID == id })
}

// Category returns the category of an identifier.
func (d Desk) Category(id string) (Category, bool) {
	return find(d.Categories, func(category Category) bool { return category.ID == id })
}

// RoutingOf returns a topic's rule with the agents who are in its department now, as the staff directory has them, and names
// in the desk's first language, for the history (D1). Supervisors get only what names them: they are told of what nobody got.
func (d Desk) RoutingOf(topic Topic, staff []account.Person) routing.Topic {
	department, _ := d.Department(topic.DepartmentID)
	group := routing.Group{Name: department.Name.In(locale.Spanish)}
	for _, one := range staff {
		if one.Role == account.Agent && slices.Contains(one.Departments, topic.DepartmentID) && !one.Disabled {
			group.Members = append(group.Members, one.ID)
		}
	}
	return routing.Topic{
		Name: topic.Name.In(locale.Spanish), Rule: topic.Routing.Rule, Agents: topic.Routing.AgentIDs,
		Team:       routing.Group{Name: topic.Routing.TeamName.In(locale.Spanish), Members: topic.Routing.TeamIDs},
		Department: group,
	}
}

func find[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}
