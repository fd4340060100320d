package store

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// ticketItem is a ticket as it is kept. The card and the two instants beside it are what the indexes project; the instants are
// attributes of their own because indexes sort by them.
type ticketItem struct {
	header
	Card      cardPart `dynamodbav:"card"`
	CreatedAt string   `dynamodbav:"createdAt"`
	UpdatedAt string   `dynamodbav:"updatedAt"`

	RequesterEmail   string       `dynamodbav:"requesterEmail,omitempty"`
	RequesterPhone   string       `dynamodbav:"requesterPhone,omitempty"`
	RequesterSpeaks  string       `dynamodbav:"requesterSpeaks,omitempty"`
	OrganizationName string       `dynamodbav:"organizationName,omitempty"`
	Shares           bool         `dynamodbav:"shares,omitempty"`
	ResolvedAt       string       `dynamodbav:"resolvedAt,omitempty"`
	StoppedAt        string       `dynamodbav:"stoppedAt,omitempty"`
	PausedSeconds    int64        `dynamodbav:"pausedSeconds,omitempty"`
	Fields           []answerPart `dynamodbav:"fields,omitempty"`
	QuietSince       string       `dynamodbav:"quietSince,omitempty"`
	Weight           int          `dynamodbav:"weight,omitempty"`
	Unrouted         bool         `dynamodbav:"unrouted,omitempty"`
	Warned           bool         `dynamodbav:"warned,omitempty"`
	Overdue          bool         `dynamodbav:"overdue,omitempty"`
	Escalated        bool         `dynamodbav:"escalated,omitempty"`

	WaitingReason      string            `dynamodbav:"waitingReason,omitempty"`
	Reminded           bool              `dynamodbav:"reminded,omitempty"`
	FirstAnswerWarned  bool              `dynamodbav:"firstAnswerWarned,omitempty"`
	FirstAnswerOverdue bool              `dynamodbav:"firstAnswerOverdue,omitempty"`
	RatingComment      string            `dynamodbav:"ratingComment,omitempty"`
	RatedAt            string            `dynamodbav:"ratedAt,omitempty"`
	RelatedTo          string            `dynamodbav:"relatedTo,omitempty"`
	Links              []linkPart        `dynamodbav:"links,omitempty"`
	Participants       []participantPart `dynamodbav:"participants,omitempty"`

	CreatedBy          string `dynamodbav:"createdBy,omitempty"`
	RequesterStatus    string `dynamodbav:"requesterStatus,omitempty"`
	OrganizationStatus string `dynamodbav:"organizationStatus,omitempty"`
	AssigneeStatus     string `dynamodbav:"assigneeStatus,omitempty"`
	DepartmentStatus   string `dynamodbav:"departmentStatus,omitempty"`
	DepartmentActivity string `dynamodbav:"departmentActivity,omitempty"`
	Rank               string `dynamodbav:"rank,omitempty"`
	Activity           string `dynamodbav:"activity,omitempty"`
	Alarm              string `dynamodbav:"alarm,omitempty"`
	AlarmAt            string `dynamodbav:"alarmAt,omitempty"`
}

// cardPart is what every list shows of a ticket, in one attribute: what is added here is in all indexes without a change of
// theirs. Every index holds a copy, and a write pays for each KB of it.
type cardPart struct {
	Number           string   `dynamodbav:"number"`
	Version          int64    `dynamodbav:"version"`
	Status           string   `dynamodbav:"status"`
	Priority         string   `dynamodbav:"priority,omitempty"`
	Subject          string   `dynamodbav:"subject"`
	TopicID          string   `dynamodbav:"topicId"`
	TopicName        string   `dynamodbav:"topicName"`
	DepartmentID     string   `dynamodbav:"departmentId"`
	DepartmentName   string   `dynamodbav:"departmentName"`
	Entity           string   `dynamodbav:"entity"`
	RequesterID      string   `dynamodbav:"requesterId"`
	RequesterName    string   `dynamodbav:"requesterName"`
	OrganizationID   string   `dynamodbav:"organizationId,omitempty"`
	AssigneeID       string   `dynamodbav:"assigneeId,omitempty"`
	AssigneeName     string   `dynamodbav:"assigneeName,omitempty"`
	DueAt            string   `dynamodbav:"dueAt,omitempty"`
	WaitingFor       string   `dynamodbav:"waitingFor,omitempty"`
	FirstAnswerDueAt string   `dynamodbav:"firstAnswerDueAt,omitempty"`
	FirstAnsweredAt  string   `dynamodbav:"firstAnsweredAt,omitempty"`
	WroteAt          string   `dynamodbav:"wroteAt,omitempty"`
	Rating           int      `dynamodbav:"rating,omitempty"`
	Tags             []string `dynamodbav:"tags,omitempty"`
	// Chosen is what lists are filtered by of the answers in extra fields.
	Chosen map[string]string `dynamodbav:"chosen,omitempty"`
}

func newTicketItem(t ticket.Ticket, alarm ticket.Alarm) ticketItem {
	number := string(t.Number)
	kept := ticketItem{
		header: head(ticketKey(number), "ticket"),
		Card: cardPart{
			Number: number, Version: t.Version, Status: string(t.Status), Priority: string(t.Priority), Subject: t.Subject,
			TopicID: t.Topic.ID, TopicName: t.Topic.Name, DepartmentID: t.Department.ID, DepartmentName: t.Department.Name,
			Entity: t.Entity, RequesterID: t.Requester.ID, RequesterName: t.Requester.Name,
			OrganizationID: t.Requester.Organization.ID, AssigneeID: t.Assignee.ID, AssigneeName: t.Assignee.Name,
			DueAt: stamp(t.DueAt), WaitingFor: string(t.Wait.For),
			FirstAnswerDueAt: stamp(t.FirstAnswerDueAt), FirstAnsweredAt: stamp(t.FirstAnsweredAt), WroteAt: stamp(t.WroteAt), Rating: t.Rating.Score, Tags: t.Tags,
			Chosen: chosenParts(t.Fields),
		},
		CreatedAt: stamp(t.CreatedAt), UpdatedAt: stamp(t.UpdatedAt),
		RequesterEmail: t.Requester.Email, RequesterPhone: t.Requester.Phone,
		RequesterSpeaks:  string(t.Requester.Language),
		OrganizationName: t.Requester.Organization.Name, Shares: t.Requester.Organization.Shares,
		ResolvedAt: stamp(t.ResolvedAt), StoppedAt: stamp(t.StoppedAt), PausedSeconds: int64(t.Paused / time.Second), Weight: t.Weight,
		QuietSince: stamp(t.QuietSince), Fields: answerParts(t.Fields), Unrouted: t.Unrouted, Warned: t.Warned, Overdue: t.Overdue, Escalated: t.Escalated,
		WaitingReason: t.Wait.Reason, Reminded: t.Reminded,
		FirstAnswerWarned: t.FirstAnswerWarned, FirstAnswerOverdue: t.FirstAnswerOverdue,
		RatingComment: t.Rating.Comment, RatedAt: stamp(t.Rating.At), RelatedTo: string(t.Related),
		Participants: participantParts(t.Participants), Links: linkParts(t.Links),
	}
	kept.index(t, alarm)
	return kept
}

// index sets the attributes that are there for the indexes. A new ticket is in the two that its requester and its department
// look at; every index entry of a creation is paid twice over in its transaction, so the others wait for the second act,
// which is route's, seconds later.
func (i *ticketItem) index(t ticket.Ticket, alarm ticket.Alarm) {
	i.RequesterStatus = ofStatus(t.Requester.ID, t.Status)
	i.DepartmentStatus = ofStatus(t.Department.ID, t.Status)
	i.Rank = rankOf(t)
	if t.Version > 1 {
		i.CreatedBy = ofStatus(t.Requester.ID, t.Status)
		i.DepartmentActivity = i.DepartmentStatus
		i.Activity = i.UpdatedAt + "#" + i.Card.Number
		i.AssigneeStatus = ofStatus(t.Assignee.ID, t.Status)
		if t.Assignee.Zero() {
			i.AssigneeStatus = ofStatus(unassigned(t.Department.ID), t.Status)
		}
		if t.Requester.Organization.Shares {
			i.OrganizationStatus = ofStatus(t.Requester.Organization.ID, t.Status)
		}
	}
	if alarm.Kind != ticket.NoAlarm {
		i.Alarm = alarmShard(alarm.Kind, t.Number)
		i.AlarmAt = stamp(alarm.At)
	}
}

func ofStatus(owner string, status ticket.Status) string { return owner + "#" + string(status) }

func unassigned(department string) string { return "unassigned:" + department }

// The first characters of ranks: the unweighed come before every date, those without a deadline after.
const (
	rankUnweighed  = "0"
	rankFirstDate  = "1"
	rankNoDeadline = "9"
)

// rankOf sorts staff's lists: work to do by due date, the unweighed first; what is attended by last activity.
func rankOf(t ticket.Ticket) string {
	at := rankNoDeadline
	switch {
	case t.Status.Attended():
		at = stamp(t.UpdatedAt)
	case t.Priority == ticket.Unweighed:
		at = rankUnweighed
	case !t.DueAt.IsZero():
		at = stamp(t.DueAt)
	}
	return at + "#" + string(t.Number)
}

// alarmShards spread the alarm index: every ticket writes to it.
const alarmShards = 4

// alarmShard names the partition of a ticket's alarm: deadlines and closings have their own, as each has its own reader.
func alarmShard(kind ticket.AlarmKind, number ticket.Number) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(number)) // a hash's Write cannot fail
	return alarmPartition(kind, int(sum.Sum32()%alarmShards))
}

func alarmPartition(kind ticket.AlarmKind, shard int) string {
	name := "deadline"
	if kind == ticket.CloseAlarm {
		name = "close"
	}
	return name + "#" + strconv.Itoa(shard)
}

func (i ticketItem) ticket() (ticket.Ticket, error) {
	t := ticket.Ticket{
		Number: ticket.Number(i.Card.Number), Version: i.Card.Version, Status: ticket.Status(i.Card.Status),
		Priority: ticket.Priority(i.Card.Priority), Subject: i.Card.Subject,
		Topic:      ticket.Ref{ID: i.Card.TopicID, Name: i.Card.TopicName},
		Department: ticket.Ref{ID: i.Card.DepartmentID, Name: i.Card.DepartmentName},
		Assignee:   ticket.Ref{ID: i.Card.AssigneeID, Name: i.Card.AssigneeName},
		Entity:     i.Card.Entity,
		Tags:       i.Card.Tags,
		Requester: ticket.Requester{
			ID: i.Card.RequesterID, Name: i.Card.RequesterName, Email: i.RequesterEmail, Phone: i.RequesterPhone, Language: locale.Language(i.RequesterSpeaks),
			Organization: account.Organization{ID: i.Card.OrganizationID, Name: i.OrganizationName, Shares: i.Shares},
		},
		Paused: time.Duration(i.PausedSeconds) * time.Second, Fields: i.fields(), Weight: i.Weight, Unrouted: i.Unrouted, Warned: i.Warned, Overdue: i.Overdue, Escalated: i.Escalated,
		Wait:     ticket.Wait{For: ticket.Awaited(i.Card.WaitingFor), Reason: i.WaitingReason},
		Reminded: i.Reminded, FirstAnswerWarned: i.FirstAnswerWarned, FirstAnswerOverdue: i.FirstAnswerOverdue,
		Rating:  ticket.Rating{Score: i.Card.Rating, Comment: i.RatingComment},
		Related: ticket.Number(i.RelatedTo), Participants: participants(i.Participants), Links: links(i.Links),
	}
	var errs []error
	for _, instant := range []struct {
		to   *time.Time
		text string
	}{
		{&t.CreatedAt, i.CreatedAt},
		{&t.UpdatedAt, i.UpdatedAt},
		{&t.DueAt, i.Card.DueAt},
		{&t.ResolvedAt, i.ResolvedAt},
		{&t.StoppedAt, i.StoppedAt},
		{&t.QuietSince, i.QuietSince},
		{&t.FirstAnswerDueAt, i.Card.FirstAnswerDueAt},
		{&t.FirstAnsweredAt, i.Card.FirstAnsweredAt},
		{&t.WroteAt, i.Card.WroteAt},
		{&t.Rating.At, i.RatedAt},
	} {
		at, err := unstamp(instant.text)
		*instant.to = at
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return ticket.Ticket{}, fmt.Errorf("ticket %s: %w", i.Card.Number, err)
	}
	return t, nil
}
