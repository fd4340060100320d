import type { Schemas } from '../../api/client';
import type { Column } from '../list/columns';

type Priority = Schemas['Priority'];
type Status = Schemas['Status'];
type Queue = Schemas['Queue'];
type Field = Schemas['Change']['field'];
type Doing = Schemas['Companion']['doing'];
type Kind = 'response' | 'note';
type Send = 'keep' | 'resolve' | 'wait';

const queues: Record<Queue, string> = {
  mine: 'Míos',
  unassigned: 'Sin asignar',
  open: 'Abiertos',
  today: 'Vencen hoy',
  overdue: 'Vencidos',
  waiting: 'En espera',
  resolved: 'Atendidos',
  closed: 'Cerrados',
  all: 'Todos',
};

const priorities: Record<Priority, string> = {
  high: 'ALTA (prioridad 1)',
  medium: 'MEDIA (prioridad 2)',
  low: 'BAJA (prioridad 3)',
};

const fields: Record<Field, string> = {
  status: 'Estado',
  priority: 'Prioridad',
  assignee: 'Agente',
  department: 'Departamento',
  topic: 'Tema de ayuda',
  dueAt: 'Vence',
  firstAnswerDueAt: 'Primera respuesta antes del',
  waitingFor: 'Se espera',
  waitingReason: 'Motivo de la espera',
  rating: 'Calificación',
  ratingComment: 'Comentario de la calificación',
  relatedTo: 'Relacionado con',
  tags: 'Etiquetas',
  participant: 'Participante',
  link: 'Vínculo',
  mergedInto: 'Combinado con',
  merged: 'Se combinó aquí',
  extra: 'Dato',
  splitInto: 'Se dividió en',
  splitFrom: 'Se separó de',
};

const nothing: Record<Field, string> = {
  status: '—',
  priority: 'Sin valorar',
  assignee: 'Sin asignar',
  department: '—',
  topic: '—',
  dueAt: 'sin plazo',
  firstAnswerDueAt: 'sin plazo',
  waitingFor: 'a nadie',
  waitingReason: '—',
  rating: 'sin calificar',
  ratingComment: '—',
  relatedTo: '—',
  tags: '—',
  participant: '—',
  link: '—',
  mergedInto: '—',
  merged: '—',
  extra: '—',
  splitInto: '—',
  splitFrom: '—',
};

const awaited: Record<Schemas['Awaited'], string> = {
  requester: 'al usuario',
  'third-party': 'a un tercero',
};

export const es = {
  header: {
    staff: 'Personal de la mesa',
    navigation: 'Principal',
    account: 'Su cuenta',
    tickets: 'Tickets',
    knowledge: 'Base de conocimientos',
    canned: 'Respuestas',
    administration: 'Administración',
    profile: 'perfil',
    signOut: 'Cerrar sesión',
    signOutFailed: 'No se pudo cerrar la sesión. Inténtelo de nuevo.',
    menu: 'Menú',
    commands: 'Comandos',
  },
  footer: { copyright: (year: number, name: string) => `© ${year} ${name}` },
  signIn: {
    title: 'Iniciar sesión',
    lead: 'Página de agentes, supervisores y administradores.',
    portal: '¿Necesita soporte? Vaya al portal de usuarios',
    requesterTitle: (name: string) => `Hola, ${name}`,
    requesterText:
      'Esta página es para el personal que atiende los tickets. Los suyos están en el portal de usuarios, con la sesión que acaba de iniciar.',
    toPortal: 'Ir al portal',
  },
  notFound: { toQueue: 'Ir a mis tickets' },
  queues: {
    label: 'Colas de tickets',
    choose: 'Cola',
    searching: '— Resultados de la búsqueda —',
    names: queues,
    myDepartment: 'Mi departamento',
    counted: (name: string, count: number) => `${name} (${count})`,
  },
  search: {
    label: 'Buscar tickets',
    placeholder: 'Número o palabras',
    go: 'Ir',
    results: (words: string) => `Resultados de «${words}»`,
    status: 'Estado del ticket',
    nothing: (words: string) => `Nada coincide con «${words}»`,
    nothingText: 'Pruebe con el número, con o sin PNT, o con menos palabras. Los acentos no importan.',
    leave: 'Volver a mis tickets',
  },
  workspace: { listWidth: 'Ancho de la lista' },
  list: {
    filters: (count: number) => (count === 0 ? 'Filtros y orden' : `Filtros y orden (${count})`),
    columns: {
      number: 'Ticket #',
      subject: 'Asunto',
      status: 'Estado',
      priority: 'Prioridad',
      agent: 'Agente',
      department: 'Departamento',
      requester: 'Usuario',
      entity: 'Entidad',
      topic: 'Tema',
      tags: 'Etiquetas',
      due: 'Vence',
      created: 'Creado',
      activity: 'Última actividad',
    } satisfies Record<Column | 'number' | 'subject', string>,
    columnsMenu: 'Columnas',
    pick: (number: string) => `Seleccionar ${number}`,
    pickAll: 'Seleccionar todos los que se muestran',
    news: (count: number) => (count === 1 ? '1 ticket nuevo' : `${count} tickets nuevos`),
    showNews: 'Mostrar',
    noneFiltered: 'Ningún ticket pasa estos filtros.',
    clearFilters: 'Quitar filtros',
    unassigned: 'Sin asignar',
    activity: 'Última actividad:',
    refresh: 'Actualizar',
    more: 'Mostrar más',
    keys: {
      next: 'Ticket siguiente',
      previous: 'Ticket anterior',
      openNext: 'Abrir el ticket siguiente',
      openPrevious: 'Abrir el ticket anterior',
      pick: 'Seleccionar el ticket',
      pickRange: 'Seleccionar hasta este ticket',
      open: 'Abrir el ticket',
      leave: 'Dejar la búsqueda',
      refresh: 'Actualizar la lista',
    },
    noWork: 'Nada por atender. Buen trabajo.',
    none: 'No hay tickets aquí.',
  },
  due: {
    label: 'Vence:',
    overdue: 'Vencido:',
    none: 'Sin plazo',
    todayAt: (clock: string) => `hoy, ${clock}`,
    tomorrowAt: (clock: string) => `mañana, ${clock}`,
    overdueBy: (ago: string) => `venció ${ago}`,
  },
  ticket: {
    othersOfRequester: 'Ver todos sus tickets',
    number: (number: string) => `Ticket #${number}`,
    back: 'Volver a la lista',
    write: 'Responder',
    missing: (number: string) => `No encontramos el ticket ${number}`,
    missingText: 'El número puede estar mal escrito, o el ticket no está a su alcance.',
    facts: {
      requester: 'Usuario',
      organization: 'Organización y entidad',
      topic: 'Tema de ayuda',
      department: 'Departamento',
      assignee: 'Agente',
      due: 'Vence',
      created: 'Creado en',
      activity: 'Última actividad',
    },
  },
  weigh: {
    title: 'Valorar el ticket',
    change: 'Cambiar prioridad',
    legend: 'Prioridad',
    names: priorities,
    deadline: (days: number | undefined, business: boolean | undefined): string => {
      if (days === undefined) return 'Sin plazo.';
      if (business) return days === 1 ? 'Plazo: 1 día hábil.' : `Plazo: ${days} días hábiles.`;
      return days === 1 ? 'Plazo: 1 día.' : `Plazo: ${days} días.`;
    },
    save: 'Guardar prioridad',
    cancel: 'Cancelar',
    missing: 'Elija una prioridad.',
    saved: (name: string, due: string | undefined, before: string | undefined): string => {
      const now = due ? `Vence el ${due}` : 'Queda sin plazo';
      return `Prioridad ${name}. ${now}; ${before ? `antes, el ${before}` : 'antes, sin plazo'}.`;
    },
  },
  acts: {
    take: 'Tomar ticket',
    taken: 'El ticket es suyo.',
    assign: 'Asignar',
    agent: 'Agente',
    nobody: '— Sin asignar —',
    away: (name: string) => `${name} (ausente)`,
    awayUntil: (name: string, day: string) => `${name} (ausente; vuelve el ${day})`,
    transfer: 'Transferir',
    department: 'Departamento',
    chooseDepartment: '— Seleccione un departamento —',
    departmentMissing: 'Elija a qué departamento va.',
    toTheQueue: '— A la cola del departamento —',
    reason: 'Motivo',
    reasonHint: 'Lo leen el personal y, en su correo, quien lo recibe. El usuario nunca lo ve.',
    reasonMissing: 'Escriba el motivo.',
    merge: 'Combinar',
    mergeText: (number: string, name: string) =>
      `El ${number} quedará Cerrado y su conversación seguirá en el otro ticket, donde ${name} y quienes participan aquí podrán leer y comentar. No se puede deshacer.`,
    mergeInto: 'Ticket con el que se combina',
    mergeHint: 'Con o sin PNT: PNT003445, 3445.',
    mergeMissing: 'Escriba el número del ticket.',
    editFields: 'Editar datos',
    saveFields: 'Guardar datos',
    changeTopic: 'Cambiar tema',
    topicRoutes: 'El ticket pasa al departamento del tema nuevo y se asigna de nuevo según sus reglas.',
    keepAssignee: (name: string) => `Conservar a ${name} como agente`,
    keepAssigneeHint: 'No se asigna de nuevo.',
    topic: 'Tema de ayuda',
    changeStatus: 'Cambiar estado',
    newStatus: 'Estado nuevo',
    statusText: (days: number): Record<Status, string> => ({
      open: 'Se sigue trabajando en él; el plazo corre.',
      waiting: 'Se espera algo del usuario o de un tercero; el plazo se detiene.',
      resolved: `Se avisa al usuario por correo. Puede comentar durante ${days} días.`,
      closed: 'Se da por terminado: ya no admite comentarios ni cambios.',
    }),
    cancel: 'Cancelar',
    done: 'Cambio guardado.',
  },
  conflict: {
    refused: 'No se guardó: el ticket cambió mientras usted trabajaba',
    changes: 'Lo que cambió',
    choiceKept: 'Revise lo que cambió y, si aún procede, guarde de nuevo.',
  },
  presence: {
    label: 'También están en este ticket',
    here: {
      viewing: (name: string) => `${name} está viendo`,
      writing: (name: string) => `${name} está escribiendo`,
    } satisfies Record<Doing, (name: string) => string>,
  },
  thread: {
    title: 'Conversación e historial',
    kinds: { message: 'Mensaje', response: 'Respuesta', note: 'Nota interna' },
    desk: 'Mesa de Servicio',
    fields,
    nothing,
    awaited,
    score: (score: string) => `${score} de 5`,
    tags: (come: string, gone: string) =>
      `Etiquetas: ${[come && `se puso ${come}`, gone && `se quitó ${gone}`].filter(Boolean).join('; ')}`,
    set: (field: string, to: string) => `${field}: ${to}`,
    changed: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  },
  composer: {
    title: 'Escribir',
    kind: 'Tipo de entrada',
    kinds: { response: 'Respuesta', note: 'Nota interna' } satisfies Record<Kind, string>,
    labels: { response: 'Respuesta al usuario', note: 'Nota para el personal' } satisfies Record<
      Kind,
      string
    >,
    hints: {
      response: 'Se publica en el ticket y se envía por correo al usuario.',
      note: 'El usuario nunca la ve. Con @ menciona a un colega, que recibe un aviso.',
    } satisfies Record<Kind, string>,
    byKey: { response: 'Responder', note: 'Escribir una nota interna' } satisfies Record<Kind, string>,
    keys: '«/» y una palabra inserta una respuesta. Ctrl + Intro envía.',
    notesOnly: 'El ticket está Cerrado: solo admite notas internas.',
    send: { response: 'Enviar respuesta', note: 'Guardar nota' } satisfies Record<Kind, string>,
    sendAndResolve: 'Enviar y marcar Atendido',
    sendAndWait: 'Enviar y dejar En espera',
    empty: { response: 'Escriba la respuesta.', note: 'Escriba la nota.' } satisfies Record<Kind, string>,
    files: {
      uploading: 'Espere a que terminen de subir los archivos.',
      failed: 'Un archivo no se pudo subir. Reinténtelo o quítelo antes de enviar.',
    },
    sent: (kind: Kind, how: Send): string => {
      if (kind === 'note') return 'Nota guardada.';
      if (how === 'wait') return 'Respuesta enviada; el ticket quedó En espera.';
      return how === 'resolve' ? 'Respuesta enviada; el ticket quedó Atendido.' : 'Respuesta enviada.';
    },
    toList: 'Volver a la lista',
    textKept: 'Su texto sigue aquí. Revise lo que cambió y, si aún procede, envíelo de nuevo.',
    restored: 'Recuperamos lo que había escrito y no envió.',
    discard: 'Descartar',
  },
  theme: { label: 'Apariencia', hint: 'Vale en este equipo, desde ahora.' },
  availability: {
    title: 'Disponibilidad',
    iAmAway: 'Estoy ausente',
    isAway: 'Ausente',
    ownHint: 'Mientras lo esté no se le asignan tickets nuevos; los que ya tiene siguen siendo suyos.',
    hint: 'Mientras lo esté no se le asignan tickets nuevos; los que ya tiene siguen siendo suyos.',
    backOn: 'Vuelve el',
    backOnHint: 'Desde ese día vuelve a recibir tickets. Sin fecha, hasta nuevo aviso.',
    save: 'Guardar disponibilidad',
    cancel: 'Cancelar',
    savedAway: 'Está ausente: no recibirá tickets nuevos.',
    savedHere: 'Está disponible.',
  },
};

export type StaffTexts = typeof es;
