import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clock, systemClock } from '../../src/sheets/clock.ts';
import { makeReadPermissions } from '../../src/sheets/drive-permissions.ts';
import { GoogleFile } from '../../src/sheets/file/google-file.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle, type GoogleConnection } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { Patience } from '../../src/sheets/retry-policy.ts';
import { CALLS_AT_ONCE } from '../../src/sheets/slots.ts';

const auth = bearerAuth(async () => ({ accessToken: 'token', expiresAt: Date.now() + 3_600_000 }));
const ANSWER = JSON.stringify({ properties: {}, sheets: [], permissions: [], metadataValue: 'run' });

let server: Server;
let connection: GoogleConnection;
let rootUrl: string;
/** Sockets that are open, the most that ever were, and how many were opened in all. */
let open: Set<Socket>;
let most: number;
let opened: number;
/** What becomes of a request; answered a little later, so that calls meet one another. */
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  [open, most, opened] = [new Set(), 0, 0];
  answer = (response) => void delay(5).then(() => response.end(ANSWER));
  server = createServer((request, response) => {
    request.resume().on('end', () => answer(response));
  });
  server.on('connection', (socket) => {
    open.add(socket);
    [most, opened] = [Math.max(most, open.size), opened + 1];
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  connection = connectGoogle({ auth, rootUrl });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function times(count: number, work: (index: number) => Promise<unknown>): Promise<readonly unknown[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)));
}

function openRun(index: number, patience: Partial<Patience> = {}): GoogleSpreadsheet {
  return new GoogleSpreadsheet({ connection, spreadsheetId: `workbook-${index}`, patience });
}

test('sixty runs at once share eight sockets, which stay open for the next ones', async () => {
  await times(60, (index) => openRun(index).readStructure());
  expect([most, opened]).toEqual([CALLS_AT_ONCE, CALLS_AT_ONCE]);
  await times(60, (index) => openRun(index).readStructure());
  expect([most, opened]).toEqual([CALLS_AT_ONCE, CALLS_AT_ONCE]);
});

test('runs and files that are published share the same eight', async () => {
  await times(30, (index) =>
    index % 2 === 0
      ? openRun(index).readStructure()
      : new GoogleFile({ connection, fileId: `file-${index}` }).shares(),
  );
  expect(most).toBe(CALLS_AT_ONCE);
});

test('forty people who click at once are looked up over eight sockets', async () => {
  const readPermissions = makeReadPermissions({ auth, rootUrl });
  await times(40, (index) => readPermissions(`file-${index}`));
  expect(most).toBe(CALLS_AT_ONCE);
});

/** Sockets that requests came over which are never answered. Node opens others in their place, which carry nothing. */
function holdAll(): ReadonlySet<Socket> {
  const held = new Set<Socket>();
  answer = ({ socket }) => {
    if (socket !== null) held.add(socket);
  };
  return held;
}

async function whenHeld(held: ReadonlySet<Socket>, count: number): Promise<void> {
  await vi.waitFor(() => expect(held.size).toBe(count), { timeout: 30_000 });
}

async function whenGone(held: ReadonlySet<Socket>): Promise<void> {
  await vi.waitFor(() => expect([...held].filter((socket) => open.has(socket))).toEqual([]), {
    timeout: 30_000,
  });
}

test('a caller who leaves closes the sockets of the reads under way, and calls that wait are never sent', async () => {
  const held = holdAll();
  const stops = Array.from({ length: 12 }, () => new AbortController());
  const ended = Promise.allSettled(
    stops.map(({ signal }, index) => openRun(index, { signal }).readStructure()),
  );
  await whenHeld(held, CALLS_AT_ONCE);
  for (const stop of stops) stop.abort();
  const told = (await ended).map((each) => each.status === 'rejected' && each.reason.failure.kind);
  expect(told).toEqual(stops.map(() => 'cancelled'));
  await whenGone(held);
  expect(held.size).toBe(CALLS_AT_ONCE);
});

test('a caller who leaves closes the socket of a write under way', async () => {
  const stop = new AbortController();
  const held = holdAll();
  const written = openRun(1, { signal: stop.signal }).writeNote({ id: 7, key: 'k', value: 'v' });
  const settled = expect(written).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
  await whenHeld(held, 1);
  stop.abort();
  await settled;
  await whenGone(held);
});

test.each([
  { what: 'its time', tryTimeoutMs: 700, deadline: 1_000 },
  { what: 'its caller waits', tryTimeoutMs: 90_000, deadline: 700 },
])('a call that takes longer than $what closes its socket', async ({ tryTimeoutMs, deadline }) => {
  const held = holdAll();
  const rings = new Map<number, () => void>();
  const setAlarm: Clock['setAlarm'] = (milliseconds, ring) => {
    rings.set(milliseconds, ring);
    return () => undefined;
  };
  const clock: Clock = { ...systemClock, now: () => 0, setAlarm };
  const patience = { clock, deadline, maxTries: 1 };
  const run = new GoogleSpreadsheet({ connection, spreadsheetId: 'slow', tryTimeoutMs, patience });
  const settled = expect(run.readStructure()).rejects.toMatchObject({ failure: { kind: 'unavailable' } });
  await whenHeld(held, 1);
  rings.get(700)?.();
  await settled;
  await whenGone(held);
});
