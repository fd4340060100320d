import type { Texts } from '../../../i18n/catalog';
export const es = {
  title: 'Administración',
  lead: 'Lo que decide cómo trabaja la Mesa de Servicio.',
  navigation: 'Secciones de administración',
  back: 'Administración',
  /**
   * The title and lead of each section, by its key in sections.ts. The other texts of a section are in its own catalog.
   */
  sections: {
    topics: {
      title: 'Temas de ayuda',
      lead: 'De qué se puede abrir un ticket, a quién llega y qué pide su formulario.',
    },
    departments: {
      title: 'Departamentos',
      lead: 'Los grupos de agentes con sus propias colas.',
    },
    teams: {
      title: 'Equipos',
      lead: 'Quién recibe los tickets cuando nadie más está disponible.',
    },
    organizations: {
      title: 'Organizaciones',
      lead: 'Las instituciones de los usuarios, y si comparten sus tickets.',
    },
    routing: {
      title: 'Reglas de asignación',
      lead: 'A quién se asigna cada ticket nuevo, y en qué orden se decide.',
    },
    agents: {
      title: 'Agentes',
      lead: 'Quién está disponible y quién está ausente. Los ausentes no reciben tickets.',
    },
    accountRequests: {
      title: 'Solicitudes de alta',
      lead: 'Personas que pidieron una cuenta, de la más reciente a la más antigua.',
    },
    articleFigures: {
      title: 'Utilidad de los artículos',
      lead: 'Cuánto se lee cada artículo, si sirve y cuántos tickets evita.',
    },
    categories: {
      title: 'Categorías de artículos',
      lead: 'Las partes de la base de conocimientos, sus nombres y su orden.',
    },
    calendar: {
      title: 'Plazos y calendario',
      lead: 'Horario de servicio, días sin servicio, plazos por prioridad y avisos.',
    },
  },
} as const;

export type AdminTexts = Texts<typeof es>;
