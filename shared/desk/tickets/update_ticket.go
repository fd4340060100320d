package tickets

import (
	"context"
	"errors"
	"reflect"
	"slices"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Staff reads the staff.
type Staff interface {
	Staff(ctx context.Context) ([]account.Person, error)
}

// UpdateTicket changes attributes of a ticket (D2, D7, G1–G3, G10). Requesters may close and reopen their own tickets (D6, F3).
type UpdateTicket struct {
	Settings TopicForms
	Staff    Staff
	Acts     ticket.Acts
	Clock    clock.Clock
}

// UpdateTicket implements the operation update-ticket. It succeeds without writing anything if nothing would change.
func (u UpdateTicket) UpdateTicket(ctx context.Context, r api.UpdateTicketRequestObject) (api.UpdateTicketResponseObject, error) {
	user := caller.From(ctx)
	t, entries, err := ticketacts.Read(ctx, u.Acts, r.Number, user.Person)
	if err != nil {
		return nil, err
	}
	if !ticket.Allows(permission.ChangeTicket, t, user.Person) && !onlyStatus(*r.Body) {
		return nil, fault.New(fault.Forbidden)
	}
	view, read, err := u.read(ctx, user, t, *r.Body)
	if err != nil {
		return nil, err
	}
	edit, err := checkEdit(t, *r.Body, read)
	if err != nil {
		return nil, err
	}
	if r.Body.Version != t.Version {
		return nil, ticketacts.NewStaleConflict(r.Body.Version, t, entries, view)
	}
	write := ticket.Write{ID: ulid.Make().String(), At: view.At, Wait: waitOf(r.Body.WaitingFor, r.Body.WaitingReason)}
	after, entry, err := applyChange(t, user.Person, edit, view.Policy, write)
	if errors.Is(err, ticket.ErrUnchanged) {
		return api.UpdateTicket200JSONResponse(view.Ticket(t, entries)), nil
	}
	if errors.Is(err, ticket.ErrTooManyTags) {
		return nil, tooManyTags()
	}
	if err != nil {
		return nil, ticketacts.FaultOf(err)
	}
	if err := ticketacts.Save(ctx, u.Acts, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(view.Policy)}, view); err != nil {
		return nil, err
	}
	return api.UpdateTicket200JSONResponse(view.Ticket(after, append(entries, entry))), nil
}

// applyChange performs the act for a person who may change the ticket, or for its requester.
func applyChange(t ticket.Ticket, by account.Person, edit ticket.Edit, policy ticket.Policy, write ticket.Write) (ticket.Ticket, ticket.Entry, error) {
	if ticket.Allows(permission.ChangeTicket, t, by) {
		return ticket.Update(t, by, edit, policy, write)
	}
	return ticket.CloseOrReopen(t, by, *edit.Status, policy, write)
}

// onlyStatus reports whether a change contains only a status. Requesters may change no other attribute. It compares whole
// values, so it also refuses attributes that are added to the contract later.
func onlyStatus(body api.TicketChange) bool {
	return body.Status != nil && reflect.DeepEqual(body, api.TicketChange{Version: body.Version, Status: body.Status})
}

// references holds the data to which a change can refer. staff and fieldsByTopic are set only if the change needs them.
type references struct {
	config        settings.Configuration
	staff         []account.Person
	fieldsByTopic map[string][]field.Field
}

// read reads in one round: the settings and the names for the response, the staff and the extra fields.
func (u UpdateTicket) read(ctx context.Context, user caller.Caller, t ticket.Ticket, body api.TicketChange) (view ticketview.View, read references, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			view, read.config, err = ticketacts.ReadView(ctx, u.Settings, user, u.Clock.Now(), t)
			return err
		},
		func(ctx context.Context) (err error) {
			if changesAssignee(body) {
				read.staff, err = u.Staff.Staff(ctx)
			}
			return err
		},
		func(ctx context.Context) (err error) {
			if body.Fields != nil {
				read.fieldsByTopic, err = u.Settings.TopicFields(ctx)
			}
			return err
		})
	return view, read, err
}

// changesAssignee reports whether a change sets the assignee: explicitly, or by a transfer. After a change of topic, routing
// sets the assignee.
func changesAssignee(body api.TicketChange) bool {
	return body.AssigneeId.IsSpecified() || body.DepartmentId != nil && body.TopicId == nil
}

// checkEdit validates the change and returns it as an edit.
func checkEdit(t ticket.Ticket, body api.TicketChange, read references) (ticket.Edit, error) {
	var (
		errs fault.FieldErrors
		edit ticket.Edit
	)
	if body.Version < 1 {
		errs.Add("version", "field.required")
	}
	if body.Priority.IsSpecified() {
		priority := ticket.Priority(valueOr(body.Priority.Get()))
		edit.Priority = &priority
		if !priority.Valid() {
			errs.Add("priority", "field.choice")
		}
	}
	if body.Status != nil {
		status := ticket.Status(*body.Status)
		edit.Status = &status
		if !status.Valid() {
			errs.Add("status", "field.choice")
		}
	}
	body.WaitingReason = checkWait(&errs, body.Status, body.WaitingFor, body.WaitingReason)
	edit.KeepAssignee = api.Given(body.KeepAssignee)
	editTopic(&edit, &errs, body, read.config)
	editFields(&edit, &errs, t, body, read.fieldsByTopic)
	edit.AddTags = checkTags(&errs, "addTags", api.Given(body.AddTags))
	edit.RemoveTags = checkTags(&errs, "removeTags", api.Given(body.RemoveTags))
	edit.Reason = check.Text(&errs, "reason", api.Given(body.Reason), minReasonLength(body.DepartmentId != nil), maxReasonLength)
	if changesAssignee(body) {
		editAssignee(&edit, &errs, t, body, read.staff)
	}
	return edit, errs.Err()
}

// maxReasonLength is the maximum length of the reason for a transfer or an assignment in characters.
const maxReasonLength = 1000

// minReasonLength returns the minimum length of the reason in characters. A transfer requires a reason.
func minReasonLength(transferred bool) int {
	if transferred {
		return 1
	}
	return 0
}

// editAssignee sets the assignee. A transfer without an assignee unassigns the ticket, unless its current assignee may see the
// queue of the new department.
func editAssignee(edit *ticket.Edit, errs *fault.FieldErrors, t ticket.Ticket, body api.TicketChange, staff []account.Person) {
	if body.AssigneeId.IsSpecified() {
		assignee, known := assigneeOf(staff, valueOr(body.AssigneeId.Get()))
		edit.Assignee = &assignee
		if !known {
			errs.Add("assigneeId", "field.choice")
		}
		return
	}
	i := slices.IndexFunc(staff, func(p account.Person) bool { return p.ID == t.Assignee.ID })
	if i < 0 || !permission.SeesQueueOf(*body.DepartmentId, staff[i]) {
		edit.Assignee = &ticket.Ref{}
	}
}

// editTopic sets the topic and the department. If no department is given, a new topic moves the ticket to the topic's
// department.
func editTopic(edit *ticket.Edit, errs *fault.FieldErrors, body api.TicketChange, config settings.Configuration) {
	departmentID := body.DepartmentId
	if body.TopicId != nil {
		topic, known := config.Topic(*body.TopicId)
		if !known {
			errs.Add("topicId", "field.choice")
		}
		edit.Topic = &ticket.Ref{ID: topic.ID, Name: topic.Name.In(locale.Spanish)}
		if departmentID == nil && known {
			departmentID = &topic.DepartmentID
		}
	}
	if departmentID != nil {
		department, known := config.Department(*departmentID)
		if !known || department.Retired {
			errs.Add("departmentId", "field.choice")
		}
		edit.Department = &ticket.Ref{ID: department.ID, Name: department.Name.In(locale.Spanish)}
	}
}

// assigneeOf returns the agent with an identifier. An empty identifier means nobody.
func assigneeOf(staff []account.Person, id string) (ticket.Ref, bool) {
	if id == "" {
		return ticket.Ref{}, true
	}
	i := slices.IndexFunc(staff, func(p account.Person) bool { return p.ID == id && !p.Disabled })
	if i < 0 {
		return ticket.Ref{}, false
	}
	return ticket.Ref{ID: staff[i].ID, Name: staff[i].Name}, true
}

// valueOr returns the value of a nullable attribute, or the zero value if it is null.
func valueOr[T any](value T, err error) T {
	if err != nil {
		var zero T
		return zero
	}
	return value
}
