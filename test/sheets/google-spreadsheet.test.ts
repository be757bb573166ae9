import { OAuth2Client } from 'googleapis-common';
import { afterEach, expect, test } from 'vitest';
import { versionNoteId } from '../../src/domain/version.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { Patience } from '../../src/sheets/retry-policy.ts';
import { aSheet } from './builders.ts';
import { makeFakeClock } from './fake-clock.ts';
import {
  type Answer,
  type Recorded,
  type RecordingServer,
  startRecordingServer,
} from './recording-server.ts';

const TOKEN = 'a-secret-token';
const STRUCTURE = {
  properties: { title: 'Sổ điều hành', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
  sheets: [
    { properties: { title: 'Đơn vị', gridProperties: { rowCount: 50, columnCount: 4 } } },
    {
      properties: {
        sheetId: 9,
        title: "Điểm 'số'",
        hidden: true,
        gridProperties: { rowCount: 7, columnCount: 28 },
      },
      developerMetadata: [{ metadataId: 3, metadataKey: 'par.tab', metadataValue: 'scores' }],
    },
    { properties: { sheetId: 10, title: 'Biểu đồ' } },
  ],
  developerMetadata: [{ metadataId: versionNoteId(4), metadataKey: 'par.version', metadataValue: 'run-4' }],
  namedRanges: [{ name: 'par_units', range: {} }],
};

let server: RecordingServer;

afterEach(() => server.close());

/** Answers reads of the structure; everything else by the given script. */
async function openWith(
  script: (request: Recorded, count: number) => Answer,
  patience: Partial<Patience> = {},
) {
  let others = 0;
  server = await startRecordingServer((request) => {
    if (request.path === '/v4/spreadsheets/the-id') return { status: 200, body: STRUCTURE };
    others += 1;
    return script(request, others);
  });
  return open(patience);
}

function open(patience: Partial<Patience> = {}): GoogleSpreadsheet {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: TOKEN });
  const connection = connectGoogle({ auth, rootUrl: server.rootUrl });
  return new GoogleSpreadsheet({
    connection,
    spreadsheetId: 'the-id',
    patience: { clock: makeFakeClock(), random: () => 0, ...patience },
  });
}

const commit = { version: 5, runId: 'run-5', changes: [] } as const;
const held = (runId: string): Answer => ({ status: 200, body: { metadataValue: runId } });
const error = (status: number, message: string): Answer => ({
  status,
  body: { error: { code: status, message } },
});
const duplicate = error(
  400,
  'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [1] because developer metadata with that ID already exists.',
);
const isCommit = ({ path }: Recorded): boolean => path.endsWith(':batchUpdate');

test('the structure is read in one call without cells, with what Google leaves out filled in', async () => {
  const port = await openWith(() => error(500, ''));
  expect(await port.readStructure()).toEqual({
    title: 'Sổ điều hành',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    sheets: [
      { sheetId: 0, title: 'Đơn vị', hidden: false, rowCount: 50, columnCount: 4, metadata: [] },
      {
        sheetId: 9,
        title: "Điểm 'số'",
        hidden: true,
        rowCount: 7,
        columnCount: 28,
        metadata: [{ id: 3, key: 'par.tab', value: 'scores' }],
      },
      { sheetId: 10, title: 'Biểu đồ', hidden: false, rowCount: 0, columnCount: 0, metadata: [] },
    ],
    namedRanges: [{ name: 'par_units', sheetId: 0 }],
    metadata: [{ id: versionNoteId(4), key: 'par.version', value: 'run-4' }],
  });
  const [request] = server.requests;
  expect({ ...Object.fromEntries(request?.query ?? []), gzip: request?.headers['accept-encoding'] }).toEqual({
    prettyPrint: 'false',
    gzip: 'gzip',
    fields:
      'properties(title,locale,timeZone),sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount)),developerMetadata(metadataId,metadataKey,metadataValue)),developerMetadata(metadataId,metadataKey,metadataValue),namedRanges(name,range(sheetId))',
  });
});

test('all tabs are read in one call by value, with quoted titles and the size of each grid', async () => {
  const valueRanges = [{ values: [['Mã', '', 'Tên'], [], [1, true, '#N/A']] }, {}];
  const port = await openWith(() => ({ status: 200, body: { valueRanges } }));
  const { sheets } = await port.readStructure();
  const grids = await port.readGrids(sheets);
  expect([...grids]).toEqual([
    [0, [['Mã', null, 'Tên'], [], [1, true, '#N/A']]],
    [9, []],
    [10, []],
  ]);
  const query = server.requests[1]?.query;
  expect({ ...Object.fromEntries(query ?? []), ranges: query?.getAll('ranges') }).toEqual({
    ranges: ["'Đơn vị'!A1:D50", "'Điểm ''số'''!A1:AB7"],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    prettyPrint: 'false',
    fields: 'valueRanges(values)',
  });
  expect(port.cost()).toMatchObject({ reads: 2, writes: 0, retries: 0, bytesSent: 0 });
});

test('tabs without cells cost no call', async () => {
  const port = await openWith(() => error(500, ''));
  const grids = await port.readGrids([aSheet({ sheetId: 10, rowCount: 0, columnCount: 0 })]);
  expect([[...grids], server.requests.length]).toEqual([[[10, []]], 0]);
});

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

test.each<{ name: string; first: Answer }>([
  { name: 'answered with 503', first: error(503, 'The service is currently unavailable.') },
  { name: 'cut off', first: 'cut' },
])('a commit that was applied but $name is not sent again', async ({ first }) => {
  const port = await openWith((request) => (isCommit(request) ? first : held('run-5')));
  await port.readStructure();
  expect(await port.commit(commit)).toEqual({ kind: 'committed', version: 5 });
  expect(server.requests.filter(isCommit)).toHaveLength(1);
});

test.each<{ name: string; first: Answer }>([
  { name: 'answered with 503', first: error(503, 'The service is currently unavailable.') },
  { name: 'cut off', first: 'cut' },
  { name: 'refused by the quota', first: error(429, 'Quota exceeded') },
])('a commit that was not applied and $name is sent again, word for word', async ({ first }) => {
  let applied = false;
  let tries = 0;
  const port = await openWith((request) => {
    if (!isCommit(request)) return applied ? held('run-5') : error(404, 'Requested entity was not found.');
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

test('a read that the caller gives up is told as cancelled and reaches the socket', async () => {
  const stop = new AbortController();
  const port = await openWith(
    () => {
      stop.abort();
      return 'silence';
    },
    { signal: stop.signal },
  );
  await expect(port.readGrids([aSheet()])).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
});

test('reads are repeated through 503, 429, 500 and cut connections', async () => {
  const answers: Answer[] = [error(503, ''), error(429, ''), error(500, ''), 'cut'];
  const port = await openWith(
    (_, count) => answers[count - 1] ?? { status: 200, body: { valueRanges: [{}] } },
  );
  expect([...(await port.readGrids([aSheet()]))]).toEqual([[0, []]]);
  expect(port.cost()).toMatchObject({ reads: 5, retries: 4 });
});

test('Retry-After is waited for in full', async () => {
  const clock = makeFakeClock();
  const limited: Answer = { ...(error(429, '') as object), status: 429, headers: { 'retry-after': '7' } };
  const port = await openWith(
    (_, count) => (count === 1 ? limited : { status: 200, body: { valueRanges: [{}] } }),
    { clock },
  );
  await port.readGrids([aSheet()]);
  expect(clock.slept).toEqual([7000]);
});

test('no error carries the access token, whatever Google answered', async () => {
  const port = await openWith(() => error(403, 'The caller does not have permission'));
  const failure = await port.readGrids([aSheet()]).catch((thrown: unknown) => thrown);
  const shown = JSON.stringify([
    failure,
    String(failure),
    (failure as Error).stack,
    (failure as Error).cause,
  ]);
  expect(failure).toMatchObject({
    name: 'SpreadsheetError',
    failure: { kind: 'forbidden', reason: 'not-shared' },
  });
  expect(shown).not.toContain(TOKEN);
});

test('a server that is not there is told as unavailable once patience ends', async () => {
  const port = await openWith(() => error(500, ''), { maxTries: 3 });
  await server.close();
  await expect(port.readStructure()).rejects.toMatchObject({ failure: { kind: 'unavailable' } });
  expect(port.cost()).toMatchObject({ reads: 3, retries: 2 });
});

test('a commit without a structure to stand on is a bug of the caller', async () => {
  const port = await openWith(() => error(500, ''));
  await expect(port.commit(commit)).rejects.toThrow('read it first');
});
