package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/drafts"
)

var draftsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteDraft(drafts.DeleteDraft{Drafts: p.Table})
		},
		Grants: []Grant{
			deleteItem("DRAFT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetDraft(drafts.GetDraft{Drafts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			get("DRAFT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SaveDraft(drafts.SaveDraft{Drafts: p.Table, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			get("DRAFT#*"),
			put("DRAFT#*"),
			update("ATTACHMENT#*"),
		},
	},
}
