import type { Schemas } from '../api/client';
import { encodeRefinement, type Refinement, unrefined } from './filters/refinement';
import { segmentOf } from './segment';

export type Queue = Schemas['Queue'];

/** The queues in the order of the menu. */
export const queues: readonly Queue[] = [
  'mine',
  'unassigned',
  'open',
  'today',
  'overdue',
  'waiting',
  'resolved',
  'closed',
  'all',
];

export const firstQueue: Queue = 'mine';

export function isQueue(value: string | undefined): value is Queue {
  return queues.some((queue) => queue === value);
}

/**
 * Determines the tickets of a list: a queue or a search, with filters and order, and the open view if there
 * is one.
 */
export type ListSource = ({ queue: Queue } | { words: string }) & {
  refinement?: Refinement;
  /** The open view with its saved filters and order. */
  view?: { id: string; saved: Refinement };
};

/** The end of the path of a view from which the person removed all filters and the order. */
const changedToNone = '~';

/**
 * The paths after the `#`. As they are in the hash, any static host can serve every page. They are the same in both
 * languages, because mails link to them.
 */
export const routes = {
  home: '/',
  list: (source: ListSource) => {
    const tail = encodeRefinement(source.refinement ?? unrefined);
    if (source.view) {
      return `/vistas/${segmentOf(source.view.id)}${tail === encodeRefinement(source.view.saved) ? '' : tail || changedToNone}`;
    }
    const head =
      'queue' in source ? `/colas/${source.queue}` : `/buscar/${segmentOf(source.words.replace(/~/g, ' '))}`;
    return head + tail;
  },
  view: (id: string) => `/vistas/${segmentOf(id)}`,
  ticketIn: (source: ListSource, number: string) => `${routes.list(source)}/${segmentOf(number)}`,
  /** The path of a ticket without a list. Mails link to it. */
  ticket: (number: string) => `/tickets/${segmentOf(number)}`,
  mentions: '/menciones',
  profile: '/perfil',
  /**
   * Without an id, the list of articles. The id `nuevo` is a new article, created from a ticket if `part` is its
   * number.
   */
  knowledge: (id?: string, part?: string) =>
    ['/base', ...[id, part].flatMap((segment) => (segment ? [segmentOf(segment)] : []))].join('/'),
  canned: (item?: string) => (item ? `/respuestas/${segmentOf(item)}` : '/respuestas'),
  admin: (section?: string, item?: string) =>
    ['/admin', ...[section, item].flatMap((segment) => (segment ? [segmentOf(segment)] : []))].join('/'),
  /** The path of the portal, which the browser loads as another document. */
  portal: '/',
  /** The page of the portal to reset a forgotten password. */
  forgottenPassword: '/contrasena',
} as const;

/** The patterns of the routes for wouter. */
export const patterns = {
  queue: '/colas/:queue/:number?',
  search: '/buscar/:words/:number?',
  view: '/vistas/:view/:number?',
  ticket: '/tickets/:number',
  admin: '/admin/:section?/:item?',
  knowledge: '/base/:id?/:part?',
  canned: '/respuestas/:item?',
} as const;
