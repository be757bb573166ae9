import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useDesk } from './desk.ts';

const desk = useDesk();

/** Where the focus is: the control's id, or the part of the page it lies in. */
const focused = (page: Page) =>
  page.evaluate(
    `((at) => at.closest('#grid') ? 'grid' : at.id || at.className || at.tagName)(document.activeElement)`,
  );

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    // biome-ignore lint/performance/noAwaitInLoops: one key after the other
    await page.keyboard.press(key);
  }
}

/** Presses a key until the focus is where it is to be: never more often than the page has controls. */
async function pressTo(page: Page, key: string, target: string, most = 12): Promise<void> {
  await press(page, key);
  const here = await focused(page);
  if (here === target) return;
  if (most === 0) throw new Error(`${key} does not lead to ${target} but to ${here}`);
  await pressTo(page, key, target, most - 1);
}

const inCells = (page: Page) => pressTo(page, 'F6', 'grid');

test('F6 goes round from the cells to the menu, the tabs and the head and back, and with Shift the other way', async () => {
  const { page } = await desk.sheet(`/workbook/${await desk.rich()}`);
  await inCells(page);
  const round = [
    ['F6', 'menu-button'],
    ['F6', 'tabs'],
    ['F6', 'home'],
    ['F6', 'grid'],
    ['Shift+F6', 'home'],
    ['Shift+F6', 'tabs'],
  ] as const;
  for (const [key, part] of round) {
    // biome-ignore lint/performance/noAwaitInLoops: one key after the other
    await press(page, key);
    await expect.poll(() => focused(page)).toBe(part);
  }
});

test('Tab goes from cell to cell; after Escape it leaves the cells, forwards or backwards', async () => {
  const { page } = await desk.sheet(`/workbook/${await desk.rich()}`);
  await inCells(page);
  const before = await page.textContent('#here');
  await press(page, 'Tab');
  await expect.poll(() => page.textContent('#here')).not.toBe(before);
  await expect.poll(() => focused(page)).toBe('grid');
  await press(page, 'Escape', 'Shift+Tab');
  await expect.poll(() => focused(page)).toBe('tabs');
  await inCells(page);
  await press(page, 'Escape', 'Tab');
  // Nothing comes after the cells: the focus leaves the page, and with the next Tab comes in at its beginning.
  await expect.poll(() => focused(page)).toMatch(/^(skip|BODY)$/);
});

test('from a fresh load the keyboard alone opens the menu, goes to a tab, takes another person, another language, and types', async () => {
  const { page } = await desk.sheet(`/workbook/${await desk.rich()}`);
  await inCells(page);
  await press(page, 'F6', 'ArrowDown');
  await page.locator('[role=menu]').waitFor();
  await press(page, 'Escape');
  await expect.poll(() => focused(page)).toBe('menu-button');
  await press(page, 'F6', 'ArrowDown');
  await expect.poll(() => page.textContent('#here')).toBe('A1: Xếp hạng');
  await press(page, 'F6');
  await pressTo(page, 'Tab', 'person');
  await press(page, 'ArrowDown');
  await page.waitForURL(/as=publisher/);
  await page.waitForSelector('body[data-ready=yes]');
  await page.waitForSelector('#menu-button');
  await inCells(page);
  await press(page, 'F6', 'F6', 'F6');
  await pressTo(page, 'Tab', 'link-button');
  await press(page, 'Enter');
  await page.waitForSelector('html[lang=en] body[data-ready=yes]');
  await page.waitForSelector('#menu-button');
  await inCells(page);
  await page.keyboard.type('x');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('#sync').getAttribute('data-state')).toBe('saved');
  await expect.poll(() => focused(page)).toBe('grid');
});
