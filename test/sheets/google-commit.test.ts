import { afterEach, expect, test } from 'vitest';
import { versionNoteId } from '../../src/domain/version.ts';
import type { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { Patience } from '../../src/sheets/retry-policy.ts';
import { makeFakeClock } from './fake-clock.ts';
import type { Answer, RecordingServer } from './recording-server.ts';
import { errorAnswer, held, isCommit, openScripted, type Script } from './scripted-google.ts';

const commit = { version: 5, runId: 'run-5', changes: [] } as const;
const duplicate = errorAnswer(
  400,
  'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [1] because developer metadata with that ID already exists.',
);

let server: RecordingServer;

afterEach(() => server.close());

async function openWith(script: Script, patience: Partial<Patience> = {}): Promise<GoogleSpreadsheet> {
  const scripted = await openScripted(script, patience);
  server = scripted.server;
  return scripted.port;
}

test('a commit is one batch with its claim first, and its guard is read back', async () => {
  const port = await openWith((request) => (isCommit(request) ? { status: 200, body: {} } : held('run-5')));
  await port.readStructure();
  expect(await port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v4/spreadsheets/the-id',
    'POST /v4/spreadsheets/the-id:batchUpdate',
    `GET /v4/spreadsheets/the-id/developerMetadata/${versionNoteId(5)}`,
  ]);
  const sent = server.requests[1]?.body ?? '';
  expect(JSON.parse(sent)).toEqual({
    requests: [
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: versionNoteId(5),
            metadataKey: 'par.version',
            metadataValue: 'run-5',
            location: { spreadsheet: true },
            visibility: 'DOCUMENT',
          },
        },
      },
    ],
  });
  expect(port.cost()).toMatchObject({ reads: 2, writes: 1, retries: 0, bytesSent: Buffer.byteLength(sent) });
});

test('a commit whose version another run holds is superseded', async () => {
  const port = await openWith((request) => (isCommit(request) ? duplicate : held('run-of-another')));
  await port.readStructure();
  expect(await port.commit(commit)).toEqual({ kind: 'superseded', version: 5 });
});

test('a name that is taken although no read tells of it is left out: it is no reason not to write', async () => {
  const taken = errorAnswer(
    400,
    'Invalid requests[1].addNamedRange: Cannot add named range with name: par_summary, a named range with that name already exists.',
  );
  const port = await openWith((request) => {
    if (!isCommit(request)) return held('run-5');
    return request.body.includes('addNamedRange') ? taken : { status: 200, body: {} };
  });
  await port.readStructure();
  const changes = [
    { kind: 'name-tab', sheetId: 9, name: 'par_summary' },
    { kind: 'set-metadata', sheetId: 9, key: 'par.tab', value: 'summary' },
  ] as const;
  expect(await port.commit({ ...commit, changes })).toEqual({ kind: 'committed', version: 5 });
  const sent = server.requests.filter(isCommit).map(({ body }) => JSON.parse(body).requests.map(Object.keys));
  expect(sent).toEqual([
    [['createDeveloperMetadata'], ['addNamedRange'], ['createDeveloperMetadata']],
    [['createDeveloperMetadata'], ['createDeveloperMetadata']],
  ]);
});

test.each<{ name: string; first: Answer }>([
  { name: 'answered with 503', first: errorAnswer(503, 'The service is currently unavailable.') },
  { name: 'cut off', first: 'cut' },
])('a commit that was applied but $name is not sent again', async ({ first }) => {
  const port = await openWith((request) => (isCommit(request) ? first : held('run-5')));
  await port.readStructure();
  expect(await port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  expect(server.requests.filter(isCommit)).toHaveLength(1);
});

test.each<{ name: string; first: Answer }>([
  { name: 'answered with 503', first: errorAnswer(503, 'The service is currently unavailable.') },
  { name: 'cut off', first: 'cut' },
  { name: 'refused by the quota', first: errorAnswer(429, 'Quota exceeded') },
])('a commit that was not applied and $name is sent again, word for word', async ({ first }) => {
  let applied = false;
  let tries = 0;
  const port = await openWith((request) => {
    if (!isCommit(request))
      return applied ? held('run-5') : errorAnswer(404, 'Requested entity was not found.');
    tries += 1;
    applied = tries === 2;
    return applied ? { status: 200, body: {} } : first;
  });
  await port.readStructure();
  expect(await port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  const [one, two] = server.requests.filter(isCommit);
  expect([port.cost().writes, port.cost().retries, two?.body]).toEqual([2, 1, one?.body]);
});

test('a commit without an answer within the time of a try is looked up before it is repeated', async () => {
  const clock = makeFakeClock();
  const port = await openWith(
    (request) => {
      if (!isCommit(request)) return held('run-5');
      setImmediate(clock.ringAlarms);
      return 'silence';
    },
    { clock },
  );
  await port.readStructure();
  expect(await port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  expect([clock.slept, server.requests.filter(isCommit).length]).toEqual([[90_000], 1]);
});

test('a commit that the caller gives up while it is under way is told as unknown', async () => {
  const stop = new AbortController();
  const port = await openWith(
    () => {
      stop.abort();
      return 'silence';
    },
    { signal: stop.signal },
  );
  await port.readStructure();
  await expect(port.commit(commit)).rejects.toMatchObject({ failure: { kind: 'unknown-outcome' } });
});

test('a commit without a structure to stand on is a bug of the caller', async () => {
  const port = await openWith(() => errorAnswer(500, ''));
  await expect(port.commit(commit)).rejects.toThrow('read it first');
});

test('a quota that stays used up is told with its limit and the time to come back in the workbook’s zone', async () => {
  const limited = {
    code: 429,
    message:
      "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'",
  };
  const port = await openWith(() => ({ status: 429, body: { error: limited } }), { maxTries: 2 });
  await port.readStructure();
  await expect(port.commit(commit)).rejects.toMatchObject({
    failure: { kind: 'rate-limited', quota: 'writes', perMinute: 60, retryAt: '05:15' },
  });
});

test('a commit that is sent long after its read looks at the newest version again first', async () => {
  const clock = makeFakeClock();
  const port = await openWith((request) => (isCommit(request) ? { status: 200, body: {} } : held('run-5')), {
    clock,
  });
  await port.readStructure();
  await clock.sleep(20_001);
  expect(await port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'GET']);
  await clock.sleep(20_001);
  expect(await port.commit({ ...commit, version: 4, runId: 'late' })).toEqual({
    kind: 'superseded',
    version: 4,
  });
  expect(server.requests.filter(isCommit)).toHaveLength(1);
});

test('a commit that waited too long for its turn is looked at again instead of being sent', async () => {
  const clock = makeFakeClock();
  const scripted = await openScripted(
    (request) => (isCommit(request) ? { status: 200, body: {} } : held('run-5')),
    {
      clock,
    },
  );
  server = scripted.server;
  await scripted.port.readStructure();
  for (let booked = 0; booked < 120; booked += 1) scripted.connection.traffic.book('write', clock.now());
  expect(await scripted.port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  expect([server.requests.map(({ method }) => method), clock.slept]).toEqual([
    ['GET', 'GET', 'POST', 'GET'],
    [120_000, 0],
  ]);
});
