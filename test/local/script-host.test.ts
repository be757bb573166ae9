import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startScriptHost } from '../../src/local/script-host/script-host.ts';

test('a fetch without an answer ends as at Apps Script: the script goes on and learns it', async () => {
  const silent = createServer(() => undefined);
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const host = startScriptHost({
    code: `function ask() { try { UrlFetchApp.fetch('${address}', {}); } catch (error) { return String(error); } }`,
    sheetsUrl: address,
    spreadsheetId: 'none',
    accessToken: '',
    identityToken: () => '',
    show: () => undefined,
    properties: new Map(),
    fetchLimitMs: 100,
  });
  expect(await host.run({ functionName: 'ask' })).toMatch(/timeout/i);
  await host.stop();
  silent.closeAllConnections();
  silent.close();
});
