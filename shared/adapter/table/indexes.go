package table

import (
	"hash/fnv"
	"strconv"

	"mesa/shared/domain/ticket"
)

// Index is a secondary index and the attributes of its key. infra/data.yaml defines the indexes.
type Index struct{ Name, Partition, Sort string }

// primary is the key of the table itself.
var primary = Index{Partition: "pk", Sort: "sk"}

// The indexes. docs/table.md describes what each index lists.
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

// Indexes returns all indexes of the table.
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

// StatusPartition returns the partition of an owner's tickets with a status. The owner is a person, an organization, a department
// or the result of UnassignedOwner.
func StatusPartition(owner string, status ticket.Status) string { return owner + "#" + string(status) }

// UnassignedOwner returns the owner of a department's unassigned tickets, in the indexes by assignee.
func UnassignedOwner(department string) string { return "unassigned:" + department }

// MentionsPartition returns the partition of a person's mentions in ByRequester. It differs from every StatusPartition.
func MentionsPartition(person string) string { return "mentions:" + person }

// alarmShards is the number of partitions in ByAlarm for each of the two functions that read alarms. Most acts write to this
// index, and DynamoDB limits the writes to one partition.
const alarmShards = 4

// AlarmPartition returns the partition of a ticket's alarm in ByAlarm. Alarms of the kind CloseAlarm, which close-resolved
// reads, have separate partitions. All other kinds, which check-deadlines reads, share partitions.
func AlarmPartition(kind ticket.AlarmKind, number ticket.Number) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(number)) // Write of a hash never fails
	return alarmPartition(kind, int(sum.Sum32()%alarmShards))
}

// AlarmPartitions returns all partitions that contain alarms of a kind.
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
