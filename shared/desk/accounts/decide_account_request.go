package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/people"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Decisions stores the decisions on account requests.
type Decisions interface {
	// AccountRequest returns an account request. It returns fault.NotFound if it does not exist.
	AccountRequest(ctx context.Context, id string) (account.Request, error)
	// ApproveRequest stores an approval, the new person and the invitation. It returns fault.Conflict if there is a decision already
	// or, with field errors, if another person has the user name or the e-mail address.
	ApproveRequest(ctx context.Context, approved account.Request, p account.Person, link account.Link, event audit.Event) error
	// RefuseRequest stores a refusal and its mail. It returns fault.Conflict if there is a decision already.
	RefuseRequest(ctx context.Context, refused account.Request, event audit.Event) error
}

// DecideAccountRequest approves or refuses an account request (A2). An approval adds the person and mails an invitation, a refusal
// mails its reason. A decision is final: of two administrators who decide at the same time, one is refused.
type DecideAccountRequest struct {
	Settings  people.Settings
	Decisions Decisions
	Clock     clock.Clock
}

const maxReason = 1000

// DecideAccountRequest implements the operation decide-account-request.
func (d DecideAccountRequest) DecideAccountRequest(ctx context.Context, r api.DecideAccountRequestRequestObject) (api.DecideAccountRequestResponseObject, error) {
	var (
		config        settings.Configuration
		organizations map[string]account.Organization
		request       account.Request
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = d.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			organizations, err = d.Settings.Organizations(ctx, api.Given(r.Body.OrganizationId))
			return err
		},
		func(ctx context.Context) (err error) {
			request, err = d.Decisions.AccountRequest(ctx, r.Id)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	if request.Decision.Status != "" {
		return nil, fault.New(fault.Conflict)
	}
	request.Decision = account.RequestDecision{At: d.Clock.Now(), By: caller.From(ctx).ID}
	switch r.Body.Decision {
	case api.Approve:
		request, err = d.approve(ctx, request, *r.Body, config, organizations)
	case api.Refuse:
		request, err = d.refuse(ctx, request, *r.Body)
	default:
		var errs fault.FieldErrors
		errs.Add("decision", "field.choice")
		err = errs.Err()
	}
	return api.DecideAccountRequest200JSONResponse(accountRequestOf(request)), err
}

func (d DecideAccountRequest) approve(
	ctx context.Context, request account.Request, body api.AccountDecision, config settings.Configuration, organizations map[string]account.Organization,
) (account.Request, error) {
	role, language := account.Role(api.Given(body.Role)), request.Language
	if role == "" {
		role = account.Requester
	}
	if language == "" {
		language = locale.Spanish
	}
	request.Decision.Status = account.RequestApproved
	approval := &approval{d.Decisions, request}
	_, err := people.Invite(ctx, approval, config, account.Person{
		Name: request.Name, Email: request.Email, Username: api.Given(body.Username), Role: role, Phone: request.Phone, Language: language,
		TimeZone: config.TimeZone, Entity: api.Given(body.Entity), Organization: account.Organization{ID: api.Given(body.OrganizationId)},
		Departments: api.Given(body.DepartmentIds),
	}, organizations, request.Decision.At, func(p account.Person) audit.Event {
		return d.event(ctx, request).About(p.ID).Changing(account.Person{}, p)
	})
	return approval.request, err
}

// approval stores a new person with the approval of their request.
type approval struct {
	decisions Decisions
	request   account.Request
}

// InvitePerson implements people.Inviter.
func (a *approval) InvitePerson(ctx context.Context, p account.Person, link account.Link, event audit.Event) error {
	a.request.Decision.PersonID = p.ID
	return a.decisions.ApproveRequest(ctx, a.request, p, link, event)
}

func (d DecideAccountRequest) refuse(ctx context.Context, request account.Request, body api.AccountDecision) (account.Request, error) {
	var errs fault.FieldErrors
	request.Decision.Reason = check.Text(&errs, "reason", api.Given(body.Reason), 1, maxReason)
	if err := errs.Err(); err != nil {
		return request, err
	}
	request.Decision.Status = account.RequestRefused
	return request, d.Decisions.RefuseRequest(ctx, request, d.event(ctx, request))
}

func (d DecideAccountRequest) event(ctx context.Context, request account.Request) audit.Event {
	event := caller.From(ctx).Event(audit.RequestDecided, request.Decision.At).Of(request.ID)
	if request.Decision.Status == account.RequestRefused {
		return event.Changing(account.RequestDecision{}, account.RequestDecision{Status: account.RequestRefused, Reason: request.Decision.Reason})
	}
	return event
}
