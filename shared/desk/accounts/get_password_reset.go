package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/clock"
)

// GetPasswordReset shows whether a mailed link can still be used, before a person types a password. It does not use up the link:
// programs that check the links in mails also open them.
type GetPasswordReset struct {
	Links LinkReader
	Clock clock.Clock
}

// GetPasswordReset implements the operation get-password-reset.
func (g GetPasswordReset) GetPasswordReset(ctx context.Context, request api.GetPasswordResetRequestObject) (api.GetPasswordResetResponseObject, error) {
	_, person, _, err := readLink(ctx, g.Links, request.Token, g.Clock.Now())
	if err != nil {
		return nil, err
	}
	return api.GetPasswordReset200JSONResponse{Username: person.Username, Name: person.Name}, nil
}
