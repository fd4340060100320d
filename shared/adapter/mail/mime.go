package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	netmail "net/mail"
	"strings"
	"time"
	"unicode/utf8"

	gomail "github.com/wneessen/go-mail"

	"mesa/shared/domain/check"
	"mesa/shared/domain/notify"
)

// Address is a mail address with a display name.
type Address struct {
	Name  string
	Email string
}

// Envelope holds the addresses, date and identifiers from which Build writes the headers.
type Envelope struct {
	// ID identifies the mail: letters, digits, ".", "-" and "_". It is the part of the Message-ID before "@".
	ID string
	// Ticket is the ticket's number. All mails about a ticket refer to the same root Message-ID, so that mail programs group
	// them. It is "" for a mail that is not about a ticket.
	Ticket string
	From   Address
	To     Address
	// ReplyTo is the address for replies; "" means From.
	ReplyTo string
	Date    time.Time
	// InReplyTo is the Message-ID of the mail that this mail replies to, or "".
	InReplyTo string
	// AutoReply is set if the mail replies to an action of the recipient, such as an acknowledgement. Auto-Submitted is then
	// auto-replied instead of auto-generated (RFC 3834).
	AutoReply bool
}

// maxID is the maximum length of the part of a Message-ID before "@".
const maxID = 200

// MessageID returns the Message-ID of a mail without angle brackets. It returns an error that wraps notify.ErrRefused if id is
// invalid.
func MessageID(id, from string) (string, error) {
	if !check.IsDottedID(id, 1, maxID) || strings.HasPrefix(id, ".") || strings.HasSuffix(id, ".") || strings.Contains(id, "..") {
		return "", fmt.Errorf("%w: invalid id %q", notify.ErrRefused, id)
	}
	_, domain, _ := strings.Cut(from, "@")
	return id + "@" + domain, nil
}

// Build returns the MIME message: HTML with a text alternative. The same envelope and content result in the same bytes. It
// returns an error that wraps notify.ErrRefused if an address or an identifier of the envelope is invalid.
func Build(c Content, e Envelope) ([]byte, error) {
	from, err := address(e.From)
	if err != nil {
		return nil, fmt.Errorf("sender: %w", err)
	}
	to, err := address(e.To)
	if err != nil {
		return nil, fmt.Errorf("recipient: %w", err)
	}
	id, err := MessageID(e.ID, from.Address)
	if err != nil {
		return nil, err
	}
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	m.FromMailAddress(from)
	m.ToMailAddress(to)
	if e.ReplyTo != "" {
		reply, err := address(Address{Email: e.ReplyTo})
		if err != nil {
			return nil, fmt.Errorf("reply address: %w", err)
		}
		m.ReplyToMailAddress(reply)
	}
	m.Subject(oneLine(c.Subject))
	m.SetMessageIDWithValue(id)
	m.SetDateWithValue(e.Date.UTC())
	if e.Ticket != "" {
		if err := setThread(m, e, from.Address); err != nil {
			return nil, err
		}
		_, domain, _ := strings.Cut(from.Address, "@")
		m.SetGenHeader("List-Id", "<tickets."+domain+">")
		m.SetGenHeader("X-Ticket", e.Ticket)
	}
	m.SetGenHeader("Auto-Submitted", autoSubmitted(e.AutoReply))
	m.SetGenHeader("X-Auto-Response-Suppress", "All")
	sum := sha256.Sum256([]byte(id))
	m.SetBoundary("mesa-" + hex.EncodeToString(sum[:16]))
	m.SetBodyString(gomail.TypeTextPlain, c.Text)
	m.AddAlternativeString(gomail.TypeTextHTML, c.HTML)
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("mail %s: %w", e.ID, err)
	}
	return b.Bytes(), nil
}

// setThread sets the headers by which mail programs group the mails about a ticket.
func setThread(m *gomail.Msg, e Envelope, from string) error {
	root, err := MessageID("ticket."+e.Ticket, from)
	if err != nil {
		return err
	}
	references := "<" + root + ">"
	if repliedTo := bracketed(e.InReplyTo); repliedTo != "" {
		references += " " + repliedTo
		m.SetGenHeader(gomail.HeaderInReplyTo, repliedTo)
	} else {
		m.SetGenHeader(gomail.HeaderInReplyTo, references)
	}
	m.SetGenHeader(gomail.HeaderReferences, references)
	return nil
}

func autoSubmitted(reply bool) string {
	if reply {
		return "auto-replied"
	}
	return "auto-generated"
}

// address checks that a.Email is exactly one bare address. It removes line breaks, quotes and backslashes from the name, and
// truncates it to 120 characters.
func address(a Address) (*netmail.Address, error) {
	if strings.ContainsFunc(a.Email, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune("<>(),;:\\\"[]", r) }) {
		return nil, fmt.Errorf("%w: invalid address %q", notify.ErrRefused, a.Email)
	}
	parsed, err := netmail.ParseAddress(a.Email)
	if err != nil || parsed.Address != a.Email || len(a.Email) > 254 || strings.Count(a.Email, "@") != 1 {
		return nil, fmt.Errorf("%w: invalid address %q", notify.ErrRefused, a.Email)
	}
	// Mail programs interpret escaped quotes and backslashes differently.
	parsed.Name = oneLine(strings.NewReplacer(`\`, " ", `"`, " ").Replace(a.Name))
	if utf8.RuneCountInString(parsed.Name) > 120 {
		parsed.Name = string([]rune(parsed.Name)[:120])
	}
	return parsed, nil
}

// bracketed returns a received Message-ID in angle brackets, or "" if it is empty, too long or unsafe in a header.
func bracketed(id string) string {
	id = strings.Trim(strings.TrimSpace(id), "<>")
	if id == "" || len(id) > 250 || strings.ContainsFunc(id, func(r rune) bool { return r <= ' ' || r >= 0x7f || r == '<' || r == '>' }) {
		return ""
	}
	return "<" + id + ">"
}
