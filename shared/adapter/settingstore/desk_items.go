package settingstore

import (
	"mesa/shared/adapter/table"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
)

// The types of the items in DeskPartition.
const (
	settingsType   = "settings"
	topicType      = "topic"
	departmentType = "department"
	teamType       = "team"
	categoryType   = "category"
)

type topicItem struct {
	table.Header
	Version      int64               `dynamodbav:"version"`
	ID           string              `dynamodbav:"id"`
	Name         table.LocalizedText `dynamodbav:"name"`
	Description  table.LocalizedText `dynamodbav:"description"`
	DepartmentID string              `dynamodbav:"departmentId"`
	Method       string              `dynamodbav:"rule,omitempty"`
	AgentIDs     []string            `dynamodbav:"agentIds,omitempty"`
	TeamID       string              `dynamodbav:"teamId,omitempty"`
	Public       bool                `dynamodbav:"public"`
	Active       bool                `dynamodbav:"active"`
	Order        int                 `dynamodbav:"order"`
}

func newTopicItem(t settings.Topic) topicItem {
	return topicItem{
		Header:  table.NewHeader(table.TopicKey(t.ID), topicType),
		Version: max(t.Version, 1), ID: t.ID, Name: table.LocalizedText(t.Name), Description: table.LocalizedText(t.Description), DepartmentID: t.DepartmentID,
		Method: string(t.Routing.Method), AgentIDs: t.Routing.AgentIDs, TeamID: t.Routing.TeamID,
		Public: t.Public, Active: t.Active, Order: t.Order,
	}
}

func (i topicItem) topic() settings.Topic {
	return settings.Topic{
		Version: max(i.Version, 1), ID: i.ID, Name: i.Name.Text(), Description: i.Description.Text(), DepartmentID: i.DepartmentID,
		Routing: settings.Routing{Method: routing.Method(i.Method), AgentIDs: i.AgentIDs, TeamID: i.TeamID},
		Public:  i.Public, Active: i.Active, Order: i.Order,
	}
}

type departmentItem struct {
	table.Header
	ID      string              `dynamodbav:"id"`
	Version int64               `dynamodbav:"version"`
	Name    table.LocalizedText `dynamodbav:"name"`
	Order   int                 `dynamodbav:"order"`
	Retired bool                `dynamodbav:"retired,omitempty"`
}

func newDepartmentItem(d settings.Department) departmentItem {
	return departmentItem{
		Header: table.NewHeader(table.DepartmentKey(d.ID), departmentType),
		ID:     d.ID, Version: max(d.Version, 1), Name: table.LocalizedText(d.Name), Order: d.Order, Retired: d.Retired,
	}
}

func (i departmentItem) department() settings.Department {
	return settings.Department{ID: i.ID, Version: max(i.Version, 1), Name: i.Name.Text(), Order: i.Order, Retired: i.Retired}
}

type teamItem struct {
	table.Header
	ID        string              `dynamodbav:"id"`
	Version   int64               `dynamodbav:"version"`
	Name      table.LocalizedText `dynamodbav:"name"`
	MemberIDs []string            `dynamodbav:"memberIds,omitempty"`
	Retired   bool                `dynamodbav:"retired,omitempty"`
}

func newTeamItem(t settings.Team) teamItem {
	return teamItem{
		Header: table.NewHeader(table.TeamKey(t.ID), teamType),
		ID:     t.ID, Version: max(t.Version, 1), Name: table.LocalizedText(t.Name), MemberIDs: t.MemberIDs, Retired: t.Retired,
	}
}

func (i teamItem) team() settings.Team {
	return settings.Team{ID: i.ID, Version: i.Version, Name: i.Name.Text(), MemberIDs: i.MemberIDs, Retired: i.Retired}
}

type categoryItem struct {
	table.Header
	ID          string              `dynamodbav:"id"`
	Name        table.LocalizedText `dynamodbav:"name"`
	Description table.LocalizedText `dynamodbav:"description"`
	Order       int                 `dynamodbav:"order"`
}

func newCategoryItem(c settings.Category) categoryItem {
	return categoryItem{
		Header: table.NewHeader(table.CategoryKey(c.ID), categoryType),
		ID:     c.ID, Name: table.LocalizedText(c.Name), Description: table.LocalizedText(c.Description), Order: c.Order,
	}
}

func (i categoryItem) category() settings.Category {
	return settings.Category{ID: i.ID, Name: i.Name.Text(), Description: i.Description.Text(), Order: i.Order}
}
