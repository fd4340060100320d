package ticketstore

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// entryLayout1 holds the attributes of layout 1 that events replaced: changes of the ticket's attributes, a reason as the key
// of a text with its arguments, and separate attributes for mentions, copies and splits. They are read but never written.
type entryLayout1 struct {
	Mentions   []refPart    `dynamodbav:"mentions,omitempty"`
	FromNumber string       `dynamodbav:"fromNumber,omitempty"`
	FromEntry  string       `dynamodbav:"fromEntry,omitempty"`
	Moved      []string     `dynamodbav:"moved,omitempty"`
	Changes    []changePart `dynamodbav:"changes,omitempty"`
	ReasonKey  string       `dynamodbav:"reasonKey,omitempty"`
	ReasonArgs []string     `dynamodbav:"reasonArgs,omitempty"`
}

// changePart is the change of an attribute by an act. From and To are values, or names whose identifiers are FromID and ToID.
// Name is the name of an extra field.
type changePart struct {
	Field  string `dynamodbav:"field"`
	From   string `dynamodbav:"from,omitempty"`
	To     string `dynamodbav:"to,omitempty"`
	FromID string `dynamodbav:"fromId,omitempty"`
	ToID   string `dynamodbav:"toId,omitempty"`
	Name   string `dynamodbav:"name,omitempty"`
}

// eventsOf returns the events of an entry of layout 1, and the reason that an agent typed.
func (l entryLayout1) eventsOf(e ticket.Entry) (events []ticket.Event, typedReason string, err error) {
	if text := l.textEvent(e); text != nil {
		events = append(events, text)
	}
	for _, change := range l.Changes {
		event, err := l.changeEvent(change)
		if err != nil {
			return nil, "", err
		}
		if event != nil {
			events = append(events, event)
		}
	}
	if l.ReasonKey == "routing.given" {
		return events, l.argument(0), nil
	}
	reason, err := l.reasonEvent()
	if err != nil {
		return nil, "", err
	}
	if reason != nil {
		events = append(events, reason)
	}
	return events, "", nil
}

// textEvent returns the event that describes the entry's text.
func (l entryLayout1) textEvent(e ticket.Entry) ticket.Event {
	switch {
	case l.FromNumber != "":
		return ticket.Copied{Number: ticket.Number(l.FromNumber), EntryID: l.FromEntry}
	case e.Kind == ticket.MessageEntry && e.Version == 1:
		related, _ := l.change("relatedTo")
		return ticket.Opened{Related: ticket.Number(related.To)}
	case e.Kind == ticket.MessageEntry:
		return ticket.Commented{}
	case e.Kind == ticket.ResponseEntry:
		return ticket.Responded{}
	case e.Kind == ticket.NoteEntry:
		return ticket.Noted{Mentions: refs(l.Mentions)}
	}
	return nil
}

func (l entryLayout1) change(field string) (changePart, bool) {
	i := slices.IndexFunc(l.Changes, func(c changePart) bool { return c.Field == field })
	if i < 0 {
		return changePart{}, false
	}
	return l.Changes[i], true
}

// changeEvent returns the event of a change, or nil if another event includes the change.
func (l entryLayout1) changeEvent(c changePart) (ticket.Event, error) {
	from, to := ticket.Ref{ID: c.FromID, Name: c.From}, ticket.Ref{ID: c.ToID, Name: c.To}
	switch c.Field {
	case "status":
		return ticket.StatusChanged{From: ticket.Status(c.From), To: ticket.Status(c.To)}, nil
	case "priority":
		return ticket.PrioritySet{From: ticket.Priority(c.From), To: ticket.Priority(c.To)}, nil
	case "assignee":
		return ticket.Assigned{From: from, To: to}, nil
	case "department":
		return ticket.DepartmentChanged{From: from, To: to}, nil
	case "topic":
		return ticket.TopicChanged{From: from, To: to}, nil
	case "dueAt":
		before, after, err := instants(c)
		return ticket.DeadlineMoved{From: before, To: after}, err
	case "firstAnswerDueAt":
		before, after, err := instants(c)
		return ticket.FirstResponseDeadlineMoved{From: before, To: after}, err
	case "waitingFor", "waitingReason":
		return l.waitEvent(c), nil
	case "rating", "ratingComment":
		return l.ratingEvent(c)
	case "tags":
		return ticket.Tagged{Added: splitList(c.To), Removed: splitList(c.From)}, nil
	case "extra":
		return ticket.FieldChanged{From: answerOf(c.Name, from), To: answerOf(c.Name, to)}, nil
	case "participant":
		if !to.Zero() {
			return ticket.ParticipantAdded{Participant: to}, nil
		}
		return ticket.ParticipantRemoved{Participant: from}, nil
	case "link":
		return ticket.LinkChanged{From: parseLink(c.From), To: parseLink(c.To)}, nil
	case "mergedInto":
		return ticket.MergedInto{Number: ticket.Number(c.To)}, nil
	case "merged":
		return ticket.MergedFrom{Number: ticket.Number(c.To)}, nil
	case "splitInto":
		return ticket.SplitInto{Number: ticket.Number(c.To), Entries: l.Moved}, nil
	case "splitFrom":
		return ticket.SplitFrom{Number: ticket.Number(c.To)}, nil
	case "relatedTo":
		return nil, nil // included in ticket.Opened
	}
	return nil, fmt.Errorf("unknown field %q", c.Field)
}

// waitEvent combines the changes of waitingFor and waitingReason into one event, which it returns for the change of waitingFor if
// there is one. A value that did not change is unknown and remains empty on both sides.
func (l entryLayout1) waitEvent(c changePart) ticket.Event {
	waitingFor, changed := l.change("waitingFor")
	if changed && c.Field != waitingFor.Field {
		return nil
	}
	waitingReason, _ := l.change("waitingReason")
	return ticket.WaitChanged{
		From: ticket.Wait{For: ticket.Awaited(waitingFor.From), Reason: waitingReason.From}, To: ticket.Wait{For: ticket.Awaited(waitingFor.To), Reason: waitingReason.To},
	}
}

// ratingEvent combines the changes of the score and its comment into one event, which it returns for the change of the score if
// there is one. A value that did not change is unknown and remains empty on both sides.
func (l entryLayout1) ratingEvent(c changePart) (ticket.Event, error) {
	score, changed := l.change("rating")
	if changed && c.Field != score.Field {
		return nil, nil
	}
	comment, _ := l.change("ratingComment")
	rated := ticket.Rated{From: ticket.Rating{Comment: comment.From}, To: ticket.Rating{Comment: comment.To}}
	var err error
	if score.From != "" {
		if rated.From.Score, err = strconv.Atoi(score.From); err != nil {
			return nil, fmt.Errorf("score: %w", err)
		}
	}
	if score.To != "" {
		if rated.To.Score, err = strconv.Atoi(score.To); err != nil {
			return nil, fmt.Errorf("score: %w", err)
		}
	}
	return rated, nil
}

// reasonEvent returns the event of a reason that the system generated, or nil if there is none.
func (l entryLayout1) reasonEvent() (ticket.Event, error) {
	if outcome, routed := strings.CutPrefix(l.ReasonKey, "routing."); routed {
		return l.routingEvent(outcome), nil
	}
	if l.ReasonKey == "reason.auto-closed" {
		days, err := strconv.Atoi(l.argument(0))
		return ticket.ClosedByTime{Days: days}, err
	}
	if l.ReasonKey == "" {
		return nil, nil
	}
	at, err := instantOf(l.argument(0))
	if err != nil {
		return nil, err
	}
	switch l.ReasonKey {
	case "reason.due-soon":
		return ticket.DueSoon{Due: at}, nil
	case "reason.overdue":
		return ticket.Overdue{Due: at}, nil
	case "reason.escalated":
		return ticket.Escalated{Due: at}, nil
	case "reason.first-answer-due-soon":
		return ticket.FirstResponseDueSoon{Due: at}, nil
	case "reason.first-answer-overdue":
		return ticket.FirstResponseOverdue{Due: at}, nil
	case "reason.reminded":
		return ticket.Reminded{Since: at}, nil
	}
	return nil, fmt.Errorf("unknown reason %q", l.ReasonKey)
}

func (l entryLayout1) routingEvent(outcome string) ticket.Event {
	outcome, byRule := strings.CutPrefix(outcome, "rule-")
	why := routing.Explanation{Outcome: routing.Outcome(outcome), ByRule: byRule}
	switch why.Outcome {
	case routing.ByTeam, routing.ByDepartment:
		why.Agent, why.Group, why.Plan = l.argument(0), l.argument(1), l.argument(2)
	case routing.Nobody:
		why.Group, why.Plan = l.argument(0), l.argument(1)
	case routing.ByFixed, routing.ByRoundRobin, routing.ByLeastLoaded:
		why.Agent, why.Plan = l.argument(0), l.argument(1)
	}
	return ticket.Routed{Explanation: why}
}

func (l entryLayout1) argument(n int) string {
	if n < len(l.ReasonArgs) {
		return l.ReasonArgs[n]
	}
	return ""
}

func instants(c changePart) (from, to time.Time, err error) {
	if from, err = instantOf(c.From); err == nil {
		to, err = instantOf(c.To)
	}
	return from, to, err
}

// instantOf parses a time in a change. "" becomes the zero time.
func instantOf(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, text)
}

func splitList(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ", ")
}

func parseLink(text string) ticket.Link {
	kind, number, _ := strings.Cut(text, " ")
	return ticket.Link{Kind: ticket.LinkKind(kind), Number: ticket.Number(number)}
}

// answerOf returns an answer with the label and the value that the history showed. Layout 1 stored no more about it, apart from
// the identifier of a chosen option.
func answerOf(name string, value ticket.Ref) field.Answer {
	if value == (ticket.Ref{}) {
		return field.Answer{}
	}
	answer := field.Answer{Kind: field.Text, Name: locale.Bilingual{Spanish: name}, Value: value.Name}
	if value.ID != "" {
		answer.Kind, answer.Value, answer.Option = field.Choice, value.ID, locale.Bilingual{Spanish: value.Name}
	}
	return answer
}
