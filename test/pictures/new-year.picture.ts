import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { SINGLE_TAB_TITLES } from '../../src/domain/messages/tab-messages.ts';
import { controlFileName } from '../../src/domain/messages/year-words.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { useDesk } from '../browser/desk.ts';
import type { SheetPage } from '../browser/sheet-page.ts';
import { toPalette } from './palette-png.ts';

const ROOT = join(import.meta.dirname, '../..');
const IMAGES = join(ROOT, 'docs/images/year');
const SAMPLE = join(ROOT, 'sheets-templates/samples/binh-duong-2022');

/** As most offices have it. */
const SCREEN = { width: 1366, height: 768 } as const;
/** A guide with a dozen pictures is to open quickly on a slow line. */
const LARGEST_BYTES = 120_000;

const desk = useDesk();

/** What people fill in and look for, by the language they work in. */
const WORDS = {
  vi: {
    matrix: /^Thẩm định – huyen/,
    ranking: /^Xếp hạng – Huyện/,
    who: 'Sở Nội vụ',
    why: 'Công bố theo kế hoạch',
  },
  en: {
    matrix: /^Appraisal – huyen/,
    ranking: /^Ranking – Districts/,
    who: 'Department of Home Affairs',
    why: 'Published as planned',
  },
} as const;

async function take(from: Page | Locator, name: string, language: Language): Promise<void> {
  await mkdir(IMAGES, { recursive: true });
  const picture = toPalette(await from.screenshot({ animations: 'disabled' }));
  expect(picture.length, name).toBeLessThan(LARGEST_BYTES);
  await writeFile(join(IMAGES, `${name}.${language}.png`), picture);
}

async function tabLike(sheet: SheetPage, pattern: RegExp): Promise<void> {
  const titles = await sheet.page.locator('#tabs option').allTextContents();
  await sheet.tab(titles.find((title) => pattern.test(title)) ?? String(pattern));
}

/** Last year's workbook, whose language its menu and its results speak. */
async function makeLastYear(language: Language): Promise<string> {
  const { input, beside } = await readSample(SAMPLE);
  const { province, period } = input.settings;
  const settings = { ...input.settings, language };
  const title = controlFileName(province, period)[language];
  const { workspace } = desk.office();
  const { publisher } = workspace.people;
  const id = await workspace.makeWorkbook({ title, input: { ...input, settings }, beside }, publisher);
  const properties = { locale: language === 'vi' ? 'vi_VN' : 'en_GB' };
  await fetch(new URL(`v4/spreadsheets/${id}:batchUpdate`, workspace.sheetsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${publisher.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [{ updateSpreadsheetProperties: { properties, fields: 'locale' } }] }),
  });
  return id;
}

const RECOMPUTED = /Đã tính lại|Recomputed/;
const LANGUAGES = ['vi', 'en'] as const;
const lastYears = new Map<Language, string>();

test.each(LANGUAGES)('a year in pictures: from the home page to the new workbook (%s)', async (language) => {
  const id = await makeLastYear(language);
  lastYears.set(language, id);
  const home = await desk.window('/?as=publisher', { ...SCREEN, language });
  await take(home.page, 'home', language);

  const sheet = await desk.sheet(`/workbook/${id}?as=publisher`, { ...SCREEN, language });
  await sheet.choose(MENU_WORDS.setup[language]);
  const dialog = sheet.page.locator('#script-dialog');
  const form = sheet.page.frameLocator('#script-dialog iframe');
  await form.locator('#period').fill('2023');
  await form.locator('#office').fill('editor@par-index.test');
  await form.locator('#draft').click();
  await form.locator('#confirm').waitFor({ timeout: 60_000 });
  await take(dialog, 'set-up', language);
  await form.locator('#confirm').click();
  const made = (await form.locator('#lines a').getAttribute('href', { timeout: 60_000 })) ?? '';
  await take(dialog, 'set-up-done', language);

  const path = `${new URL(made).pathname.replace(/.*\/d\/([^/]+).*/, '/workbook/$1')}?as=publisher`;
  const fresh = await desk.sheet(path, { ...SCREEN, language });
  await fresh.tab(SINGLE_TAB_TITLES.guide[language]);
  await fresh.goTo('A1');
  await take(fresh.page, 'guide', language);
  await tabLike(fresh, WORDS[language].matrix);
  await fresh.type('E6', '95%');
  await fresh.type('H6', '190/200');
  await fresh.goTo('E7');
  await fresh.saved();
  await take(fresh.page, 'matrix', language);
});

test.each(LANGUAGES)('a year in pictures: from recomputing to verifying (%s)', async (language) => {
  const sheet = await desk.sheet(`/workbook/${lastYears.get(language)}?as=publisher`, {
    ...SCREEN,
    language,
  });
  const { who, why, ranking } = WORDS[language];
  await sheet.choose(MENU_WORDS.recompute[language]);
  await expect.poll(() => sheet.toast(), { timeout: 60_000 }).toMatch(RECOMPUTED);
  await sheet.choose(MENU_WORDS.publish[language]);
  const dialog = sheet.page.locator('#script-dialog');
  const form = sheet.page.frameLocator('#script-dialog iframe');
  await form.locator('#anyone').check();
  await form.locator('#who').fill(who);
  await form.locator('#why').fill(why);
  await form.locator('#draft').click();
  await form.locator('#confirm').waitFor({ timeout: 60_000 });
  await take(dialog, 'publish-draft', language);
  await form.locator('#confirm').click();
  const link = (await form.locator('#lines a').getAttribute('href', { timeout: 60_000 })) ?? '';
  await take(dialog, 'published', language);
  await sheet.page.click('#script-dialog-close');

  const outsider = await desk.window(new URL(link).pathname, { ...SCREEN, language });
  await outsider.page.getByRole('heading', { name: ranking }).first().waitFor();
  await take(outsider.page, 'outsider', language);

  await sheet.choose(MENU_WORDS.verify[language]);
  const answer = sheet.page.locator('#message[open]');
  await answer.waitFor({ timeout: 60_000 });
  await take(answer, 'verified', language);
});
