package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"time"
)

//go:embed mailbox.html
var mailboxPage string

var mailboxTemplate = template.Must(template.New("mailbox").Parse(mailboxPage))

// sentMail is a mail that the emulator's SES received.
type sentMail struct {
	ID      string `json:"MessageId"`
	From    string `json:"Source"`
	To      []string
	Subject string
	Text    string `json:"BodyText"`
	HTML    string `json:"BodyHtml"`
	// SentAt is in seconds since the Unix epoch.
	SentAt float64 `json:"Timestamp"`
}

// At formats SentAt in this machine's time zone.
func (m sentMail) At() string {
	return time.Unix(int64(m.SentAt), 0).Format("2 Jan 15:04:05")
}

// mailbox serves pages with the sent mails, newest first.
func mailbox(emulator string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { showMail(w, r, emulator, "") })
	mux.HandleFunc("GET /{id}", func(w http.ResponseWriter, r *http.Request) { showMail(w, r, emulator, r.PathValue("id")) })
	mux.HandleFunc("GET /{id}/html", func(w http.ResponseWriter, r *http.Request) { showHTML(w, r, emulator) })
	return mux
}

// showMail shows the list of mails and, if id is not "", the mail with this id.
func showMail(w http.ResponseWriter, r *http.Request, emulator, id string) {
	mails, err := sent(r.Context(), emulator)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	var open *sentMail
	if i := slices.IndexFunc(mails, func(m sentMail) bool { return m.ID == id }); i >= 0 {
		open = &mails[i]
	}
	if id != "" && open == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_ = mailboxTemplate.Execute(w, map[string]any{"Mails": mails, "Open": open})
}

// showHTML shows the HTML of a mail as its recipient sees it, sandboxed.
func showHTML(w http.ResponseWriter, r *http.Request, emulator string) {
	mails, err := sent(r.Context(), emulator)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	i := slices.IndexFunc(mails, func(m sentMail) bool { return m.ID == r.PathValue("id") })
	if i < 0 {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:")
	_, _ = w.Write([]byte(mails[i].HTML))
}

// sent returns the mails of the emulator's SES, newest first.
func sent(ctx context.Context, emulator string) ([]sentMail, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, emulator+"/_ministack/ses/messages", http.NoBody)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, fmt.Errorf("the emulator does not respond: %w", err)
	}
	defer response.Body.Close()
	var received struct {
		Messages map[string][]sentMail `json:"messages"`
	}
	if err := json.NewDecoder(response.Body).Decode(&received); err != nil {
		return nil, err
	}
	var all []sentMail
	for _, mails := range received.Messages {
		all = append(all, mails...)
	}
	slices.Reverse(all)
	return all, nil
}
