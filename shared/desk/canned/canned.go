// Package canned implements the use cases of canned responses (J5).
package canned

import (
	"context"
	"slices"
	"strings"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
)

// Settings reads the settings.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
}

// The maximum lengths of the texts in characters, the maximum size of a sanitized body, and the maximum number of topics.
const (
	maxTitle    = 120
	maxCategory = 60
	maxBody     = 20000
	maxStored   = 320 << 10 // bytes; the response must fit into one item of the table (400 KB)
	maxTopics   = 50
)

// checkResponse validates the content of a canned response.
func checkResponse(text api.CannedText, config settings.Configuration, sanitizer richtext.Sanitizer) (canned.Response, error) {
	var errs fault.FieldErrors
	r := canned.Response{
		Title:    check.Line(&errs, "title", text.Title, 1, maxTitle),
		Category: check.Line(&errs, "category", api.Given(text.Category), 0, maxCategory),
		Language: locale.Language(text.Language),
	}
	if !text.Language.Valid() {
		errs.Add("language", "field.choice")
	}
	r.TopicIDs = checkTopics(&errs, api.Given(text.TopicIds), config)
	r.Body = checkBody(&errs, text.Body, sanitizer)
	return r, errs.Err()
}

func checkTopics(errs *fault.FieldErrors, ids []string, config settings.Configuration) []string {
	if len(ids) > maxTopics {
		errs.Add("topicIds", "field.too-many", locale.With("count", maxTopics))
		return nil
	}
	var known []string
	for _, id := range ids {
		if _, ok := config.Topic(id); !ok {
			errs.Add("topicIds", "field.choice")
			return nil
		}
		if !slices.Contains(known, id) {
			known = append(known, id)
		}
	}
	return known
}

func checkBody(errs *fault.FieldErrors, source string, sanitizer richtext.Sanitizer) string {
	if !richtext.CheckLength(errs, "body", source, maxBody, 4*maxBody) {
		return ""
	}
	normalized, unknown := canned.Normalize(sanitizer.Text(source))
	switch {
	case !richtext.CheckLength(errs, "body", normalized, maxBody, maxStored):
	case richtext.IsEmpty(normalized):
		errs.Add("body", "field.required")
	case len(unknown) > 0:
		errs.Add("body", "field.canned-variable", locale.With("variable", "{{"+richtext.Text(unknown[0])+"}}"), locale.With("variables", variableList()))
	}
	return normalized
}

func variableList() string {
	names := make([]string, 0, len(canned.Variables()))
	for _, variable := range canned.Variables() {
		names = append(names, "{{"+string(variable)+"}}")
	}
	return strings.Join(names, ", ")
}

func responseOf(r canned.Response, by account.Person) api.CannedResponse {
	result := api.CannedResponse{
		Id: r.ID, Title: r.Title, Category: r.Category, Language: api.Language(r.Language), TopicIds: append([]string{}, r.TopicIDs...), Body: r.Body,
		Shared: r.Shared(), Version: r.Version, UpdatedAt: r.UpdatedAt, Editable: canned.MayEdit(r, by), Variables: []api.CannedVariable{},
	}
	for _, variable := range canned.UsedVariables(r.Body) {
		result.Variables = append(result.Variables, api.CannedVariable(variable))
	}
	return result
}
