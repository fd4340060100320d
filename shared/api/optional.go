package api

// Given returns the value of an optional member, or the zero value if the member is missing.
func Given[T any](member *T) T {
	if member == nil {
		var zero T
		return zero
	}
	return *member
}

// Optional returns a pointer to value for an optional member, or nil for the zero value.
func Optional[T comparable](value T) *T {
	var zero T
	if value == zero {
		return nil
	}
	return &value
}
