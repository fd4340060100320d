// Package cursor encodes positions in lists as the opaque cursors that clients send back for the next page.
package cursor

import (
	"encoding/base64"
	"encoding/json"
	"fmt"

	"mesa/shared/domain/fault"
)

// maxLength is the most bytes of a cursor. Positions become parts of database keys, which are short.
const maxLength = 500

// Encode returns the cursor of a position, which is a text or a struct of texts and numbers.
func Encode(position any) string {
	encoded, err := json.Marshal(position)
	if err != nil {
		panic(fmt.Sprintf("cursor of %T: %v", position, err))
	}
	return base64.RawURLEncoding.EncodeToString(encoded)
}

// Decode returns the position of a cursor; the zero value of the empty cursor, which is the beginning of a list. A position that
// is not valid is added to the wrong fields as cursor. A cursor is not signed: a made-up one only leads to another position in a
// list that the caller may read.
func Decode[T any](wrong *fault.Fields, cursor string, valid func(T) bool) T {
	var position, none T
	if cursor == "" {
		return none
	}
	encoded, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(encoded, &position)
	}
	if err != nil || len(cursor) > maxLength || !valid(position) {
		wrong.Add("cursor", "field.format")
		return none
	}
	return position
}
