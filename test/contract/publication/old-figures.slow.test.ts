import { afterEach, beforeEach, expect, test } from 'vitest';
import { cellName } from '../../../src/workbook/a1.ts';
import { valuesSeenBy } from './publication-views.ts';
import {
  makePublicationWorld,
  OUTSIDER,
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

/** The lines of the newest release in the corrections log, without what belongs to the release. */
async function newestLines(number: number) {
  const log = await valuesSeenBy(OUTSIDER, world, resultsId, 'Nhật ký đính chính');
  return log.filter((row) => row[0] === number).map((row) => row.slice(5));
}

async function typeIntoResults(cell: string, value: string | number) {
  const path = `/v4/spreadsheets/${resultsId}/values/${encodeURIComponent(cell)}?valueInputOption=RAW`;
  expect((await world.call(PUBLISHER, 'PUT', path, { values: [[value]] })).status).toBe(200);
}

test('figures that were typed over by hand are never told as the old ones: the published ones are, as long as they can be proved', async () => {
  await typeIntoResults(`'${RANKING}'!F6`, 11.11);
  const drafted = await world.publish(REQUEST);
  expect(drafted.outcome).toMatchObject({ kind: 'draft', corrections: [], figures: [] });
  expect(drafted.outcome).not.toHaveProperty('unproven');
  await world.type(world.mark, 41.75);
  await world.recompute();
  const changed = await world.publish(REQUEST);
  expect(changed.outcome).toMatchObject({ kind: 'draft', corrections: [], figures: [], unproven: 1 });
  expect((await world.publishAll(REQUEST)).outcome.kind).toBe('published');
  expect((await newestLines(2)).map((line) => line[2])).toEqual([
    undefined,
    'Tệp đã bị sửa tay sau lần công bố 1: số trong tệp không còn khớp mã nội dung của lần đó, nên không nêu là số cũ được',
  ]);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
});

test('once the file holds again what was published, its figures are told as the old ones', async () => {
  const cell = `'${RANKING}'!F6`;
  await typeIntoResults(cell, 11.11);
  await typeIntoResults(cell, 84.58);
  await world.type(world.mark, 41.75);
  await world.recompute();
  await world.publishAll(REQUEST);
  const led = (await newestLines(2)).find((line) => line[0] === RANKING && line[1] === 'TDM');
  expect(led?.slice(0, 7)).toEqual([RANKING, 'TDM', 'Thành phố Thủ Dầu Một', 1, 8, 84.58, 74.58]);
});

test('a tab that is no longer published leaves a line with the hash of its cells, one that is added a line', async () => {
  const cellsOf = async (title: string) => {
    const grid = await valuesSeenBy(OUTSIDER, world, resultsId, title);
    return grid
      .toSpliced(2, 1)
      .flat()
      .filter((cell) => cell !== '').length;
  };
  const [byField, summary] = ['Theo lĩnh vực – Huyện, thị xã, thành phố', 'Tổng hợp'];
  const [inByField, inSummary] = [await cellsOf(byField), await cellsOf(summary)];
  await world.publishAll({ ...REQUEST, tabs: ['ranking.huyen', 'announcement'] });
  const lines = await newestLines(2);
  const words = lines.slice(1).map(([tab, , text]) => [tab, String(text).replace(/[0-9a-f]{64}/, '#')]);
  expect(words).toEqual([
    ['Thông báo kết quả', 'Công bố thêm trang này'],
    [byField, `Không còn công bố trang này (${inByField} ô, mã nội dung #)`],
    [summary, `Không còn công bố trang này (${inSummary} ô, mã nội dung #)`],
  ]);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
});

/** The tab of the units, as the office has it. */
const unitsOf = () => valuesSeenBy(PUBLISHER, world, world.controlId, 'Đơn vị');

/** The office adds a column of whom to ask, and fills it in for Thủ Dầu Một. */
async function addContact(person: string) {
  const units = await unitsOf();
  const header = units.findIndex((row) => row.includes('Mã đơn vị'));
  const unit = units.findIndex((row) => row.includes('TDM'));
  const column = units[header]?.length ?? 0;
  await world.type(`'Đơn vị'!${cellName(header, column)}`, 'Đầu mối');
  await world.type(`'Đơn vị'!${cellName(unit, column)}`, person);
  await world.recompute();
}

async function rename(name: string) {
  const units = await unitsOf();
  const row = units.findIndex((cells) => cells.includes('TDM'));
  await world.type(`'Đơn vị'!${cellName(row, units[row]?.indexOf('TDM') ?? 0).replace('A', 'B')}`, name);
  await world.recompute();
}

test('a text that stood in the log before it became somebody’s contact is not told on, and the chain proves the lines as they stand since', async () => {
  await rename('Thủ Dầu Một (Nguyễn Văn Bảy)');
  await world.publishAll(REQUEST);
  await rename('Thành phố Thủ Dầu Một');
  await world.publishAll(REQUEST);
  const before = (await newestLines(3)).slice(1);
  expect(before.flat().filter((cell) => /Nguyễn Văn Bảy/.test(String(cell)))).not.toEqual([]);
  await addContact('Nguyễn Văn Bảy');
  expect((await world.publishAll(REQUEST)).outcome.kind).toBe('published');

  const log = (await valuesSeenBy(OUTSIDER, world, resultsId, 'Nhật ký đính chính')).flat();
  expect(log.filter((cell) => /Nguyễn Văn Bảy/.test(String(cell)))).toEqual([]);
  const withheld = (cell: unknown) => (/Nguyễn Văn Bảy/.test(String(cell)) ? '(không nêu lại)' : cell);
  expect((await newestLines(3)).slice(1)).toEqual(before.map((line) => line.map(withheld)));
  const stated = (await newestLines(4))
    .map((line) => String(line[2]))
    .filter((text) => /^Các dòng/.test(text));
  expect(stated.map((text) => text.replace(/[0-9a-f]{64}/, '#'))).toEqual([
    expect.stringMatching(
      /^Các dòng của lần công bố 2 nay có \d+ ô không nêu lại; mã của các dòng như đang hiện: #$/,
    ),
    expect.stringMatching(
      /^Các dòng của lần công bố 3 nay có \d+ ô không nêu lại; mã của các dòng như đang hiện: #$/,
    ),
  ]);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });

  const grid = await valuesSeenBy(OUTSIDER, world, resultsId, 'Nhật ký đính chính');
  const row = grid.findIndex((cells) => cells[0] === 3 && cells.includes('(không nêu lại)'));
  const column = grid[row]?.indexOf('(không nêu lại)') ?? 0;
  await typeIntoResults(`'Nhật ký đính chính'!${cellName(row, column)}`, 'ai đó');
  const { outcome } = await world.verify(resultsId);
  expect(outcome).toMatchObject({ differences: [{ kind: 'hash', of: 'corrections', number: 3 }] });
  await world.publishAll(REQUEST);
  expect((await world.verify(resultsId)).outcome).toMatchObject({
    differences: [{ kind: 'hash', of: 'corrections', number: 3 }],
  });
});

test('who publishes is public by their own statement, also when the office lists them as a contact later', async () => {
  await world.publishAll({ ...REQUEST, who: 'Trần Văn Tám, Giám đốc Sở Nội vụ' });
  await addContact('Trần Văn Tám');
  expect((await world.publishAll(REQUEST)).outcome.kind).toBe('published');
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
});
