/// <reference types="google-apps-script" />
import { MENU_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import { menuLanguage } from './language.ts';

type Caption =
  | 'recompute'
  | 'preview'
  | 'check'
  | 'publish'
  | 'withdraw'
  | 'verify'
  | 'setup'
  | 'status'
  | 'language'
  | 'help';

/** The menu, in order: a caption and the top-level function that it calls; null is a line between groups. */
const MENU_ENTRIES: readonly (readonly [Caption, string] | null)[] = [
  ['recompute', 'menuRecompute'],
  ['preview', 'menuPreview'],
  ['check', 'menuCheck'],
  null,
  ['publish', 'menuPublish'],
  ['withdraw', 'menuWithdraw'],
  ['verify', 'menuVerify'],
  null,
  ['setup', 'menuSetup'],
  null,
  ['status', 'menuStatus'],
  null,
  ['language', 'menuLanguageSwitch'],
  ['help', 'menuHelp'],
];

/** Builds the menu and nothing else: a simple trigger may do no more (Google's guide on simple triggers). */
export function showMenu(): void {
  const language = menuLanguage();
  const menu = SpreadsheetApp.getUi().createMenu(MENU_WORDS.menu[language]);
  for (const entry of MENU_ENTRIES) {
    if (entry === null) menu.addSeparator();
    else menu.addItem(MENU_WORDS[entry[0]][language], entry[1]);
  }
  menu.addToUi();
}
