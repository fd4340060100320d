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
	TeamName     table.LocalizedText `dynamodbav:"teamName"`
	TeamIDs      []string            `dynamodbav:"teamIds,omitempty"`
	Public       bool                `dynamodbav:"public"`
	Active       bool                `dynamodbav:"active"`
	Order        int                 `dynamodbav:"order"`
}

func newTopicItem(t settings.Topic) topicItem {
	return topicItem{
		Header:  table.NewHeader(table.TopicKey(t.ID), topicType),
		Version: max(t.Version, 1), ID: t.ID, Name: table.LocalizedText(t.Name), Description: table.LocalizedText(t.Description), DepartmentID: t.DepartmentID,
		Method: string(t.Routing.Method), AgentIDs: t.Routing.AgentIDs, TeamName: table.LocalizedText(t.Routing.TeamName), TeamIDs: t.Routing.TeamIDs,
		Public: t.Public, Active: t.Active, Order: t.Order,
	}
}

func (i topicItem) topic() settings.Topic {
	return settings.Topic{
		Version: max(i.Version, 1), ID: i.ID, Name: i.Name.Text(), Description: i.Description.Text(), DepartmentID: i.DepartmentID,
		Routing: settings.Routing{
			Method: routing.Method(i.Method), AgentIDs: i.AgentIDs, TeamName: i.TeamName.Text(), TeamIDs: i.TeamIDs,
		},
		Public: i.Public, Active: i.Active, Order: i.Order,
	}
}

type departmentItem struct {
	table.Header
	ID    string              `dynamodbav:"id"`
	Name  table.LocalizedText `dynamodbav:"name"`
	Order int                 `dynamodbav:"order"`
}

func newDepartmentItem(d settings.Department) departmentItem {
	return departmentItem{Header: table.NewHeader(table.DepartmentKey(d.ID), departmentType), ID: d.ID, Name: table.LocalizedText(d.Name), Order: d.Order}
}

func (i departmentItem) department() settings.Department {
	return settings.Department{ID: i.ID, Name: i.Name.Text(), Order: i.Order}
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
