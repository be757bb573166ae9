import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { useDesk } from '../browser/desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const IMAGES = join(ROOT, 'docs/images');
const SAMPLE = join(ROOT, 'sheets-templates/samples/binh-duong-2022');

const WIDE = { width: 1280, height: 720 } as const;
const PHONE = { width: 390, height: 780 } as const;
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const MARKS = 'Thẩm định – huyen-minh-hoa';

const desk = useDesk();
let id = '';

beforeAll(async () => {
  await mkdir(IMAGES, { recursive: true });
  const opened = await desk.office().workspace.openSample(await readSample(SAMPLE));
  id = opened.spreadsheetId;
});

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
}

test('a ranking after a recompute, and the marks with the menu open', async () => {
  const sheet = await desk.sheet(`/workbook/${id}`, WIDE);
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast(), { timeout: 60_000 }).toContain('Đã tính lại');
  await sheet.page.click('#sidebar-close');
  await sheet.tab(RANKING);
  await sheet.shows('A6', '1');
  await take(sheet.page, 'ranking');
  await sheet.tab(MARKS);
  await sheet.goTo('D8');
  await expect.poll(() => sheet.toast()).toBe('');
  await sheet.page.click('#menu-button');
  await take(sheet.page, 'marks');
});

test('the home page', async () => {
  const { page } = await desk.window('/', WIDE);
  await take(page, 'home');
});

test('results as tables, for readers of the screen, on a phone', async () => {
  const { page } = await desk.window(`/workbook/${id}/tables`, PHONE);
  await page.getByRole('link', { name: RANKING }).click();
  await take(page, 'phone');
});
