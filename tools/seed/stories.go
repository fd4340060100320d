package main

import "mesa/shared/domain/ticket"

// plot determines the acts of a story.
type plot string

const (
	// fresh: assigned and not triaged yet. unassigned: not assigned, because all agents were away.
	fresh      plot = "fresh"
	unassigned plot = "unassigned"
	// working: has a priority and an internal note. waiting: waits for the requester. replied: the requester has replied.
	working plot = "working"
	waiting plot = "waiting"
	replied plot = "replied"
	// resolved: has a response. rated: the requester has replied and rated the support. reopened: the requester has reopened
	// the ticket.
	resolved plot = "resolved"
	rated    plot = "rated"
	reopened plot = "reopened"
)

// story describes a ticket of the demo. Tickets that were resolved more than 15 days ago become closed (D6).
type story struct {
	daysAgo  int
	by       string
	topic    string
	plot     plot
	priority ticket.Priority
	subject  string
	detail   string
	// agentText is the agent's question, note or response.
	agentText string
	// requesterText is the requester's reply.
	requesterText string
}

// entityOf returns the entity of a story. Some tickets are about an entity other than the requester's.
func entityOf(s story, own string) string {
	if s.by == usuario && s.topic == "buscador" {
		return "OAXACA"
	}
	return own
}

// stories returns the stories of the demo's tickets, oldest first.
func stories() []story {
	return []story{
		{96, usuario, "sipot", resolved, ticket.Medium, "SIPOT: la fracción XXVIII-A no permite elegir el ejercicio 2026", "En la pantalla de carga el ejercicio 2026 aparece deshabilitado para la fracción XXVIII-A. En las demás fracciones sí se puede elegir.", "Se habilitó el ejercicio 2026 para la fracción XXVIII-A. Cierre su sesión y vuelva a entrar para verlo.", ""},
		{91, maria, "alta-usuarios", rated, ticket.Low, "Cambio de correo de la cuenta del administrador", "El correo del administrador del Instituto cambió de dominio. Solicito que se actualice para recibir los avisos.", "Se actualizó el correo de la cuenta. Le llegará un mensaje de confirmación.", "Confirmado, ya llegan los avisos. Gracias."},
		{84, lucia, "sisai", resolved, ticket.High, "SISAI no genera el acuse de respuesta", "Al notificar la respuesta se queda girando y no genera el acuse. Ocurre con todas las solicitudes desde las 10:00. Hay tres que vencen hoy.", "El servicio de acuses se restableció a las 13:20. Los acuses pendientes se generaron con la fecha y hora originales; se adjuntó la constancia de la falla al expediente.", ""},
		{77, jorge, "buscador", resolved, ticket.Low, "El Buscador Nacional muestra dos veces la misma institución", "Al filtrar por Estado de México, el municipio de Toluca aparece dos veces con distinto número de registros.", "Había un registro duplicado en el catálogo de instituciones. Se unificó y el índice se reconstruyó durante la noche.", ""},
		{70, usuario, "sigemi", resolved, ticket.Medium, "SIGEMI: no se puede turnar un recurso a ponencia", "Al turnar el recurso aparece «No existe ponencia activa», aunque en el catálogo hay siete.", "Las ponencias no tenían titular vigente desde el cambio de Pleno. Se actualizaron las vigencias y el turno ya funciona.", ""},
		{64, maria, "sicom", resolved, ticket.Medium, "Requerimiento enviado por SICOM no aparece al sujeto obligado", "El requerimiento del expediente 02214/INFOEM/IP/RR/2026 se envió el lunes y el Ayuntamiento no lo ve en su bandeja.", "La Unidad de Transparencia del Ayuntamiento tenía a su único usuario dado de baja. Se reactivó y el requerimiento ya está en su bandeja.", ""},
		{58, jorge, "sipot", rated, ticket.Medium, "Carga masiva en proceso desde hace cinco horas", "La carga con folio 178845210 del formato 27 sigue «En proceso» desde las 8:00 horas. Son 4 200 renglones.", "La carga se detuvo por un renglón con una fecha de 1900. Se canceló sin publicar nada; corrija el renglón 3 117 y vuelva a subir el archivo.", "Era eso, la carga terminó en diez minutos. Gracias."},
		{52, lucia, "portal-obligaciones", resolved, ticket.Low, "Actualizar la tabla de aplicabilidad de un sindicato", "Se aprobó la nueva tabla de aplicabilidad del sindicato de la Universidad. Adjunto los datos: aplican las fracciones I a VIII del artículo 79.", "La tabla quedó actualizada con efectos a partir del cuarto trimestre.", ""},
		{47, usuario, "otro", resolved, ticket.Low, "¿Cómo se cita la PNT en un informe?", "Para el informe anual necesitamos la forma correcta de citar los datos que se descargan de la Plataforma.", "Puede citarla como «Plataforma Nacional de Transparencia, consulta pública, fecha de consulta», con la liga del reporte que descargó.", ""},
		{43, maria, "sisai", resolved, ticket.Medium, "Una solicitud aparece con plazo distinto al del acuse", "El folio 330026526000412 dice que vence el día 14 y el acuse dice el 16. El calendario tiene un día inhábil que no se está contando.", "El día inhábil del 16 de septiembre no estaba en el calendario de su Organismo. Se agregó y los plazos se recalcularon.", ""},
		{38, jorge, "alta-usuarios", resolved, ticket.Medium, "Alta de cinco enlaces de municipios", "Solicito el alta de los enlaces de cinco municipios. Los oficios de designación están en el expediente que se envió por correo.", "Las cinco cuentas están activas y cada enlace recibió su liga para elegir contraseña.", ""},
		{34, usuario, "sipot", resolved, ticket.Low, "Los hipervínculos con acento no abren en la consulta pública", "Las ligas a documentos cuyo nombre lleva acentos dan error 404 desde la consulta pública; desde SIPOT sí abren.", "Se corrigió la codificación de las ligas en la consulta pública. Le sugerimos evitar acentos en los nombres de archivo.", ""},
		{31, lucia, "sigemi", resolved, ticket.Medium, "El acuerdo de admisión se notifica sin firma visible", "El PDF que recibe el recurrente no muestra la firma electrónica, aunque en SIGEMI aparece firmado.", "La plantilla del acuerdo no incluía la hoja de firmas. Se publicó la versión corregida; los acuerdos de esta semana pueden volver a generarse.", ""},
		{28, maria, "buscador", resolved, ticket.Low, "La descarga de resultados se corta en 10 000 registros", "Al descargar contratos de 2025 el archivo trae exactamente 10 000 renglones y deberían ser cerca de 18 000.", "Las descargas directas tienen ese límite. Divida la consulta por trimestre o use la opción de datos abiertos, que entrega el conjunto completo.", ""},
		{26, usuario, "sisai", resolved, ticket.High, "No abre el módulo de solicitudes en ningún equipo", "Desde las 8:30 el módulo SISAI muestra una página en blanco para todas las personas de la Unidad de Transparencia.", "Un certificado había vencido. Se renovó a las 9:40 y el módulo abre con normalidad.", ""},
		{24, jorge, "sipot", resolved, ticket.Medium, "Error «El valor no existe en el catálogo» en tipo de vialidad", "La validación rechaza «Boulevard» aunque lo elegimos de la lista desplegable del propio formato.", "El catálogo vigente dice «Bulevar». Descargue otra vez el formato: la lista que usó es del ejercicio anterior.", ""},
		{22, lucia, "sicom", resolved, ticket.Low, "Cambiar el nombre del remitente en las notificaciones", "Las notificaciones de SICOM salen con el nombre anterior del Organismo.", "Se actualizó la denominación en el catálogo de Organismos; las notificaciones nuevas salen con el nombre correcto.", ""},
		{20, maria, "sipot", resolved, ticket.Medium, "Formato 9: columna de importe rechaza los centavos", "La columna «Importe total» del formato 9 marca error cuando el importe lleva centavos, por ejemplo 1250.50.", "La celda estaba guardada con coma decimal por la configuración regional. Con punto decimal la carga es correcta, como se comprobó con su archivo.", ""},
		{14, usuario, "alta-usuarios", resolved, ticket.Medium, "Usuario sin permiso para el formato 32", "La persona encargada del padrón de proveedores no ve el formato 32 en su bandeja.", "El formato no estaba asignado a su unidad administrativa. Ya está asignado; la persona debe cerrar su sesión y volver a entrar.", ""},
		{13, jorge, "sisai", rated, ticket.High, "Prevención enviada por error a un solicitante", "Se envió una prevención que correspondía a otro folio. El solicitante aún no la desahoga. ¿Se puede dejar sin efecto?", "Se dejó sin efecto la prevención y el plazo de la solicitud corre desde su fecha original. Quedó constancia en el historial del folio.", "Muchas gracias por la rapidez."},
		{12, lucia, "sipot", reopened, ticket.Medium, "Los registros cargados no se ven en la consulta pública", "Se cargaron 312 registros del formato 6 la semana pasada y la consulta pública sigue mostrando los del trimestre anterior.", "El índice de su entidad no se había actualizado. Se ejecutó de nuevo y los 312 registros ya se muestran.", "Ya se ven 280, pero faltan los 32 de la Dirección de Obras."},
		{11, usuario, "sigemi", resolved, ticket.Low, "Orden de los documentos en el expediente electrónico", "Los documentos del expediente aparecen por nombre y no por fecha, lo que dificulta la revisión.", "Elija la columna «Fecha de registro» para ordenar; el sistema recordará su elección.", ""},
		{10, maria, "portal-obligaciones", replied, ticket.Medium, "Alta de un nuevo fideicomiso en el padrón de sujetos obligados", "El Pleno aprobó incorporar un fideicomiso al padrón. Solicito su alta y su tabla de aplicabilidad.", "¿Nos puede enviar el acuerdo del Pleno y la denominación exacta del fideicomiso? Con eso queda el alta el mismo día.", "El acuerdo es el INFOEM/ORD/38/2026 y la denominación es «Fideicomiso para el Desarrollo de Parques y Zonas Industriales»."},
		{9, jorge, "sicom", waiting, ticket.Medium, "Un sujeto obligado no recibe los avisos por correo", "El Ayuntamiento de Metepec dice que no recibe los avisos de SICOM desde hace dos semanas.", "Los avisos salen a una dirección que los rechaza por buzón lleno. ¿Puede pedirles que lo liberen, o indicarnos otra dirección?", ""},
		{9, usuario, "sisai", resolved, ticket.Medium, "El reporte de solicitudes por mes no cuadra con la bandeja", "El reporte de octubre dice 148 y la bandeja muestra 151.", "El reporte cuenta por fecha oficial de recepción: tres solicitudes llegaron el 31 después de las 18:00 y su fecha oficial es del 3 de noviembre.", ""},
		{8, lucia, "buscador", working, ticket.Low, "Los resultados no se ordenan por fecha", "En el Buscador Nacional el orden «Más recientes» no cambia nada.", "Se reproduce con más de 500 resultados. Reportado al equipo de desarrollo; lo incluirán en la versión de diciembre.", ""},
		{7, maria, "sipot", working, ticket.High, "No se puede cargar ningún formato: error 500", "Desde hoy a las 9:15 cualquier carga termina con «Error 500». Lo probamos con tres usuarios y tres formatos.", "El almacenamiento de archivos temporales está lleno. Infraestructura amplía el volumen; mientras tanto se liberó espacio.", ""},
		{7, usuario, "alta-usuarios", waiting, ticket.Low, "Cambio de administrador del sujeto obligado", "La persona administradora dejó el cargo. Solicito que se asigne a quien la sustituye.", "Con gusto. ¿Nos puede adjuntar el oficio de designación firmado por la persona titular?", ""},
		{6, jorge, "sigemi", working, ticket.Medium, "El cómputo del plazo para resolver no descuenta la suspensión", "El recurso tuvo suspensión de cinco días por acuerdo del Pleno y el plazo no se recorrió.", "El acuerdo de suspensión está capturado con fecha posterior a la admisión. Se consulta con el área jurídica cómo debe contarse.", ""},
		{6, lucia, "sisai", resolved, ticket.Medium, "No se puede ampliar el plazo de una solicitud", "El botón «Ampliar plazo» está deshabilitado en el folio 140284726000093, que vence mañana.", "El acta del Comité no estaba vinculada al folio. Vinculamos el acta que ya había capturado y el botón está disponible.", ""},
		{5, maria, "otro", fresh, ticket.NoPriority, "Solicitud de capacitación para enlaces de nuevo ingreso", "Tenemos doce enlaces nuevos. ¿Hay una sesión de capacitación en línea sobre SIPOT y SISAI en diciembre?", "", ""},
		{5, usuario, "sipot", replied, ticket.Medium, "Validación lenta del formato 28", "La validación del formato 28 tarda más de 40 minutos con 900 renglones. Antes tardaba dos.", "¿Nos puede indicar el folio de la carga y si el archivo lleva fórmulas o imágenes?", "El folio es 179120044. No lleva imágenes, pero sí varias columnas con fórmulas."},
		{4, jorge, "sipot", fresh, ticket.NoPriority, "El formato 11 descargado trae el ejercicio anterior", "Al descargar el formato 11 del cuarto trimestre, la hoja de instrucciones y el catálogo dicen 2025.", "", ""},
		{4, lucia, "sigemi", waiting, ticket.High, "Recurso de revisión sin número de expediente", "El recurso presentado el viernes no tiene número de expediente y el plazo para admitir vence esta semana.", "Para generarlo de nuevo necesitamos el folio de la solicitud de origen y la hora aproximada del registro.", ""},
		{4, usuario, "buscador", fresh, ticket.NoPriority, "El mapa de la consulta pública no carga en el teléfono", "En teléfonos con Android el mapa de entidades se queda en blanco; en computadora funciona.", "", ""},
		{3, maria, "sicom", working, ticket.Medium, "Doble notificación de un mismo acuerdo", "El acuerdo del expediente 02305 llegó dos veces al sujeto obligado con distinta hora.", "El envío se repitió por un corte de red a las 11:02. Se revisa cómo marcar la segunda notificación como sin efectos.", ""},
		{3, jorge, "alta-usuarios", unassigned, ticket.NoPriority, "Permiso de consulta para el Órgano Interno de Control", "El OIC solicita un usuario solo de consulta para revisar las cargas del ejercicio.", "", ""},
		{3, lucia, "portal-obligaciones", fresh, ticket.NoPriority, "Corregir la denominación de una dirección general", "La Dirección General de Gobierno Digital cambió de nombre por decreto del 3 de noviembre.", "", ""},
		{2, usuario, "sisai", fresh, ticket.NoPriority, "El solicitante no puede descargar la respuesta", "El solicitante del folio 330031826000551 reporta que el archivo de la respuesta se descarga dañado. Nosotros sí podemos abrirlo.", "", ""},
		{2, maria, "buscador", unassigned, ticket.NoPriority, "La búsqueda por número de contrato no encuentra el registro", "El contrato LPN-014-2026 está en la consulta pública, pero el Buscador Nacional no lo encuentra ni con el número exacto.", "", ""},
	}
}
