/// <reference types="google-apps-script" />
import { MENU_WORDS, recomputedLine, unitsReadLine } from '../../../src/domain/messages/menu-messages.ts';
import type { EndedJob, Status } from './answers.ts';
import { callFunction } from './call-function.ts';
import { moversText } from './describe-changes.ts';
import { menuLanguage, say } from './language.ts';
import { rememberDuration } from './last-duration.ts';
import sidebarPage from './sidebar.html';

/** What the sidebar shows at one moment. */
export interface SidebarState {
  readonly results: string;
  readonly phase: string;
  readonly percent: number;
  /** How many units were read, and for how long it has been going on. */
  readonly elapsed: string;
  /** What came of the newest work that was put off; empty when there is none to tell of. */
  readonly ended: string;
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

/** What came of work that nobody waited for. */
function endedText(job: EndedJob): string {
  switch (job.outcome) {
    case 'recomputed': {
      const seconds = Math.max(1, Math.round(job.elapsedMs / 1000));
      return say(recomputedLine(job.units, seconds, job.issues, moversText(job.changes)));
    }
    case 'refused':
      return `${job.title}. ${job.detail}`;
    default:
      return MENU_WORDS.jobs[menuLanguage()][job.outcome];
  }
}

/** Called by the sidebar every few seconds. */
export function pollStatus(): SidebarState {
  const called = callFunction<Status>('status');
  const idle = { percent: 0, elapsed: '', ended: '', canCancel: false };
  if (!called.ok) {
    const { title, detail } = called.trouble;
    return { ...idle, results: title, phase: detail, lines: [] };
  }
  const { results, running, runs, job } = called.body;
  const [newest] = runs;
  // By how long it really took, without the wait: the next click may need no queue.
  if (job?.outcome === 'recomputed' && job.mine && newest !== undefined)
    rememberDuration(newest.milliseconds);
  const lines = runs.map(({ when, who, outcome }) => `${when} · ${who} · ${outcome}`);
  const shown = { results: MENU_WORDS.results[menuLanguage()][results], lines };
  const [run] = running;
  const ended = job === undefined ? '' : endedText(job);
  if (run === undefined) return { ...idle, ...shown, ended, phase: say(MENU_WORDS.nothingRuns) };
  const read = run.units === undefined ? '' : `${say(unitsReadLine(run.units))} · `;
  const elapsed = `${read}${Math.round(run.elapsedMs / 1000)} ${say(MENU_WORDS.seconds)}`;
  return { ...shown, ended: '', phase: phaseText(run.phase), percent: run.percent, elapsed, canCancel: true };
}

/** Called by the sidebar’s button. What is already being written is not torn apart. */
export function cancelRun(): string {
  const called = callFunction<{ readonly cancelled: number }>('cancel');
  if (!called.ok) return called.trouble.detail;
  return say(called.body.cancelled === 0 ? MENU_WORDS.nothingRuns : MENU_WORDS.cancelAsked);
}
