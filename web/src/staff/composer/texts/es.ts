import type { Kind, SendMode } from '../draft';

export const es = {
  title: 'Escribir',
  kind: 'Tipo de entrada',
  kinds: { response: 'Respuesta', note: 'Nota interna' } as const satisfies Record<Kind, string>,
  labels: { response: 'Respuesta al usuario', note: 'Nota para el personal' } as const satisfies Record<
    Kind,
    string
  >,
  hints: {
    response: 'Se publica en el ticket y se envía por correo al usuario.',
    note: 'El usuario nunca la ve. Con @ menciona a un colega, que recibe un aviso.',
  } as const satisfies Record<Kind, string>,
  byKey: { response: 'Responder', note: 'Escribir una nota interna' } as const satisfies Record<Kind, string>,
  keys: '«/» y una palabra inserta una respuesta. Ctrl + Intro envía.',
  notesOnly: 'El ticket está Cerrado: solo admite notas internas.',
  send: { response: 'Enviar respuesta', note: 'Guardar nota' } as const satisfies Record<Kind, string>,
  sendAndResolve: 'Enviar y marcar Atendido',
  sendAndWait: 'Enviar y dejar En espera',
  empty: { response: 'Escriba la respuesta.', note: 'Escriba la nota.' } as const satisfies Record<
    Kind,
    string
  >,
  files: {
    uploading: 'Espere a que terminen de subir los archivos.',
    failed: 'Un archivo no se pudo subir. Reinténtelo o quítelo antes de enviar.',
  },
  noteSaved: 'Nota guardada.',
  sent: {
    keep: 'Respuesta enviada.',
    resolve: 'Respuesta enviada; el ticket quedó Atendido.',
    wait: 'Respuesta enviada; el ticket quedó En espera.',
  } as const satisfies Record<SendMode, string>,
  toList: 'Volver a la lista',
  textPreserved: 'Su texto sigue aquí. Revise lo que cambió y, si aún procede, envíelo de nuevo.',
  restored: 'Recuperamos lo que había escrito y no envió.',
  discard: 'Descartar',
  moveToNote: 'Pasarlo a la nota interna',
} as const;
