package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// Key is the key of an item. The functions of this file and of organization_keys.go build all keys of the table.
type Key struct{ PK, SK string }

// String returns the key for error messages. Errors are logged, so it omits identifiers that may be the hash of a session's
// token, an e-mail address or an IP address.
func (k Key) String() string {
	kind, _, identified := strings.Cut(k.PK, "#")
	if identified && !slices.Contains(namedKinds, kind) {
		return kind
	}
	return k.CacheName()
}

// CacheName returns the name of the item's value for Cached.
func (k Key) CacheName() string { return k.PK + " " + k.SK }

// namedKinds lists the kinds of partitions whose identifiers String shows.
var namedKinds = []string{"TICKET", "COUNTER", "INDEXED", "ATTACHMENT", "TURN", "ARTICLE", "MAIL"}

// KeyOf returns the key of an item.
func KeyOf(attributes Item) Key {
	return Key{PK: Text(attributes, primary.Partition), SK: Text(attributes, primary.Sort)}
}

// Start returns the position of the key in its partition, for Query.After.
func (k Key) Start() Item { return k.item() }

func (k Key) item() Item { return Item{primary.Partition: text(k.PK), primary.Sort: text(k.SK)} }

// EntryPrefix is the prefix of the sort keys of a ticket's entries.
const EntryPrefix = "ENTRY#"

const ticketPrefix = "TICKET#"

// TicketPartition returns the partition of a ticket and its entries.
func TicketPartition(number ticket.Number) string { return ticketPrefix + string(number) }

// TicketKey returns the key of a ticket.
func TicketKey(number ticket.Number) Key { return Key{TicketPartition(number), "TICKET"} }

// EntryKey returns the key of an entry of a ticket.
func EntryKey(number ticket.Number, id string) Key {
	return Key{TicketPartition(number), EntryPrefix + id}
}

// NumberOf returns the ticket number in a key of TicketPartition.
func NumberOf(key Key) ticket.Number {
	return ticket.Number(strings.TrimPrefix(key.PK, ticketPrefix))
}

// NumberCounterKey returns the key of the counter of ticket numbers.
func NumberCounterKey() Key { return Key{"COUNTER#TICKET", "COUNTER"} }

// IdempotencyKey returns the key of the record of a person's request with an idempotency key.
func IdempotencyKey(person, key string) Key {
	return Key{"IDEMPOTENCY#" + person + "#" + key, "IDEMPOTENCY"}
}

// AttachmentKey returns the key of the record of a file.
func AttachmentKey(id string) Key { return Key{"ATTACHMENT#" + id, "ATTACHMENT"} }

// ParticipationKey returns the key of a ticket's card in a participant's lists.
func ParticipationKey(person string, number ticket.Number) Key {
	return Key{"PARTICIPANT#" + person, string(number)}
}

// IndexedKey returns the key of the indexed record of a ticket.
func IndexedKey(number ticket.Number) Key { return Key{"INDEXED#" + string(number), "INDEXED"} }

// PostingKey returns the key of a ticket's posting under a search term in a scope. Numbers are padded with zeros, so that they
// sort correctly as text.
func PostingKey(scope, term string, number int64) Key {
	return Key{"SEARCH#" + scope + "#" + term, fmt.Sprintf("%012d", number)}
}

// CountsKey returns the key of an owner's counters.
func CountsKey(owner string) Key { return Key{"COUNTS#" + owner, "COUNTS"} }

// TagsPartition holds the counters of all tags, DaysPartition the lowest ticket number of each day.
const (
	TagsPartition = "TAGS"
	DaysPartition = "DAYS"
)

// TagKey returns the key of the counter of a tag. Tags that ticket.TagKey does not distinguish have the same key.
func TagKey(tag string) Key { return Key{TagsPartition, ticket.TagKey(tag)} }

// DayKey returns the key of a day's lowest ticket number. Days are dates in UTC.
func DayKey(at time.Time) Key { return Key{DaysPartition, at.UTC().Format(time.DateOnly)} }

// TurnKey returns the key of the round robin state of a topic or a rule.
func TurnKey(of string) Key { return Key{"TURN#" + of, "TURN"} }

// MentionKey returns the key of the last mention of a person in a ticket.
func MentionKey(person string, number ticket.Number) Key {
	return Key{"MENTION#" + person, string(number)}
}

// PresencePartition returns the partition of the presences on a ticket.
func PresencePartition(number ticket.Number) string { return "PRESENCE#" + string(number) }

// PresenceKey returns the key of a person's presence on a ticket.
func PresenceKey(number ticket.Number, person string) Key {
	return Key{PresencePartition(number), person}
}

// ViewPartition returns the partition of a person's saved views, or of the shared views if owner is "".
func ViewPartition(owner string) string { return owned("VIEWS", owner) }

// ViewKey returns the key of a saved view.
func ViewKey(owner, id string) Key { return Key{ViewPartition(owner), id} }

// CannedPartition returns the partition of a person's canned responses, or of the shared canned responses if owner is "".
func CannedPartition(owner string) string { return owned("CANNED", owner) }

// CannedKey returns the key of a canned response.
func CannedKey(owner, id string) Key { return Key{CannedPartition(owner), id} }

func owned(partition, owner string) string {
	if owner == "" {
		return partition
	}
	return partition + "#" + owner
}

// DraftKey returns the key of a person's draft for a purpose.
func DraftKey(person, purpose string) Key { return Key{"DRAFT#" + person, purpose} }

// PersonKey returns the key of a person.
func PersonKey(id string) Key { return Key{"PERSON#" + id, "PERSON"} }

// SessionPartition returns the partition of a person's sessions.
func SessionPartition(person string) string { return "SESSION#" + person }

// SessionKey returns the key of the session with a token's hash.
func SessionKey(person, hash string) Key { return Key{SessionPartition(person), hash} }

// AccountMailKey returns the key of a mail about an account.
func AccountMailKey(id string) Key { return Key{"ACCOUNT-MAIL#" + id, "ACCOUNT-MAIL"} }

// AccountLinkKey returns the key of an account link.
func AccountLinkKey(id string) Key { return Key{"ACCOUNT-LINK#" + id, "ACCOUNT-LINK"} }

// CredentialKey returns the key of a person's password hash.
func CredentialKey(person string) Key { return Key{"CREDENTIAL#" + person, "CREDENTIAL"} }

// LoginKey returns the key of a login: a user name or an e-mail address, case-insensitive.
func LoginKey(login string) Key { return Key{"LOGIN#" + account.FoldLogin(login), "LOGIN"} }

// LockoutKey returns the key of the failed attempts of a counter.
func LockoutKey(counter account.Counter) Key {
	return Key{"LOCKOUT#" + counter.Owner, counter.Source}
}

// LimitKey returns the key of the counter of a source's acts in the window that starts at a time. A source is an address or a
// person.
func LimitKey(act limit.Act, source string, window time.Time) Key {
	return Key{"LIMIT#" + string(act) + "#" + source + "#" + strconv.FormatInt(window.Unix(), 10), "LIMIT"}
}

// AccountRequestPartition holds the account requests that wait for a decision, DecidedRequestPartition the others.
const (
	AccountRequestPartition = "ACCOUNT-REQUESTS"
	DecidedRequestPartition = "ACCOUNT-REQUESTS#decided"
)

// DecidedRequestKey returns the key of an account request after the decision.
func DecidedRequestKey(id string) Key { return Key{DecidedRequestPartition, id} }

// AccountRequestKey returns the key of an account request.
func AccountRequestKey(id string) Key { return Key{AccountRequestPartition, id} }

// MailKey returns the key of a mail in the ledger.
func MailKey(id string) Key { return Key{"MAIL#" + id, "MAIL"} }

// MailWindowKey returns the key of the window of a person and a ticket.
func MailWindowKey(person string, number ticket.Number) Key {
	return Key{"MAILED#" + person, string(number)}
}

// AuditPartition returns the partition of the audit events of a month (UTC).
func AuditPartition(month time.Time) string { return "AUDIT#" + month.UTC().Format("2006-01") }

// AuditKey returns the key of the audit event with an identifier, a ULID.
func AuditKey(at time.Time, id string) Key { return Key{AuditPartition(at), id} }

// The partitions of the data that administrators configure.
const (
	DeskPartition   = "DESK"
	StaffPartition  = "STAFF"
	FieldsPartition = "FIELDS"
)

const topicPrefix = "TOPIC#"

// SettingsKey returns the key of the desk's settings.
func SettingsKey() Key { return Key{DeskPartition, "SETTINGS"} }

// TopicKey returns the key of a topic.
func TopicKey(id string) Key { return Key{DeskPartition, topicPrefix + id} }

// DepartmentKey returns the key of a department.
func DepartmentKey(id string) Key { return Key{DeskPartition, "DEPARTMENT#" + id} }

// TeamKey returns the key of a team.
func TeamKey(id string) Key { return Key{DeskPartition, "TEAM#" + id} }

// CategoryKey returns the key of a category of articles.
func CategoryKey(id string) Key { return Key{DeskPartition, "CATEGORY#" + id} }

// AgentKey returns the key of a person in the staff directory.
func AgentKey(person string) Key { return Key{StaffPartition, "AGENT#" + person} }

// TopicFieldsKey returns the key of a topic's extra fields.
func TopicFieldsKey(topic string) Key { return Key{FieldsPartition, topicPrefix + topic} }

// TopicOf returns the topic in a key of TopicFieldsKey.
func TopicOf(key Key) string { return strings.TrimPrefix(key.SK, topicPrefix) }

// RoutingKey returns the key of the routing rules.
func RoutingKey() Key { return Key{"ROUTING", "RULES"} }

// The partitions with the cards of all article drafts, and with the figures of all articles.
const (
	ArticleDraftsPartition  = "ARTICLE-DRAFTS"
	ArticleFiguresPartition = "ARTICLE-FIGURES"
)

// VersionPrefix is the prefix of the sort keys of an article's versions.
const VersionPrefix = "VERSION#"

// ArticlePartition returns the partition of an article: its published texts, its draft and its versions.
func ArticlePartition(id string) string { return "ARTICLE#" + id }

// ArticleKey returns the key of a published article in a language.
func ArticleKey(id string, language locale.Language) Key {
	return Key{ArticlePartition(id), string(language)}
}

// ArticleDraftKey returns the key of an article's draft.
func ArticleDraftKey(id string) Key { return Key{ArticlePartition(id), "DRAFT"} }

// ArticleDraftCardKey returns the key of a draft's card in the list of drafts.
func ArticleDraftCardKey(id string) Key { return Key{ArticleDraftsPartition, id} }

// ArticleVersionKey returns the key of a version without its text. Versions sort by number.
func ArticleVersionKey(id string, number int) Key {
	return Key{ArticlePartition(id), VersionPrefix + versionNumber(number)}
}

// ArticleVersionTextKey returns the key of a version with its text. A query that lists the versions does not read this item.
func ArticleVersionTextKey(id string, number int) Key {
	return Key{ArticlePartition(id), "TEXT-OF-" + VersionPrefix + versionNumber(number)}
}

func versionNumber(number int) string { return fmt.Sprintf("%06d", number) }

// ArticleCardsPartition returns the partition of the cards of an audience's articles in a language. Internal cards have
// separate partitions, so that a function that anyone may call cannot read them by mistake.
func ArticleCardsPartition(audience article.Audience, language locale.Language) string {
	if audience == article.Internal {
		return "INTERNAL-ARTICLES#" + string(language)
	}
	return "ARTICLES#" + string(language)
}

// ArticleCardKey returns the key of the card of an article.
func ArticleCardKey(audience article.Audience, language locale.Language, id string) Key {
	return Key{ArticleCardsPartition(audience, language), id}
}

// ArticleUsesKey returns the key of the record of a visitor's uses of an article.
func ArticleUsesKey(id, visitor string) Key { return Key{"ARTICLE-USES#" + id, visitor} }

// ArticleFiguresKey returns the key of the totals of an article's uses.
func ArticleFiguresKey(id string) Key { return Key{ArticleFiguresPartition, id} }
