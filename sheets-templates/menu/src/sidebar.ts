/// <reference types="google-apps-script" />
import { MENU_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import type { Status } from './answers.ts';
import { callFunction } from './call-function.ts';
import { menuLanguage, say } from './language.ts';
import sidebarPage from './sidebar.html';

/** What the sidebar shows at one moment. */
export interface SidebarState {
  readonly results: string;
  readonly phase: string;
  readonly percent: number;
  readonly elapsed: string;
  readonly canCancel: boolean;
  readonly lines: readonly string[];
}

/** Opens beside the workbook; closing it loses nothing, because all it shows is asked for anew. */
export function showSidebar(): void {
  const words = JSON.stringify({ cancel: say(MENU_WORDS.cancel), loading: say(MENU_WORDS.loading) });
  // Escaped for a script element: no text can end it.
  const page = sidebarPage.replace('/*WORDS*/{}', () => words.replace(/</g, '\\u003c'));
  const html = HtmlService.createHtmlOutput(page).setTitle(say(MENU_WORDS.status));
  SpreadsheetApp.getUi().showSidebar(html);
}

function phaseText(phase: string): string {
  const phases: Readonly<Record<string, string>> = MENU_WORDS.phases[menuLanguage()];
  return phases[phase] ?? phase;
}

/** Called by the sidebar every few seconds. */
export function pollStatus(): SidebarState {
  const called = callFunction<Status>('status');
  const idle = { percent: 0, elapsed: '', canCancel: false };
  if (!called.ok) {
    const { title, detail } = called.trouble;
    return { ...idle, results: title, phase: detail, lines: [] };
  }
  const { results, running, runs } = called.body;
  const lines = runs.map(({ when, who, outcome }) => `${when} · ${who} · ${outcome}`);
  const shown = { results: MENU_WORDS.results[menuLanguage()][results], lines };
  const [run] = running;
  if (run === undefined) return { ...idle, ...shown, phase: say(MENU_WORDS.nothingRuns) };
  const elapsed = `${Math.round(run.elapsedMs / 1000)} ${say(MENU_WORDS.seconds)}`;
  return { ...shown, phase: phaseText(run.phase), percent: run.percent, elapsed, canCancel: true };
}

/** Called by the sidebar’s button. What is already being written is not torn apart. */
export function cancelRun(): string {
  const called = callFunction<{ readonly cancelled: number }>('cancel');
  if (!called.ok) return called.trouble.detail;
  return say(called.body.cancelled === 0 ? MENU_WORDS.nothingRuns : MENU_WORDS.cancelAsked);
}
