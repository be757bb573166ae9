/// <reference types="google-apps-script" />
import type { Bilingual } from '../../../src/domain/language.ts';
import style from './dialog-style.css';
import { menuLanguage } from './language.ts';

/** A dialog: its title, its size in pixels, its words by the names in the page, and what its script is told. */
interface Dialog {
  readonly title: string;
  readonly size: readonly [number, number];
  readonly words: Readonly<Record<string, Bilingual>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** Shows a page as a dialog, in the person's language. */
export function showDialog(page: string, { title, size: [width, height], words, settings }: Dialog): void {
  const language = menuLanguage();
  const worded = page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(words[name]?.[language] ?? ''));
  // Escaped for a script element: no text can end it.
  const told = JSON.stringify(settings).replace(/</g, '\\u003c');
  const styled = worded.replace('/*STYLE*/', () => style);
  const html = HtmlService.createHtmlOutput(styled.replace('/*SETTINGS*/{}', () => told));
  SpreadsheetApp.getUi().showModalDialog(html.setWidth(width).setHeight(height), title);
}
