import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { PROBLEMS } from '../../src/domain/messages/problem-messages.ts';
import { SETUP_MENU_WORDS } from '../../src/domain/messages/setup-menu-words.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import type { Shown } from '../../src/local/script-host/fakes/protocol.ts';
import type { MenuSession } from '../../src/local/script-host/menu-session.ts';
import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import { cellName } from '../../src/workbook/a1.ts';
import { driveDialog } from './dialog-driver.ts';
import { fileOf, type Office, openOffice } from './office.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const LANGUAGES = ['vi', 'en'] as const;

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

/** A control workbook whose tabs speak the language, as its menu does. */
async function newWorkbook(language: Language, title: string): Promise<string> {
  const sample = await readSample(SAMPLE);
  const { settings } = sample.input;
  const input = { ...sample.input, settings: { ...settings, language } };
  return (await office.workspace.openSample({ ...sample, title, input })).spreadsheetId;
}

const alerts = (shown: readonly Shown[]) => shown.flatMap((what) => (what.kind === 'alert' ? [what] : []));

/** One workbook and those who work in it: what is clicked, and what the workbook then shows. */
function atWorkbook(id: string, language: Language) {
  const { editor: client, people } = office.workspace;
  const clicked: string[] = [];
  const sessions = new Map<Account, MenuSession>();
  const sessionOf = (person: Account): MenuSession => {
    const session = sessions.get(person) ?? office.open(person, id, language);
    sessions.set(person, session);
    return session;
  };
  const click = (person: Account, entry: keyof typeof MENU_WORDS) => {
    const caption = (MENU_WORDS[entry] as Record<Language, string>)[language];
    clicked.push(caption);
    return sessionOf(person).click(caption);
  };
  const dialog = async (person: Account, entry: 'publish' | 'withdraw' | 'setup') => {
    const [shown] = await click(person, entry);
    if (shown?.kind !== 'dialog') throw new Error(`${entry} showed no dialog`);
    return driveDialog(shown.html, sessionOf(person));
  };
  const rows = async (key: string) => {
    const title = (await client.tabTitles(id)).get(key);
    return title === undefined ? [] : office.rows(people.editor, id, title);
  };
  return {
    clicked,
    click,
    dialog,
    rows,
    open: (person: Account) => sessionOf(person).open(),
    run: (person: Account, functionName: string) => sessionOf(person).run({ functionName }),
    mark: async (value: string) => {
      const title = (await client.tabTitles(id)).get('marks.appraisal.huyen') ?? '';
      const grid = await office.rows(people.editor, id, title);
      const row = grid.findIndex((cells) => cells.includes('TDM'));
      const column = (grid.find((cells) => cells.includes('I')) ?? []).indexOf('I');
      await client.typeCell(id, `'${title}'!${cellName(row, column)}`, value);
    },
    rankOf: async (unit: string) => (await rows('ranking.huyen')).find((cells) => cells.includes(unit))?.[0],
    newestRun: async () => (await rows('run-log')).at(-1)?.slice(0, 4),
  };
}

const WORDS = {
  vi: {
    recomputed: /^HIỆN HÀNH/,
    status: 'Đã tính lại',
    wouldMove: /hạng 1 → 8/,
    released: /^Đã công bố lần 1/,
    verified: /^GIỐNG HỆT/,
    withheld: /^Không công bố: điểm tự đánh giá, minh chứng/,
    withdrawn: /^Đã rút lần công bố 1/,
    noAddress: '«binh@» không phải địa chỉ thư.',
    noDomain: /^«tinh» không phải tên miền/,
    unfilled: 'Hãy điền đủ: bên rút công bố và lý do.',
    closed: /Lần công bố 1 đã được rút/,
    other: 'en',
  },
  en: {
    recomputed: /^CURRENT/,
    status: 'Recomputed',
    wouldMove: /rank 1 → 8/,
    released: /^Release 1 is published/,
    verified: /^IDENTICAL/,
    withheld: /^Not published: self-assessment, evidence/,
    withdrawn: /^Release 1 is withdrawn/,
    noAddress: '“binh@” is no e-mail address.',
    noDomain: /^“tinh” is no domain/,
    unfilled: 'Fill in who withdraws and why.',
    closed: /Release 1 was withdrawn/,
    other: 'vi',
  },
} as const;

test.each(LANGUAGES)('every entry of the menu does in the workbook what it says, in %s', async (language) => {
  const words = WORDS[language];
  const { editor, publisher, outsider } = office.workspace.people;
  const id = await newWorkbook(language, `Mọi mục ${language}`);
  const at = atWorkbook(id, language);

  await at.click(editor, 'recompute');
  expect([await at.rankOf('TDM'), (await at.rows('ranking.huyen'))[2]?.[0]]).toEqual([
    '1',
    expect.stringMatching(words.recomputed),
  ]);
  expect((await at.newestRun())?.slice(2)).toEqual([editor.email, words.status]);

  const logged = await at.rows('run-log');
  await at.mark('41,75');
  const [preview] = alerts(await at.click(editor, 'preview'));
  expect([preview?.text, await at.rankOf('TDM')]).toEqual([expect.stringMatching(words.wouldMove), '1']);
  const [check] = alerts(await at.click(editor, 'check'));
  expect(check?.text).toBe(MENU_WORDS.noIssues[language]);
  expect(await at.rows('run-log')).toEqual(logged);

  await at.click(editor, 'recompute');
  expect(await at.rankOf('TDM')).toBe('8');

  const publish = await at.dialog(publisher, 'publish');
  publish.choose('people');
  publish.type('addresses', 'an@tinh.gov.vn, binh@');
  publish.type('who', 'Sở Nội vụ');
  publish.type('why', 'Công bố theo kế hoạch');
  await publish.click('draft');
  expect(publish.lines()).toEqual([words.noAddress]);
  publish.choose('in-domain');
  publish.type('domain', 'tinh');
  await publish.click('draft');
  expect(publish.lines()).toEqual([expect.stringMatching(words.noDomain)]);
  publish.choose('anyone');
  await publish.click('draft');
  expect(await at.rows('releases')).toEqual([]);
  expect(publish.lines()).toContainEqual(expect.stringMatching(words.withheld));
  await publish.click('confirm');
  const resultsId = fileOf(publish);
  expect(publish.title()).toMatch(words.released);
  expect(publish.title()).not.toContain(resultsId);
  expect(await office.titles(outsider, resultsId)).toContain(
    (await office.workspace.editor.tabTitles(id)).get('ranking.huyen'),
  );
  expect((await at.rows('releases')).flat()).toContain(publisher.email);

  const [verified] = alerts(await at.click(editor, 'verify'));
  expect(verified?.text).toMatch(words.verified);

  const withdraw = await at.dialog(publisher, 'withdraw');
  await withdraw.click('confirm');
  expect(withdraw.lines()).toEqual([words.unfilled]);
  withdraw.type('who', 'Sở Nội vụ');
  withdraw.type('why', 'Rà soát lại');
  await withdraw.click('confirm');
  expect([withdraw.title(), await office.titles(outsider, resultsId)]).toEqual([
    expect.stringMatching(words.withdrawn),
    403,
  ]);
  const [again] = alerts(await at.click(editor, 'verify'));
  expect(again?.text).toMatch(words.closed);

  const setup = await at.dialog(publisher, 'setup');
  setup.type('period', '2018');
  await setup.click('draft');
  await setup.click('confirm');
  expect(setup.title()).toBe(SETUP_MENU_WORDS.done[language]);
  expect(await office.titles(publisher, fileOf(setup))).toEqual(
    expect.arrayContaining([(await office.workspace.editor.tabTitles(id)).get('units')]),
  );

  const sidebar = await at.click(editor, 'status');
  expect(sidebar).toEqual([
    { kind: 'sidebar', title: MENU_WORDS.status[language], html: expect.any(String) },
  ]);
  expect(await at.run(editor, 'pollStatus')).toMatchObject({
    results: MENU_WORDS.results[language].current,
    lines: expect.arrayContaining([expect.stringContaining(`${editor.email} · ${words.status}`)]),
  });

  const [help] = alerts(await at.click(editor, 'help'));
  expect(help).toMatchObject({ title: MENU_WORDS.help[language], text: MENU_WORDS.helpText[language] });
  await at.click(editor, 'language');
  const turned = await office.open(editor, id, words.other).open();
  expect(turned.items[0]?.caption).toBe(MENU_WORDS.recompute[words.other]);

  const menu = await office.open(editor, id, language).open();
  expect(new Set(at.clicked)).toEqual(new Set(menu.items.map(({ caption }) => caption)));
});

const VIEW_ONLY = {
  vi: 'Bạn chỉ có quyền xem bảng tính này',
  en: 'You may only view this workbook',
} as const;

test.each(LANGUAGES)(
  'a reader may click every entry: what is not for readers says so kindly, and nothing is written, in %s',
  async (language) => {
    const { editor, reader } = office.workspace.people;
    const id = await newWorkbook(language, `Người xem ${language}`);
    const at = atWorkbook(id, language);
    await at.click(editor, 'recompute');
    const before = office.workspace.stored(id);
    const told: unknown[] = [];
    for (const entry of ['recompute', 'preview', 'check', 'verify'] as const) {
      // biome-ignore lint/performance/noAwaitInLoops: a person clicks one entry after another
      told.push([entry, ...alerts(await at.click(reader, entry)).map(({ title }) => title)]);
    }
    for (const [entry, button] of [
      ['publish', 'draft'],
      ['withdraw', 'confirm'],
      ['setup', 'draft'],
    ] as const) {
      // biome-ignore lint/performance/noAwaitInLoops: a person opens one dialog after another
      const dialog = await at.dialog(reader, entry);
      await dialog.opened();
      await expect(dialog.click(button)).rejects.toThrow(`nobody can click ${button}`);
      told.push([entry, dialog.title()]);
    }
    expect(told).toEqual(
      ['recompute', 'preview', 'check', 'verify', 'publish', 'withdraw', 'setup'].map((entry) => [
        entry,
        VIEW_ONLY[language],
      ]),
    );
    await at.click(reader, 'status');
    expect(await at.run(reader, 'pollStatus')).toMatchObject({
      results: MENU_WORDS.results[language].current,
    });
    expect(await at.run(reader, 'cancelRun')).toBe(PROBLEMS['not-a-writer'].detail[language]);
    await at.click(reader, 'help');
    expect(office.workspace.stored(id)).toBe(before);
  },
);
