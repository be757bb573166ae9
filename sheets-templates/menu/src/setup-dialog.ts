/// <reference types="google-apps-script" />
import { MENU_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import { SETUP_MENU_WORDS } from '../../../src/domain/messages/setup-menu-words.ts';
import { showDialog } from './dialog-page.ts';
import { menuLanguage, say } from './language.ts';
import { isControlWorkbook } from './setup.ts';
import page from './setup-dialog.html';

/** In pixels: the form, with the plan beside it. */
const SIZE = [880, 580] as const;

/** Set up a new year…: what it begins with, then the plan to look at, then the confirmation. */
export function showSetupDialog(): void {
  showDialog(page, {
    title: say(MENU_WORDS.setup),
    size: SIZE,
    words: SETUP_MENU_WORDS,
    settings: {
      working: say(SETUP_MENU_WORDS.working),
      language: menuLanguage(),
      last: isControlWorkbook() ? SpreadsheetApp.getActiveSpreadsheet().getUrl() : '',
    },
  });
}
