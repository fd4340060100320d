package wiring

import (
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/attachments"
	"mesa/shared/desk/mentions"
	"mesa/shared/desk/presence"
	"mesa/shared/desk/ticketlists"
	"mesa/shared/desk/tickets"
)

var ticketsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.AddParticipant(tickets.AddParticipant{Desk: p.Table, Acts: p.Table, Accounts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			get("LOGIN#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*", "PARTICIPANT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateAttachment(attachments.CreateAttachment{Desk: p.Table, Announcements: p.Table, Forms: p.Files, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK"),
			put("ATTACHMENT#*"),
			bucket("s3:PutObject"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateEntry(tickets.CreateEntry{Desk: p.Table, Staff: p.Table, Acts: p.Table, Files: p.Files, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			batchGet("IDEMPOTENCY#*", "ATTACHMENT#*"),
			query("TICKET#*", "DESK", "STAFF"),
			put("TICKET#*", "IDEMPOTENCY#*"),
			update("ATTACHMENT#*"),
			bucket("s3:GetObject"),
			bucket("s3:ListBucket"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateTicket(tickets.CreateTicket{Desk: p.Table, Acts: p.Table, Files: p.Files, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Timeout:  26 * time.Second, // a retry would draw another number (B9)
		Artifact: TextArtifact,
		Grants: []Grant{
			batchGet("IDEMPOTENCY#*", "ATTACHMENT#*"),
			get("TICKET#*"),
			query("DESK", "FIELDS", "TICKET#*"),
			update("COUNTER#TICKET", "ATTACHMENT#*"),
			put("TICKET#*", "IDEMPOTENCY#*"),
			bucket("s3:GetObject"),
			bucket("s3:ListBucket"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetAttachment(attachments.GetAttachment{Attached: p.Table, Addresses: p.Files})
		},
		Grants: []Grant{
			batchGet("TICKET#*"),
			get("ATTACHMENT#*", "TICKET#*"),
			bucket("s3:GetObject"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetTicket(tickets.GetTicket{Desk: p.Table, Acts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			query("TICKET#*", "DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.LinkTicket(tickets.LinkTicket{Desk: p.Table, Pairs: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListLinks(tickets.ListLinks{Linked: p.Table})
		},
		Grants: []Grant{
			batchGet("TICKET#*"),
			get("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListMentions(mentions.ListMentions{Mentions: p.Table})
		},
		Grants: []Grant{
			queryIndex("requesterStatus", "mentions:*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTags(ticketlists.ListTags{Uses: p.Table})
		},
		Grants: []Grant{
			query("TAGS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTickets(ticketlists.ListTickets{Desk: p.Table, Lists: p.Table, Search: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("TICKET#*", "INDEXED#*", "COUNTS#*"),
			query("DESK", "SEARCH#*", "DAYS"),
			queryIndex("requesterStatus", "*#*"),
			queryIndex("requester"),
			queryIndex("organization"),
			queryIndex("assignee"),
			queryIndex("department"),
			queryIndex("assigneeActivity"),
			queryIndex("departmentActivity"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.MergeTicket(tickets.MergeTicket{Desk: p.Table, Pairs: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*", "PARTICIPANT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.NotePresence(presence.NotePresence{Presences: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("PRESENCE#*"),
			put("PRESENCE#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.RateTicket(tickets.RateTicket{Desk: p.Table, Acts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ReadMention(mentions.ReadMention{Mentions: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			update("MENTION#*", "COUNTS#agent:*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.RemoveParticipant(tickets.RemoveParticipant{Desk: p.Table, Acts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
			deleteItem("PARTICIPANT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SplitTicket(tickets.SplitTicket{Desk: p.Table, Acts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("IDEMPOTENCY#*"),
			query("TICKET#*", "DESK"),
			update("COUNTER#TICKET", "ATTACHMENT#*"),
			put("TICKET#*", "IDEMPOTENCY#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UnlinkTicket(tickets.UnlinkTicket{Desk: p.Table, Pairs: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateTicket(tickets.UpdateTicket{Desk: p.Table, Staff: p.Table, Acts: p.Table, Clock: p.Clock})
		},
		Grants: []Grant{
			query("TICKET#*", "DESK", "FIELDS", "STAFF"),
			put("TICKET#*"),
		},
	},
}
