import { expect, it } from 'vitest';
import { designTextsIn } from '../../design/texts';
import type { TicketCard } from '../list/ticketList';
import { es as staffTexts } from '../texts/es';
import { csvOf } from './csv';
import { headOf, rowOf } from './rows';
import { es } from './texts/es';

const names = {
  ...designTextsIn('es'),
  entityName: () => 'Puebla',
  timeZone: 'America/Mexico_City',
};
const open = {
  number: 'PNT000002',
  subject: 'Sin respuesta',
  status: 'open',
  createdAt: '2026-11-29T11:00:00Z',
  dueAt: null,
  nextDeadline: { for: 'first-response', at: '2026-11-29T20:00:00Z' },
  firstResponse: { state: 'unanswered' },
  resolvedAt: '2026-11-28T11:00:00Z', // reopened
  stoppedMinutes: 0,
} as Partial<TicketCard>;
const resolved = {
  ...open,
  number: 'PNT000001',
  subject: 'Carga, formato 28',
  status: 'resolved',
  dueAt: '2026-12-01T06:05:00Z',
  nextDeadline: undefined,
  firstResponse: { state: 'met', at: '2026-11-29T15:00:00Z' },
  resolvedAt: '2026-11-30T00:30:00Z',
  score: 4,
  stoppedMinutes: 95,
} as Partial<TicketCard>;

it('has sortable dates in the time zone of the desk, and the facts of each ticket', () => {
  const columns = ['status', 'due', 'created'] as const;
  const head = headOf(columns, staffTexts.list.columns, es.columns);
  const rows = [resolved, open].map((card) => rowOf(complete(card), columns, names));
  expect(
    csvOf([head, ...rows])
      .slice(1)
      .trimEnd()
      .split('\r\n'),
  ).toEqual([
    'Ticket #,Asunto,Estado,Vence,Creado,Primera respuesta,Atendido,Calificación,Plazo detenido (minutos hábiles)',
    'PNT000001,"Carga, formato 28",Atendido,2026-12-01 00:05,2026-11-29 05:00,2026-11-29 09:00,2026-11-29 18:30,4,95',
    'PNT000002,Sin respuesta,Abierto,2026-11-29 14:00,2026-11-29 05:00,,,,0',
  ]);
});

function complete(card: Partial<TicketCard>): TicketCard {
  return {
    department: { id: 'd', name: 'Carga' },
    requester: { id: 'r', name: 'Rosa' },
    topic: { id: 't', name: 'SIPOT' },
    updatedAt: '2026-11-29T11:00:00Z',
    ...card,
  } as TicketCard;
}
