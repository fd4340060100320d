package account

import (
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/locale"
)

// MailKind is a kind of mail to a person about their account. The texts are `mail.<kind>.…` in the catalog.
type MailKind string

// The kinds.
const (
	PasswordChangedMail MailKind = "password-changed"
	InvitationMail      MailKind = "invitation"
	ResetMail           MailKind = "reset"
	// EmailChangedMail informs the earlier address of a person about the change of the address.
	EmailChangedMail MailKind = "email-changed"
	// RequestReceivedMail and RequestRefusedMail go to a person who has requested an account.
	RequestReceivedMail MailKind = "request-received"
	RequestRefusedMail  MailKind = "request-refused"
)

// MailKinds returns all kinds.
func MailKinds() []MailKind {
	return []MailKind{PasswordChangedMail, InvitationMail, ResetMail, EmailChangedMail, RequestReceivedMail, RequestRefusedMail}
}

// Mail is a mail about an account. The transaction of an act stores it, and the functions `notify` and `send-mail` send it. It
// contains no secret: send-mail creates the token of a link when it sends the mail.
type Mail struct {
	// ID identifies the mail among those of all people. It contains letters, digits, "-" and "_".
	ID   string
	Kind MailKind
	// PersonID is the recipient. It is empty if To is the recipient.
	PersonID string
	// To is the recipient who is not a person of the desk, or another address of the person.
	To Addressee
	At time.Time
	// LinkID is the link that the mail contains, valid until LinkEndsAt. It is empty if the mail contains no link.
	LinkID     string
	LinkEndsAt time.Time
	// Text is a text by the person who acted, without formatting, or empty.
	Text string
}

// Addressee is the recipient of a mail who may not have an account.
type Addressee struct {
	Name     string
	Email    string
	Language locale.Language
}

// EmailChangedMailTo returns the mail that informs a person at the earlier address, which before contains.
func EmailChangedMailTo(before Person, at time.Time) Mail {
	id := ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String()
	to := Addressee{Name: before.Name, Email: before.Email, Language: before.Language}
	return Mail{ID: id, Kind: EmailChangedMail, To: to, At: at}
}

// LinkMail returns the mail that contains a link.
func LinkMail(kind MailKind, link Link) Mail {
	return Mail{ID: link.ID, Kind: kind, PersonID: link.PersonID, At: link.CreatedAt, LinkID: link.ID, LinkEndsAt: link.EndsAt}
}
