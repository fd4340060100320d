package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/drafts"
)

var draftsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteDraft(drafts.DeleteDraft{Drafts: p.Drafts})
		},
		Grants: []Grant{
			deleteItem("DRAFT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetDraft(drafts.GetDraft{Drafts: p.Drafts, Clock: p.Clock})
		},
		Grants: []Grant{
			get("DRAFT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveDraft(drafts.SaveDraft{Drafts: p.Drafts, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			put("DRAFT#*"),
		},
	},
}
