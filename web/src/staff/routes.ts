import type { Schemas } from '../api/client';
import { type Refinement, unrefined, written } from './filters/refinement';
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

/** What the list shows: a queue, or what was searched for, and what narrows and sorts it. */
export type ListSource = ({ queue: Queue } | { words: string }) & {
  refinement?: Refinement;
  /** The view that it is, with what narrows and sorts it as long as nobody changes that. */
  view?: { id: string; kept: Refinement };
};

/** The tail of a view's address whose filters and order were all taken away. */
const changedToNone = '~';

/** Behind the address's `#`, so that any static host serves every page. The same in both languages, as e-mails link here. */
export const routes = {
  home: '/',
  list: (source: ListSource) => {
    const tail = written(source.refinement ?? unrefined);
    if (source.view) {
      return `/vistas/${segmentOf(source.view.id)}${tail === written(source.view.kept) ? '' : tail || changedToNone}`;
    }
    const head =
      'queue' in source ? `/colas/${source.queue}` : `/buscar/${segmentOf(source.words.replace(/~/g, ' '))}`;
    return head + tail;
  },
  view: (id: string) => `/vistas/${segmentOf(id)}`,
  ticketIn: (source: ListSource, number: string) => `${routes.list(source)}/${segmentOf(number)}`,
  /** Without a list beside it: as e-mails link to it. */
  ticket: (number: string) => `/tickets/${segmentOf(number)}`,
  mentions: '/menciones',
  profile: '/perfil',
  /** Without an identifier, all articles; `nuevo` is the address of a new one, maybe from a ticket. */
  knowledge: (id?: string, part?: string) =>
    ['/base', ...[id, part].flatMap((one) => (one ? [segmentOf(one)] : []))].join('/'),
  canned: (item?: string) => (item ? `/respuestas/${segmentOf(item)}` : '/respuestas'),
  admin: (section?: string, item?: string) =>
    ['/admin', ...[section, item].flatMap((part) => (part ? [segmentOf(part)] : []))].join('/'),
  /** Another entry: a real page load. */
  portal: '/',
} as const;

/** For wouter; `ticket` is the address that e-mails give, without a queue. */
export const patterns = {
  queue: '/colas/:queue/:number?',
  search: '/buscar/:words/:number?',
  view: '/vistas/:view/:number?',
  ticket: '/tickets/:number',
  admin: '/admin/:section?/:item?',
  knowledge: '/base/:id?/:part?',
  canned: '/respuestas/:item?',
} as const;
