package ticketstore

import (
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// ticketItem is the stored form of a ticket. The indexes of lists project the card, CreatedAt and UpdatedAt. The two times are
// separate attributes because indexes sort by them.
type ticketItem struct {
	table.Header
	Card      cardPart      `dynamodbav:"card"`
	CreatedAt table.Instant `dynamodbav:"createdAt"`
	UpdatedAt table.Instant `dynamodbav:"updatedAt"`

	RequesterEmail    string        `dynamodbav:"requesterEmail,omitempty"`
	RequesterPhone    string        `dynamodbav:"requesterPhone,omitempty"`
	RequesterLanguage string        `dynamodbav:"requesterSpeaks,omitempty"`
	OrganizationName  string        `dynamodbav:"organizationName,omitempty"`
	Shares            bool          `dynamodbav:"shares,omitempty"`
	ResolvedAt        table.Instant `dynamodbav:"resolvedAt,omitempty"`
	StoppedAt         table.Instant `dynamodbav:"stoppedAt,omitempty"`
	PausedSeconds     int64         `dynamodbav:"pausedSeconds,omitempty"`
	Fields            []answerPart  `dynamodbav:"fields,omitempty"`
	ReopenableSince   table.Instant `dynamodbav:"quietSince,omitempty"`
	TextSize          int           `dynamodbav:"weight,omitempty"`
	AssignedIn        int64         `dynamodbav:"assignedIn,omitempty"`
	Unrouted          bool          `dynamodbav:"unrouted,omitempty"`
	Warned            bool          `dynamodbav:"warned,omitempty"`
	Overdue           bool          `dynamodbav:"overdue,omitempty"`
	Escalated         bool          `dynamodbav:"escalated,omitempty"`

	WaitingReason        string            `dynamodbav:"waitingReason,omitempty"`
	Reminded             bool              `dynamodbav:"reminded,omitempty"`
	FirstResponseWarned  bool              `dynamodbav:"firstAnswerWarned,omitempty"`
	FirstResponseOverdue bool              `dynamodbav:"firstAnswerOverdue,omitempty"`
	RatingComment        string            `dynamodbav:"ratingComment,omitempty"`
	RatedAt              table.Instant     `dynamodbav:"ratedAt,omitempty"`
	RelatedTo            string            `dynamodbav:"relatedTo,omitempty"`
	CarriedLinks         []carriedLinkPart `dynamodbav:"carriedLinks,omitempty"`
	CarriedDueAt         table.Instant     `dynamodbav:"carriedDueAt,omitempty"`
	CarriedFirstDueAt    table.Instant     `dynamodbav:"carriedFirstDueAt,omitempty"`
	MergedAt             table.Instant     `dynamodbav:"mergedAt,omitempty"`
	Links                []linkPart        `dynamodbav:"links,omitempty"`
	Participants         []participantPart `dynamodbav:"participants,omitempty"`

	CreatedBy          string        `dynamodbav:"createdBy,omitempty"`
	RequesterStatus    string        `dynamodbav:"requesterStatus,omitempty"`
	OrganizationStatus string        `dynamodbav:"organizationStatus,omitempty"`
	AssigneeStatus     string        `dynamodbav:"assigneeStatus,omitempty"`
	DepartmentStatus   string        `dynamodbav:"departmentStatus,omitempty"`
	DepartmentActivity string        `dynamodbav:"departmentActivity,omitempty"`
	Rank               string        `dynamodbav:"rank,omitempty"`
	Activity           string        `dynamodbav:"activity,omitempty"`
	Alarm              string        `dynamodbav:"alarm,omitempty"`
	AlarmAt            table.Instant `dynamodbav:"alarmAt,omitempty"`
}

// cardPart holds the attributes of a ticket that lists show. They are stored as one attribute, so a new field appears in every
// index without a change of the indexes. Each index stores a copy, and every write is charged for the size of the copies.
type cardPart struct {
	Number             string        `dynamodbav:"number"`
	Version            int64         `dynamodbav:"version"`
	Status             string        `dynamodbav:"status"`
	Priority           string        `dynamodbav:"priority,omitempty"`
	Subject            string        `dynamodbav:"subject"`
	TopicID            string        `dynamodbav:"topicId"`
	TopicName          string        `dynamodbav:"topicName"`
	DepartmentID       string        `dynamodbav:"departmentId"`
	DepartmentName     string        `dynamodbav:"departmentName"`
	Entity             string        `dynamodbav:"entity"`
	RequesterID        string        `dynamodbav:"requesterId"`
	RequesterName      string        `dynamodbav:"requesterName"`
	OrganizationID     string        `dynamodbav:"organizationId,omitempty"`
	AssigneeID         string        `dynamodbav:"assigneeId,omitempty"`
	AssigneeName       string        `dynamodbav:"assigneeName,omitempty"`
	DueAt              table.Instant `dynamodbav:"dueAt,omitempty"`
	WaitingFor         string        `dynamodbav:"waitingFor,omitempty"`
	FirstResponseDueAt table.Instant `dynamodbav:"firstAnswerDueAt,omitempty"`
	FirstRespondedAt   table.Instant `dynamodbav:"firstAnsweredAt,omitempty"`
	UnansweredAt       table.Instant `dynamodbav:"wroteAt,omitempty"`
	Rating             int           `dynamodbav:"rating,omitempty"`
	Tags               []string      `dynamodbav:"tags,omitempty"`
	// Chosen maps the ids of extra fields to their answers, for the extra fields by which lists can be filtered.
	Chosen map[string]string `dynamodbav:"chosen,omitempty"`
}

func newTicketItem(t ticket.Ticket, alarm ticket.Alarm) ticketItem {
	number := string(t.Number)
	stored := ticketItem{
		Header: table.NewHeader(table.TicketKey(t.Number), ticketType),
		Card: cardPart{
			Number: number, Version: t.Version, Status: string(t.Status), Priority: string(t.Priority), Subject: t.Subject,
			TopicID: t.Topic.ID, TopicName: t.Topic.Name, DepartmentID: t.Department.ID, DepartmentName: t.Department.Name,
			Entity: t.Entity, RequesterID: t.Requester.ID, RequesterName: t.Requester.Name,
			OrganizationID: t.Requester.Organization.ID, AssigneeID: t.Assignee.ID, AssigneeName: t.Assignee.Name,
			DueAt: table.InstantOf(t.DueAt), WaitingFor: string(t.Wait.For),
			FirstResponseDueAt: table.InstantOf(t.FirstResponseDueAt), FirstRespondedAt: table.InstantOf(t.FirstRespondedAt), UnansweredAt: table.InstantOf(t.UnansweredAt), Rating: t.Rating.Score, Tags: t.Tags,
			Chosen: chosenParts(t.Fields),
		},
		CreatedAt: table.InstantOf(t.CreatedAt), UpdatedAt: table.InstantOf(t.UpdatedAt),
		RequesterEmail: t.Requester.Email, RequesterPhone: t.Requester.Phone,
		RequesterLanguage: string(t.Requester.Language),
		OrganizationName:  t.Requester.Organization.Name, Shares: t.Requester.Organization.Shares,
		ResolvedAt: table.InstantOf(t.ResolvedAt), StoppedAt: table.InstantOf(t.StoppedAt), PausedSeconds: int64(t.Paused / time.Second), TextSize: t.TextSize,
		ReopenableSince: table.InstantOf(t.ReopenableSince), Fields: answerParts(t.Fields), AssignedIn: t.AssignedIn, Unrouted: t.Unrouted, Warned: t.Warned, Overdue: t.Overdue, Escalated: t.Escalated,
		WaitingReason: t.Wait.Reason, Reminded: t.Reminded,
		FirstResponseWarned: t.FirstResponseWarned, FirstResponseOverdue: t.FirstResponseOverdue,
		RatingComment: t.Rating.Comment, RatedAt: table.InstantOf(t.Rating.At), RelatedTo: string(t.Related),
		CarriedDueAt: table.InstantOf(t.CarriedDueAt), CarriedFirstDueAt: table.InstantOf(t.CarriedFirstResponseDueAt), MergedAt: table.InstantOf(t.MergedAt),
		Participants: participantParts(t.Participants), Links: linkParts(t.Links), CarriedLinks: carriedLinkParts(t.CarriedLinks),
	}
	stored.setIndexKeys(t, alarm)
	return stored
}

// setIndexKeys sets the keys of the indexes that contain the ticket. A new ticket is only in the indexes ByRequester and
// ByDepartment, and in ByAlarm if it has an alarm, because every index entry of a transaction costs twice as many write units.
// The second act, which route performs seconds later, adds the ticket to the other indexes.
func (i *ticketItem) setIndexKeys(t ticket.Ticket, alarm ticket.Alarm) {
	i.RequesterStatus = table.StatusPartition(t.Requester.ID, t.Status)
	i.DepartmentStatus = table.StatusPartition(t.Department.ID, t.Status)
	i.Rank = Rank(t)
	if t.Version > 1 {
		i.CreatedBy = i.RequesterStatus
		i.DepartmentActivity = i.DepartmentStatus
		i.Activity = string(i.UpdatedAt) + "#" + i.Card.Number
		i.AssigneeStatus = table.StatusPartition(t.Assignee.ID, t.Status)
		if t.Assignee.Zero() {
			i.AssigneeStatus = table.StatusPartition(table.UnassignedOwner(t.Department.ID), t.Status)
		}
		if t.Requester.Organization.Shares {
			i.OrganizationStatus = table.StatusPartition(t.Requester.Organization.ID, t.Status)
		}
	}
	if alarm.Kind != ticket.NoAlarm {
		i.Alarm = table.AlarmPartition(alarm.Kind, t.Number)
		i.AlarmAt = table.InstantOf(alarm.At)
	}
}

// Decode returns the ticket of an item, or of a card projected into an index.
func Decode(attributes table.Item) (ticket.Ticket, error) {
	stored, err := table.Decode[ticketItem](attributes)
	return stored.ticket(), err
}

func (i ticketItem) ticket() ticket.Ticket {
	return ticket.Ticket{
		Number: ticket.Number(i.Card.Number), Version: i.Card.Version, Status: ticket.Status(i.Card.Status),
		Priority: ticket.Priority(i.Card.Priority), Subject: i.Card.Subject,
		Topic:      ticket.Ref{ID: i.Card.TopicID, Name: i.Card.TopicName},
		Department: ticket.Ref{ID: i.Card.DepartmentID, Name: i.Card.DepartmentName},
		Assignee:   ticket.Ref{ID: i.Card.AssigneeID, Name: i.Card.AssigneeName},
		Entity:     i.Card.Entity, Tags: i.Card.Tags,
		Requester: ticket.Requester{
			ID: i.Card.RequesterID, Name: i.Card.RequesterName, Email: i.RequesterEmail, Phone: i.RequesterPhone,
			Language:     locale.Language(i.RequesterLanguage),
			Organization: account.Organization{ID: i.Card.OrganizationID, Name: i.OrganizationName, Shares: i.Shares},
		},
		CreatedAt: i.CreatedAt.Time(), UpdatedAt: i.UpdatedAt.Time(), DueAt: i.Card.DueAt.Time(), ResolvedAt: i.ResolvedAt.Time(),
		StoppedAt: i.StoppedAt.Time(), ReopenableSince: i.ReopenableSince.Time(), UnansweredAt: i.Card.UnansweredAt.Time(),
		Paused: time.Duration(i.PausedSeconds) * time.Second, Fields: i.fields(), TextSize: i.TextSize, AssignedIn: i.AssignedIn, Unrouted: i.Unrouted,
		Warned: i.Warned, Overdue: i.Overdue, Escalated: i.Escalated,
		Wait: ticket.Wait{For: ticket.Awaited(i.Card.WaitingFor), Reason: i.WaitingReason}, Reminded: i.Reminded,
		FirstResponseDueAt: i.Card.FirstResponseDueAt.Time(), FirstRespondedAt: i.Card.FirstRespondedAt.Time(),
		FirstResponseWarned: i.FirstResponseWarned, FirstResponseOverdue: i.FirstResponseOverdue,
		Rating:       ticket.Rating{Score: i.Card.Rating, Comment: i.RatingComment, At: i.RatedAt.Time()},
		CarriedDueAt: i.CarriedDueAt.Time(), CarriedFirstResponseDueAt: i.CarriedFirstDueAt.Time(), MergedAt: i.MergedAt.Time(),
		Related: ticket.Number(i.RelatedTo), Participants: participants(i.Participants), Links: links(i.Links), CarriedLinks: carriedLinks(i.CarriedLinks),
	}
}
