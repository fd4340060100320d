package settingstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// agentItem is an entry of the staff directory. It holds the attributes of a person that assignment and mail need.
type agentItem struct {
	table.Header
	ID          string   `dynamodbav:"id"`
	Username    string   `dynamodbav:"username"`
	Name        string   `dynamodbav:"name"`
	Email       string   `dynamodbav:"email"`
	Role        string   `dynamodbav:"role"`
	Language    string   `dynamodbav:"language"`
	TimeZone    string   `dynamodbav:"timeZone"`
	Departments []string `dynamodbav:"departments,omitempty"`
	Away        bool     `dynamodbav:"away,omitempty"`
	BackOn      string   `dynamodbav:"backOn,omitempty"`
	Disabled    bool     `dynamodbav:"disabled,omitempty"`
}

func newAgentItem(p account.Person) agentItem {
	return agentItem{
		Header: table.NewHeader(table.AgentKey(p.ID), "agent"),
		ID:     p.ID, Username: p.Username, Name: p.Name, Email: p.Email, Role: string(p.Role),
		Language: string(p.Language), TimeZone: p.TimeZone, Departments: p.Departments, Away: p.Away, BackOn: p.BackOn, Disabled: p.Disabled,
	}
}

func (i agentItem) person() account.Person {
	return account.Person{
		ID: i.ID, Username: i.Username, Name: i.Name, Email: i.Email, Role: account.Role(i.Role), Language: locale.Language(i.Language),
		TimeZone: i.TimeZone, Departments: i.Departments, Away: i.Away, BackOn: i.BackOn, Disabled: i.Disabled,
	}
}

// PutAgent returns the write that adds a person to the staff directory.
func PutAgent(p account.Person) table.Write { return table.Put(newAgentItem(p)) }

// Staff returns the staff directory in one round, or from the cache. Its people have no telephone, entity or organization.
// Callers must not modify the slice.
func (s *Store) Staff(ctx context.Context) ([]account.Person, error) {
	return table.Cached(s.table, table.StaffPartition, func() ([]account.Person, error) {
		return readStaff(ctx, s.table, table.Eventual)
	})
}

// ConsistentStaff returns the staff directory in one round, with all earlier writes.
func ConsistentStaff(ctx context.Context, t *table.Table) ([]account.Person, error) {
	return readStaff(ctx, t, table.Consistent)
}

func readStaff(ctx context.Context, t *table.Table, consistency table.Consistency) ([]account.Person, error) {
	items, err := t.QueryAll(ctx, table.Query{Partition: table.StaffPartition, Consistency: consistency})
	if err != nil {
		return nil, err
	}
	return table.DecodeEach(items, agentItem.person)
}

// UpdateAgent returns the write that stores the attributes of a member of staff that administrators change.
func UpdateAgent(p account.Person) table.Write {
	return table.Upsert(table.AgentKey(p.ID), "agent").Set("id", p.ID).Set("username", p.Username).Set("name", p.Name).Set("email", p.Email).
		Set("role", string(p.Role)).Set("language", string(p.Language)).Set("timeZone", p.TimeZone).Set("departments", p.Departments).Set("disabled", p.Disabled)
}
