package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/canned"
)

var cannedEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateCannedResponse(canned.CreateCannedResponse{Settings: p.Settings, Responses: p.Canned, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			batchGet("CANNED", "CANNED#*"),
			query("DESK"),
			put("CANNED", "CANNED#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.DeleteCannedResponse(canned.DeleteCannedResponse{Responses: p.Canned})
		},
		Grants: []Grant{
			batchGet("CANNED", "CANNED#*"),
			deleteItem("CANNED", "CANNED#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListCannedResponses(canned.ListCannedResponses{Responses: p.Canned})
		},
		Grants: []Grant{
			query("CANNED", "CANNED#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateCannedResponse(canned.UpdateCannedResponse{Settings: p.Settings, Responses: p.Canned, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			batchGet("CANNED", "CANNED#*"),
			query("DESK"),
			put("CANNED", "CANNED#*"),
		},
	},
}
