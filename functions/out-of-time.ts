import { failureOf } from '../src/sheets/spreadsheet-port.ts';
import type { Caller } from './access/caller.ts';
import type { AboutWorkbook, ParFunction } from './par-function.ts';

/** How long callers wait for an answer, in milliseconds. */
export type AnswersWithin = Readonly<Record<Caller['kind'], number>>;

/** The queue gives a delivery 600 seconds (src/sheets/cloud-tasks-queue.ts); its answer has to arrive within them. */
export const QUEUE_WAITS_MS = 590_000;

/** Of the time of a person who waits, what work may take that can be put off: 40 of 55 seconds. */
const SHARE_OF_WORK = 40 / 55;

/** Timers may go off this much before the moment that they were set to. */
const EARLY_MS = 20;

/** How long a call may go on, in milliseconds: some of its time is kept where its work is put off at the end. */
export function timeFor<Body extends AboutWorkbook>(
  { putsOff }: Pick<ParFunction<Body>, 'putsOff'>,
  { kind }: Caller,
  answersWithin: AnswersWithin,
): number {
  const whole = answersWithin[kind];
  return putsOff === true && kind === 'person' ? Math.round(whole * SHARE_OF_WORK) : whole;
}

/**
 * How work ended whose time was over, the call under way being given up: before anything was written, or in the
 * midst of a write of which it is not known whether it took effect. Undefined when it ended otherwise.
 */
export function outOfTime(error: unknown, deadline: number): 'unavailable' | 'unknown-outcome' | undefined {
  const kind = failureOf(error)?.kind;
  const isLate = Date.now() >= deadline - EARLY_MS;
  return isLate && (kind === 'unavailable' || kind === 'unknown-outcome') ? kind : undefined;
}
