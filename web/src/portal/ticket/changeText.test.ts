import { expect, test } from 'vitest';
import { designTextsIn } from '../../design/texts';
import { textsIn } from '../texts';
import { changeText } from './changeText';

const { status, priority } = designTextsIn('es');
const texts = {
  change: textsIn('es').change,
  status,
  priority,
  date: (iso: string) => iso,
};

test.each([
  [{ field: 'status', from: 'open', to: 'resolved' }, 'cambió el estado de Abierto a Atendido'],
  [{ field: 'status', from: null, to: 'open' }, 'puso el estado Abierto'],
  [{ field: 'priority', from: null, to: 'high' }, 'estableció la prioridad ALTA 1'],
  [{ field: 'priority', from: 'high', to: null }, 'quitó la prioridad'],
  [{ field: 'assignee', from: null, to: 'Anel Morales' }, 'asignó el ticket a Anel Morales'],
  [{ field: 'assignee', from: 'Anel Morales', to: null }, 'dejó el ticket sin asignar'],
  [{ field: 'dueAt', from: null, to: '2020-10-26' }, 'fijó la fecha compromiso: 2020-10-26'],
] as const)('%o is described as «%s»', (change, text) => {
  expect(changeText(change, texts)).toBe(text);
});
