import type { Schemas } from '../api/client';
import { encodeRefinement, type Refinement, unrefined } from './filters/refinement';
import { segmentOf } from './segment';

export type Queue = Schemas['Queue'];

/** In the order of the menu. */
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

/** What the list shows: a queue or a search, its filters and order, and the view it belongs to. */
export type ListSource = ({ queue: Queue } | { words: string }) & {
  refinement?: Refinement;
  /** The open view and its saved filters and order. */
  view?: { id: string; saved: Refinement };
};

/** Marks the address of a view whose filters and order were all removed. */
const changedToNone = '~';

/** Addresses after the `#`, so that any static host serves every page. The same in both languages: e-mails link here. */
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
  /** A ticket without a list; e-mails link to it. */
  ticket: (number: string) => `/tickets/${segmentOf(number)}`,
  mentions: '/menciones',
  profile: '/perfil',
  /** All articles without an id; `nuevo` creates an article, from a ticket if its number follows. */
  knowledge: (id?: string, part?: string) =>
    ['/base', ...[id, part].flatMap((one) => (one ? [segmentOf(one)] : []))].join('/'),
  canned: (item?: string) => (item ? `/respuestas/${segmentOf(item)}` : '/respuestas'),
  admin: (section?: string, item?: string) =>
    ['/admin', ...[section, item].flatMap((part) => (part ? [segmentOf(part)] : []))].join('/'),
  /** The portal is another page: the browser loads it. */
  portal: '/',
} as const;

/** The routes' patterns for wouter. */
export const patterns = {
  queue: '/colas/:queue/:number?',
  search: '/buscar/:words/:number?',
  view: '/vistas/:view/:number?',
  ticket: '/tickets/:number',
  admin: '/admin/:section?/:item?',
  knowledge: '/base/:id?/:part?',
  canned: '/respuestas/:item?',
} as const;
