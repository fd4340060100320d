import type { Scope } from '../registry';

export const es = {
  andThen: 'y luego',
  help: {
    title: 'Atajos de teclado',
    lead: 'Los que funcionan ahora, donde usted está.',
    scopes: {
      page: 'En toda la página',
      list: 'En la lista',
      ticket: 'En el ticket',
      dialog: 'En este cuadro',
    } as const satisfies Record<Scope, string>,
    typing: 'Mientras escribe solo funcionan las combinaciones con Ctrl; Esc sale del campo.',
    single: 'Usar atajos de una sola tecla',
    singleHint: 'Desactívelos si dicta a su equipo o si se disparan sin querer.',
  },
  palette: {
    title: 'Ir a un lugar o hacer algo',
    placeholder: 'Número, cola, comando o palabras',
    results: 'Resultados',
    none: 'Nada coincide.',
    ticket: 'Abrir el ticket {number}',
    search: 'Buscar «{words}» en los tickets',
    found: { one: '{count} resultado', many: '{count} de resultados', other: '{count} resultados' },
  },
  commands: {
    palette: 'Abrir los comandos',
    help: 'Ver los atajos de teclado',
    search: 'Buscar tickets',
    profile: 'Ir al perfil',
    goTo: 'Ir a {name}',
    mentions: 'Ir a las menciones',
    knowledge: 'Ir a la base de conocimientos',
    goToView: 'Ir a la vista «{name}»',
    canned: 'Respuestas predefinidas',
    administration: 'Ir a la administración',
    signOut: 'Cerrar sesión',
  },
} as const;
