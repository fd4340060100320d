// Package store keeps the desk in one DynamoDB table. One file an access pattern; docs/table.md has the whole picture.
package store

import (
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/article"
	"mesa/shared/domain/locale"
)

// Key names an item. Only the builders below make one.
type Key struct{ PK, SK string }

func (k Key) attributes() map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"pk": text(k.PK), "sk": text(k.SK)}
}

func text(s string) *types.AttributeValueMemberS { return &types.AttributeValueMemberS{Value: s} }

const (
	entryPrefix        = "ENTRY#"
	topicPrefix        = "TOPIC#"
	departmentPrefix   = "DEPARTMENT#"
	categoryPrefix     = "CATEGORY#"
	agentPrefix        = "AGENT#"
	deskPartition      = "DESK"
	staffPartition     = "STAFF"
	fieldsPartition    = "FIELDS"
	requestPartition   = "ACCOUNT-REQUESTS"
	draftsPartition    = "ARTICLE-DRAFTS"
	versionPrefix      = "VERSION#"
	tagsPartition      = "TAGS"
	daysPartition      = "DAYS"
	organizationPrefix = "ORGANIZATION#"
	figuresPartition   = "ARTICLE-FIGURES"
)

func ticketPartition(number string) string { return "TICKET#" + number }
func numberOf(key Key) string              { return strings.TrimPrefix(key.PK, "TICKET#") }
func ticketKey(number string) Key          { return Key{ticketPartition(number), "TICKET"} }
func entryKey(number, id string) Key       { return Key{ticketPartition(number), entryPrefix + id} }
func indexedKey(number string) Key         { return Key{"INDEXED#" + number, "INDEXED"} }
func countsKey(owner string) Key           { return Key{"COUNTS#" + owner, "COUNTS"} }
func tagKey(tag string) Key                { return Key{tagsPartition, tag} }
func participationKey(person, number string) Key {
	return Key{"PARTICIPANT#" + person, number}
}
func mentionKey(person, number string) Key { return Key{"MENTION#" + person, number} }
func turnKey(topic string) Key             { return Key{"TURN#" + topic, "TURN"} }
func presencePartition(number string) string {
	return "PRESENCE#" + number
}
func presenceKey(number, person string) Key { return Key{presencePartition(number), person} }
func viewPartition(owner string) string {
	if owner == "" {
		return "VIEWS"
	}
	return "VIEWS#" + owner
}
func viewKey(owner, id string) Key { return Key{viewPartition(owner), id} }
func cannedPartition(owner string) string {
	if owner == "" {
		return "CANNED"
	}
	return "CANNED#" + owner
}
func cannedKey(owner, id string) Key       { return Key{cannedPartition(owner), id} }
func unsentKey(person, purpose string) Key { return Key{"DRAFT#" + person, purpose} }
func numberCounterKey() Key                { return Key{"COUNTER#TICKET", "COUNTER"} }
func attachmentKey(id string) Key          { return Key{"ATTACHMENT#" + id, "ATTACHMENT"} }
func personKey(id string) Key              { return Key{"PERSON#" + id, "PERSON"} }
func sessionPartition(person string) string {
	return "SESSION#" + person
}
func sessionKey(person, hash string) Key { return Key{sessionPartition(person), hash} }
func credentialKey(person string) Key    { return Key{"CREDENTIAL#" + person, "CREDENTIAL"} }
func settingsKey() Key                   { return Key{deskPartition, "SETTINGS"} }
func topicKey(id string) Key             { return Key{deskPartition, topicPrefix + id} }
func departmentKey(id string) Key        { return Key{deskPartition, departmentPrefix + id} }
func dayKey(day string) Key              { return Key{daysPartition, day} }
func categoryKey(id string) Key          { return Key{deskPartition, categoryPrefix + id} }
func organizationKey(id string) Key      { return Key{deskPartition, organizationPrefix + id} }
func topicFieldsKey(topic string) Key    { return Key{fieldsPartition, topicPrefix + topic} }
func routingKey() Key                    { return Key{"ROUTING", "RULES"} }
func agentKey(person string) Key         { return Key{staffPartition, agentPrefix + person} }
func articlePartition(id string) string  { return "ARTICLE#" + id }
func articleKey(id, language string) Key { return Key{articlePartition(id), language} }
func draftKey(id string) Key             { return Key{articlePartition(id), "DRAFT"} }
func draftCardKey(id string) Key         { return Key{draftsPartition, id} }
func usesKey(id, visitor string) Key     { return Key{"ARTICLE-USES#" + id, visitor} }
func figuresKey(id string) Key           { return Key{figuresPartition, id} }
func mailKey(id string) Key              { return Key{"MAIL#" + id, "MAIL"} }
func requestKey(id string) Key           { return Key{requestPartition, id} }
func limitKey(act, source, window string) Key {
	return Key{"LIMIT#" + act + "#" + source + "#" + window, "LIMIT"}
}

func idempotencyKey(person, key string) Key {
	return Key{"IDEMPOTENCY#" + person + "#" + key, "IDEMPOTENCY"}
}

// Logins are found without regard to case.
func loginKey(login string) Key   { return Key{"LOGIN#" + foldLogin(login), "LOGIN"} }
func lockoutKey(login string) Key { return Key{"LOCKOUT#" + foldLogin(login), "LOCKOUT"} }

func foldLogin(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// Cards of internal articles are apart from those that everyone finds: a function that serves everyone cannot read them by mistake.
func articleCardsPartition(audience article.Audience, language locale.Language) string {
	if audience == article.Internal {
		return "INTERNAL-ARTICLES#" + string(language)
	}
	return "ARTICLES#" + string(language)
}

func articleCardKey(audience article.Audience, language locale.Language, id string) Key {
	return Key{articleCardsPartition(audience, language), id}
}

// Versions sort by their number; the text of one is beside it, so that a list of them reads none.
func versionKey(id string, number int) Key {
	return Key{articlePartition(id), fmt.Sprintf("%s%06d", versionPrefix, number)}
}

func versionTextKey(id string, number int) Key {
	return Key{articlePartition(id), fmt.Sprintf("TEXT-OF-%s%06d", versionPrefix, number)}
}

// stampLayout has a fixed width, so that instants sort as text.
const stampLayout = "2006-01-02T15:04:05.000000Z"

// stamp writes an instant as the table keeps it; the zero time is the empty text.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(stampLayout)
}

// unstamp reads an instant; the empty text is the zero time.
func unstamp(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(stampLayout, s)
}
