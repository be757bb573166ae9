import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindingOf } from '../../../../src/jobs/publication/results-file.ts';
import { readWorkbook } from '../../../../src/jobs/read-workbook.ts';
import { googleAs } from '../../../../src/local/page/server/google-as.ts';
import { startPageServer } from '../../../../src/local/page/server/page-server.ts';
import { readSample } from '../../../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../../../src/local/workspace.ts';
import { openWorkbook } from '../../../../src/offline/files/open-workbook.ts';
import { LISTS_TITLE } from '../../../../src/offline/xlsx/layout/lists-tab.ts';
import { pack, unpack } from '../../../../src/offline/xlsx/zip.ts';
import { parseControlWorkbook } from '../../../../src/workbook/parse-control-workbook.ts';
import { TAB_METADATA_KEY } from '../../../../src/workbook/tab-key.ts';
import { parIndex } from '../../../offline/par-index-process.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { appraisedMark } from '../../mark-cell.ts';
import { makeRichWorkbook, SHEETS } from '../rich-workbook.ts';
import { type Call, formCall, type Reply, send, smallBuild } from './page-house.ts';

const SAMPLE = 'binh-duong-2017';
const FOLDER = join(import.meta.dirname, '../../../../sheets-templates/samples', SAMPLE);

let workspace: Workspace;
let ask: (path: string, call?: Call) => Promise<Reply>;
let stop: () => Promise<void>;
const reported: string[] = [];

beforeAll(async () => {
  const storeDir = await temporaryFolder();
  workspace = await startWorkspace({ port: 0, storeDir });
  const server = await startPageServer({
    port: 0,
    host: '127.0.0.1',
    workspace,
    storeDir,
    build: await smallBuild(),
    languages: { asked: undefined, usual: 'en' },
    report: (sentence) => reported.push(sentence),
  });
  ask = (path, call = {}) => send(server.url, path, call);
  stop = async () => {
    await server.stop();
    await workspace.stop();
  };
});
afterAll(() => stop());

const idIn = (location: string | undefined) =>
  decodeURIComponent(/\/workbook\/([^?]+)/.exec(location ?? '')?.[1] ?? '');

async function make(fields: Readonly<Record<string, string>>, as = 'editor') {
  const made = await ask(
    `/workbooks?as=${as}`,
    formCall({ pattern: SAMPLE, content: 'whole', title: '', ...fields }),
  );
  return { status: made.status, id: idIn(made.headers.location) };
}

const upload = async (name: string, body: Uint8Array, as = 'editor') => {
  const call = { method: 'POST', body: Buffer.from(body) };
  return ask(`/workbooks/import?as=${as}&name=${encodeURIComponent(name)}`, call);
};

/** What staff entered, as the product reads it; undefined where it has errors. */
async function entered(id: string) {
  const { inputs } = await readWorkbook(workspace.spreadsheetOf(id, workspace.people.editor));
  const parsed = parseControlWorkbook(inputs);
  return parsed.ok ? parsed.value : undefined;
}

const exported = async (id: string) => (await ask(`/workbook/${id}/export.xlsx`)).bytes;

test('a new workbook from a sample holds what the sample holds, under a name that nobody has taken', async () => {
  const [first, second] = [await make({ title: 'Quý một' }), await make({ title: 'Quý một' })];
  expect([first.status, second.status]).toEqual([303, 303]);
  const titles = [first, second].map(({ id }) => workspace.stored(id)?.file.name);
  expect(titles).toEqual(['Quý một', 'Quý một (2)']);
  expect(await entered(first.id)).toEqual((await readSample(FOLDER)).input);
});

test('from its frame alone come criteria and units, and nothing that was entered about them', async () => {
  const { id } = await make({ content: 'frame', title: 'Khung' });
  const { input } = await readSample(FOLDER);
  const frame = await entered(id);
  expect(frame).toEqual({ ...input, assessments: [], exemptions: [] });
});

test('a workbook goes out as a file and comes in again as it was', async () => {
  const { id } = await make({ title: 'Đi và về' });
  const file = await exported(id);
  const sent = await upload('Về: lại.xlsx', file);
  const { path, ...rest } = JSON.parse(sent.text);
  expect([sent.status, rest]).toEqual([200, {}]);
  const back = idIn(path);
  expect(workspace.stored(back)?.file.name).toBe('Về: lại');
  expect(await entered(back)).toEqual(await entered(id));
});

/** What a file has beside its values: how often each of these stands in its tabs, and which of them are hidden. */
function furnishingOf(bytes: Buffer) {
  const parts = [...unpack(bytes, 'a.xlsx')].map(
    ([name, part]) => [name, Buffer.from(part).toString('utf8')] as const,
  );
  const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/sheet')).map(([, text]) => text);
  const withMark = (mark: string) => sheets.filter((text) => text.includes(mark)).length;
  const [, book = ''] = parts.find(([name]) => name === 'xl/workbook.xml') ?? [];
  const notes = parts
    .filter(([name]) => /comments\d*\.xml$/.test(name))
    .map(([, text]) => text.match(/<comment /g)?.length);
  return {
    charts: parts.filter(([name]) => /charts\/chart\d+\.xml$/.test(name)).length,
    rules: sheets
      .flatMap((text) => text.match(/<dataValidation .*?type="\w+"/g) ?? [])
      .map((rule) => /type="(\w+)"/.exec(rule)?.[1]),
    notes,
    protectedTabs: withMark('<sheetProtection'),
    filters: withMark('<autoFilter'),
    printed: withMark('<pageSetup'),
    coloured: withMark('<tabColor'),
    hidden: [...book.matchAll(/<sheet [^>]*state="hidden"[^>]*>/g)].map(
      ([tag]) => /name="([^"]*)"/.exec(tag)?.[1],
    ),
  };
}

test('what hangs on the cells goes out with them: charts, lists and bounds, notes, protected parts, filters, print setup, what is hidden', async () => {
  const id = await makeRichWorkbook(workspace.sheetsUrl, workspace.people.editor.token);
  const google = googleAs(workspace.sheetsUrl, workspace.people.editor.token);
  const cells = (left: number) => ({
    sheetId: SHEETS.scores,
    startRowIndex: 2,
    endRowIndex: 7,
    startColumnIndex: left,
    endColumnIndex: left + 1,
  });
  const source = (left: number) => ({ sourceRange: { sources: [cells(left)] } });
  const spec = {
    title: 'Điểm theo đơn vị',
    basicChart: {
      chartType: 'COLUMN',
      headerCount: 1,
      domains: [{ domain: source(1) }],
      series: [{ series: source(2) }],
    },
  };
  const overlayPosition = { anchorCell: { sheetId: SHEETS.scores, rowIndex: 10 } };
  const formula = 'ISNUMBER(F4)*(F4>=0)*(F4<=1)+(F4="Không áp dụng")>0';
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=${formula}` }] };
  const requests = [
    { addChart: { chart: { spec, position: { overlayPosition } } } },
    { setDataValidation: { range: cells(5), rule: { condition, strict: true } } },
    { setBasicFilter: { filter: { range: { ...cells(0), endColumnIndex: 7 } } } },
  ];
  const made = await google(`v4/spreadsheets/${id}:batchUpdate`, { method: 'POST', body: { requests } });
  expect(made.status).toBe(200);
  const file = await exported(id);
  const { rules, ...rest } = furnishingOf(file);
  expect(rules.toSorted()).toEqual(['custom', 'decimal', 'list']);
  expect(rest).toEqual({
    charts: 1,
    notes: [1],
    protectedTabs: 1,
    filters: 1,
    printed: 4,
    coloured: 1,
    hidden: ['Ẩn'],
  });
  expect(Buffer.from(unpack(file, 'a.xlsx').get('xl/charts/chart1.xml') ?? []).toString('utf8')).toContain(
    "'Điểm'!$C$4:$C$7",
  );
});

test('a year that was begun offline comes in with every tab that it has, and without the hidden lists of its file', async () => {
  const path = join(await temporaryFolder(), 'so-2018.xlsx');
  await parIndex('new', path, '--period', '2018', '--from', FOLDER, '--language', 'vi');
  const { spreadsheet } = await openWorkbook(path);
  const { sheets } = await spreadsheet.readStructure();
  const sent = await upload('Kỳ mới.xlsx', await readFile(path));
  const id = idIn(JSON.parse(sent.text).path);
  const titles = workspace.stored(id)?.workbook?.sheets.map(({ properties }) => properties.title);
  const inFile = sheets.map(({ title }) => title).filter((title) => title !== LISTS_TITLE);
  expect(titles?.toSorted()).toEqual(inFile.toSorted());
  expect(titles).toEqual(expect.arrayContaining(['Hướng dẫn', 'Đơn vị tiền thân']));
});

test('a file has the workbook’s name in whatever letters', async () => {
  const { id } = await make({ title: 'Điểm "2026"/nháp' });
  const { headers } = await ask(`/workbook/${id}/export.xlsx`);
  expect(headers['content-disposition']).toBe(
    `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent('Điểm -2026-nháp.xlsx')}`,
  );
});

test('a file with entries to be corrected comes in as it is, and how many there are is told', async () => {
  const { id } = await make({ title: 'Có lỗi' });
  const mark = await appraisedMark(workspace.editor, id);
  await workspace.editor.typeCell(id, mark, 'không rõ');
  const sent = await upload('Có lỗi.xlsx', await exported(id));
  const { path, reason } = JSON.parse(sent.text);
  expect(reason.en).toMatch(/\b1\b/);
  const tables = await ask(path.replace('?', '/tables?'));
  expect(tables.text).toContain('không rõ');
});

test('a file that is no workbook is refused with a reason, and nothing is made', async () => {
  const count = async () => (await ask('/?as=editor')).text.match(/<article/g)?.length;
  const before = await count();
  const replies = [
    await upload('a.xlsx', Buffer.from('no zip')),
    await upload('b.xlsx', pack(new Map([['a.txt', Buffer.from('x')]]))),
    await upload('c.xlsx', Buffer.alloc(0)),
  ];
  for (const { status, text } of replies) {
    expect(status).toBe(422);
    expect(JSON.parse(text).reason).toEqual({ vi: expect.any(String), en: expect.any(String) });
  }
  expect(await count()).toBe(before);
});

test('a reader makes nothing and is offered nothing to make', async () => {
  const home = await ask('/?as=reader');
  expect(home.text).not.toContain('action="/workbooks');
  expect((await make({}, 'reader')).status).toBe(403);
  expect((await upload('a.xlsx', Buffer.from('x'), 'reader')).status).toBe(403);
});

test('a deleted workbook can be taken back at once, and is as it was', async () => {
  const { id } = await make({ title: 'Xóa nhầm' });
  const trash = (trashed: string) => ask(`/workbook/${id}/trash?as=editor`, formCall({ trashed }));
  const gone = await trash('true');
  expect(gone.headers.location).toBe(`/?as=editor&deleted=${id}`);
  const home = await ask(String(gone.headers.location));
  expect(home.text).toContain('Xóa nhầm');
  expect((await ask(`/workbook/${id}`)).status).toBe(404);
  await trash('false');
  expect(await entered(id)).toEqual((await readSample(FOLDER)).input);
});

test('a card tells the period, that nothing was computed yet, and the published results while there are some', async () => {
  const { id } = await make({ title: 'Công bố' });
  const cardOf = async () =>
    /<article[^>]*>(?:(?!<\/article>)[\s\S])*Công bố[\s\S]*?<\/article>/.exec((await ask('/')).text)?.[0] ??
    '';
  const before = await cardOf();
  expect(before).toContain('Bình Dương 2017');
  expect(before).not.toContain('/view/');
  const google = googleAs(workspace.sheetsUrl, workspace.people.editor.token);
  const tabNote = (metadataKey: string, metadataValue: string) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, location: { sheetId: 9_000 }, visibility: 'DOCUMENT' },
    },
  });
  const log = [
    { addSheet: { properties: { sheetId: 9_000, title: 'Nhật ký công bố' } } },
    tabNote(TAB_METADATA_KEY, 'releases'),
  ];
  const change = async (requests: readonly object[]) =>
    (await google(`v4/spreadsheets/${id}:batchUpdate`, { method: 'POST', body: { requests } })).status;
  const release = { of: bindingOf(id), number: 2, hash: 'a'.repeat(64), audience: 'anyone' };
  const noted = async (record: object) => {
    const stands = { developerMetadataLookup: { metadataKey: 'par.release' } };
    const dropped = { deleteDeveloperMetadata: { dataFilter: stands } };
    return change([dropped, tabNote('par.release', JSON.stringify({ ...release, ...record }))]);
  };
  expect(await change([...log, tabNote('par.release', '{}')])).toBe(200);
  expect(await noted({ resultsId: 'results 0', state: 'withdrawn' })).toBe(200);
  expect(await cardOf()).not.toContain('/view/');
  expect(await noted({ resultsId: 'results 1', state: 'published' })).toBe(200);
  expect(await cardOf()).toContain('href="/view/results%201"');
  expect(await noted({ resultsId: 'results 1', state: 'published', of: bindingOf('copied from') })).toBe(200);
  expect(await cardOf()).not.toContain('/view/');
});

test('nothing unexpected happened meanwhile', () => {
  expect(reported).toEqual([]);
});
