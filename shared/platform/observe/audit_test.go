package observe

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
	"time"

	"mesa/shared/domain/audit"
)

func TestAuditLineHasTheEventWithoutTypedText(t *testing.T) {
	var out bytes.Buffer
	original := logger
	logger = slog.New(slog.NewJSONHandler(&out, nil))
	t.Cleanup(func() { logger = original })
	event := audit.New(audit.TopicSaved, time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)).Of("nomina").About("ana").
		Changing(nil, struct{ Name string }{"Nómina de Ana"})
	event.ActorID, event.Address = "beto", "192.0.2.1"
	LogAudit(t.Context(), event)
	var line map[string]any
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"msg": "audit", "audit": event.ID, "at": "2026-11-30T12:00:00Z", "kind": "topic-saved", "outcome": "done", "actor": "beto", "address": "192.0.2.1",
		"person": "ana", "object": "nomina",
	} {
		if line[name] != want {
			t.Errorf("%s: %v, want %s", name, line[name], want)
		}
	}
	if strings.Contains(out.String(), "Ana") || !strings.Contains(out.String(), `"changed":["name"]`) {
		t.Error(out.String())
	}
}
