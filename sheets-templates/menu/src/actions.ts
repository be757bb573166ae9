/// <reference types="google-apps-script" />
import {
  changedUnitsLine,
  checkedLine,
  MENU_WORDS,
  moreLine,
  recomputedLine,
} from '../../../src/domain/messages/menu-messages.ts';
import { unfinishedLine } from '../../../src/domain/messages/unfinished-line.ts';
import type { Checked, Previewed, Recomputed } from './answers.ts';
import { callFunction, type Trouble } from './call-function.ts';
import { changeText, mostTelling, moversText } from './describe-changes.ts';
import { chooseLanguage, menuLanguage, say } from './language.ts';
import { learnFromFailure, rememberDuration, rememberTooLong, tookLong } from './last-duration.ts';
import { showMenu } from './menu.ts';
import { showSidebar } from './sidebar.ts';

/** Lines in a dialog: more than fit on a screen are counted, not shown. */
const LINES_SHOWN = 20;
const TOAST_SECONDS = 15;
/** Until it is replaced by the next one. */
export const STAYS = -1;

export function toast(text: string, seconds = TOAST_SECONDS): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, say(MENU_WORDS.menu), seconds);
}

export function tell(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

export function tellTrouble({ title, detail }: Trouble): void {
  toast(say(MENU_WORDS.ended), 1);
  tell(title, detail);
}

export function shortened(lines: readonly string[]): string {
  const more = lines.length - LINES_SHOWN;
  const shown = lines.slice(0, LINES_SHOWN);
  return [...shown, ...(more > 0 ? [say(moreLine(more))] : [])].join('\n');
}

export function recompute(): void {
  toast(say(MENU_WORDS.recomputing), STAYS);
  showSidebar();
  const startedAt = Date.now();
  const called = callFunction<Recomputed>('recompute', tookLong() ? { later: true } : {});
  const elapsed = Date.now() - startedAt;
  if (!called.ok) {
    learnFromFailure(called.trouble.code, elapsed);
    tellTrouble(called.trouble);
    return;
  }
  if (called.status === 202) {
    // Also when it was tried at once and took too long: the next one goes into the queue without being tried.
    if (called.body.outcome === 'queued') rememberTooLong(elapsed);
    toast(say(MENU_WORDS[called.body.outcome === 'queued' ? 'queued' : 'alreadyQueued']));
    return;
  }
  rememberDuration(elapsed);
  const { units, ranked, incomplete, issues, changes } = called.body;
  const seconds = Math.max(1, Math.round(elapsed / 1000));
  const told = { seconds, issues: issues.errors + issues.warnings, movers: moversText(changes) };
  toast(say(recomputedLine({ units, ranked, incomplete, ...told })));
}

export function preview(): void {
  toast(say(MENU_WORDS.previewing), STAYS);
  const called = callFunction<Previewed>('preview');
  if (!called.ok) {
    tellTrouble(called.trouble);
    return;
  }
  const { units, changes, compared } = called.body;
  const language = menuLanguage();
  const heading = say(changedUnitsLine(changes.length, units));
  toast(heading);
  const nothing = compared ? MENU_WORDS.nothingMoves : MENU_WORDS.noRankingYet;
  const lines = mostTelling(changes).map((change) => changeText(change, language));
  tell(say(MENU_WORDS.preview), changes.length === 0 ? say(nothing) : `${heading}\n\n${shortened(lines)}`);
}

export function check(): void {
  toast(say(MENU_WORDS.checking), STAYS);
  const called = callFunction<Checked>('check');
  if (!called.ok) {
    tellTrouble(called.trouble);
    return;
  }
  const { counts, issues, unfinished } = called.body;
  const heading = say(checkedLine(counts.errors, counts.warnings));
  toast(heading);
  const lines = issues.map(({ tab, cell, problem, remedy }) => {
    const place = cell === undefined ? tab : `${tab}!${cell}`;
    return `${place}: ${problem} ${remedy}`;
  });
  const found = lines.length === 0 ? say(MENU_WORDS.noIssues) : `${heading}\n\n${shortened(lines)}`;
  const text = unfinished === undefined ? found : `${found}\n\n${say(unfinishedLine(unfinished))}`;
  tell(say(MENU_WORDS.check), text);
}

export function switchLanguage(): void {
  chooseLanguage(menuLanguage() === 'vi' ? 'en' : 'vi');
  showMenu();
  toast(say(MENU_WORDS.languageSet));
}

export function help(): void {
  tell(say(MENU_WORDS.help), say(MENU_WORDS.helpText));
}
