import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeServer } from '../../functions/server.ts';

const server = makeServer([]);
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

test('a connection is kept for four minutes: none is closed in the hand of a client that is busy for some seconds', async () => {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  expect(response.headers.get('keep-alive')).toBe('timeout=240');
  expect(await response.json()).toEqual({ status: 'ok' });
});
