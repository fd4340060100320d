import type { Schemas } from '../../../../api/client';

type Method = Schemas['RoutingMethod'];
type Unmet = NonNullable<Schemas['ConsideredRule']['unmet']>;

const methods: Record<Method, string> = {
  fixed: 'Agente fijo',
  'round-robin': 'Por turnos',
  'least-loaded': 'Menos tickets abiertos',
};

const unmet: Record<Unmet, string> = {
  disabled: 'está desactivada',
  topic: 'es de otro tema',
  entity: 'es de otra entidad',
  organization: 'es de otra organización',
  words: 'el asunto no tiene sus palabras',
};

export const es = {
  order: 'Reglas en el orden en que se revisan',
  how: 'Se aplica la primera regla activada cuyas condiciones se cumplen. Si ninguna se cumple, decide la regla propia del tema de ayuda.',
  add: 'Agregar regla',
  empty: 'Todavía no hay reglas',
  emptyText: 'Cada ticket se asigna por la regla propia de su tema de ayuda.',
  readOnly: 'Solo los administradores cambian las reglas.',
  when: {
    any: 'Todos los tickets',
    topics: (names: string) => `Tema: ${names}`,
    entities: (names: string) => `Entidad: ${names}`,
    organizations: (names: string) => `Organización: ${names}`,
    words: (names: string, all: boolean) =>
      all ? `El asunto tiene todas: ${names}` : `El asunto tiene alguna: ${names}`,
  },
  does: (method: string, who: string) => `${method}: ${who}`,
  team: (name: string) => `el equipo ${name}`,
  departmentOf: (name: string) => `el departamento ${name}`,
  topicDepartment: 'el departamento del tema',
  toDepartment: (name: string) => `Va a ${name}`,
  off: 'Desactivada',
  drag: 'Arrastre para cambiar el orden',
  up: (name: string) => `Subir «${name}»`,
  down: (name: string) => `Bajar «${name}»`,
  edit: (name: string) => `Editar «${name}»`,
  editShort: 'Editar',
  enable: 'Activada',
  enableOf: (name: string) => `«${name}» activada`,
  moved: (name: string, place: number, count: number) => `«${name}» es ahora la regla ${place} de ${count}.`,
  saved: 'Regla guardada.',
  removed: 'Regla eliminada.',
  conflict:
    'Otra persona cambió las reglas mientras tanto. Aquí están como quedaron; si su cambio aún procede, repítalo.',
  conflictDialog:
    'Otra persona cambió las reglas mientras tanto. Lo que usted escribió sigue aquí; guarde de nuevo para aplicarlo sobre las actuales.',
  dialog: {
    create: 'Regla nueva',
    edit: 'Editar regla',
    name: 'Nombre de la regla',
    nameHint: 'Se muestra al personal en cada ticket que asigne.',
    conditions: 'Cuándo se aplica',
    conditionsHint: 'Deben cumplirse todas las que elija. Sin ninguna, se aplica a todos los tickets.',
    topics: 'Temas de ayuda',
    entities: 'Entidades',
    organizations: 'Organizaciones',
    any: 'Cualquiera',
    words: 'Palabras del asunto',
    wordsHint:
      'Sepárelas con comas. Se buscan completas, sin importar acentos ni mayúsculas; una frase se busca seguida.',
    match: 'El asunto debe tener',
    matchAny: 'Alguna de ellas',
    matchAll: 'Todas ellas',
    action: 'A quién se asigna',
    department: 'Departamento',
    keepDepartment: 'El del tema de ayuda',
    method: 'Cómo se elige al agente',
    methods,
    agent: 'Agente',
    chooseAgent: '— Elija un agente —',
    agents: 'Entre quiénes',
    everyone: 'Todo el equipo o el departamento',
    team: 'Equipo de respaldo',
    teamHint: 'Recibe los tickets cuando nadie de los anteriores está disponible; después, el departamento.',
    noTeam: 'Sin equipo',
    teamName: 'Nombre del equipo de respaldo',
    enabled: 'Regla activada',
    save: 'Guardar regla',
    cancel: 'Cancelar',
    remove: 'Eliminar regla',
    removeSure: '¿Eliminar esta regla?',
    removeYes: 'Sí, eliminar',
    away: (name: string) => `${name} (ausente)`,
  },
  trial: {
    title: 'Probar',
    lead: 'Vea a quién se asignaría un ticket ahora, sin crearlo.',
    topic: 'Tema de ayuda',
    chooseTopic: '— Seleccione un tema de ayuda —',
    subject: 'Asunto',
    entity: 'Entidad',
    organization: 'Organización',
    none: '— Ninguna —',
    go: 'Probar',
    missing: 'Elija un tema de ayuda.',
    to: (name: string, department: string) => `Se asignaría a ${name}, en ${department}`,
    nobody: (department: string) => `Quedaría sin asignar, en ${department}`,
    considered: 'Reglas revisadas',
    byTopic: 'Ninguna regla se cumple: decide la del tema.',
    applies: 'se aplica',
    unmet,
  },
};

export type RoutingTexts = typeof es;
