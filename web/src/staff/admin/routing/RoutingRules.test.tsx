import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../../api/client';
import { agent, Providers } from '../../../testing/Providers';
import { respond } from '../../../testing/respond';
import RoutingRules from './RoutingRules';
import { newRule } from './rules';

vi.mock('../../../session/useSession', async (load) => ({
  ...(await load<object>()),
  usePerson: () => ({ ...agent, role: 'admin' }),
}));

const itei = { id: 'itei', name: 'Instituto de Jalisco' };
const rule = { ...newRule(), id: 'r1', name: 'Jalisco' };
const rules = { version: 1, rules: [{ ...rule, when: { ...rule.when, organizationIds: ['itei'] } }] };

/** The status of the response to the request for names of organizations. */
let namesStatus = 200;

beforeEach(() => {
  namesStatus = 200;
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, rules));
  vi.spyOn(api, 'POST').mockImplementation(async () => respond(500));
  vi.spyOn(api, 'GET').mockImplementation((async (path: string, options: { params: { query: object } }) => {
    if (path === '/routing-rules') return respond(200, rules);
    if (path !== '/organizations') return respond(200, []);
    if ('ids' in options.params.query) return respond(namesStatus, { items: [itei] });
    return respond(200, { items: [itei], next: 'c2' });
  }) as never);
});

async function open() {
  render(<RoutingRules />, { wrapper: Providers });
  await screen.findByText('Probar', { exact: false, selector: 'h2' });
  return userEvent.setup();
}

test('Enter in the search box of a list of choices does not save the rule', async () => {
  const user = await open();
  await user.click(await screen.findByRole('button', { name: 'Editar «Jalisco»' }));
  const box = await screen.findByRole('searchbox');
  await user.type(box, 'jal{Enter}');
  expect(api.PUT).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('Enter in the search of an organization does not run the trial', async () => {
  const user = await open();
  await user.type(await screen.findByLabelText('Buscar organización'), 'jal{Enter}');
  expect(screen.queryByText('Elija un tema de ayuda.')).toBeNull();
  expect(api.POST).not.toHaveBeenCalled();
});

test('the rules can be edited if the names of organizations cannot be loaded', async () => {
  namesStatus = 400;
  const user = await open();
  await waitFor(() => expect(screen.getByText(/itei/)).toBeTruthy());
  await user.click(await screen.findByRole('button', { name: 'Editar «Jalisco»' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Nombre de la regla', { exact: false })).value).toBe(
    'Jalisco',
  );
});
