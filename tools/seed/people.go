package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/tools/demo"
	"mesa/tools/stackfile"
)

// password is the password of every demo account. It is deliberately public.
const password = "Colibri-Agave-27"

// The ids of the demo's people.
const (
	usuario = "usuario-mesa"
	maria   = "maria-lopez"
	jorge   = "jorge-hernandez"
	lucia   = "lucia-ramirez"
	ana     = "ana-agente"
	bruno   = "bruno-agente"
	carla   = "carla-agente"
	diego   = "diego-agente"
	elena   = "elena-agente"
	sofia   = "sofia-supervisora"
	adrian  = "adrian-admin"
)

// people returns the demo's people: requesters of three organizations, one of which shares its tickets, and staff of every
// role. Elena is away, so her tickets are routed to other agents.
func people() []account.Person {
	inai := account.Organization{ID: "inai", Name: "INAI"}
	infoem := account.Organization{ID: "infoem", Name: "Infoem — Organismo Garante del Estado de México", Shares: true}
	itei := account.Organization{ID: "itei", Name: "ITEI — Organismo Garante de Jalisco"}
	all := []account.Person{
		requester(usuario, "usuario.mesa", "USUARIO MESA", "FEDERACION", inai, "55 5004 2400"),
		requester(maria, "maria.lopez", "María López Estrada", "ESTADO_DE_MEXICO", infoem, "722 226 1980 ext. 101"),
		requester(jorge, "jorge.hernandez", "Jorge Hernández Peña", "ESTADO_DE_MEXICO", infoem, "722 226 1980 ext. 118"),
		requester(lucia, "lucia.ramirez", "Lucía Ramírez Ñuño", "JALISCO", itei, "33 3630 5745"),
		staff(ana, "ana.agente", "Ana Torres", account.Agent, "obligaciones"),
		staff(bruno, "bruno.agente", "Bruno Salas", account.Agent, "solicitudes", "impugnacion"),
		staff(carla, "carla.agente", "Carla Ibáñez", account.Agent, "impugnacion"),
		staff(diego, "diego.agente", "Diego Fuentes", account.Agent, "soporte-pnt", "obligaciones"),
		staff(elena, "elena.agente", "Elena Ruiz", account.Agent, "soporte-pnt"),
		staff(sofia, "sofia.supervisora", "Sofía Méndez", account.Supervisor, "soporte-pnt", "obligaciones", "solicitudes", "impugnacion"),
		staff(adrian, "adrian.admin", "Adrián Castro", account.Admin),
	}
	for i := range all {
		all[i].Away = all[i].ID == elena
	}
	return all
}

func requester(id, username, name, entity string, of account.Organization, phone string) account.Person {
	return account.Person{
		ID: id, Username: username, Name: name, Email: username + "@" + of.ID + ".example", Phone: phone, Role: account.Requester,
		Language: locale.Spanish, TimeZone: demo.TimeZone, Entity: entity, Organization: of,
	}
}

func staff(id, username, name string, role account.Role, departments ...string) account.Person {
	return account.Person{
		ID: id, Username: username, Name: name, Email: username + "@mesa.example", Role: role,
		Language: locale.Spanish, TimeZone: demo.TimeZone, Departments: departments,
	}
}

// signIns returns the credentials of the demo's people.
func signIns() []stackfile.Credentials {
	all := make([]stackfile.Credentials, 0, len(people()))
	for _, person := range people() {
		all = append(all, stackfile.Credentials{Role: string(person.Role), Username: person.Username, Password: password, Email: person.Email})
	}
	return all
}

// addPeople adds missing people. It does not change existing people.
func addPeople(ctx context.Context, db stores.Stores) error {
	for _, person := range people() {
		hash, err := account.Hasher{}.Hash(password)
		if err != nil {
			return err
		}
		if err := db.Accounts.AddPerson(ctx, person, hash); err != nil && !errors.Is(err, table.ErrConflict) {
			return fmt.Errorf("%s: %w", person.Username, err)
		}
	}
	return nil
}

// organizations returns the organizations of the demo's people.
func organizations() []account.Organization {
	var all []account.Organization
	for _, person := range people() {
		if person.Organization.ID != "" && !slices.Contains(all, person.Organization) {
			all = append(all, person.Organization)
		}
	}
	return all
}
