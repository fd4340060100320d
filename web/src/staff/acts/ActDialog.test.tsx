import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { TextField } from '../../design/control/TextField';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { ActDialog } from './ActDialog';

const ticket = { number: 'PNT000001', version: 4, entries: [] } as unknown as Ticket;
const onDone = vi.fn();
const onClose = vi.fn();

/** Returns the bodies of the requests. */
const sent = () =>
  (vi.mocked(api.PATCH).mock.calls as unknown as [string, { body: object }][]).map(([, { body }]) => body);

beforeEach(() => {
  onDone.mockClear();
  onClose.mockClear();
  vi.spyOn(api, 'PATCH').mockImplementation(async () => respond(200, ticket));
});

async function open() {
  render(
    <ActDialog
      ticket={ticket}
      title="Transferir"
      submit="Aceptar"
      initial={{ departmentId: '', reason: '' }}
      validate={({ departmentId }) => ({ departmentId: !departmentId && 'Falta el departamento.' })}
      changeOf={(values) => (values.departmentId === 'soporte' ? undefined : values)}
      onDone={onDone}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          <TextField label="Departamento" {...field('departmentId')} />
          <TextField label="Motivo" {...field('reason')} />
        </>
      )}
    </ActDialog>,
    { wrapper: Providers },
  );
  const user = userEvent.setup();
  const input = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
  return { user, input, submit: () => user.click(screen.getByText('Aceptar')) };
}

test('an invalid form is not sent, and its first invalid field is focused', async () => {
  const { input, submit } = await open();
  await submit();
  expect(screen.getByText('Falta el departamento.')).toBeTruthy();
  expect(document.activeElement).toBe(input('Departamento'));
  expect(api.PATCH).not.toHaveBeenCalled();
});

test('values that change nothing close the dialog without a request', async () => {
  const { user, input, submit } = await open();
  await user.type(input('Departamento'), 'soporte');
  await submit();
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(api.PATCH).not.toHaveBeenCalled();
});

test("after a refusal the values remain, and the field with the server's message is focused", async () => {
  vi.mocked(api.PATCH).mockImplementationOnce(async () =>
    respond(400, undefined, { errors: [{ field: 'reason', message: 'Es obligatorio.' }] }),
  );
  const { user, input, submit } = await open();
  await user.type(input('Departamento'), 'redes');
  await submit();
  await screen.findByText('Es obligatorio.');
  expect(input('Departamento').value).toBe('redes');
  await waitFor(() => expect(document.activeElement).toBe(input('Motivo')));
  expect(onDone).not.toHaveBeenCalled();
});

test('after a conflict the next attempt is based on the version in the refusal', async () => {
  vi.mocked(api.PATCH).mockImplementationOnce(async () =>
    respond(409, undefined, { title: 'Cambió', version: 7, changes: [] }),
  );
  const { user, input, submit } = await open();
  await user.type(input('Departamento'), 'redes');
  await submit();
  await screen.findByRole('alert');
  await submit();
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect(sent()).toEqual([
    { departmentId: 'redes', reason: '', version: 4 },
    { departmentId: 'redes', reason: '', version: 7 },
  ]);
});
