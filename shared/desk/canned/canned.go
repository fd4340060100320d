// Package canned implements the use cases of canned responses.
package canned

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
)

// Desk reads the settings.
type Desk interface {
	Desk(ctx context.Context) (settings.Desk, error)
}

// The maximum lengths of the texts in characters, and the maximum number of topics.
const (
	maxTitle    = 120
	maxCategory = 60
	maxBody     = 20000
	maxTopics   = 50
)

// textOf validates the content of a canned response.
func textOf(text api.CannedText, desk settings.Desk, sanitizer richtext.Sanitizer) (canned.Response, error) {
	var fields fault.Fields
	r := canned.Response{
		Title:    check.Line(&fields, "title", text.Title, 1, maxTitle),
		Category: check.Line(&fields, "category", api.Given(text.Category), 0, maxCategory),
		Language: locale.Language(text.Language),
	}
	if !text.Language.Valid() {
		fields.Add("language", "field.choice")
	}
	r.TopicIDs = topics(&fields, api.Given(text.TopicIds), desk)
	r.Body = body(&fields, text.Body, sanitizer)
	return r, fields.Err()
}

func topics(fields *fault.Fields, ids []string, desk settings.Desk) []string {
	if len(ids) > maxTopics {
		fields.Add("topicIds", "field.too-many", locale.With("count", maxTopics))
		return nil
	}
	var known []string
	for _, id := range ids {
		if _, ok := desk.Topic(id); !ok {
			fields.Add("topicIds", "field.choice")
			return nil
		}
		if !slices.Contains(known, id) {
			known = append(known, id)
		}
	}
	return known
}

func body(fields *fault.Fields, source string, sanitizer richtext.Sanitizer) string {
	if utf8.RuneCountInString(source) > maxBody {
		fields.Add("body", "field.too-long", locale.With("count", maxBody))
		return ""
	}
	settled, unknown := canned.Settle(sanitizer.Text(source))
	switch {
	case richtext.IsEmpty(settled):
		fields.Add("body", "field.required")
	case len(unknown) > 0:
		fields.Add("body", "field.canned-variable", locale.With("variable", "{{"+richtext.Text(unknown[0])+"}}"), locale.With("variables", variableList()))
	}
	return settled
}

func variableList() string {
	names := make([]string, 0, len(canned.Variables()))
	for _, variable := range canned.Variables() {
		names = append(names, "{{"+string(variable)+"}}")
	}
	return strings.Join(names, ", ")
}

func view(r canned.Response, by account.Person) api.CannedResponse {
	told := api.CannedResponse{
		Id: r.ID, Title: r.Title, Category: r.Category, Language: api.Language(r.Language), TopicIds: append([]string{}, r.TopicIDs...), Body: r.Body,
		Shared: r.Shared(), Version: r.Version, UpdatedAt: r.UpdatedAt, Editable: canned.MayEdit(r, by), Variables: []api.CannedVariable{},
	}
	for _, variable := range canned.Used(r.Body) {
		told.Variables = append(told.Variables, api.CannedVariable(variable))
	}
	return told
}
