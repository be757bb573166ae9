/// <reference types="google-apps-script" />
import { MENU_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import { PUBLISH_MENU_WORDS, withdrawnText } from '../../../src/domain/messages/publish-menu-words.ts';
import { callFunction } from './call-function.ts';
import { showDialog } from './dialog-page.ts';
import { say } from './language.ts';
import type { DialogState, Withdrawn } from './publication-answers.ts';
import page from './publication-dialog.html';
import { troubled } from './publish.ts';

/** In pixels: for publishing the form with the draft beside it. */
const SIZES = { publish: [880, 580], withdraw: [480, 400] } as const;

type Mode = 'publish' | 'withdraw';

/** The button that confirms says what it does, and the form who answers for it. */
function show(mode: Mode, title: string): void {
  const { confirm, who, withdraw, withdrawnBy } = PUBLISH_MENU_WORDS;
  const own = mode === 'publish' ? { confirm, who } : { confirm: withdraw, who: withdrawnBy };
  showDialog(page, {
    title,
    size: SIZES[mode],
    words: { ...PUBLISH_MENU_WORDS, ...own },
    settings: { mode, working: say(PUBLISH_MENU_WORDS.working) },
  });
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
      lines: [say(PUBLISH_MENU_WORDS.incompleteWithdrawal)],
    };
  const called = callFunction<Withdrawn>('withdraw', { who, why });
  if (!called.ok) return troubled(called.trouble);
  const { number, closed } = called.body;
  return { ok: true, title: say(withdrawnText(number, closed)), lines: [] };
}
