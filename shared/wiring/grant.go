package wiring

import (
	"slices"
	"strings"
)

// Resource is a resource of the stack to which grants permit access.
type Resource string

// The resources that grants refer to.
const (
	Table     Resource = "table"
	Bucket    Resource = "bucket"
	MailQueue Resource = "mail queue"
	Sender    Resource = "sender"
)

// Grant permits a function one action.
type Grant struct {
	// Action is the name of the action in a policy, such as "dynamodb:Query".
	Action   string
	Resource Resource
	// Index is the index that a query reads, or "" for the table itself.
	Index string
	// Keys holds patterns of partition keys in docs/table.md, or of keys of the bucket. An empty list permits all keys of an index
	// or of the bucket.
	Keys []string
	// Attributes are the names of all attributes that an update may name, or empty if it may name any.
	Attributes []string
}

func get(keys ...string) Grant      { return onTable("GetItem", keys) }
func batchGet(keys ...string) Grant { return onTable("BatchGetItem", keys) }
func query(keys ...string) Grant    { return onTable("Query", keys) }
func put(keys ...string) Grant      { return onTable("PutItem", keys) }
func update(keys ...string) Grant   { return onTable("UpdateItem", keys) }

// updateOnly returns a grant of updates that name only the given attributes. The attributes of the key are added, because an
// update names them, too.
func updateOnly(attributes []string, keys ...string) Grant {
	grant := update(keys...)
	grant.Attributes = append([]string{"pk", "sk"}, attributes...)
	return grant
}

func deleteItem(keys ...string) Grant { return onTable("DeleteItem", keys) }
func batchWrite(keys ...string) Grant { return onTable("BatchWriteItem", keys) }

func onTable(action string, keys []string) Grant {
	return Grant{Action: "dynamodb:" + action, Resource: Table, Keys: keys}
}

func queryIndex(index string, keys ...string) Grant {
	return Grant{Action: "dynamodb:Query", Resource: Table, Index: index, Keys: keys}
}

// claimedFiles returns a grant on the files of tickets, and not on uploads. The keys of these files are ULIDs, which start with 0
// until the year 3084.
func claimedFiles(action string) Grant { return bucket(action, "0*") }

// bucket returns a grant on the objects with keys that match the patterns, or on all objects without patterns. The grant of
// s3:ListBucket is on the bucket itself.
func bucket(action string, keys ...string) Grant {
	return Grant{Action: action, Resource: Bucket, Keys: keys}
}

// merged combines the grants of the same action on the same resource or index.
func merged(grants []Grant) []Grant {
	var all []Grant
	for _, grant := range grants {
		i := slices.IndexFunc(all, func(g Grant) bool {
			return g.Action == grant.Action && g.Resource == grant.Resource && g.Index == grant.Index &&
				slices.Equal(g.Attributes, grant.Attributes)
		})
		if i < 0 {
			grant.Keys = slices.Clone(grant.Keys)
			all = append(all, grant)
			continue
		}
		all[i].Keys = append(all[i].Keys, grant.Keys...)
	}
	return all
}

// Allows reports whether the grant permits a partition key.
func (g Grant) Allows(key string) bool {
	if len(g.Keys) == 0 {
		return true
	}
	return slices.ContainsFunc(g.Keys, func(pattern string) bool { return matchesPattern(pattern, key) })
}

// AllowsAttributes reports whether the grant permits an update that names the attributes.
func (g Grant) AllowsAttributes(attributes []string) bool {
	return len(g.Attributes) == 0 || !slices.ContainsFunc(attributes, func(name string) bool { return !slices.Contains(g.Attributes, name) })
}

// matchesPattern matches a key as the policy condition StringLike does: * matches any text.
func matchesPattern(pattern, key string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == key
	}
	key, found := strings.CutPrefix(key, parts[0])
	for _, part := range parts[1 : len(parts)-1] {
		if !found {
			return false
		}
		_, key, found = strings.Cut(key, part)
	}
	return found && strings.HasSuffix(key, parts[len(parts)-1])
}
