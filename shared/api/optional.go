package api

// Given returns the value of an optional member; the zero value if it is missing.
func Given[T any](member *T) T {
	if member == nil {
		var zero T
		return zero
	}
	return *member
}

// Optional returns an optional member with a value; without one for the zero value.
func Optional[T comparable](value T) *T {
	var zero T
	if value == zero {
		return nil
	}
	return &value
}
