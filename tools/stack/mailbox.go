package main

import (
	_ "embed"
	"encoding/json"
	"html/template"
	"net/http"
	"slices"

	"mesa/tools/mailbox"
)

//go:embed mailbox.html
var mailboxPage string

var mailboxTemplate = template.Must(template.New("mailbox").Parse(mailboxPage))

// mailboxOf serves the mails of an engine, newest first: as pages, and as JSON at mailbox.Path.
func mailboxOf(from engine) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+mailbox.Path, func(w http.ResponseWriter, r *http.Request) { writeMails(w, r, from) })
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { showMail(w, r, from, "") })
	mux.HandleFunc("GET /{id}", func(w http.ResponseWriter, r *http.Request) { showMail(w, r, from, r.PathValue("id")) })
	mux.HandleFunc("GET /{id}/html", func(w http.ResponseWriter, r *http.Request) { showHTML(w, r, from) })
	return mux
}

// writeMails writes all mails as JSON.
func writeMails(w http.ResponseWriter, r *http.Request, from engine) {
	mails, err := from.mails(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(mails)
}

// showMail shows the list of mails and, if id is not "", the mail with this id.
func showMail(w http.ResponseWriter, r *http.Request, from engine, id string) {
	mails, err := from.mails(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	var open *mailbox.Mail
	if i := slices.IndexFunc(mails, func(m mailbox.Mail) bool { return m.ID == id }); i >= 0 {
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
func showHTML(w http.ResponseWriter, r *http.Request, from engine) {
	mails, err := from.mails(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	i := slices.IndexFunc(mails, func(m mailbox.Mail) bool { return m.ID == r.PathValue("id") })
	if i < 0 {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:")
	_, _ = w.Write([]byte(mails[i].HTML))
}
