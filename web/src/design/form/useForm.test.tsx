import { useMutation } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Problem } from '../../api/problem';
import { Providers } from '../../testing/Providers';
import { TextField } from '../control/TextField';
import { ProblemNotice } from '../notice/ProblemNotice';
import { useForm } from './useForm';

interface Values {
  name: string;
  email: string;
}

function Example({ send }: { send: (values: Values) => Promise<void> }) {
  const save = useMutation({ mutationFn: send });
  const { field, formProps, problem, busy } = useForm<Values>({
    initial: { name: '', email: '' },
    validate: ({ name }) => ({ name: !name.trim() && 'Falta el nombre.' }),
    request: save,
    onSubmit: save.mutate,
  });
  return (
    <form {...formProps}>
      {problem && <ProblemNotice error={problem} />}
      <TextField label="Nombre" {...field('name')} />
      <TextField label="Correo" {...field('email')} />
      <button type="submit">{busy ? 'Enviando' : 'Enviar'}</button>
    </form>
  );
}

const field = (label: string) => screen.getByLabelText(label);

test('an invalid form is not sent: its first invalid field has the message and the focus', async () => {
  const user = userEvent.setup();
  const send = vi.fn(async () => undefined);
  render(<Example send={send} />, { wrapper: Providers });
  expect(field('Nombre').hasAttribute('aria-invalid')).toBe(false);

  await user.click(screen.getByRole('button'));
  expect(screen.getByText('Falta el nombre.')).toBeTruthy();
  expect(document.activeElement).toBe(field('Nombre'));

  await user.click(field('Correo'));
  await user.click(screen.getByRole('button'));
  expect(document.activeElement).toBe(field('Nombre'));
  expect(send).not.toHaveBeenCalled();

  await user.type(field('Nombre'), 'Ana');
  expect(screen.queryByText('Falta el nombre.')).toBeNull();
});

test('a valid form is sent once, however often its button is pressed', async () => {
  const user = userEvent.setup();
  let finish = () => {};
  const send = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  render(<Example send={send} />, { wrapper: Providers });
  await user.type(field('Nombre'), 'Ana{Enter}');
  await screen.findByText('Enviando');
  await user.click(screen.getByRole('button'));
  expect(send).toHaveBeenCalledTimes(1);
  expect(send).toHaveBeenCalledWith({ name: 'Ana', email: '' }, expect.anything());
  finish();
  await screen.findByText('Enviar');
});

test("the server's message is shown at its field, which has the focus", async () => {
  const user = userEvent.setup();
  const refuse = async () => {
    throw new Problem({ status: 400, errors: [{ field: 'email', message: 'No es un correo.' }] });
  };
  render(<Example send={refuse} />, { wrapper: Providers });
  await user.type(field('Nombre'), 'Ana');
  await user.click(screen.getByRole('button'));
  await screen.findByText('No es un correo.');
  expect(screen.getByRole('alert')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field('Correo')));
});
