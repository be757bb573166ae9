import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { JOB_NOTE_ID, jobMetadata } from '../../src/domain/job-note.ts';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import type { Shown } from '../../src/local/script-host/fakes/protocol.ts';
import { bundleMenu, type MenuSession, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { appraisedMark } from './mark-cell.ts';
import type { Sidebar } from './sidebar.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

let workspace: Workspace;
let code: string;
let workbooks = 0;
const sessions: MenuSession[] = [];

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  code = await bundleMenu(workspace.functionsUrl);
});

afterAll(() => workspace.stop());

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
});

async function newWorkbook(): Promise<string> {
  workbooks += 1;
  const sample = await readSample(SAMPLE);
  const named = { ...sample, title: `${sample.title} ${workbooks}` };
  return (await workspace.openSample(named)).spreadsheetId;
}

/** The menu of a workbook whose last recompute took longer than a click can wait for. */
function open(person: Account, spreadsheetId: string, language: Language = 'vi'): MenuSession {
  const properties = new Map([
    ['par.language', language],
    ['par.last-ms', '60000'],
  ]);
  const session = startMenuSession({ workspace, spreadsheetId, person, code, properties });
  sessions.push(session);
  return session;
}

const poll = async (session: MenuSession) => (await session.run({ functionName: 'pollStatus' })) as Sidebar;
/** The button of the sidebar, as it stands. */
const cancel = async (session: MenuSession) =>
  session.run({ functionName: 'cancelRun', argument: (await poll(session)).runId });
const toasts = (shown: readonly Shown[]) => shown.flatMap((what) => (what.kind === 'toast' ? what.text : []));
const tabs = async (id: string) => [...(await workspace.editor.tabTitles(id)).keys()];
const log = async (id: string) => (await workspace.editor.shownValues(id, 'Nhật ký')).slice(5);

/** What the sidebar shows once nothing is under way any more. */
async function whenIdle(session: MenuSession): Promise<Sidebar> {
  return vi.waitFor(
    async () => {
      const state = await poll(session);
      expect(state.isRunning).toBe(false);
      return state;
    },
    { timeout: 30_000, interval: 200 },
  );
}

const ADMIN = { 'x-stand-in-admin': '1', 'content-type': 'application/json' };

async function fault(method: 'POST' | 'DELETE', body?: object): Promise<void> {
  const url = new URL('stand-in/faults', workspace.sheetsUrl);
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  expect((await fetch(url, { method, headers: ADMIN, ...sent })).status).toBe(200);
}

/** The next reading of cells takes longer than any test waits. */
async function holdNextRead(): Promise<void> {
  const methods = ['sheets.spreadsheets.values.batchGet'];
  await fault('POST', { kind: 'slow', milliseconds: 60_000, methods, times: 1 });
}

/** The job has met the held call: from now on others are answered as ever. */
async function whenHeld(): Promise<void> {
  await vi.waitFor(
    async () => {
      const response = await fetch(new URL('stand-in/faults', workspace.sheetsUrl), { headers: ADMIN });
      expect(await response.json()).toEqual({ faults: [] });
    },
    { timeout: 30_000 },
  );
}

interface JobOnWorkbook {
  readonly id: number;
  readonly job: unknown;
}

/** The notes about jobs, as they stand in the document. */
async function jobNotes(spreadsheetId: string): Promise<readonly JobOnWorkbook[]> {
  const url = new URL(
    `v4/spreadsheets/${spreadsheetId}?fields=developerMetadata(metadataId,metadataKey,metadataValue)`,
    workspace.sheetsUrl,
  );
  const headers = { authorization: `Bearer ${workspace.people.editor.token}` };
  const { developerMetadata } = (await (await fetch(url, { headers })).json()) as {
    developerMetadata: readonly { metadataId: number; metadataKey: string; metadataValue: string }[];
  };
  return developerMetadata
    .filter(({ metadataKey }) => metadataKey === 'par.job')
    .map(({ metadataId: id, metadataValue }) => ({ id, job: JSON.parse(metadataValue) as unknown }));
}

test.each([
  ['vi', /^Đã tính lại 9 đơn vị trong \d+ giây · 0 vấn đề/],
  ['en', /^Recomputed 9 units in \d+ s · 0 issues/],
] as const)(
  'a recompute too long for a click is put off, done in the background, and told in the sidebar, in %s',
  async (language, ended) => {
    const { editor, reader } = workspace.people;
    const id = await newWorkbook();
    const menu = open(editor, id, language);
    const shown = await menu.click(MENU_WORDS.recompute[language]);
    expect(shown.map(({ kind }) => kind)).toEqual(['toast', 'sidebar', 'toast']);
    expect(toasts(shown).at(-1)).toBe(MENU_WORDS.queued[language]);
    expect(await whenIdle(menu)).toMatchObject({
      results: MENU_WORDS.results[language].current,
      ended: expect.stringMatching(ended),
    });
    expect((await workspace.editor.shownValues(id, RANKING)).some((row) => row[1] === 'TDM')).toBe(true);
    expect((await log(id)).map((line) => [line[2], line[3]])).toEqual([[editor.email, 'Đã tính lại']]);
    // Somebody else who opens the sidebar later finds the same, and the next short one needs no queue.
    expect((await poll(open(reader, id, language))).ended).toMatch(ended);
    expect(toasts(await menu.click(MENU_WORDS.recompute[language])).at(-1)).toMatch(ended);
  },
);

test('who moved is told at the end of a job, and one note is left of many jobs', async () => {
  const id = await newWorkbook();
  const { editor } = workspace.people;
  await open(editor, id).click('Tính lại');
  await whenIdle(open(editor, id));
  await workspace.editor.typeCell(id, await appraisedMark(workspace.editor, id), '41,75');
  await open(editor, id).click('Tính lại');
  const sidebar = open(editor, id);
  const ended = await whenIdle(sidebar);
  expect(ended.ended).toContain('Thành phố Thủ Dầu Một ▼7');
  // What watched the progress is given the whole state once nothing is under way.
  const asIdle = { ...ended, phase: expect.stringContaining(MENU_WORDS.nothingRuns.vi) };
  expect(await sidebar.run({ functionName: 'pollProgress' })).toEqual(asIdle);
  expect(await jobNotes(id)).toEqual([
    { id: JOB_NOTE_ID, job: expect.objectContaining({ units: 9, end: expect.anything() }) },
  ]);
});

test('entries with errors end a job with the sentence and what to do', async () => {
  const id = await newWorkbook();
  await workspace.editor.typeCell(id, await appraisedMark(workspace.editor, id), 66);
  const menu = open(workspace.people.editor, id, 'en');
  await menu.click('Recompute');
  expect((await whenIdle(menu)).ended).toMatch(/^The entries have errors\. ./);
});

test('a click while a job is under way is told of that one; Cancel stops it, and nothing was written', async () => {
  const { editor, publisher } = workspace.people;
  const id = await newWorkbook();
  await holdNextRead();
  const menu = open(editor, id);
  await menu.click('Tính lại');
  await whenHeld();
  const again = open(publisher, id);
  expect(toasts(await again.click('Tính lại')).at(-1)).toBe(MENU_WORDS.alreadyQueued.vi);
  expect(await poll(again)).toMatchObject({ phase: 'Đang đọc', percent: 10, canCancel: true, ended: '' });
  // A look at the progress of what runs here asks nothing of Google: it answers although Google does not.
  await fault('POST', { kind: 'refuse', status: 503, methods: ['sheets.*'], rate: 1 });
  expect(await again.run({ functionName: 'pollProgress' })).toEqual({
    phase: 'Đang đọc',
    percent: 10,
    elapsed: expect.stringMatching(/^\d+ giây$/),
    ended: '',
    isRunning: true,
    canCancel: true,
    runId: expect.any(String),
  });
  await fault('DELETE');
  expect(await cancel(again)).toBe(MENU_WORDS.cancelAsked.vi);
  expect((await whenIdle(menu)).ended).toBe(MENU_WORDS.jobs.vi.cancelled);
  expect(await tabs(id)).not.toContain('run-log');
});

test('a job that waits behind another is seen waiting, cancelled before its turn, and never done', async () => {
  const { editor } = workspace.people;
  const [first, second] = [await newWorkbook(), await newWorkbook()];
  await holdNextRead();
  const before = open(editor, first);
  await before.click('Tính lại');
  await whenHeld();
  const waiting = open(editor, second, 'en');
  await waiting.click('Recompute');
  expect(await poll(waiting)).toMatchObject({
    phase: MENU_WORDS.phases.en.queued,
    percent: 0,
    canCancel: true,
  });
  expect(await cancel(waiting)).toBe(MENU_WORDS.cancelAsked.en);
  expect((await whenIdle(waiting)).ended).toBe(MENU_WORDS.jobs.en.cancelled);
  await cancel(before);
  await whenIdle(before);
  // A third job behind it: once that is done, the one before had its turn.
  const third = await newWorkbook();
  await open(editor, third).click('Tính lại');
  await whenIdle(open(editor, third));
  expect(await tabs(third)).toContain('run-log');
  expect(await tabs(second)).not.toContain('run-log');
});

test('a reader who clicks is told so kindly: no job is noted, and nothing is written', async () => {
  const id = await newWorkbook();
  const shown = await open(workspace.people.reader, id, 'en').click('Recompute');
  expect(shown.flatMap((what) => (what.kind === 'alert' ? [what.title] : []))).toEqual([
    'You may only view this workbook',
  ]);
  expect([await jobNotes(id), (await tabs(id)).includes('run-log')]).toEqual([[], false]);
});

/** A job as some other process noted it, so many milliseconds ago. */
async function noteJob(spreadsheetId: string, phase: string, ago: number): Promise<void> {
  const at = Date.now() - ago;
  const job = { job: crypto.randomUUID(), by: 'somebody', askedAt: at - 20_000, at, phase, units: 119 };
  const { id: metadataId, key: metadataKey, value: metadataValue } = jobMetadata(job);
  const developerMetadata = { metadataId, metadataKey, metadataValue, visibility: 'DOCUMENT' };
  const request = {
    createDeveloperMetadata: { developerMetadata: { ...developerMetadata, location: { spreadsheet: true } } },
  };
  const response = await fetch(new URL(`v4/spreadsheets/${spreadsheetId}:batchUpdate`, workspace.sheetsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.people.editor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [request] }),
  });
  expect(response.status).toBe(200);
}

test('a job of another process is seen by its note: phase, units and time, and Cancel ends it', async () => {
  const id = await newWorkbook();
  await noteJob(id, 'write', 10_000);
  const menu = open(workspace.people.editor, id, 'en');
  const progress = {
    phase: 'Writing',
    percent: 75,
    elapsed: expect.stringMatching(/^119 units read · /),
    ended: '',
    isRunning: true,
    canCancel: true,
    runId: expect.any(String),
  };
  expect(await poll(menu)).toMatchObject(progress);
  expect(await menu.run({ functionName: 'pollProgress' })).toEqual(progress);
  expect(await cancel(menu)).toBe(MENU_WORDS.cancelAsked.en);
  expect(await poll(menu)).toMatchObject({ canCancel: false, ended: MENU_WORDS.jobs.en.cancelled });
});

test('a job of which nothing was heard for long is told as lost, and the next click begins anew', async () => {
  const id = await newWorkbook();
  await noteJob(id, 'write', 1_800_000);
  const menu = open(workspace.people.editor, id);
  expect(await poll(menu)).toMatchObject({ canCancel: false, ended: MENU_WORDS.jobs.vi.lost });
  expect(toasts(await menu.click('Tính lại')).at(-1)).toBe(MENU_WORDS.queued.vi);
  expect((await whenIdle(menu)).ended).toMatch(/^Đã tính lại 9 đơn vị/);
});

test('a colleague’s sidebar shows how many units a click has read, without any job', async () => {
  const { editor, publisher } = workspace.people;
  const id = await newWorkbook();
  const methods = ['sheets.spreadsheets.batchUpdate'];
  await fault('POST', { kind: 'slow', milliseconds: 3_000, methods, times: 1 });
  const properties = new Map([['par.language', 'vi']]);
  const quick = startMenuSession({ workspace, spreadsheetId: id, person: editor, code, properties });
  sessions.push(quick);
  const clicked = quick.click('Tính lại');
  await whenHeld();
  expect(await poll(open(publisher, id))).toMatchObject({
    phase: 'Đang ghi',
    percent: 75,
    elapsed: expect.stringMatching(/^đã đọc 9 đơn vị · \d+ giây$/),
  });
  expect(toasts(await clicked).at(-1)).toMatch(/^Đã tính lại 9 đơn vị/);
  expect(await jobNotes(id)).toEqual([]);
});
