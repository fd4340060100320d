package permission

// The permissions for tickets.
const (
	ReadTicket               Permission = "read-ticket"
	ReadInternal             Permission = "read-internal"
	SeeContactData           Permission = "see-contact-data"
	WriteMessage             Permission = "write-message"
	CloseOrReopen            Permission = "close-or-reopen"
	RateTicket               Permission = "rate-ticket"
	InviteColleague          Permission = "invite-colleague"
	InviteAnyone             Permission = "invite-anyone"
	RemoveAnyParticipant     Permission = "remove-any-participant"
	RemoveColleague          Permission = "remove-colleague"
	WriteResponse            Permission = "write-response"
	WriteNote                Permission = "write-note"
	ChangeTicket             Permission = "change-ticket"
	LinkTickets              Permission = "link-tickets"
	MergeTickets             Permission = "merge-tickets"
	MergeAcrossOrganizations Permission = "merge-across-organizations"
	SplitTicket              Permission = "split-ticket"
)

// The permissions for lists, and for other objects than tickets.
const (
	SeeQueue                 Permission = "see-queue"
	FilterLists              Permission = "filter-lists"
	UseStaffTopics           Permission = "use-staff-topics"
	EditOwnView              Permission = "edit-own-view"
	EditDepartmentView       Permission = "edit-department-view"
	EditSharedView           Permission = "edit-shared-view"
	EditOwnResponse          Permission = "edit-own-response"
	EditSharedResponse       Permission = "edit-shared-response"
	ReadInternalArticles     Permission = "read-internal-articles"
	EditArticleDraft         Permission = "edit-article-draft"
	EditPublishedArticle     Permission = "edit-published-article"
	PublishArticle           Permission = "publish-article"
	SetAvailability          Permission = "set-availability"
	CallStaffOperations      Permission = "call-staff-operations"
	CallSupervisorOperations Permission = "call-supervisor-operations"
	CallAdminOperations      Permission = "call-admin-operations"
)

// readers are the relations with which a person who is not staff reads a ticket (C5).
const readers = Owner | Participant | Sharing

// rules is the table. Columns after the meaning: requester, agent, supervisor, administrator.
var rules = []Rule{
	{ReadTicket, "read a ticket and its public entries, and download their files", readers, Anyone, Anyone, Anyone},
	{ReadInternal, "read the internal notes, reasons, tags and deadline notices of a ticket", 0, Anyone, Anyone, Anyone},
	{SeeContactData, "see the e-mail address and telephone of a requester", Owner | Colleague, Anyone, Anyone, Anyone},
	{WriteMessage, "write a message", readers, 0, 0, 0},
	{CloseOrReopen, "close and reopen a ticket as its requester", Owner, 0, 0, 0},
	{RateTicket, "rate the support received", Owner, Owner, Owner, Owner},
	{InviteColleague, "add people of the requester's organization as participants", Owner, Anyone, Anyone, Anyone},
	{InviteAnyone, "add anyone with an account as a participant", 0, Anyone, Anyone, Anyone},
	{RemoveColleague, "remove participants of the requester's organization, and participants whom a merge added", Owner, Anyone, Anyone, Anyone},
	{RemoveAnyParticipant, "remove any participant", 0, Anyone, Anyone, Anyone},
	{WriteResponse, "respond to the requester", 0, Anyone, Anyone, Anyone},
	{WriteNote, "write an internal note", 0, Anyone, Anyone, Anyone},
	{ChangeTicket, "change status, priority, assignee, department, topic, tags and answers", 0, Anyone, Anyone, Anyone},
	{LinkTickets, "link a ticket to another and remove links", 0, Anyone, Anyone, Anyone},
	{MergeTickets, "merge tickets and undo a merge", 0, Anyone, Anyone, Anyone},
	{MergeAcrossOrganizations, "merge tickets of different organizations", 0, 0, Anyone, Anyone},
	{SplitTicket, "split a ticket", 0, Anyone, Anyone, Anyone},

	{SeeQueue, "see the queues and the views of a department", 0, Member, Anyone, Anyone},
	{FilterLists, "filter lists, and see queues, urgency and deadlines", 0, Anyone, Anyone, Anyone},
	{UseStaffTopics, "open tickets with topics for staff", 0, Anyone, Anyone, Anyone},
	{EditOwnView, "edit a personal view", 0, Owner, Owner, Owner},
	{EditDepartmentView, "edit a view of a department", 0, 0, Member, Anyone},
	{EditSharedView, "edit a view for everyone", 0, 0, 0, Anyone},
	{EditOwnResponse, "edit a personal canned response", 0, Owner, Owner, Owner},
	{EditSharedResponse, "edit a shared canned response", 0, 0, Anyone, Anyone},
	{ReadInternalArticles, "read internal articles", 0, Anyone, Anyone, Anyone},
	{EditArticleDraft, "edit the draft of an article that is not published", 0, Owner, Anyone, Anyone},
	{EditPublishedArticle, "edit the draft of a published article", 0, Anyone, Anyone, Anyone},
	{PublishArticle, "publish and retire articles", 0, 0, Anyone, Anyone},
	{SetAvailability, "set whether an agent is away", 0, Owner, Anyone, Anyone},
	{CallStaffOperations, "call operations with the access «staff»", 0, Anyone, Anyone, Anyone},
	{CallSupervisorOperations, "call operations with the access «supervisor»", 0, 0, Anyone, Anyone},
	{CallAdminOperations, "call operations with the access «admin»", 0, 0, 0, Anyone},
}
