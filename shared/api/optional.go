package api

// Given returns the value of an optional member; the zero value if it is missing.
func Given[T any](member *T) T {
	if member == nil {
		var zero T
		return zero
	}
	return *member
}
