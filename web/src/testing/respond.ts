/** Returns the result of a mocked call of the API: `vi.spyOn(api, 'GET').mockImplementation(async () => respond(404))`. */
export function respond(status: number, data?: unknown, error?: unknown) {
  return { data, error, response: new Response(null, { status }) } as never;
}
