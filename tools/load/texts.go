package main

// Texts of the loaded tickets. A subject combines problems and places; the 120 subjects and 4 details result in 480 different
// new tickets.
var (
	problems = []string{
		"No se guarda el formato", "Error al validar la carga del formato", "No aparece la solicitud turnada", "El acuse no se genera",
		"La consulta pública no muestra los registros", "No es posible adjuntar la resolución", "El plazo se muestra vencido",
		"La unidad administrativa no está en la lista", "El usuario no puede iniciar sesión", "La notificación no llegó al solicitante",
		"Se duplican los registros al cargar el archivo", "El buscador no encuentra el expediente",
	}
	places = []string{
		"de la fracción XXVIII", "del ejercicio 2026", "del segundo trimestre", "del sujeto obligado", "de la ponencia asignada",
		"del recurso de revisión", "de la tabla de aplicabilidad", "del portal estatal", "de la carga masiva", "del expediente reservado",
	}
	details = []string{
		"Desde la mañana el sistema muestra un mensaje de error y regresa a la pantalla anterior; lo intentamos con dos navegadores.",
		"Seguimos los pasos de la guía y el resultado es el mismo con cada usuario del instituto; adjuntaremos la captura si hace falta.",
		"El comprobante anterior sí se generó, pero desde la última actualización ninguno de los enlaces permite descargarlo.",
		"El área jurídica lo requiere antes del cierre del trimestre; agradeceremos que nos indiquen cómo continuar mientras se corrige.",
	}
	responses = []string{
		"Se corrigió la configuración del servicio. Por favor cierre su sesión, vuelva a entrar e intente de nuevo la operación.",
		"El archivo tenía una columna adicional; retírela conforme a la plantilla vigente y la carga concluirá sin observaciones.",
		"Se habilitó el permiso que faltaba para su cuenta y se volvió a procesar la solicitud con la fecha original.",
	}
	questions = []string{
		"¿Podría indicarnos el folio y la hora aproximada en que ocurrió?",
		"Por favor comparta el nombre exacto del archivo y el número de registros que contiene.",
	}
	replies = []string{
		"Ocurrió a las diez de la mañana, con el folio que aparece en el acuse.",
		"Quedó resuelto, agradecemos la atención.",
	}
)
