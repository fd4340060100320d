package notify

// Kinds returns every kind.
func Kinds() []Kind {
	return []Kind{
		Created, Assigned, Unassigned, Transferred, Mentioned, Joined, Discussed, Split, Merged, Answered, Resolved, StatusChanged, Commented, Reopened,
		DueSoon, Overdue, Escalated, FirstDueSoon, FirstOverdue, Waiting, Reminded, Closed, Concluded, Rated,
	}
}

// ToStaff reports whether the recipient works at the desk.
func (k Kind) ToStaff() bool {
	switch k {
	case Assigned, Unassigned, Transferred, Mentioned, Commented, Reopened, DueSoon, Overdue, Escalated, FirstDueSoon, FirstOverdue, Concluded, Rated:
		return true
	default:
		return false
	}
}
