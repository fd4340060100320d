package main

import "testing"

func TestIsLocal(t *testing.T) {
	for endpoint, want := range map[string]bool{
		"http://localhost:4566": true, "http://127.0.0.1:4566": true, "http://[::1]:4566": true, "http://aws.localhost:4566": true,
		"": false, "https://dynamodb.us-east-1.amazonaws.com": false, "http://10.0.0.7:4566": false, "http://localhost.example": false, "%": false,
	} {
		if got := isLocal(endpoint); got != want {
			t.Errorf("isLocal(%q) = %v", endpoint, got)
		}
	}
}
