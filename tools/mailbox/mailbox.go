// Package mailbox reads the mails that a local stack has sent. It does not depend on the engine that runs the stack.
package mailbox

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Path is the path of the list of mails, as JSON, at the mailbox's address.
const Path = "/mails.json"

// Mail is a mail that the stack's SES received.
type Mail struct {
	ID      string    `json:"id"`
	From    string    `json:"from"`
	To      []string  `json:"to"`
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	HTML    string    `json:"html"`
	SentAt  time.Time `json:"sentAt"`
}

// Read returns the mails of the mailbox at an address, newest first.
func Read(ctx context.Context, address string) ([]Mail, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(address, "/")+Path, http.NoBody)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the mailbox responds with %s", response.Status)
	}
	var mails []Mail
	return mails, json.NewDecoder(response.Body).Decode(&mails)
}
