import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isInputTab } from '../../sheets-templates/menu/src/input-tabs.ts';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { changedLine } from '../../src/domain/messages/status-lines.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import type { Shown } from '../../src/local/script-host/fakes/protocol.ts';
import { bundleMenu, type MenuSession, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { appraisedMark } from './mark-cell.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

let workspace: Workspace;
let spreadsheetId: string;
let mark: string;
let code: string;
let session: MenuSession | undefined;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  ({ spreadsheetId } = await workspace.openSample(await readSample(SAMPLE)));
  mark = await appraisedMark(workspace.editor, spreadsheetId);
  code = await bundleMenu(workspace.functionsUrl);
});

afterAll(() => workspace.stop());

afterEach(async () => {
  await session?.stop();
  session = undefined;
});

function open(person: Account, language: Language): MenuSession {
  const properties = new Map([['par.language', language]]);
  session = startMenuSession({ workspace, spreadsheetId, person, code, properties });
  return session;
}

const ranking = () => workspace.editor.shownValues(spreadsheetId, RANKING);
const log = async () => (await workspace.editor.shownValues(spreadsheetId, 'Nhật ký')).slice(5);
const type = (value: string | number) => workspace.editor.typeCell(spreadsheetId, mark, value);
const toasts = (shown: readonly Shown[]) => shown.flatMap((what) => (what.kind === 'toast' ? what.text : []));
const alerts = (shown: readonly Shown[]) =>
  shown.flatMap((what) => (what.kind === 'alert' ? [[what.title, what.text]] : []));
const rankOf = async (unit: string) => (await ranking()).find((row) => row[1] === unit)?.[0];

const ENTRIES = [
  'recompute',
  'preview',
  'check',
  'publish',
  'withdraw',
  'verify',
  'setup',
  'status',
  'language',
  'help',
] as const;

test.each(['vi', 'en'] as const)('opening the workbook builds the whole menu, in %s', async (language) => {
  const menu = await open(workspace.people.editor, language).open();
  expect([menu.title, ...menu.items.map(({ caption }) => caption)]).toEqual([
    MENU_WORDS.menu[language],
    ...ENTRIES.map((entry) => MENU_WORDS[entry][language]),
  ]);
});

test.each([
  ['vi', 'Đang tính lại…', /^Đã tính lại 9 đơn vị trong \d+ giây · 0 vấn đề · .*Thành phố Thủ Dầu Một ▼7/],
  ['en', 'Recomputing…', /^Recomputed 9 units in \d+ s · 0 issues · .*Thành phố Thủ Dầu Một ▼7/],
] as const)(
  'recompute says at once that it works and ends with who moved, in %s',
  async (language, first, last) => {
    await type('51,75');
    const menu = open(workspace.people.editor, language);
    await menu.click(MENU_WORDS.recompute[language]);
    expect(await rankOf('TDM')).toBe('1');
    await type('41,75');
    const shown = await menu.click(MENU_WORDS.recompute[language]);
    expect(shown.map(({ kind }) => kind)).toEqual(['toast', 'sidebar', 'toast']);
    const [begin, end] = toasts(shown);
    expect([begin, end]).toEqual([first, expect.stringMatching(last)]);
    expect(await rankOf('TDM')).toBe('8');
    expect((await log()).at(-1)?.[2]).toBe('editor@par-index.test');
  },
);

test.each([
  ['vi', 'hạng 8 → 1', '41,75 → 51,75 (+10)'],
  ['en', 'rank 8 → 1', '41,75 → 51,75 (+10)'],
] as const)(
  'preview names who would move and the cell behind it, and writes nothing, in %s',
  async (language, rank, cause) => {
    await type('41,75');
    const menu = open(workspace.people.editor, language);
    await menu.click(MENU_WORDS.recompute[language]);
    await type('51,75');
    const before = [await ranking(), await log()];
    const [[title = '', text = ''] = []] = alerts(await menu.click(MENU_WORDS.preview[language]));
    expect(title).toBe(MENU_WORDS.preview[language]);
    const line = text.split('\n').find((each) => each.startsWith('Thành phố Thủ Dầu Một: '));
    expect(line).toContain(rank);
    expect(line).toContain(`${mark.replaceAll("'", '')}: ${cause}`);
    expect(text).toContain(MENU_WORDS.othersMoved[language]);
    expect([await ranking(), await log()]).toEqual(before);
  },
);

test.each([
  ['vi', '1 lỗi, 0 cảnh báo. Chưa có gì được ghi.', 'Điểm 66 vượt điểm tối đa 65.'],
  ['en', '1 error, 0 warnings. Nothing was written.', '66'],
] as const)(
  'check lists the cells to correct and writes nothing, in %s',
  async (language, heading, problem) => {
    await type('51,75');
    const menu = open(workspace.people.editor, language);
    await menu.click(MENU_WORDS.recompute[language]);
    await type(66);
    const before = [await ranking(), await log()];
    const [[, text = ''] = []] = alerts(await menu.click(MENU_WORDS.check[language]));
    expect(text.split('\n')[0]).toBe(heading);
    expect(text).toContain(mark.replaceAll("'", ''));
    expect(text).toContain(problem);
    expect([await ranking(), await log()]).toEqual(before);
    await type('51,75');
  },
);

test.each([
  ['vi', 'Số liệu nhập còn lỗi'],
  ['en', 'The entries have errors'],
] as const)(
  'a recompute over errors ends with the sentence and what to do, in %s',
  async (language, title) => {
    await type('51,75');
    const menu = open(workspace.people.editor, language);
    await menu.click(MENU_WORDS.recompute[language]);
    await type(66);
    const [[shownTitle, text = ''] = []] = alerts(await menu.click(MENU_WORDS.recompute[language]));
    expect(shownTitle).toBe(title);
    expect(text.length).toBeGreaterThan(40);
    expect((await ranking())[2]?.[0]).toMatch(/^KHÔNG CÒN HIỆN HÀNH/);
    await type('51,75');
  },
);

test.each([
  ['vi', 'Bạn chỉ có quyền xem bảng tính này'],
  ['en', 'You may only view this workbook'],
] as const)(
  'a reader who clicks is told so kindly, and nothing is written, in %s',
  async (language, title) => {
    const menu = open(workspace.people.reader, language);
    const before = [await ranking(), await log()];
    for (const entry of ['recompute', 'preview', 'check'] as const) {
      // biome-ignore lint/performance/noAwaitInLoops: a person clicks one entry after another
      const shown = await menu.click(MENU_WORDS[entry][language]);
      expect(alerts(shown).map(([shownTitle]) => shownTitle)).toEqual([title]);
    }
    expect([await ranking(), await log()]).toEqual(before);
  },
);

/** Nothing is under way, and what Google's minute has left. */
const idlePattern = {
  vi: /^Hiện không có lần tính nào đang chạy\. Hạn mức của Google trong phút này còn \d+ lượt đọc, \d+ lượt ghi\.$/,
  en: /^Nothing is being computed\. Google’s quota for this minute has \d+ reads? and \d+ writes? left\.$/,
};

test.each(['vi', 'en'] as const)(
  'progress and log opens a sidebar that shows the newest run, in %s',
  async (language) => {
    const menu = open(workspace.people.editor, language);
    await menu.click(MENU_WORDS.recompute[language]);
    const shown = await menu.click(MENU_WORDS.status[language]);
    expect(shown).toEqual([
      { kind: 'sidebar', title: MENU_WORDS.status[language], html: expect.any(String) },
    ]);
    expect(await menu.run({ functionName: 'pollStatus' })).toMatchObject({
      results: MENU_WORDS.results[language].current,
      phase: expect.stringMatching(idlePattern[language]),
      canCancel: false,
      lines: expect.arrayContaining([expect.stringContaining('editor@par-index.test')]),
    });
    expect(await menu.run({ functionName: 'cancelRun', argument: crypto.randomUUID() })).toBe(
      MENU_WORDS.nothingRuns[language],
    );
  },
);

test('language turns the menu round, and help speaks it', async () => {
  const menu = open(workspace.people.editor, 'vi');
  const [shown] = await menu.click('English');
  expect(shown).toMatchObject({
    kind: 'menu',
    items: expect.arrayContaining([expect.objectContaining({ caption: 'Recompute' })]),
  });
  await menu.open();
  expect(alerts(await menu.click('Help'))).toEqual([['Help', MENU_WORDS.helpText.en]]);
});

test('an edit of an entry marks every result as out of date once, and the next recompute puts it right', async () => {
  await type('51,75');
  const menu = open(workspace.people.editor, 'vi');
  await menu.click('Tính lại');
  const current = await ranking();
  const tabs = await workspace.editor.tabIds(spreadsheetId);
  const edit = (key: string) =>
    menu.run({ functionName: 'onEdit', edited: { sheetId: tabs.get(key) ?? -1, row: 3, column: 3 } });
  await edit('ranking.huyen');
  expect(await ranking()).toEqual(current);
  await edit('marks.appraisal.huyen');
  const marked = await ranking();
  const words = String(current[2]?.[0]).replace(/^HIỆN HÀNH · /, '');
  expect(marked[2]?.[0]).toBe(changedLine(`HIỆN HÀNH · ${words}`));
  const titles = await workspace.editor.tabTitles(spreadsheetId);
  const saysSo = async (key: string) => {
    const shown = await workspace.editor.shownValues(spreadsheetId, titles.get(key) ?? '');
    return [key, shown.flat().filter((cell) => cell.startsWith('CÓ THAY ĐỔI')).length];
  };
  const written = [...titles.keys()].filter((key) => !isInputTab(key));
  expect(await Promise.all(written.map(saysSo))).toEqual([
    ['ranking.huyen', 1],
    ['by-field.huyen', 1],
    ['criteria-analysis.huyen', 1],
    ['profiles.huyen', 1],
    ['summary', 1],
    ['announcement', 1],
    ['issues', 0],
    ['run-log', 0],
  ]);
  await edit('marks.appraisal.huyen');
  expect(await ranking()).toEqual(marked);
  await menu.click('Tính lại');
  expect((await ranking())[2]?.[0]).toMatch(/^HIỆN HÀNH/);
  expect((await ranking()).toSpliced(2, 1)).toEqual(current.toSpliced(2, 1));
});

test('a service that Apps Script has and the fakes have not ends the script there, by name', async () => {
  const broken = `${code}\nfunction other() { return SpreadsheetApp.flush(); }`;
  session = startMenuSession({
    workspace,
    spreadsheetId,
    person: workspace.people.editor,
    code: broken,
  });
  await expect(session.run({ functionName: 'other' })).rejects.toThrow(
    'SpreadsheetApp.flush is not in the local fake',
  );
});
