package table

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"mesa/shared/domain/article"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// Key is the key of an item. The functions of this file build every key there is.
type Key struct{ PK, SK string }

func (k Key) String() string { return k.PK + " " + k.SK }

// KeyOf returns the key of an item.
func KeyOf(attributes Item) Key {
	return Key{PK: Text(attributes, primary.Partition), SK: Text(attributes, primary.Sort)}
}

// Start is the position of the key in its partition, for Query.After.
func (k Key) Start() Item { return k.item() }

func (k Key) item() Item { return Item{primary.Partition: text(k.PK), primary.Sort: text(k.SK)} }

// EntryPrefix begins the sort keys of a ticket's entries.
const EntryPrefix = "ENTRY#"

const ticketPrefix = "TICKET#"

// TicketPartition has a ticket and its entries.
func TicketPartition(number ticket.Number) string { return ticketPrefix + string(number) }

// TicketKey is the key of a ticket.
func TicketKey(number ticket.Number) Key { return Key{TicketPartition(number), "TICKET"} }

// EntryKey is the key of an entry of a ticket.
func EntryKey(number ticket.Number, id string) Key {
	return Key{TicketPartition(number), EntryPrefix + id}
}

// NumberOf returns the number of the ticket that a key is of.
func NumberOf(key Key) ticket.Number {
	return ticket.Number(strings.TrimPrefix(key.PK, ticketPrefix))
}

// NumberCounterKey is the key of the counter of ticket numbers.
func NumberCounterKey() Key { return Key{"COUNTER#TICKET", "COUNTER"} }

// IdempotencyKey is the key of the record of a person's request with an idempotency key.
func IdempotencyKey(person, key string) Key {
	return Key{"IDEMPOTENCY#" + person + "#" + key, "IDEMPOTENCY"}
}

// AttachmentKey is the key of an announced or attached file.
func AttachmentKey(id string) Key { return Key{"ATTACHMENT#" + id, "ATTACHMENT"} }

// ParticipationKey is the key of a ticket's card in a participant's lists.
func ParticipationKey(person string, number ticket.Number) Key {
	return Key{"PARTICIPANT#" + person, string(number)}
}

// IndexedKey is the key of the record of what is indexed of a ticket.
func IndexedKey(number ticket.Number) Key { return Key{"INDEXED#" + string(number), "INDEXED"} }

// PostingKey is the key of a ticket's posting under a search term in a scope. Numbers are padded, so that they sort as text.
func PostingKey(scope, term string, number int64) Key {
	return Key{"SEARCH#" + scope + "#" + term, fmt.Sprintf("%012d", number)}
}

// CountsKey is the key of an owner's counters.
func CountsKey(owner string) Key { return Key{"COUNTS#" + owner, "COUNTS"} }

// TagsPartition has the counters of all tags, DaysPartition the first number of each day.
const (
	TagsPartition = "TAGS"
	DaysPartition = "DAYS"
)

// TagKey is the key of the counter of a tag.
func TagKey(tag string) Key { return Key{TagsPartition, tag} }

// DayKey is the key of a day's first number. Days are dates in UTC.
func DayKey(at time.Time) Key { return Key{DaysPartition, at.UTC().Format(time.DateOnly)} }

// TurnKey is the key of the round robin of a topic or a rule.
func TurnKey(of string) Key { return Key{"TURN#" + of, "TURN"} }

// MentionKey is the key of the last mention of a person in a ticket.
func MentionKey(person string, number ticket.Number) Key {
	return Key{"MENTION#" + person, string(number)}
}

// PresencePartition has who is at a ticket.
func PresencePartition(number ticket.Number) string { return "PRESENCE#" + string(number) }

// PresenceKey is the key of a person's presence at a ticket.
func PresenceKey(number ticket.Number, person string) Key {
	return Key{PresencePartition(number), person}
}

// ViewPartition has the views of a person, or the shared ones without an owner.
func ViewPartition(owner string) string { return owned("VIEWS", owner) }

// ViewKey is the key of a view.
func ViewKey(owner, id string) Key { return Key{ViewPartition(owner), id} }

// CannedPartition has the canned responses of a person, or the shared ones without an owner.
func CannedPartition(owner string) string { return owned("CANNED", owner) }

// CannedKey is the key of a canned response.
func CannedKey(owner, id string) Key { return Key{CannedPartition(owner), id} }

func owned(partition, owner string) string {
	if owner == "" {
		return partition
	}
	return partition + "#" + owner
}

// DraftKey is the key of a person's draft for a purpose.
func DraftKey(person, purpose string) Key { return Key{"DRAFT#" + person, purpose} }

// PersonKey is the key of a person.
func PersonKey(id string) Key { return Key{"PERSON#" + id, "PERSON"} }

// SessionPartition has the sessions of a person.
func SessionPartition(person string) string { return "SESSION#" + person }

// SessionKey is the key of the session with a token's hash.
func SessionKey(person, hash string) Key { return Key{SessionPartition(person), hash} }

// CredentialKey is the key of a person's password hash.
func CredentialKey(person string) Key { return Key{"CREDENTIAL#" + person, "CREDENTIAL"} }

// LoginKey is the key of a login: a user name or an e-mail address, in any case.
func LoginKey(login string) Key { return Key{"LOGIN#" + foldLogin(login), "LOGIN"} }

// LockoutKey is the key of the failed attempts at a login.
func LockoutKey(login string) Key { return Key{"LOCKOUT#" + foldLogin(login), "LOCKOUT"} }

func foldLogin(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// LimitKey is the key of the counter of an address's acts in the window that begins at an instant.
func LimitKey(act limit.Act, source string, window time.Time) Key {
	return Key{"LIMIT#" + string(act) + "#" + source + "#" + strconv.FormatInt(window.Unix(), 10), "LIMIT"}
}

// AccountRequestPartition has the requests for an account.
const AccountRequestPartition = "ACCOUNT-REQUESTS"

// AccountRequestKey is the key of a request for an account.
func AccountRequestKey(id string) Key { return Key{AccountRequestPartition, id} }

// MailKey is the key of a mail in the ledger.
func MailKey(id string) Key { return Key{"MAIL#" + id, "MAIL"} }

// The partitions of what administrators set up.
const (
	DeskPartition   = "DESK"
	StaffPartition  = "STAFF"
	FieldsPartition = "FIELDS"
)

const topicPrefix = "TOPIC#"

// SettingsKey is the key of the desk's settings.
func SettingsKey() Key { return Key{DeskPartition, "SETTINGS"} }

// TopicKey is the key of a topic.
func TopicKey(id string) Key { return Key{DeskPartition, topicPrefix + id} }

// DepartmentKey is the key of a department.
func DepartmentKey(id string) Key { return Key{DeskPartition, "DEPARTMENT#" + id} }

// CategoryKey is the key of a category of articles.
func CategoryKey(id string) Key { return Key{DeskPartition, "CATEGORY#" + id} }

// OrganizationKey is the key of an organization.
func OrganizationKey(id string) Key { return Key{DeskPartition, "ORGANIZATION#" + id} }

// AgentKey is the key of a person in the staff directory.
func AgentKey(person string) Key { return Key{StaffPartition, "AGENT#" + person} }

// TopicFieldsKey is the key of a topic's extra fields.
func TopicFieldsKey(topic string) Key { return Key{FieldsPartition, topicPrefix + topic} }

// TopicOf returns the topic whose extra fields a key is of.
func TopicOf(key Key) string { return strings.TrimPrefix(key.SK, topicPrefix) }

// RoutingKey is the key of the routing rules.
func RoutingKey() Key { return Key{"ROUTING", "RULES"} }

// The partitions that list articles.
const (
	ArticleDraftsPartition  = "ARTICLE-DRAFTS"
	ArticleFiguresPartition = "ARTICLE-FIGURES"
)

// VersionPrefix begins the sort keys of an article's versions.
const VersionPrefix = "VERSION#"

// ArticlePartition has an article: what readers see, its draft and its versions.
func ArticlePartition(id string) string { return "ARTICLE#" + id }

// ArticleKey is the key of what readers see of an article in a language.
func ArticleKey(id string, language locale.Language) Key {
	return Key{ArticlePartition(id), string(language)}
}

// ArticleDraftKey is the key of an article's draft.
func ArticleDraftKey(id string) Key { return Key{ArticlePartition(id), "DRAFT"} }

// ArticleDraftCardKey is the key of a draft's card in the list of drafts.
func ArticleDraftCardKey(id string) Key { return Key{ArticleDraftsPartition, id} }

// ArticleVersionKey is the key of a version without its text. Versions sort by their number.
func ArticleVersionKey(id string, number int) Key {
	return Key{ArticlePartition(id), VersionPrefix + versionNumber(number)}
}

// ArticleVersionTextKey is the key of a version with its text, which listing the versions does not read.
func ArticleVersionTextKey(id string, number int) Key {
	return Key{ArticlePartition(id), "TEXT-OF-" + VersionPrefix + versionNumber(number)}
}

func versionNumber(number int) string { return fmt.Sprintf("%06d", number) }

// ArticleCardsPartition has the cards of an audience's articles in a language. Cards for staff are apart, so that a function
// that serves everyone cannot read them by mistake.
func ArticleCardsPartition(audience article.Audience, language locale.Language) string {
	if audience == article.Internal {
		return "INTERNAL-ARTICLES#" + string(language)
	}
	return "ARTICLES#" + string(language)
}

// ArticleCardKey is the key of the card of an article.
func ArticleCardKey(audience article.Audience, language locale.Language, id string) Key {
	return Key{ArticleCardsPartition(audience, language), id}
}

// ArticleUsesKey is the key of what a visitor did with an article.
func ArticleUsesKey(id, visitor string) Key { return Key{"ARTICLE-USES#" + id, visitor} }

// ArticleFiguresKey is the key of the figures of an article.
func ArticleFiguresKey(id string) Key { return Key{ArticleFiguresPartition, id} }
