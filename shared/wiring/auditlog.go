package wiring

import (
	"mesa/shared/api"
	"mesa/shared/desk/auditlog"
)

var auditEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListAuditEvents(auditlog.ListAuditEvents{Audit: p.Audit, People: p.Accounts, Clock: p.Clock})
		},
		Audit: true,
		Grants: []Grant{
			query("AUDIT#*"),
			batchGet("PERSON#*"),
		},
	},
}
