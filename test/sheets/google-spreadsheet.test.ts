import { afterEach, expect, test, vi } from 'vitest';
import { versionNoteId } from '../../src/domain/version.ts';
import type { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import { NO_FEATURES } from '../../src/sheets/layout/sheet-features.ts';
import type { Patience } from '../../src/sheets/retry-policy.ts';
import { aSheet } from './builders.ts';
import { makeFakeClock } from './fake-clock.ts';
import type { Answer, RecordingServer } from './recording-server.ts';
import { errorAnswer, openScripted, type Script, TOKEN } from './scripted-google.ts';

let server: RecordingServer;

afterEach(() => server.close());

async function openWith(script: Script, patience: Partial<Patience> = {}): Promise<GoogleSpreadsheet> {
  const scripted = await openScripted(script, patience);
  server = scripted.server;
  return scripted.port;
}

test('the structure is read in one call without cells, with what Google leaves out filled in', async () => {
  const port = await openWith(() => errorAnswer(500, ''));
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
    namedRanges: [
      { name: 'par_units', sheetId: 0 },
      { name: 'par_gone', sheetId: -1 },
    ],
    metadata: [{ id: versionNoteId(4), key: 'par.version', value: 'run-4' }],
    features: new Map([0, 9, 10].map((sheetId) => [sheetId, NO_FEATURES])),
  });
  const [request] = server.requests;
  expect({ ...Object.fromEntries(request?.query ?? []), gzip: request?.headers['accept-encoding'] }).toEqual({
    prettyPrint: 'false',
    gzip: 'gzip',
    fields:
      'properties(title,locale,timeZone),sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount)),developerMetadata(metadataId,metadataKey,metadataValue),charts(chartId),conditionalFormats(ranges,gradientRule(minpoint(type))),protectedRanges(protectedRangeId,range,editors(users)),basicFilter(range,criteria,filterSpecs)),developerMetadata(metadataId,metadataKey,metadataValue),namedRanges(name,range(sheetId)),spreadsheetUrl',
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
    ranges: ["'Đơn vị'", "'Điểm ''số'''"],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    prettyPrint: 'false',
    fields: 'valueRanges(values)',
  });
  const left = { reads: 58, writes: 60 };
  expect(port.cost()).toMatchObject({ reads: 2, writes: 0, retries: 0, bytesSent: 0, left });
});

test('tabs without cells cost no call', async () => {
  const port = await openWith(() => errorAnswer(500, ''));
  const grids = await port.readGrids([aSheet({ sheetId: 10, rowCount: 0, columnCount: 0 })]);
  expect([[...grids], server.requests.length]).toEqual([[[10, []]], 0]);
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
  await vi.waitFor(() => expect(server.abandoned()).toBe(1), { timeout: 30_000 });
});

test('reads are repeated through 503, 429, 500 and cut connections', async () => {
  const answers: Answer[] = [errorAnswer(503, ''), errorAnswer(429, ''), errorAnswer(500, ''), 'cut'];
  const port = await openWith(
    (_, count) => answers[count - 1] ?? { status: 200, body: { valueRanges: [{}] } },
  );
  expect([...(await port.readGrids([aSheet()]))]).toEqual([[0, []]]);
  expect(port.cost()).toMatchObject({ reads: 5, retries: 4 });
});

test('Retry-After is waited for in full', async () => {
  const clock = makeFakeClock();
  const limited: Answer = {
    ...(errorAnswer(429, '') as object),
    status: 429,
    headers: { 'retry-after': '7' },
  };
  const port = await openWith(
    (_, count) => (count === 1 ? limited : { status: 200, body: { valueRanges: [{}] } }),
    { clock },
  );
  await port.readGrids([aSheet()]);
  expect(clock.slept).toEqual([7000]);
});

test('no error carries the access token, whatever Google answered', async () => {
  const port = await openWith(() => errorAnswer(403, 'The caller does not have permission'));
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
  const port = await openWith(() => errorAnswer(500, ''), { maxTries: 3 });
  await server.close();
  await expect(port.readStructure()).rejects.toMatchObject({ failure: { kind: 'unavailable' } });
  expect(port.cost()).toMatchObject({ reads: 3, retries: 2 });
});

test('a call that would begin after the deadline is not made, and blames no limit of Google’s', async () => {
  const clock = makeFakeClock();
  const port = await openWith(() => errorAnswer(500, ''), { clock, deadline: clock.now() });
  await expect(port.readStructure()).rejects.toMatchObject({ failure: { kind: 'unavailable' } });
  expect(server.requests).toEqual([]);
});

test('a run whose deadline comes before the next free place says so without asking Google', async () => {
  const clock = makeFakeClock();
  const port = await openWith(() => errorAnswer(500, ''), { clock, deadline: clock.now() + 30_000 });
  await Promise.all(Array.from({ length: 60 }, () => port.readStructure()));
  await expect(port.readStructure()).rejects.toMatchObject({
    failure: { kind: 'rate-limited', quota: 'reads', perMinute: 60 },
  });
  expect(server.requests).toHaveLength(60);
});
