import * as z from 'zod';
import { ASSUMPTIONS, type Assumption, type DoorCheck, type Finding } from '../../domain/doctor-finding.ts';
import { inOrder } from '../in-order.ts';
import { SpreadsheetError } from '../spreadsheet-error.ts';
import type { Answer, Ask } from './ask.ts';
import { ASSUMPTION_CHECKS } from './assumption-checks.ts';
import { countCalls } from './check-quota.ts';
import { checkRoles, type RolesOptions } from './check-roles.ts';
import { closeScratch, openScratch, type Scratch } from './scratch.ts';

export interface ExamineOptions extends RolesOptions {
  readonly ask: Ask;
  readonly now: () => number;
  /** Evenly spread over [0, 1). */
  readonly random: () => number;
}

/** Tokens are refused by clocks that are more wrong than this. */
const CLOCK_TOLERANCE_MS = 60_000;

const propertiesSchema = z.object({
  properties: z.object({ title: z.string(), locale: z.string(), timeZone: z.string() }),
});

function checkClock({ serverTime }: Answer, now: number): Finding {
  if (serverTime === undefined) return { kind: 'fails', check: 'clock', seen: 'no Date header' };
  const seconds = Math.round((now - serverTime) / 1000);
  const isRight = Math.abs(now - serverTime) <= CLOCK_TOLERANCE_MS;
  return { kind: isRight ? 'holds' : 'fails', check: 'clock', seen: `${seconds} s` };
}

function checkLocale(body: unknown): readonly Finding[] {
  const { title, locale, timeZone } = propertiesSchema.parse(body).properties;
  const isKnown = /^(vi|en)(_|$)/.test(locale);
  return [
    { kind: 'holds', check: 'sign-in' },
    { kind: 'holds', check: 'reach', seen: title },
    { kind: isKnown ? 'holds' : 'fails', check: 'locale', seen: `${locale}, ${timeZone}` },
  ];
}

async function decide(check: Assumption, scratch: Scratch): Promise<Finding> {
  try {
    const { holds, seen } = await ASSUMPTION_CHECKS[check](scratch);
    return { kind: holds ? 'holds' : 'fails', check, seen };
  } catch (error) {
    if (error instanceof SpreadsheetError) return { kind: 'refused', check, failure: error.failure };
    throw error;
  }
}

async function checkOnScratch(options: ExamineOptions): Promise<readonly Finding[]> {
  const opened = await openScratch(options);
  if (!opened.ok) return [{ kind: 'refused', check: 'edit', failure: opened.problem.failure }];
  const findings = await inOrder(ASSUMPTIONS, (check) => decide(check, opened.value));
  const closed = await closeScratch(opened.value);
  const edit: Finding = closed.ok
    ? { kind: 'holds', check: 'edit' }
    : { kind: 'refused', check: 'edit', failure: closed.problem.failure };
  return [edit, ...findings];
}

/**
 * Looks at everything that has to be in order before a recompute, then tries what is believed of Google on a
 * hidden tab of its own, and removes the tab. No cell of anybody else is read or written.
 */
export async function examine(options: ExamineOptions): Promise<readonly Finding[]> {
  const { ask, finding } = countCalls(options.ask, options.now);
  const findings = await examineThrough({ ...options, ask });
  return [...findings, finding()];
}

async function examineThrough(options: ExamineOptions): Promise<readonly Finding[]> {
  const { ask, spreadsheetId, now } = options;
  const reached = await ask(
    'GET',
    `/v4/spreadsheets/${spreadsheetId}?fields=properties(title,locale,timeZone)`,
  );
  if (!reached.ok) {
    const { failure } = reached.problem;
    if (failure.kind === 'rate-limited') return [];
    const check: DoorCheck = failure.kind === 'unauthenticated' ? 'sign-in' : 'reach';
    return [{ kind: 'refused', check, failure }];
  }
  const clock = checkClock(reached.value, now());
  const roles = await checkRoles(options);
  return [...checkLocale(reached.value.body), clock, ...roles, ...(await checkOnScratch(options))];
}
