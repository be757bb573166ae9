import { GaxiosError } from 'googleapis-common';
import type { CallProblem } from './call-result.ts';
import { classifyAnswer } from './classify-answer.ts';

/** Who ended a try before its answer: the caller, our own timer, or neither. */
export type StoppedBy = 'caller' | 'timer' | undefined;

/** Socket errors of a connection that was never made: the request cannot have reached Google. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function errorCodes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...code, ...errorCodes(error.cause)];
}

/** Retry-After in either of its forms: seconds, or a date. */
export function retryAfterOf(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Google's auth library fails without an answer and without a code when it finds no credentials. */
function isMissingCredentials(error: unknown): boolean {
  return error instanceof Error && /default credentials|refresh token|metadata service/i.test(error.message);
}

/**
 * What a failed try means. The client says nothing reliable about aborts: with gaxios 7 a timeout and an
 * abort by the caller look the same (reference: functions.md §3.2), so our own signals decide, not its error.
 */
export function classifyError(error: unknown, stoppedBy: StoppedBy, now: number): CallProblem {
  if (stoppedBy === 'caller') return { failure: { kind: 'cancelled' }, transient: false, applied: 'unknown' };
  if (error instanceof GaxiosError && error.response !== undefined) {
    const { status, headers, data } = error.response;
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    return classifyAnswer(status, text, retryAfterOf(headers.get('retry-after'), now));
  }
  if (stoppedBy === undefined && isMissingCredentials(error))
    return { failure: { kind: 'unauthenticated' }, transient: false, applied: 'no' };
  const neverSent = errorCodes(error).some((code) => NEVER_SENT.has(code));
  return { failure: { kind: 'unavailable' }, transient: true, applied: neverSent ? 'no' : 'unknown' };
}
