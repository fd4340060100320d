package api

// Given returns the value of an optional member; the zero value of one that wasn't given.
func Given[T any](member *T) T {
	if member == nil {
		var zero T
		return zero
	}
	return *member
}
