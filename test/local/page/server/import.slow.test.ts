import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chainFaults } from '../../../../src/jobs/publication/seal.ts';
import { readWorkbook } from '../../../../src/jobs/read-workbook.ts';
import { status } from '../../../../src/jobs/status.ts';
import { callRecompute } from '../../../../src/local/call-recompute.ts';
import { startPageServer } from '../../../../src/local/page/server/page-server.ts';
import { readSample } from '../../../../src/local/sample-workbook.ts';
import { parseControlWorkbook } from '../../../../src/workbook/parse-control-workbook.ts';
import { parseChain } from '../../../../src/workbook/publication/chain-table.ts';
import { findReleaseRecord } from '../../../../src/workbook/publication/release-record.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { appraisedMark } from '../../mark-cell.ts';
import { fileOf, type Office, openOffice } from '../../office.ts';
import { type Call, type Reply, send, smallBuild } from './page-house.ts';

const FOLDER = join(import.meta.dirname, '../../../../sheets-templates/samples/binh-duong-2017');
const RESULTS = 'Các trang kết quả không được nhập';

let office: Office;
let ask: (path: string, call?: Call) => Promise<Reply>;
let stop: () => Promise<void>;
const reported: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  const server = await startPageServer({
    port: 0,
    host: '127.0.0.1',
    workspace: office.workspace,
    storeDir: await temporaryFolder(),
    build: await smallBuild(),
    languages: { asked: undefined, usual: 'vi' },
    report: (sentence) => reported.push(sentence),
  });
  ask = (path, call = {}) => send(server.url, path, call);
  stop = async () => {
    await server.stop();
    await office.close();
  };
});
afterAll(() => stop());

const portOf = (id: string) => office.workspace.spreadsheetOf(id, office.workspace.people.editor);
const exported = async (id: string) => (await ask(`/workbook/${id}/export.xlsx`)).bytes;

async function imported(name: string, file: Buffer) {
  const call = { method: 'POST', body: file };
  const reply = await ask(`/workbooks/import?as=editor&name=${encodeURIComponent(name)}`, call);
  const { path, reason } = JSON.parse(reply.text);
  return { id: decodeURIComponent(/\/workbook\/([^?]+)/.exec(path)?.[1] ?? ''), reason: reason?.vi ?? '' };
}

async function recompute(id: string): Promise<void> {
  const { functionsUrl, identityToken, people } = office.workspace;
  const clicker = { token: identityToken(people.editor.email), language: 'vi' } as const;
  expect((await callRecompute(functionsUrl, id, clicker)).ok).toBe(true);
}

async function publish(id: string): Promise<string> {
  const dialog = await office.dialog(office.workspace.people.publisher, id, 'publish');
  dialog.choose('anyone');
  dialog.type('who', 'Sở Nội vụ');
  dialog.type('why', 'Công bố theo kế hoạch');
  await dialog.click('draft');
  await dialog.click('confirm');
  return fileOf(dialog);
}

/** A workbook as people leave it: with notes of their own, computed twice, published. */
async function worked(title: string): Promise<string> {
  const { editor, people, makeWorkbook } = office.workspace;
  const { input, beside } = await readSample(FOLDER);
  const id = await makeWorkbook({ title, input, beside }, people.editor);
  await recompute(id);
  await editor.typeCell(id, await appraisedMark(editor, id), '0,5');
  await recompute(id);
  await publish(id);
  return id;
}

/** What every workbook numbers for itself. */
const IDS = new Set(['sheetId', 'protectedRangeId']);

/** Tabs that people fill, as they are kept: cells with looks, notes and rules, widths, protected parts, print setup. */
async function entryTabs(id: string) {
  const { inputSheets } = await readWorkbook(portOf(id));
  const titles = new Set(inputSheets.map(({ title }) => title));
  const sheets = office.workspace.stored(id)?.workbook?.sheets ?? [];
  const kept = sheets.filter(({ properties }) => titles.has(properties.title ?? ''));
  return JSON.parse(JSON.stringify(kept, (key, value) => (IDS.has(key) ? undefined : value)));
}

async function logOf(id: string, key: 'run-log' | 'releases') {
  return (await readWorkbook(portOf(id))).standing.get(key);
}

test('a workbook that was computed and published comes in with its entries, their looks and rules, and its logs; its results are to be computed anew', async () => {
  const id = await worked('Đã công bố');
  const back = await imported('Về.xlsx', await exported(id));
  expect(back.reason).toContain(RESULTS);
  expect(back.reason).toContain('bảng tính này chưa công bố gì');
  const [before, after] = [await readWorkbook(portOf(id)), await readWorkbook(portOf(back.id))];
  expect(parseControlWorkbook(after.inputs)).toEqual(parseControlWorkbook(before.inputs));
  expect(await entryTabs(back.id)).toEqual(await entryTabs(id));
  expect([...after.standing.keys()].toSorted()).toEqual(['releases', 'run-log']);
  expect(after.standing.get('run-log')?.grid).toEqual(before.standing.get('run-log')?.grid);
  expect(after.standing.get('releases')?.grid).toEqual(before.standing.get('releases')?.grid);
});

test('on logs that were taken over it goes on: runs are counted on, the chain is whole, and what is published anew has a file of its own', async () => {
  const id = await worked('Đi tiếp');
  const back = await imported('Đi tiếp.xlsx', await exported(id));
  expect(findReleaseRecord((await logOf(back.id, 'releases'))?.sheet)).toBeUndefined();
  expect((await status(portOf(back.id))).results).toBe('none');
  await recompute(back.id);
  const { results, runs } = await status(portOf(back.id));
  expect([results, runs.map(({ version }) => version)]).toEqual(['current', [3, 2, 1]]);
  expect(runs[0]?.resultsHash).toBe(runs[1]?.resultsHash);
  const parsed = parseChain((await logOf(back.id, 'releases'))?.grid ?? []);
  expect([parsed.chain.length, chainFaults(parsed)]).toEqual([1, []]);
  const anew = await publish(back.id);
  expect(anew).not.toBe(findReleaseRecord((await logOf(id, 'releases'))?.sheet)?.record.resultsId);
  const record = findReleaseRecord((await logOf(back.id, 'releases'))?.sheet)?.record;
  expect([record?.resultsId, record?.number]).toEqual([anew, 1]);
});

test('a file with a faulty mark comes in with every look and rule, the mark as it was typed and told; once it is corrected it is computed', async () => {
  const id = await worked('Có lỗi');
  const { editor } = office.workspace;
  const mark = await appraisedMark(editor, id);
  await editor.typeCell(id, mark, 'không rõ');
  const back = await imported('Có lỗi.xlsx', await exported(id));
  expect(back.reason).toMatch(/số liệu còn 1 lỗi.*Các trang kết quả không được nhập/);
  expect(await entryTabs(back.id)).toEqual(await entryTabs(id));
  const before = await readWorkbook(portOf(id));
  const after = await readWorkbook(portOf(back.id));
  expect(parseControlWorkbook(after.inputs)).toEqual(parseControlWorkbook(before.inputs));
  expect([...after.standing.keys()].toSorted()).toEqual(['releases', 'run-log']);
  await editor.typeCell(back.id, mark, '0,5');
  await recompute(back.id);
  expect((await status(portOf(back.id))).results).toBe('current');
});

test('a tab whose columns its people moved comes in with its entries where they are, and the others with their looks', async () => {
  const id = await worked('Đã dời cột');
  const { editor } = office.workspace;
  await editor.typeCell(id, await appraisedMark(editor, id), 'không rõ');
  await editor.typeCell(id, "'Đơn vị'!A1", 'Tên khác');
  const back = await imported('Đã dời cột.xlsx', await exported(id));
  expect((await editor.shownValues(back.id, 'Đơn vị'))[0]?.[0]).toBe('Tên khác');
  const looks = (tabs: readonly { properties: { title: string; tabColor?: object } }[]) =>
    tabs.map(({ properties: { title, tabColor } }) => [title, tabColor !== undefined]);
  const all = looks(await entryTabs(id));
  expect(looks(await entryTabs(back.id))).toEqual(
    all.map(([title, hasColour]) => [title, title === 'Đơn vị' ? false : hasColour]),
  );
});

test('nothing unexpected happened meanwhile', () => {
  expect(reported).toEqual([]);
});
