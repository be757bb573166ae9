/// <reference types="google-apps-script" />
import type { Bilingual } from '../../../src/domain/language.ts';
import { MENU_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import { PUBLISH_MENU_WORDS, withdrawnText } from '../../../src/domain/messages/publish-menu-words.ts';
import { callFunction } from './call-function.ts';
import { menuLanguage, say } from './language.ts';
import type { DialogState, Withdrawn } from './publication-answers.ts';
import page from './publication-dialog.html';
import { troubled } from './publish.ts';

/** In pixels: for publishing the form with the draft beside it. */
const SIZES = { publish: [880, 580], withdraw: [480, 400] } as const;

type Mode = 'publish' | 'withdraw';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The words of the dialog in the person's language; the button that confirms says what it does. */
function worded(mode: Mode): string {
  const words = {
    ...PUBLISH_MENU_WORDS,
    ...(mode === 'publish' ? {} : { confirm: PUBLISH_MENU_WORDS.withdraw }),
  };
  const known: Readonly<Record<string, Bilingual>> = words;
  const language = menuLanguage();
  return page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(known[name]?.[language] ?? ''));
}

function show(mode: Mode, title: string): void {
  // Escaped for a script element: no text can end it.
  const settings = JSON.stringify({ mode, working: say(PUBLISH_MENU_WORDS.working) }).replace(
    /</g,
    '\\u003c',
  );
  const html = HtmlService.createHtmlOutput(worded(mode).replace('/*SETTINGS*/{}', () => settings));
  const [width, height] = SIZES[mode];
  SpreadsheetApp.getUi().showModalDialog(html.setWidth(width).setHeight(height), title);
}

/** Publish results…: who may read, why, then the draft to look at, then the confirmation. */
export function showPublishDialog(): void {
  show('publish', say(MENU_WORDS.publish));
}

/** Withdraw publication…: who and why, then the confirmation. */
export function showWithdrawDialog(): void {
  show('withdraw', say(MENU_WORDS.withdraw));
}

/** Called by the dialog: closes what is published. */
export function confirmWithdrawal({ who, why }: { readonly who: string; readonly why: string }): DialogState {
  if (who.trim() === '' || why.trim() === '')
    return {
      ok: false,
      title: say(PUBLISH_MENU_WORDS.withdraw),
      lines: [say(PUBLISH_MENU_WORDS.incomplete)],
    };
  const called = callFunction<Withdrawn>('withdraw', { who, why });
  if (!called.ok) return troubled(called.trouble);
  const { number, closed } = called.body;
  return { ok: true, title: say(withdrawnText(number, closed)), lines: [] };
}
