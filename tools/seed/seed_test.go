package main

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/article"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/ticket"
)

func testTime() time.Time { return time.Date(2026, 11, 24, 18, 30, 0, 0, time.UTC) }

// TestLoadIsIdempotent checks that a second load changes no ticket, and that the demo has tickets of every status and priority.
func TestLoadIsIdempotent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		if err := load(t.Context(), table.Stores, testTime()); err != nil {
			t.Fatal(err)
		}
		read := func() (all []ticket.Ticket) {
			for n := firstNumber - int64(len(stories())); n < firstNumber; n++ {
				got, entries, err := table.Tickets.Thread(t.Context(), desk().Numbering.Format(n))
				if err != nil {
					t.Fatal(err)
				}
				if int64(len(entries)) != got.Version {
					t.Errorf("%s: %d entries, version %d", got.Number, len(entries), got.Version)
				}
				for i, entry := range entries {
					if testTime().Sub(entry.At) < 24*time.Hour || i > 0 && entry.At.Before(entries[i-1].At) {
						t.Errorf("%s: entry %d at %s", got.Number, i, entry.At)
					}
				}
				all = append(all, got)
			}
			return all
		}
		first := read()
		if err := load(t.Context(), table.Stores, testTime().Add(48*time.Hour)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, read()); diff != "" {
			t.Errorf("loading again changed tickets:\n%s", diff)
		}
		count := map[string]int{}
		for _, loaded := range first {
			count[string(loaded.Status)]++
			count["priority "+string(loaded.Priority)]++
			if loaded.Assignee.Zero() && !loaded.Status.Attended() {
				count["unassigned"]++
			}
			if loaded.Overdue && loaded.Status == ticket.Open {
				count["overdue"]++
			}
		}
		for _, want := range []string{"open", "waiting", "resolved", "closed", "priority high", "priority medium", "priority low", "priority ", "unassigned", "overdue"} {
			if count[want] == 0 {
				t.Errorf("no ticket is %s: %v", want, count)
			}
		}
		if number, err := table.Tickets.NextNumber(t.Context(), firstNumber); err != nil || number != firstNumber {
			t.Errorf("the first new number: %d, %v", number, err)
		}
	})
}

func TestPeople(t *testing.T) {
	roles, shared, departments := map[account.Role]int{}, map[string]int{}, map[string]bool{}
	for _, person := range people() {
		roles[person.Role]++
		if person.Organization.Shares {
			shared[person.Organization.ID]++
		}
		for _, department := range person.Departments {
			departments[department] = true
			if _, ok := desk().Department(department); !ok {
				t.Errorf("%s: no department %s", person.ID, department)
			}
		}
		if unfit := (account.PasswordPolicy{}).Check(password, person.Username, person.Email, person.Name); unfit.Key != "" {
			t.Errorf("%s: %s", person.ID, unfit.In(locale.Spanish))
		}
	}
	if roles[account.Requester] < 3 || roles[account.Agent] < 3 || roles[account.Supervisor] < 1 || roles[account.Admin] < 1 {
		t.Error(roles)
	}
	if shared["infoem"] < 2 || len(departments) != len(desk().Departments) {
		t.Error(shared, departments)
	}
}

// TestTopicsNameStaff checks that the department, agents and team of every topic exist.
func TestTopicsNameStaff(t *testing.T) {
	known := map[string]bool{}
	for _, person := range people() {
		known[person.ID] = person.Role.IsStaff()
	}
	for _, topic := range desk().Topics {
		if _, ok := desk().Department(topic.DepartmentID); !ok {
			t.Errorf("%s: no department %s", topic.ID, topic.DepartmentID)
		}
		team, ok := desk().Team(topic.Routing.TeamID)
		if topic.Routing.TeamID != "" && !ok {
			t.Errorf("%s: no team %s", topic.ID, topic.Routing.TeamID)
		}
		for _, id := range slices.Concat(topic.Routing.AgentIDs, team.MemberIDs) {
			if !known[id] {
				t.Errorf("%s: no agent %s", topic.ID, id)
			}
		}
	}
}

func TestArticles(t *testing.T) {
	all, err := drafts()
	if err != nil {
		t.Fatal(err)
	}
	untranslated, audiences := 0, map[article.Audience]int{}
	var cards []article.Card
	for _, draft := range all {
		if _, ok := desk().Category(draft.CategoryID); !ok {
			t.Errorf("%s: no category %s", draft.ID, draft.CategoryID)
		}
		if _, written := draft.Texts[locale.Spanish]; !written {
			t.Errorf("%s is not in Spanish", draft.ID)
		}
		if _, written := draft.Texts[locale.English]; !written {
			untranslated++
		}
		audiences[draft.Audience]++
		_, version, err := draft.Publish(personOf(sofia), articlesChangedAt())
		if err != nil {
			t.Errorf("%s: %v", draft.ID, err)
		}
		for _, read := range version.Articles(draft.ID) {
			if len(plaintext.FromHTML(read.Body)) < 300 {
				t.Errorf("%s (%s) is too short", draft.ID, read.Language)
			}
			cards = append(cards, read.Card)
		}
	}
	if untranslated == 0 || audiences[article.Internal] != len(internal) || audiences[article.Public] == 0 {
		t.Errorf("%d without English, %v", untranslated, audiences)
	}
	for typed, want := range map[string]string{
		"no recuerdo mi CONTRASENA": "cambiar-contrasena",
		"catálogo validación":       "errores-de-validacion",
		"prioridad alta plaz":       "prioridades-y-plazos",
		"adjuntar archivo":          "adjuntar-archivos",
		"notificar acuse":           "notificar-respuesta",
	} {
		found := article.Match(typed, false, article.PreferLanguage(locale.Spanish, cards))
		if len(found) == 0 || found[0].ID != want {
			t.Errorf("%q finds %v", typed, titles(found))
		}
	}
}

func titles(cards []article.Card) (all []string) {
	for _, card := range cards {
		all = append(all, card.ID)
	}
	return all
}

// TestCannedResponses checks that the demo's canned responses pass the API's validation.
func TestCannedResponses(t *testing.T) {
	seen := map[string]bool{}
	for _, response := range cannedResponses() {
		normalized, unknown := canned.Normalize(sanitize.HTML{}.Text(response.Body))
		if len(unknown) > 0 || normalized != (sanitize.HTML{}).Text(response.Body) || seen[response.ID] {
			t.Errorf("%s: %q, unknown %q", response.ID, normalized, unknown)
		}
		for _, topic := range response.TopicIDs {
			if _, known := desk().Topic(topic); !known {
				t.Errorf("%s: no topic %s", response.ID, topic)
			}
		}
		seen[response.ID] = true
	}
}

func TestEntities(t *testing.T) {
	if n := len(desk().Entities); n != 33 {
		t.Errorf("%d entities", n)
	}
	for _, person := range people() {
		if _, known := desk().Entity(person.Entity); person.Entity != "" && !known {
			t.Errorf("%s: no entity %s", person.ID, person.Entity)
		}
	}
	for _, story := range stories() {
		if _, known := desk().Entity(entityOf(story, "FEDERACION")); !known {
			t.Errorf("%s: no entity", story.subject)
		}
	}
}
