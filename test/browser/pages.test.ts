import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bindingOf } from '../../src/jobs/publication/results-file.ts';
import { TAB_METADATA_KEY } from '../../src/workbook/tab-key.ts';
import { share } from '../local/page/rich-workbook.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Serious and critical violations of the accessibility rules; the canvas, on which the cells are drawn, alone is left out. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = (await page.evaluate(
    "axe.run({ include: [['html']], exclude: [['#grid canvas']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) => result.violations)",
  )) as readonly Violation[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

const fitsAcross = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

const PRINTED = `({
  controls: [...document.querySelectorAll('nav, form')].filter((box) => box.getClientRects().length > 0).length,
  overflow: getComputedStyle(document.querySelector('#tab-11 .wide')).overflowX,
  breaks: [...document.querySelectorAll('section')].map((part) => getComputedStyle(part).breakBefore),
})`;

async function openToAll(): Promise<string> {
  const id = await desk.rich();
  const { sheetsUrl, people } = desk.office().workspace;
  await share(sheetsUrl, people.publisher.token, id, { type: 'anyone', role: 'reader' });
  return id;
}

test('an outsider with the link sees what is open to all, with its charts, and nothing to edit', async () => {
  const id = await openToAll();
  const { page } = await desk.window(`/view/${id}`);
  await page.getByRole('heading', { name: 'Sổ kiểm tra giao diện' }).waitFor();
  const cells = await page.locator('#tab-11 tbody tr').nth(1).locator('td, th').allTextContents();
  expect(cells).toEqual(['TA', 'Thị xã Thuận An', '0,50', 'Khá', '02/03/2026', '50%', 'Chưa thẩm định']);
  expect(await page.locator('#tab-14').count()).toBe(0);
  const drawn = () => page.evaluate('[...document.images].map((image) => image.naturalWidth)');
  await expect.poll(drawn).toEqual([560, 560]);
  expect(await page.locator('input:not([type=hidden]), textarea, [contenteditable]').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
});

test('on paper there are the tables and charts alone, each tab on a page of its own, nothing cut off', async () => {
  const id = await openToAll();
  const { page } = await desk.window(`/view/${id}`, { width: 700 });
  await page.emulateMedia({ media: 'print' });
  const breaks = ['auto', 'page', 'page'];
  expect(await page.evaluate(PRINTED)).toEqual({ controls: 0, overflow: 'visible', breaks });
  expect((await page.pdf({ format: 'A4', landscape: true })).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a link to what is not open to all shows nothing of it', async () => {
  desk.expectFaults(/404/);
  const id = await desk.rich();
  const { page } = await desk.window(`/view/${id}`);
  const text = await page.textContent('body');
  expect(text).toContain('chưa được công bố');
  expect(text).not.toContain('Sổ kiểm tra');
});

test('home and view fit a phone, tables scroll within the page', async () => {
  const id = await openToAll();
  const phone = { width: 360, height: 740 };
  const view = await desk.window(`/view/${id}`, phone);
  expect(await fitsAcross(view.page)).toBe(true);
  const wide = await view.page.evaluate(
    '(([box]) => box.scrollWidth > box.clientWidth)(document.querySelectorAll("#tab-11 .wide"))',
  );
  expect(wide).toBe(true);
  const home = await desk.window('/', phone);
  expect(await fitsAcross(home.page)).toBe(true);
  const sheet = await desk.sheet(`/workbook/${id}`, phone);
  expect(await fitsAcross(sheet.page)).toBe(true);
  await sheet.type('C5', '1');
  await sheet.saved();
  await sheet.shows('C5', '1,00');
});

test('home, workbook, tables and view have no serious violation of the accessibility rules, in both languages', async () => {
  const id = await openToAll();
  for (const language of ['vi', 'en'] as const) {
    // biome-ignore lint/performance/noAwaitInLoops: one page after the other in one browser
    const { page } = await desk.window('/', { language });
    expect(await violations(page)).toEqual([]);
    await page.goto(desk.office().address(`/workbook/${id}/tables`));
    expect(await violations(page)).toEqual([]);
    await page.goto(desk.office().address(`/view/${id}`));
    expect(await violations(page)).toEqual([]);
    await page.goto(desk.office().address(`/workbook/${id}`));
    await page.waitForSelector('body[data-ready=yes]');
    expect(await violations(page)).toEqual([]);
    await page.click('#menu-button');
    expect(await violations(page)).toEqual([]);
    await page.locator('#grid [data-u-comp=sheet-bar-append-button]').last().click();
    await page.locator('[role=menu][data-state=open]').waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

test('a workbook is made from a sample’s frame, filled, downloaded, deleted, brought back, and imported again', async () => {
  const { page } = await desk.window('/');
  await page.check('input[value=frame]');
  await page.fill('#title', 'Năm mới');
  await page.getByRole('button', { name: 'Tạo', exact: true }).click();
  await page.waitForSelector('body[data-ready=yes]');
  expect(await page.textContent('h1')).toBe('Năm mới');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải về .xlsx' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Năm mới.xlsx');
  const file = await download.path();
  await page.getByRole('link', { name: 'PAR Index' }).click();
  const card = page.locator('article', { hasText: 'Năm mới' });
  await card.getByRole('button', { name: 'Xóa' }).click();
  await page.locator('.news', { hasText: 'Đã xóa «Năm mới».' }).waitFor();
  await expect.poll(() => card.count()).toBe(0);
  await page.locator('.news').getByRole('button', { name: 'Hoàn tác' }).click();
  await card.waitFor();
  await page.setInputFiles('#file', { name: 'Nhập lại.xlsx', mimeType: '', buffer: await readFile(file) });
  await page.getByRole('button', { name: 'Nhập', exact: true }).click();
  await page.waitForSelector('body[data-ready=yes]');
  expect(await page.textContent('h1')).toBe('Nhập lại');
  await expect.poll(() => page.textContent('#tabs')).toContain('Thẩm định – huyen');
});

test('the published link of a control workbook leads to its results', async () => {
  const results = await openToAll();
  const id = await desk.office().sample('Sổ đã công bố');
  const { sheetsUrl, people } = desk.office().workspace;
  const note = (metadataKey: string, metadataValue: string) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, location: { sheetId: 9_000 }, visibility: 'DOCUMENT' },
    },
  });
  const release = { of: bindingOf(id), resultsId: results, state: 'published', number: 1 };
  const requests = [
    { addSheet: { properties: { sheetId: 9_000, title: 'Nhật ký công bố' } } },
    note(TAB_METADATA_KEY, 'releases'),
    note('par.release', JSON.stringify({ ...release, hash: 'a'.repeat(64), audience: 'anyone' })),
  ];
  const response = await fetch(`${sheetsUrl}v4/spreadsheets/${id}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${people.editor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  });
  expect(response.status).toBe(200);
  const { page } = await desk.window('/?as=reader');
  const card = page.locator('article', { hasText: 'Sổ đã công bố' }).first();
  expect(await card.textContent()).toContain('Bình Dương 2017');
  await card.getByRole('link', { name: 'Xem bản công bố' }).click();
  await page.getByRole('heading', { name: 'Sổ kiểm tra giao diện' }).waitFor();
});

const FOCUSED =
  '((at) => [at.tagName + " " + (at.id || at.name || at.textContent.trim()), getComputedStyle(at).outlineWidth])(document.activeElement)';

test('every control is reached with Tab and shows that it has the focus', async () => {
  await desk.rich();
  const { page } = await desk.window('/');
  const seen = new Set<string>();
  while (!seen.has('INPUT file')) {
    // biome-ignore lint/performance/noAwaitInLoops: one key after the other
    await page.keyboard.press('Tab');
    const [name, outline] = (await page.evaluate(FOCUSED)) as [string, string];
    expect(`${name} ${outline}`).toBe(`${name} 3px`);
    seen.add(name);
    if (seen.size > 100) throw new Error(`the focus goes round: ${[...seen].join(', ')}`);
  }
  const controls = ['SELECT person', 'BUTTON language', 'SELECT pattern', 'INPUT content', 'INPUT title'];
  expect([...seen]).toEqual(expect.arrayContaining(controls));
});
