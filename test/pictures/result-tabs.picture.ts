import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { useDesk } from '../browser/desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const IMAGES = join(ROOT, 'docs/images/tabs');
const SAMPLE = join(ROOT, 'sheets-templates/samples/binh-duong-2022');

/** One tab of each kind, with the window that shows what it begins with. */
const TABS = [
  ['ranking', 'Xếp hạng – Sở, ban, ngành', 1500, 780],
  ['by-field', 'Theo lĩnh vực – Huyện, thị xã, thành phố', 1500, 1100],
  ['criteria-analysis', 'Phân tích tiêu chí – Huyện, thị xã, thành phố', 1700, 1000],
  ['profiles', 'Hồ sơ đơn vị – Huyện, thị xã, thành phố', 1100, 1300],
  ['summary', 'Tổng hợp', 1500, 2300],
  ['announcement', 'Thông báo kết quả', 1300, 1400],
  ['issues', 'Vấn đề cần xử lý', 1300, 420],
  ['run-log', 'Nhật ký', 1500, 420],
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

test.each(TABS)('the tab %s', async (name, title, width, height) => {
  const sheet = await desk.sheet(`/workbook/${id}`, { width, height });
  await sheet.tab(title);
  await sheet.goTo('A1');
  await sheet.page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
});
