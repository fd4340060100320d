package main

import (
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/tools/demo"
)

// firstNumber is the number of the first new ticket. The demo's tickets have the numbers before it, as migrated tickets would.
const firstNumber = 3446

// desk returns the demo's settings, departments, teams, topics and categories.
func desk() settings.Configuration {
	all := settings.Configuration{Settings: deskSettings(), Departments: departments(), Teams: teams(), Topics: topics(), Categories: categories()}
	for i := range all.Departments {
		all.Departments[i].Order = i + 1
	}
	for i := range all.Topics {
		all.Topics[i].Order, all.Topics[i].Active = i+1, true
	}
	for i := range all.Categories {
		all.Categories[i].Order = i + 1
	}
	return all
}

func deskSettings() settings.Settings {
	s := settings.Default()
	s.Name, s.ContactEmail, s.TimeZone = demo.Name, demo.MailFrom, demo.TimeZone
	s.ContactText = settings.Text{
		Spanish: "Mesa de Servicio de la Plataforma Nacional de Transparencia. Atención de lunes a viernes, de 9:00 a 18:00 horas.",
		English: "Service desk of the National Transparency Platform. Monday to Friday, 9:00 to 18:00, Mexico City time.",
	}
	s.Entities = entities()
	s.Numbering, s.FirstNumber = ticket.Numbering{Prefix: "PNT", Width: 6}, firstNumber
	// On the demo, tests and load tests write as one person.
	s.RequesterQuota = settings.Quota{Tickets: 1 << 20, Entries: 1 << 20, Bytes: 1 << 40}
	s.StaffQuota = s.RequesterQuota
	s.MailWindow = 0 // on the demo, each act sends its mail at once
	s.Deadlines.Calendar = sla.Calendar{Zone: demo.TimeZone, OfficialHolidays: true}
	return s
}

func departments() []settings.Department {
	return []settings.Department{
		{ID: "soporte-pnt", Name: settings.Text{Spanish: "Soporte PNT", English: "Support"}},
		{ID: "obligaciones", Name: settings.Text{Spanish: "Obligaciones de Transparencia", English: "Transparency Obligations"}},
		{ID: "solicitudes", Name: settings.Text{Spanish: "Solicitudes de Información", English: "Information Requests"}},
		{ID: "impugnacion", Name: settings.Text{Spanish: "Medios de Impugnación", English: "Appeals"}},
	}
}

func teams() []settings.Team {
	return []settings.Team{
		{ID: "cargas-masivas", Name: settings.Text{Spanish: "Cargas masivas", English: "Mass loads"}, MemberIDs: []string{ana, diego, elena}},
		{ID: "accesos", Name: settings.Text{Spanish: "Accesos", English: "Access"}, MemberIDs: []string{diego, elena}},
	}
}

func topics() []settings.Topic {
	return []settings.Topic{
		{
			ID: "sipot", DepartmentID: "obligaciones", Public: true,
			Name:        settings.Text{Spanish: "SIPOT — Portales de Obligaciones de Transparencia", English: "SIPOT — Transparency obligations portals"},
			Description: settings.Text{Spanish: "Carga de formatos, validación, unidades administrativas", English: "Loading formats, validation, administrative units"},
			Routing: settings.Routing{
				Method: routing.RoundRobin, AgentIDs: []string{ana, diego},
				TeamID: "cargas-masivas",
			},
		},
		{
			ID: "sisai", DepartmentID: "solicitudes", Public: true,
			Name:        settings.Text{Spanish: "SISAI — Solicitudes de acceso a la información", English: "SISAI — Requests for information"},
			Description: settings.Text{Spanish: "Recepción, turnado y respuesta de solicitudes", English: "Receiving, assigning and answering requests"},
			Routing:     settings.Routing{Method: routing.Fixed, AgentIDs: []string{bruno}},
		},
		{
			ID: "sigemi", DepartmentID: "impugnacion", Public: true,
			Name:        settings.Text{Spanish: "SIGEMI — Gestión de medios de impugnación", English: "SIGEMI — Appeals"},
			Description: settings.Text{Spanish: "Recursos de revisión, turnado a ponencias, acuerdos", English: "Appeals, assignment, rulings"},
			Routing:     settings.Routing{Method: routing.LeastLoaded, AgentIDs: []string{carla, bruno}},
		},
		{
			ID: "sicom", DepartmentID: "impugnacion", Public: true,
			Name:        settings.Text{Spanish: "SICOM — Comunicación con sujetos obligados", English: "SICOM — Communication with obliged bodies"},
			Description: settings.Text{Spanish: "Notificaciones y requerimientos", English: "Notices and requirements"},
			Routing:     settings.Routing{Method: routing.Fixed, AgentIDs: []string{carla}},
		},
		{
			ID: "buscador", DepartmentID: "soporte-pnt", Public: true,
			Name:        settings.Text{Spanish: "Buscador y consulta pública", English: "Search and public consultation"},
			Description: settings.Text{Spanish: "Resultados del Buscador Nacional y descargas", English: "Results of the National Search and downloads"},
			Routing:     settings.Routing{Method: routing.LeastLoaded, AgentIDs: []string{diego, elena}},
		},
		{
			ID: "portal-obligaciones", DepartmentID: "obligaciones", Public: true,
			Name:        settings.Text{Spanish: "Portal de obligaciones: tablas de aplicabilidad", English: "Obligations portal: applicability tables"},
			Description: settings.Text{Spanish: "Altas y cambios en la aplicabilidad de fracciones", English: "Which obligations apply to whom"},
			Routing:     settings.Routing{Method: routing.Fixed, AgentIDs: []string{ana}},
		},
		{
			ID: "alta-usuarios", DepartmentID: "soporte-pnt", Public: true,
			Name:        settings.Text{Spanish: "Alta de usuarios y accesos", English: "Accounts and access"},
			Description: settings.Text{Spanish: "Cuentas, permisos y cambios de administrador", English: "Accounts, permissions, changes of administrator"},
			Routing: settings.Routing{
				Method: routing.RoundRobin, AgentIDs: []string{diego, elena},
				TeamID: "accesos",
			},
		},
		{
			ID: "otro", DepartmentID: "soporte-pnt", Public: true,
			Name:        settings.Text{Spanish: "Otro asunto de la PNT", English: "Another matter of the platform"},
			Description: settings.Text{Spanish: "Si no sabe a qué aplicación corresponde", English: "If you don't know which application it belongs to"},
			Routing:     settings.Routing{Method: routing.LeastLoaded},
		},
		{
			ID: "interno", DepartmentID: "soporte-pnt",
			Name:    settings.Text{Spanish: "Mantenimiento interno", English: "Internal maintenance"},
			Routing: settings.Routing{Method: routing.LeastLoaded},
		},
	}
}

func categories() []settings.Category {
	return []settings.Category{
		{
			ID: "tickets", Name: settings.Text{Spanish: "Uso de la Mesa de Servicio", English: "Using the service desk"},
			Description: settings.Text{Spanish: "Abrir tickets, darles seguimiento, plazos y archivos", English: "Opening and following tickets, deadlines, files"},
		},
		{
			ID: "acceso", Name: settings.Text{Spanish: "Cuentas y acceso", English: "Accounts and access"},
			Description: settings.Text{Spanish: "Alta de usuarios, contraseñas e inicio de sesión", English: "New accounts, passwords, signing in"},
		},
		{
			ID: "sipot", Name: settings.Text{Spanish: "SIPOT: obligaciones de transparencia", English: "SIPOT: transparency obligations"},
			Description: settings.Text{Spanish: "Formatos, cargas y unidades administrativas", English: "Formats, loads, administrative units"},
		},
		{
			ID: "sisai", Name: settings.Text{Spanish: "SISAI: solicitudes de información", English: "SISAI: requests for information"},
			Description: settings.Text{Spanish: "Bandejas, respuestas y acuses", English: "Trays, answers, receipts"},
		},
		{
			ID: "medios", Name: settings.Text{Spanish: "SIGEMI y SICOM: medios de impugnación", English: "SIGEMI and SICOM: appeals"},
			Description: settings.Text{Spanish: "Recursos de revisión y comunicaciones", English: "Appeals and communications"},
		},
		{
			ID: "consulta", Name: settings.Text{Spanish: "Buscador y consulta pública", English: "Search and public consultation"},
			Description: settings.Text{Spanish: "Publicación y búsqueda de la información", English: "Publishing and finding information"},
		},
	}
}
