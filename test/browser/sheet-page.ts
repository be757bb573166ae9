import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PAGE_WORDS } from '../../src/domain/messages/page-messages.ts';

/** Longer than the page lets an entry settle. */
const SETTLED_MS = 120;

/** A workbook in the browser, handled as a person does: with keys, the name box, the list of tabs and the menu. */
export class SheetPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.waitForSelector('body[data-ready=yes]');
    await this.page.waitForSelector('#menu-button');
  }

  async tab(title: string): Promise<void> {
    await this.page.selectOption('#tabs', { label: title });
  }

  /** Goes to a cell through the name box. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('[data-u-comp=defined-name] input');
    await box.fill(cell);
    await box.press('Enter');
    await expect.poll(() => this.page.textContent('#here')).toMatch(new RegExp(`^${cell}:`));
  }

  async type(cell: string, text: string, end = 'Enter'): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(end);
  }

  /** What the cell shows on the screen, as a screen reader is told it. */
  async shown(cell: string): Promise<string> {
    await this.goTo(cell);
    return (await this.page.textContent('#here'))?.slice(cell.length + 2) ?? '';
  }

  /** Waits until the cell shows this; somebody else may be changing it. */
  async shows(cell: string, text: string, how: 'equals' | 'begins' = 'equals'): Promise<void> {
    await this.goTo(cell);
    const wanted = `${cell}: ${text}`;
    const cut = (shown: string | null) => (how === 'begins' ? (shown ?? '').slice(0, wanted.length) : shown);
    await expect.poll(async () => cut(await this.page.textContent('#here'))).toBe(wanted);
  }

  /** The cell so many columns from the first, in the row whose column A or B shows this text. */
  async find(text: string, column: number): Promise<string> {
    for (let row = 1; row <= 40; row += 1) {
      // biome-ignore lint/performance/noAwaitInLoops: a person looks at one cell after another
      const first = await this.shown(`A${row}`);
      if (first === text || (await this.shown(`B${row}`)) === text)
        return `${String.fromCharCode(65 + column)}${row}`;
    }
    throw new Error(`no cell shows ${text}`);
  }

  /** What stands in column A of the row of a unit. */
  async firstWith(text: string): Promise<string> {
    return this.shown(await this.find(text, 0));
  }

  /** Waits until what was entered is on the server; what is typed settles for a moment before it counts as entered. */
  async saved(): Promise<void> {
    // By the page's own clock, on which that moment runs: however slow the machine is, this ends after it.
    await this.page.evaluate(`new Promise((settled) => setTimeout(settled, ${SETTLED_MS}))`);
    await this.page.waitForSelector('#sync[data-state=saved]');
  }

  async choose(entry: string): Promise<void> {
    await this.page.click('#menu-button');
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  toast(): Promise<string | null> {
    return this.page.textContent('#toasts');
  }

  /** The message that is open, closed by its button. */
  async message(): Promise<string> {
    const dialog = this.page.locator('#message[open]');
    await dialog.waitFor();
    const text = await dialog.locator('#message-text').textContent();
    await dialog.getByRole('button', { name: PAGE_WORDS.ok.vi }).click();
    return text ?? '';
  }
}
