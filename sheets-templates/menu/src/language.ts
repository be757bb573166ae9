/// <reference types="google-apps-script" />
import type { Bilingual, Language } from '../../../src/domain/language.ts';

const CHOICE = 'par.language';

/** The language that was chosen for this workbook’s menu, else that of the workbook’s locale. */
export function menuLanguage(): Language {
  const chosen = PropertiesService.getDocumentProperties().getProperty(CHOICE);
  if (chosen === 'vi' || chosen === 'en') return chosen;
  const locale = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();
  return locale === '' || locale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export function chooseLanguage(language: Language): void {
  PropertiesService.getDocumentProperties().setProperty(CHOICE, language);
}

export function say(message: Bilingual): string {
  return message[menuLanguage()];
}
