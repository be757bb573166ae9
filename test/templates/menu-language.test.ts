import { afterEach, expect, test, vi } from 'vitest';

interface Workbook {
  readonly properties?: Readonly<Record<string, string>>;
  readonly tabs: readonly string[];
  readonly locale: string;
}

/** The menu's own view of its language, in a new execution of the script for this workbook. */
async function open({ properties = {}, tabs, locale }: Workbook) {
  vi.resetModules();
  const kept = new Map(Object.entries(properties));
  vi.stubGlobal('PropertiesService', {
    getDocumentProperties: () => ({
      getProperty: (name: string) => kept.get(name) ?? null,
      setProperty: (name: string, value: string) => kept.set(name, value),
    }),
  });
  vi.stubGlobal('SpreadsheetApp', {
    getActiveSpreadsheet: () => ({
      getSpreadsheetLocale: () => locale,
      getSheetByName: (title: string) => (tabs.includes(title) ? {} : null),
    }),
  });
  return { kept, ...(await import('../../sheets-templates/menu/src/language.ts')) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each<readonly [string, Workbook, 'vi' | 'en']>([
  ['an English workbook in a Vietnamese file', { tabs: ['Settings'], locale: 'vi_VN' }, 'en'],
  ['a Vietnamese workbook in an English file', { tabs: ['Cài đặt'], locale: 'en_US' }, 'vi'],
  ['a workbook whose tabs were renamed, by its locale', { tabs: ['Mine'], locale: 'en_US' }, 'en'],
  ['a workbook with both titles, by its locale', { tabs: ['Settings', 'Cài đặt'], locale: 'vi_VN' }, 'vi'],
  ['a file without a locale', { tabs: [], locale: '' }, 'vi'],
  [
    'what the functions read in its Settings tab before any title',
    { properties: { 'par.workbook-language': 'en' }, tabs: ['Cài đặt'], locale: 'vi_VN' },
    'en',
  ],
  [
    'what somebody chose in the menu before everything',
    {
      properties: { 'par.language': 'vi', 'par.workbook-language': 'en' },
      tabs: ['Settings'],
      locale: 'en_US',
    },
    'vi',
  ],
])('the menu speaks the language of %s', async (_, workbook, language) => {
  expect((await open(workbook)).menuLanguage()).toBe(language);
});

test('what the functions tell of the workbook is noted once, and a person who may note nothing is not stopped by it', async () => {
  const { kept, rememberWorkbookLanguage } = await open({ tabs: [], locale: 'vi_VN' });
  rememberWorkbookLanguage('en');
  expect(kept.get('par.workbook-language')).toBe('en');
  vi.stubGlobal('PropertiesService', {
    getDocumentProperties: () => ({
      getProperty: () => null,
      setProperty: () => {
        throw new Error('You do not have permission');
      },
    }),
  });
  expect(() => rememberWorkbookLanguage('en')).not.toThrow();
});

test('a choice in the menu holds from that moment on', async () => {
  const { chooseLanguage, menuLanguage } = await open({ tabs: ['Settings'], locale: 'en_US' });
  expect(menuLanguage()).toBe('en');
  chooseLanguage('vi');
  expect(menuLanguage()).toBe('vi');
});
