package store

import (
	"context"
	"errors"
)

// PersonOf returns the identifier of the person who signs in with a user name or an e-mail address; empty when nobody does.
func (t *Table) PersonOf(ctx context.Context, login string) (string, error) {
	found, err := t.get(ctx, loginKey(login), false)
	if errors.Is(err, ErrMissing) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	kept, err := decode[loginItem](found)
	return kept.PersonID, err
}
