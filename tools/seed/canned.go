package main

import (
	"context"
	"errors"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/stores"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/locale"
)

// cannedResponses returns the demo's shared canned responses.
func cannedResponses() []canned.Response {
	spanish, english := locale.Spanish, locale.English
	return []canned.Response{
		{ID: "acuse", Title: "Acuse de recibo", Category: "Inicio", Language: spanish, Body: "<p>Hola, {{solicitante}}:</p><p>Recibimos su ticket {{número}} sobre «{{asunto}}». Lo estamos revisando y le escribiremos por este medio.</p><p>{{agente}}</p>"},
		{ID: "receipt", Title: "Receipt", Category: "Inicio", Language: english, Body: "<p>Hello, {{solicitante}}:</p><p>We received your ticket {{número}} about “{{asunto}}”. We are looking into it and will write to you here.</p><p>{{agente}}</p>"},
		{ID: "plazo", Title: "Plazo de atención", Category: "Inicio", Language: spanish, Body: "<p>Hola, {{solicitante}}:</p><p>Su ticket {{número}} se atenderá a más tardar el {{fecha límite}}.</p>"},
		{ID: "captura", Title: "Pedir captura de pantalla", Category: "Faltan datos", Language: spanish, Body: "<p>Hola, {{solicitante}}:</p><p>Para ayudarle mejor necesitamos:</p><ul><li>una captura de la pantalla completa con el mensaje de error,</li><li>la hora en que ocurrió, y</li><li>el navegador que utiliza.</li></ul><p>Puede adjuntarlos en su respuesta.</p>"},
		{ID: "screenshot", Title: "Ask for a screenshot", Category: "Faltan datos", Language: english, Body: "<p>Hello, {{solicitante}}:</p><p>To help you better we need a screenshot of the whole page with the error, the time at which it happened, and the browser that you use.</p>"},
		{ID: "cache", Title: "Borrar la memoria del navegador", Category: "Soluciones", Language: spanish, TopicIDs: []string{"portal-obligaciones"}, Body: "<p>Hola, {{solicitante}}:</p><ol><li>Cierre su sesión.</li><li>Presione <b>Ctrl + Mayús + Supr</b> y borre los archivos en memoria.</li><li>Abra de nuevo el navegador e inténtelo otra vez.</li></ol>"},
		{ID: "atendido", Title: "Atendido: comente si continúa", Category: "Cierre", Language: spanish, Body: "<p>Hola, {{solicitante}}:</p><p>Su solicitud quedó atendida. Si el problema continúa, respóndanos en el ticket {{número}} y con gusto lo revisamos.</p><p>{{agente}} · {{departamento}}</p>"},
	}
}

// addCanned adds missing canned responses. It does not change existing ones.
func addCanned(ctx context.Context, db stores.Stores) error {
	for _, response := range cannedResponses() {
		response.Version, response.UpdatedAt, response.Body = 1, articlesChangedAt(), sanitize.HTML{}.Text(response.Body)
		if err := db.Canned.SaveCannedResponse(ctx, response); err != nil && !errors.Is(err, canned.ErrConflict) {
			return err
		}
	}
	return nil
}
