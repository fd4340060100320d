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
	handle := func(path string, show func(http.ResponseWriter, *http.Request, []mailbox.Mail)) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			mails, err := from.mails(r.Context())
			if err != nil {
				http.Error(w, err.Error(), http.StatusBadGateway)
				return
			}
			show(w, r, mails)
		})
	}
	handle(mailbox.Path, writeMails)
	handle("/{$}", showMail)
	handle("/{id}", showMail)
	handle("/{id}/html", showHTML)
	return mux
}

// writeMails writes all mails as JSON.
func writeMails(w http.ResponseWriter, _ *http.Request, mails []mailbox.Mail) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(mails)
}

// showMail shows the list of mails and, if the path contains an id, the mail with this id.
func showMail(w http.ResponseWriter, r *http.Request, mails []mailbox.Mail) {
	id := r.PathValue("id")
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
func showHTML(w http.ResponseWriter, r *http.Request, mails []mailbox.Mail) {
	i := slices.IndexFunc(mails, func(m mailbox.Mail) bool { return m.ID == r.PathValue("id") })
	if i < 0 {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:")
	_, _ = w.Write([]byte(mails[i].HTML))
}
