// Package cursor encodes positions in lists as opaque cursors, which clients send back to request the next page.
package cursor

import (
	"encoding/base64"
	"encoding/json"
	"fmt"

	"mesa/shared/domain/fault"
)

// maxLength is the maximum length of a cursor in bytes. Positions become parts of database keys, which are short.
const maxLength = 500

// Encode returns the cursor for a position, which is a string or a struct of strings and numbers.
func Encode(position any) string {
	encoded, err := json.Marshal(position)
	if err != nil {
		panic(fmt.Sprintf("cursor of %T: %v", position, err))
	}
	return base64.RawURLEncoding.EncodeToString(encoded)
}

// Decode returns the position in a cursor. For the empty cursor it returns the zero value, which is the start of a list. If the
// cursor or its position is invalid, it appends a field error to errs. Cursors are not signed, because a forged cursor only
// leads to another position in a list that the caller may read.
func Decode[T any](errs *fault.FieldErrors, cursor string, valid func(T) bool) T {
	var position, zero T
	if cursor == "" {
		return zero
	}
	encoded, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(encoded, &position)
	}
	if err != nil || len(cursor) > maxLength || !valid(position) {
		errs.Add("cursor", "field.format")
		return zero
	}
	return position
}
