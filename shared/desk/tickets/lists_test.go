package tickets_test

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
)

// numbers reads all pages of a list and returns the ticket numbers in order. Only the last page may have fewer tickets than the
// limit.
func (r *rig) numbers(person account.Person, query string, limit int) []string {
	r.Helper()
	var all []string
	for cursor, pages := "", 0; ; pages++ {
		if pages > 50 {
			r.Fatalf("%s does not end", query)
		}
		page := read[api.TicketPage](r, r.Request("list-tickets", person, fmt.Sprintf("/tickets?%s&limit=%d&cursor=%s", query, limit, url.QueryEscape(cursor)), nil), 200)
		for _, item := range page.Items {
			all = append(all, item.Number)
		}
		next, err := page.Next.Get()
		if err != nil {
			return all
		}
		if len(page.Items) != limit {
			r.Errorf("%s: page %d has %d of %d", query, pages, len(page.Items), limit)
		}
		cursor = next
	}
}

// several creates n tickets, one per hour.
func (r *rig) several(person account.Person, n int, change func(*api.NewTicket)) []string {
	r.Helper()
	var made []string
	for range n {
		r.clock.Advance(time.Hour)
		made = append(made, r.create(person, prueba(change)).Number)
	}
	r.settle(made...)
	return made
}

func as(topic string) func(*api.NewTicket) { return func(n *api.NewTicket) { n.TopicId = topic } }

func (r *rig) change(person account.Person, number string, change map[string]any) {
	r.Helper()
	change["version"] = r.get(person, number).Version
	read[api.Ticket](r, r.Request("update-ticket", person, "/tickets/"+number, change), 200)
	r.settle(number)
}

func backwards(s []string) []string {
	s = slices.Clone(s)
	slices.Reverse(s)
	return s
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestRequestersLists(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.several(usuario, 9, as("sipot"))
		r.several(maria, 2, as("sipot"))
		for i, status := range []string{"waiting", "resolved", "closed"} {
			r.clock.Advance(time.Hour)
			r.change(ana, made[i], map[string]any{"status": status})
		}
		active := []string{made[2], made[1], made[0], made[8], made[7], made[6], made[5], made[4], made[3]}
		same(t, "open", r.numbers(usuario, "", 2), backwards(made[3:]))
		same(t, "all by activity", r.numbers(usuario, "status=all", 2), active)
		same(t, "all, oldest activity first", r.numbers(usuario, "status=all&sort=-activity", 4), backwards(active))
		same(t, "all by creation", r.numbers(usuario, "status=all&sort=created", 2), backwards(made))
		same(t, "open by creation, oldest first", r.numbers(usuario, "status=open&sort=-created", 2), made[3:])
		same(t, "resolved", r.numbers(usuario, "status=resolved", 2), made[1:2])
		same(t, "a page that is just full", r.numbers(usuario, "", 6), backwards(made[3:]))
		page := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets", nil), 200)
		for bucket, n := range map[string]int{"open": 6, "waiting": 1, "resolved": 1, "closed": 1, "all": 9} {
			if (*page.Counts)[bucket] != n {
				t.Errorf("%s: %v", bucket, *page.Counts)
			}
		}
		long := base64.RawURLEncoding.EncodeToString([]byte(`{"s":"2026","n":"` + strings.Repeat("9", 1100) + `"}`)) // longer than any key
		for _, bad := range []string{"status=none", "queue=mine", "scope=organization", "sort=due", "limit=0", "limit=101", "limit=x", "cursor=x", "cursor=bm8", "cursor=" + long} {
			if a := r.Request("list-tickets", usuario, "/tickets?"+bad, nil); a.Code != 400 {
				t.Errorf("%s: %d %s", bad, a.Code, a.Body)
			}
		}
	})
}

func TestOrganizationsList(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		hers := r.several(maria, 2, as("sipot"))
		his := r.several(jorge, 1, as("sisai"))
		r.several(usuario, 1, as("sipot"))
		same(t, "organization", r.numbers(jorge, "scope=organization", 2), append(his, backwards(hers)...))
		same(t, "mine", r.numbers(jorge, "scope=mine", 2), his)
	})
}

func TestQueues(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		support, requests := r.several(usuario, 5, as("sipot")), r.several(usuario, 3, as("sisai"))
		r.change(ana, support[3], map[string]any{"priority": "high"})
		r.change(ana, support[2], map[string]any{"priority": "medium"})
		r.change(ana, support[1], map[string]any{"priority": "low"})
		r.change(ana, support[4], map[string]any{"status": "resolved"})
		byDue := []string{support[0], support[3], support[2], support[1]}
		same(t, "Ana's own", r.numbers(ana, "queue=mine", 3), byDue)
		same(t, "Ana's department", r.numbers(ana, "queue=open", 3), byDue)
		same(t, "all of Ana's department", r.numbers(ana, "queue=all", 2), append(slices.Clone(byDue), support[4]))
		same(t, "the supervisor's", r.numbers(sofia, "queue=open", 3), []string{support[0], requests[0], requests[1], requests[2], support[3], support[2], support[1]})
		same(t, "resolved", r.numbers(sofia, "queue=resolved", 3), support[4:])
		same(t, "by last activity", r.numbers(sofia, "queue=all&sort=activity", 3), []string{requests[2], support[4], support[3], support[2], support[1], requests[1], requests[0], support[0]})
		same(t, "Ana's own, the longest untouched first", r.numbers(ana, "queue=mine&sort=-activity", 2), support[:4])
		same(t, "overdue before", r.numbers(sofia, "queue=overdue", 3), nil)
		r.clock.Advance(5 * 24 * time.Hour)
		same(t, "overdue after", r.numbers(sofia, "queue=overdue", 3), support[3:4])
		r.change(ana, support[0], map[string]any{"assigneeId": nil})
		same(t, "unassigned", r.numbers(sofia, "queue=unassigned", 3), support[:1])
		page := read[api.TicketPage](r, r.Request("list-tickets", sofia, "/tickets?queue=open", nil), 200)
		for bucket, n := range map[string]int{"open": 7, "resolved": 1, "unassigned": 1, "all": 8, "mine": 0} {
			if (*page.Counts)[bucket] != n {
				t.Errorf("%s: %v", bucket, *page.Counts)
			}
		}
		r.change(ana, support[0], map[string]any{"departmentId": "solicitudes", "reason": "Es de solicitudes"})
		same(t, "what was transferred is gone", r.numbers(ana, "queue=open", 3), byDue[1:])
	})
}

func TestSearch(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		word := func(subject, detail string) func(*api.NewTicket) {
			return func(n *api.NewTicket) { n.Subject, n.Detail = subject, "<p>"+detail+"</p>" }
		}
		zebra := r.several(usuario, 1, word("No abre la sección de Transparencia", "una zebra impide la operación"))[0]
		folio := r.several(usuario, 1, word("Folio 330031821000123", "no aparece la solicitud"))[0]
		theirs := r.several(maria, 1, word("Otra zebra", "de otra persona"))[0]
		common := r.several(usuario, 130, word("Error general", "al guardar"))
		find := func(person account.Person, q string) []string {
			return r.numbers(person, "q="+url.QueryEscape(q), 40)
		}
		for _, form := range []string{zebra, "pnt1", "PNT000001", "000001", "1", "#1", " PNT-1 "} {
			if got := find(usuario, form); len(got) == 0 || got[0] != zebra {
				t.Errorf("%q found %v", form, got)
			}
		}
		for q, want := range map[string][]string{
			"zebra":               {zebra},
			"ZEBRA":               {zebra},
			"seccion":             {zebra},
			"sección":             {zebra},
			"secciones":           {zebra},
			"transpar":            {zebra},
			"solicitudes":         {folio},
			"330031821000123":     {folio},
			"zebra operacion":     {zebra},
			"zebra solicitud":     nil,
			"error general zebra": nil,
			"nada de esto existe": nil,
			"3":                   nil,
		} {
			same(t, q, find(usuario, q), want)
		}
		same(t, "an agent's zebra", find(ana, "zebra"), []string{theirs, zebra})
		same(t, "another's number", find(maria, zebra), nil)
		if got := find(ana, "error guardar"); len(got) != len(common) {
			t.Errorf("a common word found %d of %d", len(got), len(common))
		}
		r.change(ana, zebra, map[string]any{"status": "closed"})
		same(t, "closed", r.numbers(usuario, "q=zebra&status=closed", 10), []string{zebra})
		same(t, "open", r.numbers(usuario, "q=zebra&status=open", 10), nil)
		note := map[string]any{"kind": "note", "body": "murciélago", "version": r.get(ana, folio).Version}
		read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+folio+"/entries", note), 201)
		r.settle(folio)
		same(t, "a note", find(usuario, "murciélago"), nil)
	})
}

func TestDueToday(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.several(usuario, 3, as("sipot"))
		for _, number := range made[:2] {
			r.change(ana, number, map[string]any{"priority": "high"})
		}
		due := r.get(ana, made[0]).DueAt.MustGet()
		today := func() (int, []string) {
			page := read[api.TicketPage](r, r.Request("list-tickets", ana, "/tickets?queue=today", nil), 200)
			return (*page.Counts)["today"], r.numbers(ana, "queue=today", 2)
		}
		if count, numbers := today(); count != 0 || numbers != nil {
			t.Errorf("two days before: %d, %v", count, numbers)
		}
		r.clock.Advance(due.Sub(r.clock.Clock().Now()) - time.Hour)
		if count, numbers := today(); count != 2 || !slices.Equal(numbers, made[:2]) {
			t.Errorf("on the day: %d, %v", count, numbers)
		}
		r.change(ana, made[0], map[string]any{"status": "waiting"})
		if count, numbers := today(); count != 1 || !slices.Equal(numbers, made[1:2]) {
			t.Errorf("with one waiting: %d, %v", count, numbers)
		}
	})
}
