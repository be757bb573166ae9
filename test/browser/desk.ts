import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { makeRichWorkbook, share } from '../local/page/rich-workbook.ts';
import { openWindow, startChromium, type Window, type WindowOptions } from './chromium.ts';
import { Office } from './office.ts';
import { SheetPage } from './sheet-page.ts';

/** What the tests of a file work with: one browser, one office, and windows that are closed after each test. */
export interface Desk {
  readonly office: () => Office;
  readonly window: (path: string, options?: WindowOptions) => Promise<Window>;
  readonly sheet: (path: string, options?: WindowOptions) => Promise<SheetPage>;
  /** The workbook that has one of everything: the publisher's, open to the editor, with a reader. */
  readonly rich: () => Promise<string>;
  /** Faults that the test itself provoked, such as a server that is away. */
  readonly expectFaults: (pattern: RegExp) => void;
}

/** After each test nothing may have gone wrong in any window: no error on the console, nothing that left the machine. */
export function useDesk(): Desk {
  let browser: Browser | undefined;
  let office: Office | undefined;
  let windows: Window[] = [];
  let expected: RegExp | undefined;

  beforeAll(async () => {
    [browser, office] = await Promise.all([startChromium(), Office.open()]);
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  afterEach(async () => {
    const faults = windows
      .flatMap((window) => window.faults)
      .filter((fault) => expected?.test(fault) !== true);
    await Promise.all(windows.map(({ page }) => page.context().close()));
    windows = [];
    expected = undefined;
    expect(faults).toEqual([]);
  });

  const theOffice = (): Office => {
    if (office === undefined) throw new Error('the office is not open yet');
    return office;
  };
  const open = async (options: WindowOptions): Promise<Window> => {
    if (browser === undefined) throw new Error('the browser has not started');
    const window = await openWindow(browser, options);
    windows.push(window);
    return window;
  };
  return {
    office: theOffice,
    window: async (path, options = {}) => {
      const window = await open(options);
      await window.page.goto(theOffice().address(path));
      return window;
    },
    sheet: async (path, options = {}) => {
      const { page } = await open(options);
      const sheet = new SheetPage(page);
      await sheet.open(theOffice().address(path));
      return sheet;
    },
    rich: async () => {
      const { sheetsUrl, people } = theOffice().workspace;
      const { token } = people.publisher;
      const id = await makeRichWorkbook(sheetsUrl, token);
      const letIn = (emailAddress: string, role: string) =>
        share(sheetsUrl, token, id, { type: 'user', role, emailAddress });
      await letIn(people.editor.email, 'writer');
      await letIn(people.reader.email, 'reader');
      return id;
    },
    expectFaults: (pattern) => {
      expected = pattern;
    },
  };
}
