import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();

/** A4 lying between margins of 12 mm, in pixels of the page. */
const PAPER = (273 / 25.4) * 96;

/** Each tab's table as it is printed: its name, its width in pixels, the size of its letters in points, and how its head behaves. */
const PRINTED = `[...document.querySelectorAll('section')].map((part) => {
  const table = part.querySelector('table');
  const zoom = Number(getComputedStyle(table).zoom);
  const head = table.tHead === null ? undefined : getComputedStyle(table.tHead);
  return [part.querySelector('h2').textContent, table.getBoundingClientRect().width, zoom * 10, head?.display, head?.breakInside];
})`;
type Printed = readonly [string, number, number, string | null, string | null];

const GROUP = 'table-header-group';

async function expectFitsPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const printed = (await page.evaluate(PRINTED)) as readonly Printed[];
  expect(printed.map(([title]) => title)).toEqual(expect.arrayContaining([RANKING, 'Phương pháp tính']));
  const cut = printed.filter(([, width]) => width > PAPER);
  const small = printed.filter(([, , points]) => points < 5);
  const headless = printed.filter(
    ([, , , display, inside]) => (display ?? GROUP) !== GROUP || (inside ?? 'avoid') !== 'avoid',
  );
  expect({ cut, small, headless }).toEqual({ cut: [], small: [], headless: [] });
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  // In points: 297 × 210 mm.
  expect(paper).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]\.\d+\]/);
  await page.emulateMedia({ media: 'screen' });
}

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

test('the leader publishes from the menu, the home page links to it, and an outsider sees the ranking, prints it whole, and has nothing to edit', async () => {
  const id = await desk.office().sample('Sổ công bố');
  const sheet = await desk.sheet(`/workbook/${id}?as=publisher`);
  await sheet.choose(MENU_WORDS.recompute.vi);
  await expect.poll(() => sheet.toast()).toContain('Đã tính lại 9 đơn vị');
  await sheet.choose(MENU_WORDS.publish.vi);
  const form = sheet.page.frameLocator('#script-dialog iframe');
  await form.locator('#anyone').check();
  await form.locator('#who').fill('Sở Nội vụ');
  await form.locator('#why').fill('Công bố theo kế hoạch');
  await form.locator('#draft').click();
  await form.locator('#confirm').click({ timeout: 30_000 });
  const printed = (await form.locator('#lines a').textContent({ timeout: 60_000 })) ?? '';
  const [opened] = await Promise.all([
    sheet.page.context().waitForEvent('page', { timeout: 60_000 }),
    form.locator('#lines a').click({ timeout: 30_000 }),
  ]);
  await opened.getByRole('heading', { name: RANKING }).waitFor();
  const link = new URL(opened.url()).pathname;
  expect(link).toMatch(/^\/view\//);
  expect(printed.startsWith(desk.office().address('/spreadsheets/d/'))).toBe(true);
  const pasted = await desk.window(new URL(printed).pathname);
  await pasted.page.getByRole('heading', { name: RANKING }).waitFor();
  expect(new URL(pasted.page.url()).pathname).toBe(link);

  const outsider = await desk.window(link);
  await outsider.page.getByRole('heading', { name: RANKING }).waitFor();
  const ranking = outsider.page.locator('section', { hasText: RANKING }).locator('table').first();
  expect(await ranking.textContent()).toContain('Thành phố Thủ Dầu Một');
  expect(await outsider.page.locator('input:not([type=hidden]), textarea, [contenteditable]').count()).toBe(
    0,
  );

  await expectFitsPaper(outsider.page);

  const home = await desk.window('/?as=reader');
  const results = home.page.locator('article', { hasText: 'Kết quả đã công bố của «Sổ công bố»' });
  expect(await results.getByRole('link', { name: 'Xem bản công bố' }).getAttribute('href')).toBe(link);
  const card = home.page.locator('article', { hasText: 'Sổ công bố' }).first();
  expect(await card.getByRole('link', { name: 'Xem bản công bố' }).getAttribute('href')).toBe(link);

  await sheet.page.click('#script-dialog-close');
  await sheet.choose(MENU_WORDS.withdraw.vi);
  await form.locator('#why').fill('Rà soát lại');
  await form.locator('#who').fill('Sở Nội vụ');
  // By the keyboard: a click may come before the browser knows where the new frame lies.
  await form.locator('#confirm').press('Enter');
  await expect.poll(async () => (await fetch(desk.office().address(link))).status).toBe(404);
});
