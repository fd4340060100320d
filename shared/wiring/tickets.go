package wiring

import (
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/attachments"
	"mesa/shared/desk/mentions"
	"mesa/shared/desk/participants"
	"mesa/shared/desk/presence"
	"mesa/shared/desk/ticketlinks"
	"mesa/shared/desk/ticketlists"
	"mesa/shared/desk/tickets"
)

var ticketsEndpoints = []Endpoint{
	{
		Build: func(p Parts) api.Endpoint {
			return api.AddParticipant(participants.AddParticipant{Settings: p.namedSettings(), Acts: p.Tickets, Accounts: p.Accounts, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			get("LOGIN#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*", "PARTICIPANT#*"),
			update("LIMIT#entries#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateAttachment(attachments.CreateAttachment{Settings: p.Settings, Uploads: p.Tickets, Signer: p.Files, Clock: p.Clock})
		},
		Grants: []Grant{
			query("DESK"),
			put("ATTACHMENT#*"),
			update("LIMIT#uploaded#*"),
			bucket("s3:PutObject", "uploads/*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateEntry(tickets.CreateEntry{Settings: p.Settings, Staff: p.Settings, Acts: p.Tickets, Files: p.Files, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Artifact: TextArtifact,
		Grants: []Grant{
			batchGet("IDEMPOTENCY#*", "ATTACHMENT#*"),
			query("TICKET#*", "DESK", "STAFF"),
			put("TICKET#*", "IDEMPOTENCY#*"),
			update("ATTACHMENT#*", "LIMIT#entries#*"),
			bucket("s3:GetObject"), // the upload, and the ETag of an earlier copy
			claimedFiles("s3:PutObject"),
			bucket("s3:ListBucket"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.CreateTicket(tickets.CreateTicket{Settings: p.namedSettings(), Acts: p.Tickets, Files: p.Files, Limits: p.Limits, Sanitizer: p.Sanitizer, Clock: p.Clock})
		},
		Timeout:  26 * time.Second, // after a timeout, a retry would allocate another number (B9)
		Artifact: TextArtifact,
		Grants: []Grant{
			batchGet("IDEMPOTENCY#*", "ATTACHMENT#*", "ORGANIZATION#*"),
			get("TICKET#*", "LIMIT#tickets#*"),
			query("DESK", "FIELDS", "TICKET#*"),
			update("COUNTER#TICKET", "ATTACHMENT#*", "LIMIT#tickets#*"),
			put("TICKET#*", "IDEMPOTENCY#*"),
			bucket("s3:GetObject"), // the upload, and the ETag of an earlier copy
			claimedFiles("s3:PutObject"),
			bucket("s3:ListBucket"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetAttachment(attachments.GetAttachment{Attached: p.Tickets, Addresses: p.Files})
		},
		Grants: []Grant{
			batchGet("TICKET#*"),
			get("ATTACHMENT#*", "TICKET#*"),
			bucket("s3:GetObject"),
			bucket("s3:ListBucket"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.GetTicket(tickets.GetTicket{Settings: p.namedSettings(), Acts: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			query("TICKET#*", "DESK"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.LinkTicket(ticketlinks.LinkTicket{Settings: p.Settings, Pairs: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListLinks(ticketlinks.ListLinks{Linked: p.Tickets})
		},
		Grants: []Grant{
			batchGet("TICKET#*"),
			get("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListMentions(mentions.ListMentions{Mentions: p.Index})
		},
		Grants: []Grant{
			queryIndex("requesterStatus", "mentions:*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTags(ticketlists.ListTags{Uses: p.Index})
		},
		Grants: []Grant{
			query("TAGS"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ListTickets(ticketlists.ListTickets{Settings: p.Settings, Lists: p.Index, Search: p.Index, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("TICKET#*", "SEARCH#*", "COUNTS#person:*", "COUNTS#agent:*", "COUNTS#department:*", "COUNTS#organization:*"),
			query("DESK", "SEARCH#*", "DAYS"),
			queryIndex("requesterStatus", "*#*"), // excludes mentions:<person>
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
			return api.MergeTicket(ticketlinks.MergeTicket{Settings: p.namedSettings(), Pairs: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			get("TICKET#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*", "PARTICIPANT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.NotePresence(presence.NotePresence{Presences: p.Presences, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("PRESENCE#*"),
			put("PRESENCE#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.RateTicket(tickets.RateTicket{Settings: p.namedSettings(), Acts: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
			update("LIMIT#entries#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.ReadMention(mentions.ReadMention{Mentions: p.Index, Clock: p.Clock})
		},
		Grants: []Grant{
			update("MENTION#*", "COUNTS#agent:*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.RemoveParticipant(participants.RemoveParticipant{Settings: p.Settings, Acts: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
			deleteItem("PARTICIPANT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.SplitTicket(ticketlinks.SplitTicket{Settings: p.namedSettings(), Acts: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("IDEMPOTENCY#*", "ORGANIZATION#*"),
			query("TICKET#*", "DESK"),
			update("COUNTER#TICKET", "ATTACHMENT#*"),
			put("TICKET#*", "IDEMPOTENCY#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UndoMerge(ticketlinks.UndoMerge{Settings: p.namedSettings(), Pairs: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
			deleteItem("PARTICIPANT#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UnlinkTicket(ticketlinks.UnlinkTicket{Settings: p.Settings, Pairs: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			get("TICKET#*"),
			query("TICKET#*", "DESK"),
			put("TICKET#*"),
		},
	},
	{
		Build: func(p Parts) api.Endpoint {
			return api.UpdateTicket(tickets.UpdateTicket{Settings: p.namedSettings(), Staff: p.Settings, Acts: p.Tickets, Clock: p.Clock})
		},
		Grants: []Grant{
			batchGet("ORGANIZATION#*"),
			query("TICKET#*", "DESK", "FIELDS", "STAFF"),
			put("TICKET#*"),
		},
	},
}
