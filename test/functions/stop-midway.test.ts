import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

/** The next call of this method takes longer than any test waits. */
async function holdNext(method: string, milliseconds = 60_000): Promise<void> {
  const response = await fetch(new URL('stand-in/faults', workspace.sheetsUrl), {
    method: 'POST',
    headers: { 'x-stand-in-admin': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'slow', milliseconds, methods: [method], times: 1 }),
  });
  expect(response.status).toBe(200);
}

/** The run has met the held call: from now on others are answered as ever. */
async function whenHeld(): Promise<void> {
  const headers = { 'x-stand-in-admin': '1' };
  await vi.waitFor(
    async () => {
      const response = await fetch(new URL('stand-in/faults', workspace.sheetsUrl), { headers });
      expect(await response.json()).toEqual({ faults: [] });
    },
    { timeout: 30_000 },
  );
}

function call(name: string, email: string, more: object = {}, signal?: AbortSignal): Promise<Response> {
  return fetch(new URL(name, workspace.functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.identityToken(email)}` },
    body: JSON.stringify({ spreadsheetId, ...more }),
    ...(signal === undefined ? {} : { signal }),
  });
}

const log = () => workspace.logged().map((line) => JSON.parse(line) as Record<string, unknown>);

interface Status {
  readonly running: readonly { readonly phase: string; readonly percent: number; readonly mine: boolean }[];
}

const statusFor = async (email: string) => (await (await call('status', email)).json()) as Status;

test('a colleague sees the run under way without its owner’s name, stops it, and nothing was written', async () => {
  const { editor, publisher } = workspace.people;
  await holdNext('sheets.spreadsheets.values.batchGet');
  const running = call('recompute', editor.email);
  await whenHeld();
  const shown = expect.objectContaining({ phase: 'read', percent: 10, elapsedMs: expect.any(Number) });
  expect((await statusFor(editor.email)).running).toEqual([shown]);
  expect((await statusFor(publisher.email)).running.map(({ mine }) => mine)).toEqual([false]);
  expect(await (await call('cancel', publisher.email)).json()).toEqual({ cancelled: 1 });
  const answer = await running;
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'cancelled']);
  expect((await statusFor(editor.email)).running).toEqual([]);
  expect([...(await workspace.editor.tabTitles(spreadsheetId)).keys()]).not.toContain('run-log');
});

test('a caller who leaves stops the work: nothing is written for nobody', async () => {
  const leave = new AbortController();
  await holdNext('sheets.spreadsheets.values.batchGet');
  const left = call('recompute', workspace.people.editor.email, {}, leave.signal).catch(
    (error: unknown) => error,
  );
  const before = log().length;
  await whenHeld();
  leave.abort();
  await left;
  const cancelled = expect.objectContaining({ message: 'recompute', failure: 'cancelled' });
  await vi.waitFor(() => expect(log().slice(before)).toContainEqual(cancelled), { timeout: 30_000 });
  expect([...(await workspace.editor.tabTitles(spreadsheetId)).keys()]).not.toContain('run-log');
});

test('a withdrawal is shown as work that nobody stops, and no cancel counts it as stopped', async () => {
  const { publisher } = workspace.people;
  await holdNext('sheets.spreadsheets.get', 6_000);
  const withdrawing = call('withdraw', publisher.email, { who: 'Sở Nội vụ', why: 'Số liệu sai' });
  await whenHeld();
  const { running } = await statusFor(publisher.email);
  expect(running).toEqual([expect.objectContaining({ mine: true, stoppable: false })]);
  expect(await (await call('cancel', publisher.email)).json()).toEqual({ cancelled: 0 });
  expect(((await (await withdrawing).json()) as { code: string }).code).toBe('nothing-published');
});

test('a look at what this process knows of asks nothing of Google Sheets, not even for the note of a job', async () => {
  const { editor } = workspace.people;
  const fault = { kind: 'refuse', status: 503, methods: ['sheets.*'], rate: 1 };
  const headers = { 'x-stand-in-admin': '1', 'content-type': 'application/json' };
  const faults = new URL('stand-in/faults', workspace.sheetsUrl);
  await fetch(faults, { method: 'POST', headers, body: JSON.stringify(fault) });
  const answer = await call('status', editor.email, { brief: true, onlyHere: true });
  await fetch(faults, { method: 'DELETE', headers });
  expect([answer.status, await answer.json()]).toEqual([200, { running: [] }]);
});
