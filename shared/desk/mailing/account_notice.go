package mailing

import (
	"cmp"
	"context"
	"html"
	"strings"

	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
)

// accountNotice returns the notice of a mail about an account. If the mail contains a link, it creates the token of the link here:
// only the mail contains the secret, and neither the table, the stream, the queue nor the log does (ADR 33). A repeated attempt to
// send the mail replaces the token.
func (s SendMail) accountNotice(ctx context.Context, m notify.Mail, config settings.Configuration) (notify.Notice, error) {
	site := strings.TrimSuffix(s.SiteURL, "/")
	page := site + "/perfil"
	switch {
	case m.LinkID != "":
		token := account.NewLinkToken(m.LinkID)
		if err := s.Links.IssueToken(ctx, token, m.To.Email); err != nil {
			return notify.Notice{}, err
		}
		page = site + token.Path()
	case m.To.ID == "":
		page = site
	case m.To.Staff:
		page = site + "/staff/#/perfil"
	}
	m.To.TimeZone = cmp.Or(m.To.TimeZone, config.TimeZone)
	return notify.Notice{
		ID: m.ID, Kind: m.Kind, To: m.To, At: m.At, Institution: institutionOf(site, config, m.To.Language), PageURL: page,
		Body: html.EscapeString(m.Text), LinkEndsAt: m.LinkEndsAt,
	}, nil
}
