package settingstore

import (
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
)

func TestSettingsMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[settings.Settings, settingsItem]{To: newSettingsItem, From: settingsItem.settings}.Check(t)
}

func TestMappingsKeepAllFields(t *testing.T) {
	tabletest.Mapping[settings.Topic, topicItem]{To: newTopicItem, From: topicItem.topic}.Check(t)
	tabletest.Mapping[settings.Department, departmentItem]{To: newDepartmentItem, From: departmentItem.department}.Check(t)
	tabletest.Mapping[settings.Team, teamItem]{To: newTeamItem, From: teamItem.team}.Check(t)
	tabletest.Mapping[settings.Category, categoryItem]{To: newCategoryItem, From: categoryItem.category}.Check(t)
	tabletest.Mapping[settings.Organization, organizationItem]{To: newOrganizationItem, From: organizationItem.organization}.Check(t)
	tabletest.Mapping[routing.Rules, routingItem]{To: newRoutingItem, From: routingItem.rules}.Check(t)
	tabletest.Mapping[[]field.Field, topicFieldsItem]{
		To: func(fields []field.Field) topicFieldsItem { return newTopicFieldsItem("sipot", fields) }, From: topicFieldsItem.fields,
	}.Check(t)
}

func TestAgentMappingKeepsAllFields(t *testing.T) {
	tabletest.Mapping[account.Person, agentItem]{
		To: newAgentItem, From: agentItem.person,
		NotStored: []string{"Phone", "Entity", "Organization", "Version"}, // not needed to assign tickets or send mail
	}.Check(t)
}
