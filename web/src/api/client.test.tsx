import { afterEach, expect, test } from 'vitest';
import { actAs, api } from './client';
import { removeSessionHint } from './hint';

afterEach(() => {
  actAs(undefined);
  removeSessionHint();
});

test('while another person is signed in, a page can sign in but not write or sign out', async () => {
  const sent: string[] = [];
  const fetch = async (request: Request) => {
    sent.push(request.method);
    return new Response(null, { status: 204 });
  };
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not available in every browser
  document.cookie = 'signed-in=p2; Path=/';
  actAs('p1');
  const options = { fetch, baseUrl: 'https://mesa.example/api' };
  expect((await api.DELETE('/session', options)).response.status).toBe(401);
  expect((await api.PATCH('/session', { ...options, body: { idleFor: 0 } })).response.status).toBe(401);
  await api.POST('/session', { ...options, body: { username: 'ana', password: 'x' } });
  actAs('p2');
  await api.DELETE('/session', options);
  expect(sent).toEqual(['POST', 'DELETE']);
});
