import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { PUBLISH_MENU_WORDS } from '../../src/domain/messages/publish-menu-words.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import type { Shown } from '../../src/local/script-host/fakes/protocol.ts';
import { bundleMenu, type MenuSession, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type DialogDriver, driveDialog } from './dialog-driver.ts';
import { appraisedMark } from './mark-cell.ts';
import { ADDRESS } from './office.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const BY_FIELD = 'Theo lĩnh vực – Huyện, thị xã, thành phố';

let workspace: Workspace;
let code: string;
let controlId: string;
let properties: Map<string, string>;
const sessions: MenuSession[] = [];

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  code = await bundleMenu(workspace.functionsUrl);
});
afterAll(() => workspace.stop());

let workbooks = 0;
/** A control workbook of its own for each test. */
beforeEach(async () => {
  workbooks += 1;
  const sample = await readSample(SAMPLE);
  const named = { ...sample, title: `${sample.title} ${workbooks}` };
  ({ spreadsheetId: controlId } = await workspace.openSample(named));
  properties = new Map();
});

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
});

function open(person: Account, language: Language = 'vi'): MenuSession {
  properties.set('par.language', language);
  const session = startMenuSession({ workspace, spreadsheetId: controlId, person, code, properties });
  sessions.push(session);
  return session;
}

async function openDialog(person: Account, entry: 'publish' | 'withdraw', language: Language = 'vi') {
  const session = open(person, language);
  const [shown] = await session.click(MENU_WORDS[entry][language]);
  if (shown?.kind !== 'dialog') throw new Error('no dialog was shown');
  expect(shown.title).toBe(MENU_WORDS[entry][language]);
  return driveDialog(shown.html, session);
}

function fill(dialog: DialogDriver, why = 'Công bố theo kế hoạch'): void {
  dialog.choose('anyone');
  dialog.type('who', 'Sở Nội vụ');
  dialog.type('why', why);
}

async function publishAs(person: Account, why?: string): Promise<string> {
  const dialog = await openDialog(person, 'publish');
  fill(dialog, why);
  await dialog.click('draft');
  await dialog.click('confirm');
  return ADDRESS.exec(dialog.address())?.[1] ?? dialog.title();
}

async function call(who: Account, method: string, path: string, body?: unknown) {
  const response = await fetch(new URL(path, workspace.sheetsUrl), {
    method,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function rows(who: Account, id: string, title: string): Promise<readonly string[][]> {
  const range = encodeURIComponent(`'${title}'`);
  const { body } = await call(who, 'GET', `/v4/spreadsheets/${id}/values/${range}`);
  return (body['values'] ?? []) as string[][];
}

const recompute = () => open(workspace.people.editor).click(MENU_WORDS.recompute.vi);
const typeMark = async (value: string) =>
  workspace.editor.typeCell(controlId, await appraisedMark(workspace.editor, controlId), value);
const alerts = (shown: readonly Shown[]) =>
  shown.flatMap((what) => (what.kind === 'alert' ? [[what.title, what.text]] : []));

test('the year’s end: compute, publish, read as one of the public, correct under the same link, verify, withdraw', async () => {
  const { publisher, editor, outsider } = workspace.people;
  await recompute();
  const resultsId = await publishAs(publisher);
  expect(await rows(outsider, resultsId, RANKING)).not.toEqual([]);
  const written = await call(
    outsider,
    'PUT',
    `/v4/spreadsheets/${resultsId}/values/A1?valueInputOption=RAW`,
    {
      values: [['x']],
    },
  );
  expect([written.status, (await call(outsider, 'GET', `/v4/spreadsheets/${controlId}`)).status]).toEqual([
    403, 403,
  ]);

  await typeMark('41,75');
  await recompute();
  expect(await publishAs(publisher, 'Sửa điểm theo kết luận kiểm tra')).toBe(resultsId);
  const corrections = await rows(outsider, resultsId, 'Nhật ký đính chính');
  expect(corrections.find((row) => row[6] === 'TDM')?.slice(8, 12)).toEqual(['1', '8', '84,58', '74,58']);

  const [, identical] = alerts(await open(editor).click(MENU_WORDS.verify.vi))[0] ?? [];
  expect(identical).toMatch(/^GIỐNG HỆT: [\d.]+ ô của lần công bố 2/);

  const dialog = await openDialog(publisher, 'withdraw');
  dialog.type('who', 'Sở Nội vụ');
  dialog.type('why', 'Rà soát lại');
  await dialog.click('confirm');
  expect(dialog.title()).toMatch(/^Đã rút lần công bố 2/);
  expect((await call(outsider, 'GET', `/v4/spreadsheets/${resultsId}`)).status).toBe(403);
  expect(await publishAs(publisher, 'Công bố lại')).toBe(resultsId);
  expect((await call(outsider, 'GET', `/v4/spreadsheets/${resultsId}`)).status).toBe(200);
});

test.each([
  ['vi', 'Bản nháp lần công bố 1. Người được xem: mọi người thuộc elsewhere.test.'],
  ['en', 'Draft of release 1. Readers: everyone at elsewhere.test.'],
] as const)('the dialog shows the draft before anything can be confirmed, in %s', async (language, title) => {
  await recompute();
  const dialog = await openDialog(workspace.people.publisher, 'publish', language);
  expect([dialog.caption('confirm'), dialog.isVisible('confirm'), dialog.isVisible('warning')]).toEqual([
    PUBLISH_MENU_WORDS.confirm[language],
    false,
    false,
  ]);
  await dialog.click('draft');
  expect(dialog.lines()).toEqual([PUBLISH_MENU_WORDS.incomplete[language]]);
  fill(dialog);
  dialog.choose('in-domain');
  dialog.type('domain', '@elsewhere.test');
  await dialog.click('draft');
  expect(dialog.title()).toBe(title);
  expect(dialog.lines()).toContain(PUBLISH_MENU_WORDS.noLeak[language]);
  expect(dialog.lines()).toContain(PUBLISH_MENU_WORDS.makesFile[language]);
  expect(dialog.isVisible('confirm')).toBe(true);
  // Whatever is changed takes the confirmation away until a new draft is shown.
  dialog.tick('copying');
  expect(dialog.isVisible('confirm')).toBe(false);
  expect(properties.has('par.new-results-file')).toBe(false);
});

test('only the tabs that stay ticked are published, and none at all is no publication', async () => {
  const { publisher, outsider } = workspace.people;
  await recompute();
  const dialog = await openDialog(publisher, 'publish');
  expect(dialog.isVisible('tabs')).toBe(false);
  fill(dialog);
  await dialog.click('draft');
  expect(dialog.tabs()).toEqual([
    [RANKING, true],
    [BY_FIELD, true],
    ['Phân tích tiêu chí – Huyện, thị xã, thành phố', false],
    ['Hồ sơ đơn vị – Huyện, thị xã, thành phố', false],
    ['Tổng hợp', true],
    ['Thông báo kết quả', false],
  ]);
  for (const title of [RANKING, BY_FIELD, 'Tổng hợp']) dialog.tickTab(title);
  expect(dialog.isVisible('confirm')).toBe(false);
  await dialog.click('draft');
  expect(dialog.lines()).toEqual([PUBLISH_MENU_WORDS.incomplete.vi]);
  dialog.tickTab('Tổng hợp');
  await dialog.click('draft');
  expect(dialog.lines()).toContain(
    'Các trang: Tổng hợp; Phương pháp tính; Cách kiểm tra; Nhật ký đính chính.',
  );
  await dialog.click('confirm');
  const resultsId = ADDRESS.exec(dialog.address())?.[1] ?? '';
  expect(await rows(outsider, resultsId, 'Tổng hợp')).not.toEqual([]);
  expect(await rows(outsider, resultsId, RANKING)).toEqual([]);
});

test('a publication is made in a file of the publisher’s own, which the functions’ account fills', async () => {
  const { publisher, service } = workspace.people;
  await recompute();
  const resultsId = await publishAs(publisher);
  const fields = 'name,owners(emailAddress),permissions(emailAddress,role,type)';
  const { body } = await call(
    publisher,
    'GET',
    `/drive/v3/files/${resultsId}?fields=${encodeURIComponent(fields)}`,
  );
  expect(body).toEqual({
    name: 'Kết quả Chỉ số cải cách hành chính – Bình Dương 2017',
    owners: [{ emailAddress: publisher.email }],
    permissions: [
      { type: 'user', role: 'owner', emailAddress: publisher.email },
      { type: 'user', role: 'writer', emailAddress: service.email },
      { type: 'anyone', role: 'reader' },
    ],
  });
  expect((await rows(publisher, resultsId, RANKING))[5]?.slice(-2)).toEqual(['84,58', '84,58']);
});

test.each([
  ['reader', 'vi', 'Bạn chỉ có quyền xem bảng tính này'],
  ['reader', 'en', 'You may only view this workbook'],
  ['editor', 'vi', 'Bạn chưa được giao việc này'],
  ['editor', 'en', 'You are not named for this'],
] as const)(
  'someone who is only %s and wants to publish or withdraw is told so as the dialog opens, can send nothing, and nothing happens, in %s',
  async (who, language, title) => {
    await recompute();
    const person = workspace.people[who];
    for (const [entry, button] of [
      ['publish', 'draft'],
      ['withdraw', 'confirm'],
    ] as const) {
      // biome-ignore lint/performance/noAwaitInLoops: a person opens one dialog after another
      const dialog = await openDialog(person, entry, language);
      await dialog.opened();
      expect(dialog.title()).toBe(title);
      fill(dialog);
      await expect(dialog.click(button)).rejects.toThrow(`nobody can click ${button}`);
    }
    expect([...(await workspace.editor.tabTitles(controlId)).keys()]).not.toContain('releases');
  },
);

test('verify tells every difference, and a reader that it is not for them', async () => {
  const { publisher, editor, reader } = workspace.people;
  await recompute();
  const [[nothing = ''] = []] = alerts(await open(editor, 'en').click(MENU_WORDS.verify.en));
  expect(nothing).toBe('Nothing was published yet');
  const resultsId = await publishAs(publisher);
  const range = encodeURIComponent(`'${RANKING}'!F6`);
  await call(publisher, 'PUT', `/v4/spreadsheets/${resultsId}/values/${range}?valueInputOption=RAW`, {
    values: [[84.59]],
  });
  const [[, text = ''] = []] = alerts(await open(editor, 'en').click(MENU_WORDS.verify.en));
  expect(text).toContain(`${RANKING}!F6: published “84.59”, computed again “84.58”.`);
  const [[title = ''] = []] = alerts(await open(reader, 'vi').click(MENU_WORDS.verify.vi));
  expect(title).toBe('Bạn chỉ có quyền xem bảng tính này');
});

test('a second publisher goes on where the first one’s browser was closed: a file of another’s is not taken', async () => {
  const { publisher } = workspace.people;
  await recompute();
  properties.set('par.new-results-file', controlId);
  const resultsId = await publishAs(publisher);
  expect(resultsId).not.toBe(controlId);
  expect(properties.get('par.new-results-file')).toBe(resultsId);
});

test('the functions’ log names nobody who published, read or was invited', () => {
  const log = workspace.logged().join('\n');
  expect(log).toContain('"message":"publish"');
  for (const secret of ['@', 'Sở Nội vụ', 'Công bố theo kế hoạch', '84,58', '84.58', 'TDM', controlId])
    expect(log).not.toContain(secret);
});
