import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Difference } from '../../../src/domain/difference.ts';
import { cellName } from '../../../src/workbook/a1.ts';
import { valuesSeenBy } from './publication-views.ts';
import {
  COLLEAGUE,
  makePublicationWorld,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
} from './publication-world.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

let world: PublicationWorld;
let resultsId: string;
beforeEach(async () => {
  world = await makePublicationWorld();
  resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
});
afterEach(() => world.close());

async function differences(id = resultsId): Promise<readonly Difference[]> {
  const { outcome } = await world.verify(id);
  if (outcome.kind !== 'verified') throw new Error(outcome.kind);
  return outcome.differences;
}

async function put(range: string, value: unknown, id = resultsId) {
  const path = `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}?valueInputOption=RAW`;
  const { status, body } = await world.call(PUBLISHER, 'PUT', path, { values: [[value]] });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

async function tabId(title: string) {
  const { body } = await world.call(
    PUBLISHER,
    'GET',
    `/v4/spreadsheets/${resultsId}?fields=sheets.properties(sheetId,title)`,
  );
  const sheets = body['sheets'] as { properties: { sheetId: number; title: string } }[];
  return sheets.find(({ properties }) => properties.title === title)?.properties.sheetId;
}

test('what was published is identical with what the rules give', async () => {
  const { outcome } = await world.verify(resultsId);
  expect(outcome).toMatchObject({ kind: 'verified', differences: [], release: { number: 1 } });
});

test('one changed digit is found, with its cell, and the content hash no longer holds', async () => {
  await put(`'${RANKING}'!F6`, 96.98);
  const found = await differences();
  expect(found.map(({ kind }) => kind)).toEqual(['hash', 'cell']);
  expect(found[0]).toMatchObject({ of: 'content', number: 1 });
  expect(found[1]).toMatchObject({ kind: 'cell', tab: RANKING, cell: 'F6', published: 96.98 });
});

test('one changed digit is found in every tab that can be published', async () => {
  const { outcome } = await world.publish(REQUEST);
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  await world.publishAll({ ...REQUEST, tabs: outcome.choices.map(({ key }) => key) });
  const changed: string[] = [];
  for (const { title } of outcome.choices) {
    // biome-ignore lint/performance/noAwaitInLoops: somebody goes from tab to tab
    const grid = await valuesSeenBy(PUBLISHER, world, resultsId, title);
    const row = grid.findIndex((cells, index) => index > 3 && cells.some((cell) => /\d/.test(String(cell))));
    const column = (grid[row] ?? []).findIndex((cell) => /\d/.test(String(cell)));
    const value = grid[row]?.[column];
    const other =
      typeof value === 'number'
        ? value + 0.01
        : String(value).replace(/\d/, (digit) => `${9 - Number(digit)}`);
    await put(`'${title}'!${cellName(row, column)}`, other);
    changed.push(`${title} ${cellName(row, column)}`);
  }
  const found = await differences();
  expect(found.flatMap((each) => (each.kind === 'cell' ? [`${each.tab} ${each.cell}`] : []))).toEqual(
    changed,
  );
});

test('a figure that is shown as another one is found although its value stands, and is written anew by the next release', async () => {
  const start = { sheetId: await tabId(RANKING), rowIndex: 5, columnIndex: 5 };
  const numberFormat = { type: 'NUMBER', pattern: '"69,98"' };
  const rows = [{ values: [{ userEnteredFormat: { numberFormat } }] }];
  await world.call(PUBLISHER, 'POST', `/v4/spreadsheets/${resultsId}:batchUpdate`, {
    requests: [{ updateCells: { start, rows, fields: 'userEnteredFormat.numberFormat' } }],
  });
  expect(await differences()).toEqual([
    { kind: 'number-format', tab: RANKING, cell: 'F6', published: '"69,98"', recomputed: '0.00' },
  ]);
  await world.publishAll({ ...REQUEST, why: 'Sửa cách hiển thị' });
  expect(await differences()).toEqual([]);
});

test('two tabs that changed their titles are told', async () => {
  const [ranking, summary] = [await tabId(RANKING), await tabId('Tổng hợp')];
  const titled = (sheetId: number | undefined, title: string) => ({
    updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
  });
  await world.call(PUBLISHER, 'POST', `/v4/spreadsheets/${resultsId}:batchUpdate`, {
    requests: [titled(ranking, 'Tạm'), titled(summary, RANKING), titled(ranking, 'Tổng hợp')],
  });
  expect(await differences()).toEqual([
    { kind: 'renamed-tab', tab: RANKING, published: 'Tổng hợp' },
    { kind: 'renamed-tab', tab: 'Tổng hợp', published: RANKING },
  ]);
});

test('a row of a unit that does not exist is found', async () => {
  const sheetId = await tabId(RANKING);
  const range = { sheetId, dimension: 'ROWS', startIndex: 14, endIndex: 15 };
  await world.call(PUBLISHER, 'POST', `/v4/spreadsheets/${resultsId}:batchUpdate`, {
    requests: [{ insertDimension: { range, inheritFromBefore: true } }],
  });
  await put(`'${RANKING}'!B15`, 'LA');
  const found = await differences();
  expect(found).toContainEqual(expect.objectContaining({ kind: 'cell', cell: 'B15', published: 'LA' }));
});

test('a reason that was reworded in the file breaks the chain', async () => {
  await put("'Cách kiểm tra'!F13", 'theo ý kiến chỉ đạo');
  expect(await differences()).toEqual(
    expect.arrayContaining([
      { kind: 'chain', fault: 'changed', number: 1 },
      expect.objectContaining({ kind: 'cell', tab: 'Nhật ký đính chính', cell: 'E6' }),
    ]),
  );
});

test('a chain that was sealed anew by hand no longer fits the log of the control workbook', async () => {
  await world.type(world.mark, 41.75);
  await world.recompute();
  await world.publishAll({ ...REQUEST, why: 'Đính chính' });
  const sheetId = await tabId('Cách kiểm tra');
  const range = { sheetId, dimension: 'ROWS', startIndex: 12, endIndex: 13 };
  await world.call(PUBLISHER, 'POST', `/v4/spreadsheets/${resultsId}:batchUpdate`, {
    requests: [{ deleteDimension: { range } }],
  });
  expect(await differences()).toEqual(
    expect.arrayContaining([
      { kind: 'chain', fault: 'torn', number: 2 },
      { kind: 'unpublished', number: 1 },
    ]),
  );
});

test('old figures that were taken out of the corrections are missed', async () => {
  await world.type(world.mark, 41.75);
  await world.recompute();
  await world.publishAll({ ...REQUEST, why: 'Đính chính' });
  await put("'Nhật ký đính chính'!I8", 99);
  expect(await differences()).toEqual([
    expect.objectContaining({ kind: 'hash', of: 'corrections', number: 2 }),
  ]);
});

test('entries that changed since are told apart from a file that changed: its own content hash still holds', async () => {
  await world.type(world.mark, 41.75);
  const found = await differences();
  const hashes = found.flatMap((each) => (each.kind === 'hash' ? each.of : []));
  expect(hashes).toEqual(['inputs', 'results']);
  expect(found.some((each) => each.kind === 'cell' && each.tab === RANKING)).toBe(true);
});

test('a tab too many, a tab too few, and what lies behind the cells are told', async () => {
  const summary = await tabId('Tổng hợp');
  await world.call(PUBLISHER, 'POST', `/v4/spreadsheets/${resultsId}:batchUpdate`, {
    requests: [
      { deleteSheet: { sheetId: summary } },
      { addSheet: { properties: { title: 'Khác' } } },
      {
        updateCells: {
          start: { sheetId: await tabId(RANKING), rowIndex: 6, columnIndex: 2 },
          rows: [{ values: [{ note: 'x' }] }],
          fields: 'note',
        },
      },
    ],
  });
  const found = await differences();
  expect(found).toEqual(
    expect.arrayContaining([
      { kind: 'missing-tab', tab: 'Tổng hợp' },
      { kind: 'foreign-tab', tab: 'Khác' },
      { kind: 'leak', leak: { kind: 'note', tab: RANKING, cell: 'C7' } },
    ]),
  );
});

test('a file without releases is no results file, and entries with errors cannot be computed again', async () => {
  const other = await world.newFile(COLLEAGUE);
  expect((await world.verify(other)).outcome).toEqual({ kind: 'not-these-results' });
  await world.type(world.mark, 'năm mươi');
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'entries-have-errors' });
});
