import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { SETUP_MENU_WORDS } from '../../src/domain/messages/setup-menu-words.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { bundleMenu, type MenuSession, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { cellName } from '../../src/workbook/a1.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type DialogDriver, driveDialog } from './dialog-driver.ts';
import { ADDRESS } from './office.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const MARKS = 'Thẩm định – huyen';

let workspace: Workspace;
let code: string;
let last: string;
let properties = new Map<string, string>();
const sessions: MenuSession[] = [];

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  code = await bundleMenu(workspace.functionsUrl);
  ({ spreadsheetId: last } = await workspace.openSample(await readSample(SAMPLE)));
});
afterAll(() => workspace.stop());

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
  properties = new Map();
});

function open(person: Account, spreadsheetId = last, language: Language = 'vi'): MenuSession {
  properties.set('par.language', language);
  const session = startMenuSession({ workspace, spreadsheetId, person, code, properties });
  sessions.push(session);
  return session;
}

async function openDialog(person: Account, spreadsheetId = last, language: Language = 'vi') {
  const session = open(person, spreadsheetId, language);
  const [shown] = await session.click(MENU_WORDS.setup[language]);
  if (shown?.kind !== 'dialog') throw new Error('no dialog was shown');
  expect(shown.title).toBe(MENU_WORDS.setup[language]);
  return driveDialog(shown.html, session);
}

async function rest(who: Account, method: string, path: string, body?: object) {
  const response = await fetch(new URL(path, workspace.sheetsUrl), {
    method,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function share(owner: Account, id: string, { email: emailAddress }: Account): Promise<void> {
  const path = `drive/v3/files/${id}/permissions?sendNotificationEmail=false`;
  await rest(owner, 'POST', path, { type: 'user', role: 'writer', emailAddress });
}

async function type(who: Account, id: string, cell: string, value: string): Promise<number> {
  const path = `v4/spreadsheets/${id}/values/${encodeURIComponent(cell)}?valueInputOption=USER_ENTERED`;
  return (await rest(who, 'PUT', path, { values: [[value]] })).status;
}

async function rows(who: Account, id: string, title: string): Promise<readonly string[][]> {
  const range = encodeURIComponent(`'${title}'`);
  return ((await rest(who, 'GET', `v4/spreadsheets/${id}/values/${range}`)).body['values'] ??
    []) as string[][];
}

async function titles(who: Account, id: string): Promise<readonly string[]> {
  const { body } = await rest(who, 'GET', `v4/spreadsheets/${id}?fields=sheets.properties.title`);
  return (body['sheets'] as { properties: { title: string } }[]).map(({ properties: { title } }) => title);
}

/** Looks at the plan, then has the workbook made; its id. */
async function make(dialog: DialogDriver): Promise<string> {
  await dialog.click('draft');
  await dialog.click('confirm');
  return ADDRESS.exec(dialog.address())?.[1] ?? `${dialog.title()}: ${dialog.lines().join('; ')}`;
}

test('a new year from the menu: the plan, a file of one’s own, entries by staff, headings by the office, results', async () => {
  const { publisher, editor: colleague, reader: staff, service } = workspace.people;
  const dialog = await openDialog(publisher);
  dialog.type('period', '2018');
  dialog.type('office', `${colleague.email}\n`);
  await dialog.click('draft');
  expect([dialog.title(), ...dialog.lines()]).toEqual([
    '1 bộ tiêu chí, 1 nhóm, 9 đơn vị, 9 kết quả các kỳ trước',
    'Bộ tiêu chí huyen: 2 tiêu chí chấm điểm',
    SETUP_MENU_WORDS.makesFile.vi,
  ]);
  const id = await make(dialog);
  expect([dialog.title(), ...dialog.lines().slice(1)]).toEqual([
    SETUP_MENU_WORDS.done.vi,
    SETUP_MENU_WORDS.readGuide.vi,
    SETUP_MENU_WORDS.needsMenu.vi,
  ]);
  expect([dialog.isVisible('confirm'), properties.get('par.new-year-file')]).toEqual([false, '']);
  const fields = encodeURIComponent('name,owners(emailAddress),permissions(emailAddress,role)');
  expect((await rest(publisher, 'GET', `drive/v3/files/${id}?fields=${fields}`)).body).toEqual({
    name: 'Chỉ số cải cách hành chính – Bình Dương 2018',
    owners: [{ emailAddress: publisher.email }],
    permissions: [
      { role: 'owner', emailAddress: publisher.email },
      { role: 'writer', emailAddress: service.email },
      { role: 'writer', emailAddress: colleague.email },
    ],
  });

  await share(publisher, id, staff);
  const matrix = await rows(staff, id, MARKS);
  const header = matrix.findIndex((row) => row.includes('Mã đơn vị'));
  const unit = matrix.findIndex((row) => row.includes('TDM'));
  const column = (matrix[header] ?? []).indexOf('I');
  const mark = `'${MARKS}'!${cellName(unit, column)}`;
  const heading = `'${MARKS}'!${cellName(header, column)}`;
  const maximum = "'Tiêu chí – huyen'!D4";
  expect(await Promise.all([mark, heading, maximum].map((cell) => type(staff, id, cell, '51')))).toEqual([
    200, 400, 400,
  ]);
  const units = await rows(staff, id, 'Đơn vị');
  const name = `'Đơn vị'!${cellName(
    units.findIndex((row) => row.includes('TDM')),
    1,
  )}`;
  expect(await Promise.all([staff, colleague].map((who) => type(who, id, name, 'TP Thủ Dầu Một')))).toEqual([
    400, 200,
  ]);
  await open(staff, id).click(MENU_WORDS.recompute.vi);
  expect((await rows(staff, id, 'Nhật ký')).at(-1)?.[2]).toBe(staff.email);
  expect(await titles(staff, id)).toContain('Tổng hợp');
});

test('what staff change afterwards marks the results of the new workbook as out of date, whoever it is', async () => {
  const { publisher, reader: staff } = workspace.people;
  const dialog = await openDialog(publisher);
  dialog.type('period', '2019');
  const id = await make(dialog);
  await share(publisher, id, staff);
  await open(publisher, id).click(MENU_WORDS.recompute.vi);
  const { body } = await rest(
    staff,
    'GET',
    `v4/spreadsheets/${id}?fields=${encodeURIComponent('sheets(properties(sheetId,title))')}`,
  );
  const sheets = body['sheets'] as { properties: { sheetId?: number; title: string } }[];
  const sheetId = sheets.find(({ properties: { title } }) => title === MARKS)?.properties.sheetId ?? 0;
  await open(staff, id).run({ functionName: 'onEdit', edited: { sheetId, row: 9, column: 5 } });
  expect((await rows(staff, id, 'Tổng hợp'))[2]?.[0]).toMatch(/^CÓ THAY ĐỔI/);
});

test('the very first year is set up in the empty spreadsheet that bears the menu', async () => {
  const { publisher, service } = workspace.people;
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const { body } = await rest(publisher, 'POST', 'drive/v3/files', { name: 'Bảng tính mới', mimeType });
  const id = String(body['id']);
  await share(publisher, id, service);
  const dialog = await openDialog(publisher, id, 'en');
  dialog.type('period', '2018');
  await dialog.click('draft');
  expect(dialog.lines()).toEqual([SETUP_MENU_WORDS.nothingChosen.en]);
  dialog.type('criteria', `huyen = https://docs.google.com/spreadsheets/d/${last}/edit?usp=sharing#gid=0`);
  dialog.type('province', 'Tỉnh thử');
  await dialog.click('draft');
  expect(dialog.lines().at(-1)).toBe(SETUP_MENU_WORDS.fillsThis.en);
  expect(await make(dialog)).toBe(id);
  expect((await titles(publisher, id)).slice(0, 4)).toEqual(['Guide', 'Settings', 'Groups', 'Units']);
  expect(await rows(publisher, id, 'Settings')).toContainEqual(expect.arrayContaining(['Tỉnh thử']));
});

test.each([
  ['vi', ['«tài liệu» không phải đường liên kết của một bảng tính.', '«lan» không phải địa chỉ thư.']],
  ['en', ['“tài liệu” is no link of a spreadsheet.', '“lan” is no e-mail address.']],
] as const)(
  'what is filled in wrongly is said before anything is asked, in %s',
  async (language, problems) => {
    const dialog = await openDialog(workspace.people.publisher, last, language);
    await dialog.click('draft');
    expect(dialog.lines()).toEqual([SETUP_MENU_WORDS.noPeriod[language]]);
    dialog.type('period', '2018');
    dialog.type('criteria', 'tài liệu');
    dialog.type('office', 'lan');
    await dialog.click('draft');
    expect(dialog.lines()).toEqual(problems);
    expect(dialog.isVisible('confirm')).toBe(false);
  },
);

test.each([
  ['reader', 'vi', 'Bạn chỉ có quyền xem bảng tính này'],
  ['editor', 'en', 'You are not named for this'],
] as const)(
  'someone who is only %s is told so as the dialog opens, and can send nothing, in %s',
  async (who, language, title) => {
    const dialog = await openDialog(workspace.people[who], last, language);
    await dialog.opened();
    dialog.type('period', '2018');
    await expect(dialog.click('draft')).rejects.toThrow('nobody can click draft');
    expect([dialog.title(), dialog.isVisible('confirm')]).toEqual([title, false]);
  },
);

test('a link that leads nowhere and a year that is there already are said with the file', async () => {
  const dialog = await openDialog(workspace.people.publisher, last, 'en');
  dialog.type('period', '2017');
  await dialog.click('draft');
  expect(dialog.title()).toBe('There are results of this period already');
  dialog.type('period', '2018');
  dialog.type('criteria', '1AbCdEfGhIjKlMnOpQrStUvWxYz');
  await dialog.click('draft');
  expect([dialog.title(), dialog.lines().at(-1)]).toEqual([
    'A workbook that was named cannot be opened',
    'http://127.0.0.1:9202/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/edit',
  ]);
});

test('a change of the form after the plan was shown takes the button away until a new plan is shown', async () => {
  const dialog = await openDialog(workspace.people.publisher);
  dialog.type('period', '2018');
  await dialog.click('draft');
  expect(dialog.isVisible('confirm')).toBe(true);
  dialog.type('period', '2019');
  expect(dialog.isVisible('confirm')).toBe(false);
});

test('a file that was made and not filled is taken at the next try; one that was filled meanwhile is left alone', async () => {
  const { publisher, service } = workspace.people;
  const { body } = await rest(publisher, 'POST', 'drive/v3/files', {
    name: 'Sổ làm dở',
    mimeType: 'application/vnd.google-apps.spreadsheet',
  });
  const begun = String(body['id']);
  await share(publisher, begun, service);
  properties.set('par.new-year-file', begun);
  const dialog = await openDialog(publisher);
  dialog.type('period', '2018');
  expect(await make(dialog)).toBe(begun);

  properties.set('par.new-year-file', begun);
  await dialog.click('draft');
  await dialog.click('confirm');
  expect([dialog.title(), dialog.lines().at(-1)]).toEqual([
    'Tệp mới không trống',
    `Tệp đã tạo, dùng lại ở lần bấm sau: http://127.0.0.1:9202/spreadsheets/d/${begun}/edit`,
  ]);
  await dialog.click('confirm');
  expect(ADDRESS.exec(dialog.address())?.[1]).not.toBe(begun);
});
