import { afterAll, beforeAll, expect, test } from 'vitest';
import { googleAs } from '../../../../src/local/page/server/google-as.ts';
import { makeRichWorkbook, SHEETS, share } from '../rich-workbook.ts';
import { type House, jsonCall, openHouse } from './page-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { standIn, people, id } = house;
  const letIn = (emailAddress: string, role: string) =>
    share(standIn.rootUrl, people.editor.token, id, { type: 'user', role, emailAddress });
  await letIn(people.reader.email, 'reader');
  await letIn(people.publisher.email, 'writer');
});
afterAll(() => house.stop());

const api = (more: string, as: string) =>
  `/api/workbooks/${house.id}${more}${more.includes('?') ? '&' : '?'}as=${as}`;

const versionNow = async () => JSON.parse((await house.ask(api('', 'editor'))).text).version;

async function send(as: string, edits: readonly object[]) {
  const { status, text } = await house.ask(
    api('/edits', as),
    jsonCall({ version: await versionNow(), edits }),
  );
  return { status, body: JSON.parse(text) };
}

const editOf = (id: string, row: number, column: number, text: string, seen: unknown) => ({
  id,
  tab: SHEETS.scores,
  row,
  column,
  values: [[text]],
  seen: [[seen]],
});

test('edits are written in order as the person, each told for itself, with what changed for all', async () => {
  const edits = [
    editOf('a', 3, 2, '0,5', 1.75),
    editOf('b', 3, 2, '1,25', 0.5),
    editOf('c', 3, 2, '1', 1.75),
    editOf('d', 4, 2, 'ba', 0.5),
  ];
  const { body } = await send('editor', edits);
  expect(body.outcomes.map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome])).toEqual([
    ['a', 'applied'],
    ['b', 'applied'],
    ['c', 'refused'],
    ['d', 'refused'],
  ]);
  expect(body.changes).toMatchObject({ kind: 'changed', change: { kind: 'cells' } });
  const changed = body.changes.change.cells.find(
    ({ tab, row, column }: { tab: number; row: number; column: number }) =>
      tab === SHEETS.scores && row === 3 && column === 2,
  );
  expect(changed.cell.value).toBe(1.25);
  const { standIn, people } = house;
  expect(standIn.stored(house.id)?.file.lastModifyingUser).toBe(people.editor.email);
});

test('when somebody inserts a row, what another entered in a blank cell below goes to no other unit', async () => {
  const { standIn, people } = house;
  const id = await makeRichWorkbook(standIn.rootUrl, people.editor.token);
  const google = googleAs(standIn.rootUrl, people.editor.token);
  const range = { sheetId: SHEETS.scores, dimension: 'ROWS', startIndex: 3, endIndex: 4 };
  const requests = [{ insertDimension: { range } }];
  expect(
    (await google(`v4/spreadsheets/${id}:batchUpdate`, { method: 'POST', body: { requests } })).status,
  ).toBe(200);
  const edit = { ...editOf('a', 4, 8, '1', null), marks: [{ row: 4, column: 0, seen: 'TA' }] };
  const { text } = await house.ask(
    `/api/workbooks/${id}/edits?as=editor`,
    jsonCall({ version: 1, edits: [edit] }),
  );
  expect(JSON.parse(text).outcomes).toEqual([
    {
      id: 'a',
      outcome: 'refused',
      reason: expect.objectContaining({ vi: expect.stringContaining('«TA», nay ghi «TDM»') }),
    },
  ]);
});

test.each([
  { kind: 'refuse', status: 429 },
  { kind: 'refuse', status: 503 },
  { kind: 'refuse-after-commit', status: 503 },
  { kind: 'cut-after-commit' },
] as const)(
  'an edit that meets $kind $status is not refused: it and those after it wait, and are written once when they are sent again',
  async (fault) => {
    const { standIn, people } = house;
    const id = await makeRichWorkbook(standIn.rootUrl, people.editor.token);
    const edits = [
      editOf('a', 4, 2, '0,75', 0.5),
      editOf('b', 5, 2, '1,5', 2),
      editOf('c', 5, 2, '1,25', 1.5),
    ];
    const write = async (some: readonly object[]) =>
      JSON.parse(
        (await house.ask(`/api/workbooks/${id}/edits?as=editor`, jsonCall({ version: 1, edits: some }))).text,
      );
    await write(edits.slice(0, 1));
    standIn.faults.add({ ...fault, methods: ['sheets.spreadsheets.values.update'], times: 1 });
    expect(await write(edits.slice(1))).toMatchObject({ outcomes: [], isBusy: true });
    expect(await write(edits.slice(1))).toMatchObject({
      outcomes: [
        { id: 'b', outcome: 'applied' },
        { id: 'c', outcome: 'applied' },
      ],
      isBusy: false,
    });
  },
);

test('a reader changes nothing, whatever the page of a reader sends', async () => {
  const before = await versionNow();
  const { body } = await send('reader', [editOf('a', 4, 2, '1', 0.5)]);
  expect(body.outcomes).toEqual([
    { id: 'a', outcome: 'refused', reason: expect.objectContaining({ en: expect.any(String) }) },
  ]);
  expect(await versionNow()).toBe(before);
});

test('a window is told nothing, the difference, or the whole, by how far it is behind', async () => {
  const version = await versionNow();
  const since = async (known: number) =>
    JSON.parse((await house.ask(api(`/changes?version=${known}`, 'editor'))).text);
  expect(await since(version)).toEqual({ kind: 'none' });
  await send('publisher', [editOf('a', 4, 2, '0,75', 0.5)]);
  expect(await since(version)).toMatchObject({ kind: 'changed', change: { kind: 'cells' } });
  expect(await since(-1)).toMatchObject({ kind: 'changed', change: { kind: 'whole' } });
});

test('a workbook that was deleted is gone for whoever has it open', async () => {
  const { standIn, people } = house;
  const id = await makeRichWorkbook(standIn.rootUrl, people.editor.token);
  await house.ask(`/workbook/${id}/trash?as=editor`, {
    method: 'POST',
    body: 'trashed=true',
  });
  const { text } = await house.ask(`/api/workbooks/${id}/changes?version=1`);
  expect([text, (await house.ask(`/api/workbooks/${id}`)).status]).toEqual(['{"kind":"gone"}', 404]);
});

test('only the owner deletes', async () => {
  const { status } = await house.ask(`/workbook/${house.id}/trash?as=publisher`, {
    method: 'POST',
    body: 'trashed=true',
  });
  expect([status, house.standIn.stored(house.id)?.file.trashed]).toEqual([403, false]);
});

test.each([
  ['a version that is none', 'GET', () => api('/changes?version=x', 'editor'), 400],
  ['a path that cannot be read', 'GET', () => '/workbook/%E0%A4%A', 404],
  ['a way that a path does not know', 'DELETE', () => api('', 'editor'), 405],
])('%s is refused', async (_, method, path, status) => {
  expect((await house.ask(path(), { method })).status).toBe(status);
});

test.each([
  ['no JSON', 'x'],
  ['edits without values', JSON.stringify({ version: 1, edits: [{ id: 'a' }] })],
  [
    'values beside their place',
    JSON.stringify({ version: 1, edits: [{ ...editOf('a', -1, 0, '1', null) }] }),
  ],
])('%s is refused whole', async (_, body) => {
  const headers = { 'content-type': 'application/json' };
  const { status } = await house.ask(api('/edits', 'editor'), { method: 'POST', headers, body });
  expect(status).toBe(400);
});

test('nothing unexpected happened meanwhile', () => {
  expect(house.reported).toEqual([]);
});
