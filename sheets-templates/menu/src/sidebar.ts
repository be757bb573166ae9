/// <reference types="google-apps-script" />
import {
  callsLeftLine,
  MENU_WORDS,
  recomputedLine,
  unitsReadLine,
} from '../../../src/domain/messages/menu-messages.ts';
import type { EndedJob, Status } from './answers.ts';
import { callFunction } from './call-function.ts';
import { moversText } from './describe-changes.ts';
import { menuLanguage, rememberWorkbookLanguage, say } from './language.ts';
import { rememberDuration } from './last-duration.ts';
import sidebarPage from './sidebar.html';

/** How far what is under way is. */
interface Progress {
  /** Absent when what was shown before still holds. */
  readonly phase?: string;
  readonly percent: number;
  /** How many units were read, and for how long it has been going on. */
  readonly elapsed: string;
  /** What came of the newest work that was put off; empty when there is none to tell of. */
  readonly ended?: string;
  readonly isRunning: boolean;
  readonly canCancel: boolean;
  /** What the button stops: this run and no other. */
  readonly runId?: string;
}

/** What the sidebar shows at one moment. */
export interface SidebarState extends Progress {
  readonly results: string;
  readonly lines: readonly string[];
}

/** Opens beside the workbook; closing it loses nothing, because all it shows is asked for anew. */
export function showSidebar(): void {
  const { cancel, loading, refresh, notWatching } = MENU_WORDS;
  const told = { cancel, loading, refresh, notWatching };
  const words = JSON.stringify(
    Object.fromEntries(Object.entries(told).map(([name, message]) => [name, say(message)])),
  );
  // Escaped for a script element: no text can end it.
  const page = sidebarPage.replace('/*WORDS*/{}', () => words.replace(/</g, '\\u003c'));
  const html = HtmlService.createHtmlOutput(page).setTitle(say(MENU_WORDS.status));
  SpreadsheetApp.getUi().showSidebar(html);
}

function phaseText(phase: string): string {
  const phases: Readonly<Record<string, string>> = MENU_WORDS.phases[menuLanguage()];
  return phases[phase] ?? phase;
}

type Running = Status['running'];

const IDLE: Progress = { percent: 0, elapsed: '', isRunning: false, canCancel: false };

/** The person's own run before those of colleagues. */
function shownRun(running: Running): Running[number] | undefined {
  return running.find(({ mine }) => mine) ?? running[0];
}

function progressOf({ runId, phase, percent, units, elapsedMs, stoppable }: Running[number]): Progress {
  const read = units === undefined ? '' : `${say(unitsReadLine(units))} · `;
  const elapsed = `${read}${Math.round(elapsedMs / 1000)} ${say(MENU_WORDS.seconds)}`;
  const told = { phase: phaseText(phase), percent, elapsed, ended: '', isRunning: true };
  return stoppable ? { ...told, canCancel: true, runId } : { ...told, canCancel: false };
}

/** What came of work that nobody waited for. */
function endedText(job: EndedJob): string {
  switch (job.outcome) {
    case 'recomputed': {
      const seconds = Math.max(1, Math.round(job.elapsedMs / 1000));
      const { units, ranked, incomplete, issues } = job;
      return say(
        recomputedLine({ units, ranked, incomplete, seconds, issues, movers: moversText(job.changes) }),
      );
    }
    case 'refused':
      return `${job.title}. ${job.detail}`;
    default:
      return MENU_WORDS.jobs[menuLanguage()][job.outcome];
  }
}

function idleText(left: Status['left']): string {
  const quota = left === undefined ? [] : [say(callsLeftLine(left.reads, left.writes))];
  return [say(MENU_WORDS.nothingRuns), ...quota].join(' ');
}

/** Called by the sidebar now and then, and when something has come to its end. */
export function pollStatus(): SidebarState {
  const called = callFunction<Status>('status');
  const idle = { ...IDLE, ended: '' };
  if (!called.ok) {
    const { title, detail } = called.trouble;
    return { ...idle, results: title, phase: detail, lines: [] };
  }
  const { results, running, runs, job, left, language } = called.body;
  rememberWorkbookLanguage(language);
  const [newest] = runs;
  // By how long it really took, without the wait: the next click may need no queue.
  if (job?.outcome === 'recomputed' && job.mine && newest !== undefined)
    rememberDuration(newest.milliseconds);
  const lines = runs.map(({ when, who, outcome }) => `${when} · ${who} · ${outcome}`);
  const shown = { results: MENU_WORDS.results[menuLanguage()][results], lines };
  const run = shownRun(running);
  const ended = job === undefined ? '' : endedText(job);
  if (run === undefined) return { ...idle, ...shown, ended, phase: idleText(left) };
  return { ...shown, ...progressOf(run) };
}

/** Called now and then while nothing is under way: costs nothing of Google’s quota. */
export function pollIdle(): SidebarState | Progress {
  const called = callFunction<Pick<Status, 'running'>>('status', { brief: true, onlyHere: true });
  const run = shownRun(called.ok ? called.body.running : []);
  // What has come of work is told when work was seen; the rest stays as it is shown.
  return run === undefined ? IDLE : progressOf(run);
}

/** Called every few seconds while something is under way: costs next to nothing of Google’s quota. */
export function pollProgress(): SidebarState | Progress {
  const called = callFunction<Pick<Status, 'running'>>('status', { brief: true });
  const run = shownRun(called.ok ? called.body.running : []);
  return run === undefined ? pollStatus() : progressOf(run);
}

/** Called by the sidebar’s button, for the run that it shows. What is already being written is not torn apart. */
export function cancelRun(runId: string): string {
  const called = callFunction<{ readonly cancelled: number }>('cancel', { runId });
  if (!called.ok) return called.trouble.detail;
  return say(called.body.cancelled === 0 ? MENU_WORDS.nothingRuns : MENU_WORDS.cancelAsked);
}
