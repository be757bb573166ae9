import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OAuth2Client } from 'googleapis-common';
import { afterEach, expect, test } from 'vitest';
import type { Caller } from '../../functions/access/caller.ts';
import { makeCheck } from '../../functions/check.ts';
import { QUEUE_WAITS_MS } from '../../functions/out-of-time.ts';
import type { CallPatience } from '../../functions/perform.ts';
import { makeRunningRuns } from '../../functions/running-runs.ts';
import { type Surroundings, serveFunction } from '../../functions/serve-function.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import { makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An account whose reads of this minute are used up; nothing listens at the address. */
function exhausted() {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  const connection = connectGoogle({ auth, rootUrl: 'http://127.0.0.1:9/', limits: { read: 60, write: 60 } });
  for (let read = 0; read < 60; read += 1) connection.traffic.book('read', Date.now());
  return connection;
}

interface Asked {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly patience: CallPatience | undefined;
  readonly before: number;
}

async function ask(caller: Caller, open: Surroundings['openSpreadsheet'], person = 55_000): Promise<Asked> {
  let patience: CallPatience | undefined;
  const surroundings: Surroundings = {
    openSpreadsheet: (spreadsheetId, given) => {
      patience = given;
      return open(spreadsheetId, given);
    },
    answersWithin: { person, service: QUEUE_WAITS_MS },
    serviceAccount: 'robot@par-index.test',
    authenticate: async () => ({ ok: true, caller }),
    authorise: async () => ({ ok: true }),
    rateLimit: () => undefined,
    runs: makeRunningRuns(),
    log: () => undefined,
  };
  const serve = serveFunction(makeCheck(), surroundings);
  const server = createServer((request, response) => {
    const asExpress = {
      get: (name: string) => request.headers[name],
      body: JSON.stringify({ spreadsheetId: 'a-spreadsheet-of-the-province' }),
    };
    void serve(Object.assign(request, asExpress) as never, response as never);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const before = Date.now();
  const { port } = server.address() as AddressInfo;
  const headers = { 'accept-language': 'en' };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, patience, before };
}

function waitOf({ patience, before }: Asked): number {
  return Math.round(((patience?.deadline ?? 0) - before) / 5_000) * 5;
}

test('when Google’s minute is used up for longer than a person waits, the answer says so at once, and when to come back', async () => {
  const connection = exhausted();
  const asked = await ask(
    { kind: 'person', email: 'an@tinh.gov.vn' },
    (spreadsheetId, patience) => new GoogleSpreadsheet({ connection, spreadsheetId, patience }),
  );
  expect([waitOf(asked), asked.status, asked.body['detail']]).toEqual([
    55,
    429,
    expect.stringMatching(/^Google’s limit of 60 reads a minute was reached\. Try again at \d\d:\d\d\.$/),
  ]);
});

test('the queue is given ten minutes', async () => {
  const asked = await ask({ kind: 'service', email: 'queue@par-index.test' }, () => {
    const { open } = makeMemorySpreadsheet({ tabs: [] });
    return open();
  });
  expect(waitOf(asked)).toBe(590);
});

/** Google at an address where every call is taken and none is answered. */
async function silent() {
  const server = createServer(() => undefined);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  return connectGoogle({ auth, rootUrl: `http://127.0.0.1:${port}/` });
}

test('what takes longer than a person waits ends before they stop waiting, with a code of its own', async () => {
  const connection = await silent();
  const asked = await ask(
    { kind: 'person', email: 'an@tinh.gov.vn' },
    (spreadsheetId, patience) => new GoogleSpreadsheet({ connection, spreadsheetId, patience }),
    200,
  );
  expect([asked.status, asked.body['code']]).toEqual([503, 'took-too-long']);
});

test('Google that is out of order before the time is over is told as Google', async () => {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  const connection = connectGoogle({ auth, rootUrl: 'http://127.0.0.1:9/' });
  const asked = await ask(
    { kind: 'person', email: 'an@tinh.gov.vn' },
    (spreadsheetId, patience) =>
      new GoogleSpreadsheet({ connection, spreadsheetId, patience: { ...patience, maxTries: 1 } }),
  );
  expect([asked.status, asked.body['code']]).toEqual([503, 'unavailable']);
});
