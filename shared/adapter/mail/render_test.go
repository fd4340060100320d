package mail_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
)

var update = flag.Bool("update", false, "write the golden files")

// notice returns example data for a mail of a kind.
func notice(kind notify.Kind, language locale.Language) notify.Notice {
	n := notify.Notice{
		Kind: kind, To: notify.Recipient{Name: "Usuario Mesa", Language: language, TimeZone: "America/Mexico_City"}, Days: 15,
		Institution: notify.Institution{
			Name: "Soporte Técnico Para Organos Garantes", SiteURL: "https://soportepnt.inai.org.mx",
			ContactText: "Mesa de Servicio de la PNT, de lunes a viernes, de 9:00 a 18:00 horas.",
		},
		Ticket: notify.Ticket{
			Number: "PNT003445", Subject: "No se pueden cargar formatos de la fracción XXVIII", Topic: "SIPOT", Department: "Soporte",
			Entity: "Michoacán", Requester: notify.Person{Name: "Usuario Mesa", Role: account.Requester, Organization: "IEE Michoacán"}, Assignee: "Ana Pérez", Status: "open", Priority: "high",
			CreatedAt: time.Date(2026, 11, 24, 16, 30, 0, 0, time.UTC), DueAt: time.Date(2026, 11, 26, 16, 30, 0, 0, time.UTC),
		},
		PageURL: "https://soportepnt.inai.org.mx/tickets/PNT003445",
		Author:  notify.Person{Name: "Ana Pérez", Role: account.Agent},
	}
	const response = "<p>Buenas tardes:</p><p>El archivo tenía <b>dos hojas ocultas</b>. Para cargarlo:</p><ol><li>Elimine las hojas ocultas.</li>" +
		"<li>Guárdelo como <code>.xlsx</code>.</li></ol><p></p><table><tbody><tr><th><p>Folio</p></th><th><p>Monto</p></th></tr><tr><td><p>A-01</p></td>" +
		"<td><p></p></td></tr></tbody></table><p>    at x</p><p>La guía está en <a href=\"https://inai.mx/guia\">la página de ayuda</a>.</p>"
	const question = "<p>Al cargar el formato el sistema dice <code>Error 500</code> y no guarda nada.</p>"
	bruno := notify.Person{Name: "Bruno Salas", Role: account.Supervisor}
	user := notify.Person{Name: "Usuario Mesa", Role: account.Requester, Organization: "IEE Michoacán"}
	sendToStaff := func() {
		n.To.Name, n.To.Staff, n.PageURL = "Ana Pérez", true, "https://soportepnt.inai.org.mx/staff/#/tickets/PNT003445"
	}
	switch kind {
	case notify.Created:
		n.OwnTicket, n.Author = true, user
		n.Body, n.Attachments, n.Ticket.DueAt = question, []string{"formato.xlsx", "captura de pantalla.png"}, time.Time{}
	case notify.Assigned:
		sendToStaff()
		n.Body, n.Reason = question, locale.NewMessage("routing.round-robin", locale.With("agent", "Ana Pérez"), locale.With("topic", "SIPOT"))
		n.Ticket.Fields = []notify.Answer{{Label: "Folio <interno>", Value: "PERA-77 & 78"}, {Label: "Cómo ocurrió", Value: "Primero se cargó.\nDespués, nada."}}
	case notify.Unassigned:
		sendToStaff()
		n.Ticket.Assignee, n.Ticket.Priority, n.Ticket.DueAt = "", "", time.Time{}
		n.Reason = locale.NewMessage("routing.unassigned", locale.With("department", "Soporte"))
	case notify.Transferred:
		sendToStaff()
		n.Ticket.Assignee = ""
	case notify.Mentioned:
		sendToStaff()
		n.Author, n.Body = bruno, `<p><span data-mention="ana">@Ana Pérez</span>, ¿puede revisar el <b>archivo</b>?</p>`
	case notify.Split:
		n.OtherNumber, n.Ticket.Assignee, n.Ticket.Priority, n.Ticket.DueAt = "PNT003440", "", "", time.Time{}
	case notify.Merged:
		n.OtherNumber = "PNT003440"
	case notify.Unmerged, notify.GuestsLeft:
		n.OtherNumber = "PNT003440"
	case notify.GuestsJoined:
		n.OtherNumber, n.Guests = "PNT003440", []notify.Person{{Name: "María López", Role: account.Requester, Organization: "Infoem"}, {Name: "Luz Peña", Role: account.Requester}}
	case notify.Joined: // the default notice
	case notify.Discussed:
		n.Author, n.Body = user, question+`<p>Lo vi en <a href="https://inai.mx/guia">la guía</a>.</p>`
		n.Ticket.Subject = "No abre https://inai.mx/guia"
	case notify.Answered:
		n.Body = response
	case notify.Resolved:
		n.Body, n.Ticket.Status, n.ReopenURL = response, "resolved", n.PageURL+"#continua"
		n.RateURL = n.PageURL + "#calificar"
	case notify.StatusChanged:
		n.PreviousStatus, n.Ticket.Status = "resolved", "open"
	case notify.Awaited:
		n.Body, n.PreviousStatus, n.Ticket.Status, n.Ticket.WaitingFor, n.Ticket.WaitingReason = response, "open", "waiting", "requester", "el archivo que intenta cargar"
	case notify.Waiting, notify.Reminded:
		n.PreviousStatus, n.Ticket.Status, n.Ticket.WaitingFor, n.Ticket.WaitingReason = "open", "waiting", "requester", "el archivo que intenta cargar"
	case notify.Concluded:
		sendToStaff()
		n.PreviousStatus, n.Ticket.Status, n.Author = "open", "closed", user
	case notify.Assisted:
		sendToStaff()
		n.Author, n.Body = bruno, response
	case notify.Adjusted:
		sendToStaff()
		n.Author = bruno
	case notify.Rated:
		sendToStaff()
		n.Ticket.Status, n.Author, n.Ticket.Score, n.Body = "resolved", user, 4, "<p>Rápido y claro.</p>"
	case notify.FirstDueSoon, notify.FirstOverdue:
		sendToStaff()
		n.Ticket.Priority, n.Ticket.DueAt = "", time.Time{}
		n.Ticket.FirstResponseDueAt = time.Date(2026, 11, 24, 20, 30, 0, 0, time.UTC)
	case notify.Commented, notify.Reopened:
		sendToStaff()
		n.Author, n.Body = user, "<p>Sigue sin cargar con el archivo nuevo.</p>"
	case notify.DueSoon, notify.Overdue, notify.Escalated:
		sendToStaff()
	case notify.Kind(account.PasswordChangedMail), notify.Kind(account.EmailChangedMail), notify.Kind(account.RequestReceivedMail):
		n.Ticket, n.Author, n.At, n.PageURL = notify.Ticket{}, notify.Person{}, time.Date(2026, 11, 24, 16, 30, 0, 0, time.UTC), "https://soportepnt.inai.org.mx/perfil"
	case notify.Kind(account.RequestRefusedMail):
		n.Ticket, n.Author, n.Body, n.PageURL = notify.Ticket{}, notify.Person{}, "La organización ya tiene una cuenta.", "https://soportepnt.inai.org.mx"
	case notify.Kind(account.InvitationMail), notify.Kind(account.ResetMail):
		n.Ticket, n.Author, n.LinkEndsAt = notify.Ticket{}, notify.Person{}, time.Date(2026, 11, 24, 16, 30, 0, 0, time.UTC)
		n.PageURL = "https://soportepnt.inai.org.mx/contrasena/01KAV6ZT4R9GJ8M6Y0N1Q2W3E4ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	case notify.Closed:
		n.Ticket.Status, n.RateURL = "closed", n.PageURL+"#calificar"
	}
	return n
}

func TestMailsMatchTheExpectedFiles(t *testing.T) {
	for _, kind := range notify.Kinds() {
		for _, language := range locale.Languages() {
			got, err := mail.Render(notice(kind, language))
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Join("testdata", string(kind)+"."+string(language))
			golden(t, name+".html", got.HTML)
			golden(t, name+".txt", "Subject: "+got.Subject+"\n\n"+got.Text)
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (go test -update writes it again):\n%s", path, diff)
	}
}

func TestResolvedMailExplainsReopeningAndRating(t *testing.T) {
	got, err := mail.Render(notice(notify.Resolved, locale.Spanish))
	if err != nil {
		t.Fatal(err)
	}
	if want := "[PNT003445] Su ticket ha sido Atendido: No se pueden cargar formatos de la fracción XXVIII"; got.Subject != want {
		t.Errorf("subject %q", got.Subject)
	}
	for _, want := range []string{"ha sido Atendido", "15 días", "El problema continúa", "Calificar la atención", "https://soportepnt.inai.org.mx/tickets/PNT003445", "dos hojas ocultas"} {
		if !strings.Contains(got.HTML, want) || !strings.Contains(got.Text, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestInvalidNoticesAreRefused(t *testing.T) {
	for _, n := range []notify.Notice{{}, {Kind: "gossip", Ticket: notify.Ticket{Number: "PNT000001"}}, {Kind: notify.Created}} {
		if _, err := mail.Render(n); !errors.Is(err, mail.ErrInvalidNotice) {
			t.Errorf("%+v: %v", n, err)
		}
	}
}

// For any input, the subject is one line, and the HTML has only the tables of the layout and no scripts.
func TestMailIsHarmlessForAnyContent(t *testing.T) {
	hostile := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "a\r\nBcc: x@evil.mx", "{number}{reader}{{.}}", "</td></table>", "<blockquote><b>", "javascript:alert(1)", "-",
		"red;background:url(javascript:x)", "</style><script>alert(1)</script>",
	}))
	rapid.Check(t, func(t *rapid.T) {
		n := notice(rapid.SampledFrom(notify.Kinds()).Draw(t, "kind"), rapid.SampledFrom([]locale.Language{"es", "en", "", "xx"}).Draw(t, "language"))
		text := func(label string) string { return hostile.Draw(t, label) }
		n.To.Name, n.Author.Name, n.Body, n.Ticket.Subject = text("name"), text("author"), text("body"), text("subject")
		n.Ticket.Requester.Name, n.Ticket.Topic, n.Institution.Name = text("requester"), text("topic"), text("desk")
		n.Institution.AccentColor, n.PageURL, n.ReopenURL, n.Institution.LogoURL = text("accent"), text("url"), text("reopen"), text("logo")
		n.Attachments, n.Guests = []string{text("file")}, []notify.Person{{Name: text("guest")}}
		n.To.TimeZone = text("zone")
		aboutTicket, layoutTables := !n.Kind.IsAboutAccount(), 3
		if !aboutTicket {
			layoutTables-- // it has no facts
		}
		got, err := mail.Render(n)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(got.Subject, "\r\n\x00") || strings.HasPrefix(got.Subject, "[PNT003445] ") != aboutTicket {
			t.Fatalf("subject %q", got.Subject)
		}
		root, err := html.Parse(strings.NewReader(got.HTML))
		if err != nil {
			t.Fatal(err)
		}
		tables := 0
		for node := range root.Descendants() {
			if node.Type != html.ElementNode {
				continue
			}
			switch node.Data {
			case "script", "iframe", "object", "form", "svg", "math":
				t.Fatalf("a %s in %s", node.Data, got.HTML)
			case "table":
				tables++
			}
			for _, a := range node.Attr {
				if strings.HasPrefix(a.Key, "on") || (a.Key == "href" || a.Key == "src") && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					t.Fatalf("%s=%q", a.Key, a.Val)
				}
			}
		}
		if tables != layoutTables {
			t.Fatalf("%d tables: the content changed the structure:\n%s", tables, got.HTML)
		}
	})
}
