import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VIOLATIONS } from '../../src/domain/messages/violation-messages.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;
let spreadsheetId: string;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  ({ spreadsheetId } = await workspace.openSample(await readSample(SAMPLE)));
});

afterAll(() => workspace.stop());

interface Called {
  readonly status: number;
  readonly type: string | null;
  readonly body: Record<string, unknown>;
}

async function call(path: string, init: RequestInit = {}): Promise<Called> {
  const authorization = `Bearer ${workspace.identityToken(workspace.people.editor.email)}`;
  const headers = { authorization, 'content-type': 'application/json', ...init.headers };
  const response = await fetch(new URL(path, workspace.functionsUrl), { ...init, headers });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, type: response.headers.get('content-type'), body };
}

function recompute(body: unknown, headers: Record<string, string> = {}): Promise<Called> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return call('recompute', { method: 'POST', body: text, headers });
}

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

test('a recompute answers with its version, fingerprints, groups, issues and exactly four calls', async () => {
  const { status, body } = await recompute({ spreadsheetId });
  expect(status).toBe(200);
  expect(body).toEqual({
    outcome: 'recomputed',
    runId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    version: 2,
    cost: {
      reads: 3,
      writes: 1,
      retries: 0,
      bytesReceived: expect.any(Number),
      bytesSent: expect.any(Number),
      left: { reads: expect.any(Number), writes: expect.any(Number) },
    },
    phases: {
      read: expect.any(Number),
      parse: expect.any(Number),
      score: expect.any(Number),
      render: expect.any(Number),
      write: expect.any(Number),
    },
    resultsChanged: true,
    entries: 'unchanged',
    entriesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    resultsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    issues: { errors: 0, warnings: 0 },
    units: 9,
    ranked: 9,
    incomplete: 0,
    cases: { passed: 0, failed: 0 },
    changes: [],
    groups: [{ id: 'huyen', name: 'Huyện, thị xã, thành phố', ranked: 9, unranked: 0, mean: '78,39' }],
  });
});

test('the same entries give the same fingerprints, and no result cell changes', async () => {
  const ranking = () => workspace.editor.shownValues(spreadsheetId, 'Xếp hạng – Huyện, thị xã, thành phố');
  const first = await recompute({ spreadsheetId });
  const before = await ranking();
  const second = await recompute({ spreadsheetId });
  expect(second.body).toMatchObject({
    resultsChanged: false,
    entriesHash: first.body['entriesHash'],
    resultsHash: first.body['resultsHash'],
  });
  expect(await ranking()).toEqual(before);
});

test('a body that is not JSON is refused with a problem document, not with a page', async () => {
  const { status, type, body } = await recompute('{"spreadsheetId": ');
  expect({ status, type, code: body['code'] }).toEqual({ status: 400, type: PROBLEM_TYPE, code: 'not-json' });
});

test('a body with an unknown field or a malformed id is refused, and every place is named', async () => {
  const { status, body } = await recompute({ spreadsheetId: '../x', force: true });
  expect(status).toBe(400);
  expect(body['code']).toBe('bad-request');
  expect(body['violations']).toEqual([
    {
      field: 'spreadsheetId',
      message: VIOLATIONS.form.vi,
      languages: { vi: VIOLATIONS.form.vi, en: VIOLATIONS.form.en },
    },
    {
      field: '',
      message: 'không có trường force',
      languages: { vi: 'không có trường force', en: 'there is no field force' },
    },
  ]);
});

test('a field of the wrong kind, a missing one and a body that is no object are named in the caller’s words', async () => {
  const english = { 'accept-language': 'en' };
  const [missing, wrong, list] = await Promise.all([
    recompute({}, english),
    recompute({ spreadsheetId: 'abcdefgh', later: 'yes', onBehalfOf: 'nobody' }, english),
    recompute([], english),
  ]);
  const told = ({ body }: Called) =>
    (body['violations'] as { field: string; message: string }[]).map(({ field, message }) => [
      field,
      message,
    ]);
  expect([missing, wrong, list].map(told)).toEqual([
    [['spreadsheetId', 'is needed']],
    [
      ['later', 'must be true or false'],
      ['onBehalfOf', 'must be an e-mail address'],
    ],
    [['', 'the body must be a JSON object']],
  ]);
});

test('a refusal speaks the caller’s language and carries both', async () => {
  const english = await recompute({}, { 'accept-language': 'en-GB,en;q=0.9' });
  const vietnamese = await recompute({}, { 'accept-language': 'vi-VN' });
  expect([english.body['title'], vietnamese.body['title']]).toEqual([
    'The request is not valid',
    'Yêu cầu không hợp lệ',
  ]);
  expect(english.body['languages']).toEqual(vietnamese.body['languages']);
});

test('an unknown workbook and one that is not shared look the same', async () => {
  const unshared = await workspace.editor.createSpreadsheet('riêng', 'Trang 1');
  const [unknown, hidden] = await Promise.all([
    recompute({ spreadsheetId: '1AbCdEfGhIjKlMnOpQrStUvWxYz' }),
    recompute({ spreadsheetId: unshared }),
  ]);
  const withoutRun = ({ status, body }: Called) => ({ status, body: { ...body, runId: '' } });
  expect(withoutRun(hidden)).toEqual(withoutRun(unknown));
  expect(unknown).toMatchObject({ status: 404, type: PROBLEM_TYPE, body: { code: 'not-found' } });
});

test('only POST computes; unknown paths are refused; health needs no Google', async () => {
  const [get, unknown, health] = await Promise.all([call('recompute'), call('nothing'), call('health')]);
  expect([get.status, get.body['code']]).toEqual([405, 'method-not-allowed']);
  expect([unknown.status, unknown.body['code']]).toEqual([404, 'unknown-function']);
  expect([health.status, health.body]).toEqual([200, { status: 'ok' }]);
});

test('a chunked body beyond 64 KB is refused too, although its length is never said', async () => {
  const chunks = ReadableStream.from(
    Array.from({ length: 10 }, () => new TextEncoder().encode('x'.repeat(10_000))),
  );
  const init = { method: 'POST', body: chunks, duplex: 'half' } as unknown as RequestInit;
  const { status, type, body } = await call('recompute', init);
  expect({ status, type, code: body['code'] }).toEqual({
    status: 413,
    type: PROBLEM_TYPE,
    code: 'body-too-large',
  });
});

test('a body beyond 64 KB is refused before it is read', async () => {
  const { status, body } = await recompute({ spreadsheetId: 'x'.repeat(70_000) });
  expect([status, body['code']]).toEqual([413, 'body-too-large']);
});
