import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { makeQueryClient } from '../api/queries';
import { registerForm } from '../drafts/openForms';
import { draftName, readDraft, writeDraft } from '../drafts/store';
import { respond } from '../testing/respond';
import { SessionProvider } from './SessionProvider';
import { type Person, sessionQuery } from './sessionQuery';
import { useSession } from './useSession';

const person = { id: 'p1', username: 'ana', name: 'Ana', role: 'requester', language: 'es' } as Person;
const other = { ...person, id: 'p2', username: 'luis' };
const synced = draftName('p1', 'respuesta.PNT1');
const unsynced = draftName('p1', 'respuesta.PNT2');

function Buttons() {
  const { signOut, signedIn } = useSession();
  return (
    <>
      <button type="button" onClick={() => void signOut().catch(() => {})}>
        sign out
      </button>
      <button type="button" onClick={() => signedIn(other)}>
        sign in as another person
      </button>
    </>
  );
}

async function open() {
  vi.spyOn(api, 'GET').mockImplementation(async () => respond(404));
  const draft = { value: { body: 'texto' }, key: 'k', savedAt: Date.now() };
  writeDraft(localStorage, synced, { ...draft, synced: true });
  writeDraft(localStorage, unsynced, { ...draft, synced: false });
  const client = makeQueryClient();
  client.setQueryData(sessionQuery.queryKey, person);
  render(
    <QueryClientProvider client={client}>
      <SessionProvider>
        <Buttons />
      </SessionProvider>
    </QueryClientProvider>,
  );
  return client;
}

async function expectOnlyUnsynced() {
  await waitFor(() => expect(readDraft(localStorage, synced)).toBeUndefined());
  expect(readDraft(localStorage, unsynced)).toBeDefined();
}

test('signing out removes the drafts that the server has from the device', async () => {
  vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(204));
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'sign out' }));
  await expectOnlyUnsynced();
});

test('signing out saves the open forms first', async () => {
  const calls: string[] = [];
  const close = registerForm(async () => void calls.push('save'));
  vi.spyOn(api, 'DELETE').mockImplementation(async () => {
    calls.push('sign out');
    return respond(204);
  });
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'sign out' }));
  await waitFor(() => expect(calls).toEqual(['save', 'sign out']));
  close();
});

test('if the person signs out in another tab, this tab shows no data and stores no drafts', async () => {
  const client = await open();
  await screen.findByRole('button', { name: 'sign out' });
  const channel = new BroadcastChannel('mesa.signed-out');
  channel.postMessage(other.id);
  channel.postMessage(person.id);
  await expectOnlyUnsynced();
  expect(client.getQueryData(sessionQuery.queryKey)).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
  channel.close();
});

test('a failed sign-out removes no drafts', async () => {
  const remove = vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(500, undefined, {}));
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'sign out' }));
  await waitFor(() => expect(remove).toHaveBeenCalled());
  expect(readDraft(localStorage, synced)).toBeDefined();
});

test('leaving after the session has ended removes the drafts that the server has', async () => {
  const client = await open();
  client.setQueryData(sessionQuery.queryKey, null);
  await userEvent.click(await screen.findByRole('button', { name: 'Salir sin iniciar sesión' }));
  await expectOnlyUnsynced();
});

test('if another person signs in, the drafts of the previous person that the server has are removed', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'sign in as another person' }));
  await expectOnlyUnsynced();
});
