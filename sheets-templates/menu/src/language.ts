/// <reference types="google-apps-script" />
import type { Bilingual, Language } from '../../../src/domain/language.ts';
import { SINGLE_TAB_TITLES } from '../../../src/domain/messages/tab-messages.ts';

/** What somebody chose in the menu. */
const CHOICE = 'par.language';
/** What the workbook's own Settings tab said when the functions last read it. */
const OF_WORKBOOK = 'par.workbook-language';

/** Found once in an execution: every word asks for it. */
let found: Language | undefined;

function noted(property: string): Language | undefined {
  const value = PropertiesService.getDocumentProperties().getProperty(property);
  return value === 'vi' || value === 'en' ? value : undefined;
}

/** A workbook that the functions have not read yet: in which language its Settings tab is titled. */
function languageOfTabs(): Language | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const { vi, en } = SINGLE_TAB_TITLES.settings;
  const has = (title: string) => spreadsheet.getSheetByName(title) !== null;
  const [isVietnamese, isEnglish] = [has(vi), has(en)];
  if (isVietnamese === isEnglish) return undefined;
  return isEnglish ? 'en' : 'vi';
}

function languageOfLocale(): Language {
  const locale = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();
  return locale === '' || locale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

/**
 * The language that was chosen for this workbook’s menu, else the workbook's own, else that of the file's locale.
 * Cheap enough for a simple trigger: properties, titles of tabs, and no cell.
 */
export function menuLanguage(): Language {
  found ??= noted(CHOICE) ?? noted(OF_WORKBOOK) ?? languageOfTabs() ?? languageOfLocale();
  return found;
}

export function chooseLanguage(language: Language): void {
  PropertiesService.getDocumentProperties().setProperty(CHOICE, language);
  found = language;
}

/** Remembers the workbook's own language as the functions told it; the menu speaks it from the next opening on. */
export function rememberWorkbookLanguage(language: Language): void {
  if (noted(OF_WORKBOOK) === language) return;
  try {
    PropertiesService.getDocumentProperties().setProperty(OF_WORKBOOK, language);
  } catch {
    // Whoever may only read the workbook may note nothing on it.
  }
}

export function say(message: Bilingual): string {
  return message[menuLanguage()];
}
