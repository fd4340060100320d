import { useMutation } from '@tanstack/react-query';
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createPortal } from 'react-dom';
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

test('two clicks in the same task send a valid form once', async () => {
  const send = vi.fn(async () => undefined);
  render(<Example send={send} />, { wrapper: Providers });
  fireEvent.change(field('Nombre'), { target: { value: 'Ana' } });
  const button = screen.getByRole('button');
  act(() => {
    button.click();
    button.click();
  });
  await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  await screen.findByText('Enviar');
  expect(send).toHaveBeenCalledTimes(1);
});

const refused = (...errors: { field: string; message: string }[]) => new Problem({ status: 400, errors });

test("the server's message is shown at its field, which has the focus", async () => {
  const user = userEvent.setup();
  const refuse = async () => {
    throw refused({ field: 'email', message: 'No es un correo.' });
  };
  render(<Example send={refuse} />, { wrapper: Providers });
  await user.type(field('Nombre'), 'Ana');
  await user.click(screen.getByRole('button'));
  await screen.findByText('No es un correo.');
  expect(screen.getByRole('alert')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field('Correo')));
});

test("of several invalid fields, the first of the form is focused, not the server's first", async () => {
  const user = userEvent.setup();
  const refuse = async () => {
    throw refused(
      { field: 'email', message: 'No es un correo.' },
      { field: 'name.first', message: 'Es largo.' },
    );
  };
  render(<Example send={refuse} />, { wrapper: Providers });
  await user.type(field('Nombre'), 'Ana{Enter}');
  await screen.findByText('No es un correo.');
  expect(screen.getByText('Es largo.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field('Nombre')));
});

test('after an error the values remain, and the form can be sent again', async () => {
  const user = userEvent.setup();
  const send = vi.fn<(values: Values) => Promise<void>>().mockRejectedValueOnce(new Problem({ status: 503 }));
  send.mockResolvedValueOnce();
  render(<Example send={send} />, { wrapper: Providers });
  await user.type(field('Nombre'), 'Ana');
  await user.type(field('Correo'), 'ana@x.mx{Enter}');
  await screen.findByRole('alert');
  expect(screen.getByDisplayValue('Ana')).toBeTruthy();
  expect(screen.getByDisplayValue('ana@x.mx')).toBeTruthy();

  await user.click(screen.getByRole('button'));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(send.mock.calls.map(([values]) => values)).toEqual(
    Array.from({ length: 2 }, () => ({ name: 'Ana', email: 'ana@x.mx' })),
  );
});

test('the values of a form can be in a store, and each submit button can be a variant', async () => {
  const onSubmit = vi.fn<(values: { text: string }, variant?: 'close') => void>();
  const { result } = renderHook(
    () => {
      const [value, setValue] = useState({ text: '', file: 'a.pdf' });
      const store = {
        value,
        set: (part: Partial<typeof value>) => setValue((before) => ({ ...before, ...part })),
      };
      return useForm({ store, onSubmit });
    },
    { wrapper: Providers },
  );
  act(() => result.current.field('text').onValue('Hola'));
  expect(result.current.values).toEqual({ text: 'Hola', file: 'a.pdf' });
  act(() => result.current.submit('close'));
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ text: 'Hola', file: 'a.pdf' }, 'close');
});

test('a form in a dialog does not submit the form around the dialog', async () => {
  const user = userEvent.setup();
  const outer = vi.fn();
  const inner = vi.fn();
  function Inner() {
    const { formProps } = useForm({ initial: {}, onSubmit: inner });
    return createPortal(
      <form {...formProps}>
        <button type="submit">Aceptar</button>
      </form>,
      document.body,
    );
  }
  function Outer() {
    const { formProps } = useForm({ initial: {}, onSubmit: outer });
    return (
      <form {...formProps}>
        <Inner />
      </form>
    );
  }
  render(<Outer />, { wrapper: Providers });
  await user.click(screen.getByText('Aceptar'));
  expect(inner).toHaveBeenCalledTimes(1);
  expect(outer).not.toHaveBeenCalled();
});
