import { afterEach, beforeEach, expect, test } from 'vitest';
import { cellName } from '../../../src/workbook/a1.ts';
import { titlesSeenBy, valuesSeenBy } from './publication-views.ts';
import {
  COLLEAGUE,
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
} from './publication-world.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

let world: PublicationWorld;
beforeEach(async () => {
  world = await makePublicationWorld();
});
afterEach(() => world.close());

const titles = (id: string, who = OUTSIDER) => titlesSeenBy(who, world, id);
const values = (id: string, title: string, who = OUTSIDER) => valuesSeenBy(who, world, id, title);

test.each(['marks.self-assessment.huyen', 'run-log', 'issues', 'units', 'ranking.nowhere'])(
  'the tab %s cannot be published',
  async (key) => {
    const { outcome } = await world.publish({ ...REQUEST, tabs: ['summary', key] });
    expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'not-publishable', tabs: [key] } });
  },
);

test('nothing is published while entries have errors, or while the results that stand are not those of the entries', async () => {
  await world.type(world.mark, 50);
  expect((await world.publish(REQUEST)).outcome).toMatchObject({ refusal: { kind: 'results-out-of-date' } });
  await world.type(world.mark, 'năm mươi');
  expect((await world.publish(REQUEST)).outcome).toMatchObject({ refusal: { kind: 'entries-have-errors' } });
  await world.type(world.mark, '51,75');
  expect((await world.publish(REQUEST)).outcome).toMatchObject({ kind: 'draft' });
  await world.type(`'${RANKING}'!H6`, 99.99);
  expect((await world.publish(REQUEST)).outcome).toMatchObject({ refusal: { kind: 'results-out-of-date' } });
});

test('warnings do not keep results from being published: the summary that counts them stands', async () => {
  const rows = await values(world.controlId, 'Cài đặt', PUBLISHER);
  await world.type(`'Cài đặt'!A${rows.length + 1}`, 'Mục riêng của phòng');
  await world.recompute();
  const summary = await values(world.controlId, 'Tổng hợp', PUBLISHER);
  expect(summary.flat().filter((cell) => /cảnh báo/.test(String(cell)))).toEqual(['0 lỗi, 1 cảnh báo']);
  expect((await world.publish(REQUEST)).outcome.kind).toBe('draft');
});

/** The cell right of a label in a tab of the control workbook. */
async function cellBeside(title: string, label: string, columns: number): Promise<string> {
  const grid = await values(world.controlId, title, PUBLISHER);
  const row = grid.findIndex((cells) => cells.includes(label));
  return `'${title}'!${cellName(row, (grid[row] ?? []).indexOf(label) + columns)}`;
}

test('provisional results are published only by somebody who says so, and every tab says what they are', async () => {
  await world.type(await cellBeside('Cài đặt', 'Trạng thái kết quả', 2), 'Tạm tính');
  await world.recompute();
  expect((await world.publish(REQUEST)).outcome).toMatchObject({
    refusal: { kind: 'results-are-provisional' },
  });
  const resultsId = await world.newFile();
  const { outcome } = await world.publishAll({ ...REQUEST, provisional: true, resultsId });
  expect(outcome).toMatchObject({ sealed: { link: { status: 'provisional' } } });
  expect((await values(resultsId, RANKING))[1]?.[0]).toMatch(/KẾT QUẢ TẠM TÍNH/);
  expect((await values(resultsId, 'Cách kiểm tra')).at(-1)?.[6]).toBe('Tạm tính');
});

test('a unit’s contact that got into its name is not published', async () => {
  const name = await cellBeside('Đơn vị', 'TDM', 1);
  await world.type(name, 'Thành phố Thủ Dầu Một (ĐT 0274 3822 825)');
  await world.recompute();
  const { outcome } = await world.publish(REQUEST);
  expect(outcome).toMatchObject({
    refusal: {
      kind: 'leaks-found',
      leaks: expect.arrayContaining([
        { kind: 'contact', tab: RANKING, cell: 'C6' },
        { kind: 'contact', tab: 'Theo lĩnh vực – Huyện, thị xã, thành phố', cell: 'C6' },
        { kind: 'contact', tab: 'Tổng hợp', cell: 'B15' },
      ]),
    },
  });
});

test.each([
  ['who', 'Ông An, an@binhduong.gov.vn'],
  ['why', 'Xem https://binhduong.gov.vn/ket-qua'],
  ['why', 'Hỏi 0274 3822 825'],
])('%s may not hold what must not be public: %s', async (field, text) => {
  const { outcome } = await world.publish({ ...REQUEST, [field]: text });
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'words-not-public' } });
  const words = { who: 'Sở Nội vụ', why: 'Rà soát', [field]: text };
  expect((await world.withdraw(words)).outcome).toEqual({ kind: 'words-not-public' });
});

test('a confirmation counts for the draft that was shown, and for no other', async () => {
  const resultsId = await world.newFile();
  const { outcome } = await world.publish({ ...REQUEST, resultsId });
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  const confirm = outcome.draft;
  const changed = { refusal: { kind: 'draft-changed' } };
  expect((await world.publish({ ...REQUEST, resultsId, confirm, copying: false })).outcome).toMatchObject(
    changed,
  );
  expect((await world.publish({ ...REQUEST, resultsId, confirm, who: 'Ai đó' })).outcome).toMatchObject(
    changed,
  );
  await world.type(world.mark, 41.75);
  await world.recompute();
  expect((await world.publish({ ...REQUEST, resultsId, confirm })).outcome).toMatchObject(changed);
  expect(await titles(resultsId)).toBe(403);
});

test.each([
  [
    'that holds something',
    async () => {
      const id = await world.newFile();
      await world.call(PUBLISHER, 'PUT', `/v4/spreadsheets/${id}/values/B2?valueInputOption=RAW`, {
        values: [['nháp']],
      });
      return id;
    },
  ],
  ['of somebody else', () => world.newFile(COLLEAGUE)],
  ['that is the control workbook itself', async () => world.controlId],
] as const)('a file %s is not written into', async (_, makeFile) => {
  const resultsId = await makeFile();
  const { outcome } = await world.publish({ ...REQUEST, resultsId });
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'not-a-results-file' } });
});

test('once there is a results file no other one is taken', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  const other = await world.newFile();
  const { outcome } = await world.publish({ ...REQUEST, resultsId: other });
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'not-a-results-file' } });
});
