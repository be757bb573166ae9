import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { useDesk } from '../browser/desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const IMAGES = join(ROOT, 'docs/images/tabs');
const SAMPLE = join(ROOT, 'sheets-templates/samples/binh-duong-2022');

/** A long tab takes several pictures, each so high: taller ones are too small to read in a document. */
const TALLEST = 2400;
/** The page's own bars above the cells, and a line of cells. */
const BARS = 190;
const ROW = 25;

/** One tab of each kind: its name, the window's width, and how many of its rows are shown. */
const TABS = [
  ['ranking', 'Xếp hạng – Sở, ban, ngành', 1720, 27],
  ['by-field', 'Theo lĩnh vực – Huyện, thị xã, thành phố', 1500, 75],
  ['criteria-analysis', 'Phân tích tiêu chí – Huyện, thị xã, thành phố', 1900, 125],
  ['profiles', 'Hồ sơ đơn vị – Huyện, thị xã, thành phố', 1100, 52],
  ['summary', 'Tổng hợp', 1500, 172],
  ['announcement', 'Thông báo kết quả', 1400, 60],
  ['issues', 'Vấn đề cần xử lý', 1400, 12],
  ['run-log', 'Nhật ký', 1600, 12],
] as const;

const desk = useDesk();
let id = '';

beforeAll(async () => {
  await mkdir(IMAGES, { recursive: true });
  const opened = await desk.office().workspace.openSample(await readSample(SAMPLE));
  id = opened.spreadsheetId;
});

test('the year is computed', async () => {
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast(), { timeout: 60_000 }).toContain('Đã tính lại');
});

/** The rows, from 1, that the pictures of a tab begin with, and how high they are. */
function picturesOf(rows: number): readonly { readonly row: number; readonly height: number }[] {
  const rowsIn = Math.floor((TALLEST - BARS) / ROW);
  const count = Math.ceil(rows / rowsIn);
  return Array.from({ length: count }, (_, place) => ({
    row: 1 + place * rowsIn,
    height: BARS + Math.min(rowsIn, rows - place * rowsIn) * ROW,
  }));
}

const PICTURES = TABS.flatMap(([name, title, width, rows]) =>
  picturesOf(rows).map(({ row, height }, place) => {
    const file = place === 0 ? name : `${name}-${place + 1}`;
    return { file, title, width, height, row, below: rows };
  }),
);

test.each(PICTURES)('$file', async ({ file, title, width, height, row, below }) => {
  const sheet = await desk.sheet(`/workbook/${id}`, { width, height });
  await sheet.tab(title);
  // From below, so that the wanted row comes to stand at the top and not at the bottom.
  if (row > 1) await sheet.goTo(`A${row + below}`).catch(() => undefined);
  await sheet.goTo(`A${row}`);
  await sheet.page.screenshot({ path: join(IMAGES, `${file}.png`), animations: 'disabled' });
});
