package table

import (
	"hash/fnv"
	"strconv"

	"mesa/shared/domain/ticket"
)

// Index is a secondary index with the attributes that are its key. infra/data.yaml defines them.
type Index struct{ Name, Partition, Sort string }

// primary is the key of the table itself.
var primary = Index{Partition: "pk", Sort: "sk"}

// The indexes; docs/table.md says what each lists.
var (
	ByCreation           = Index{"requester", "createdBy", "createdAt"}
	ByRequester          = Index{"requesterStatus", "requesterStatus", "updatedAt"}
	ByOrganization       = Index{"organization", "organizationStatus", "updatedAt"}
	ByAssignee           = Index{"assignee", "assigneeStatus", "rank"}
	ByDepartment         = Index{"department", "departmentStatus", "rank"}
	ByAssigneeActivity   = Index{"assigneeActivity", "assigneeStatus", "activity"}
	ByDepartmentActivity = Index{"departmentActivity", "departmentActivity", "activity"}
	ByAlarm              = Index{"alarm", "alarm", "alarmAt"}
)

// Indexes are all indexes of the table.
func Indexes() []Index {
	return []Index{
		ByCreation, ByRequester, ByOrganization, ByAssignee, ByDepartment, ByAssigneeActivity, ByDepartmentActivity, ByAlarm,
	}
}

// Start returns the position of an item in a partition of the index, for Query.After.
func (i Index) Start(key Key, partition, sort string) Item {
	start := key.Start()
	start[i.Partition], start[i.Sort] = text(partition), text(sort)
	return start
}

// StatusPartition is the partition of the tickets of an owner (a person, an organization or a department) that have a status.
func StatusPartition(owner string, status ticket.Status) string { return owner + "#" + string(status) }

// UnassignedOwner is the owner of a department's tickets that no agent has, in the indexes by assignee.
func UnassignedOwner(department string) string { return "unassigned:" + department }

// MentionsPartition is the partition of a person's mentions in ByRequester, which no status names.
func MentionsPartition(person string) string { return "mentions:" + person }

// alarmShards spread ByAlarm over partitions, since every ticket writes to it.
const alarmShards = 4

// AlarmPartition is the partition of a ticket's alarm. Each kind of alarm has its own, since each has its own reader.
func AlarmPartition(kind ticket.AlarmKind, number ticket.Number) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(number)) // a hash's Write cannot fail
	return alarmPartition(kind, int(sum.Sum32()%alarmShards))
}

// AlarmPartitions are all partitions of a kind of alarm.
func AlarmPartitions(kind ticket.AlarmKind) []string {
	all := make([]string, 0, alarmShards)
	for shard := range alarmShards {
		all = append(all, alarmPartition(kind, shard))
	}
	return all
}

func alarmPartition(kind ticket.AlarmKind, shard int) string {
	name := "deadline"
	if kind == ticket.CloseAlarm {
		name = "close"
	}
	return name + "#" + strconv.Itoa(shard)
}
