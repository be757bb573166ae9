import * as z from 'zod';
import type { CallProblem } from './call-result.ts';
import { classifyAnswer } from './classify-answer.ts';

/** Who ended a try before its answer: the caller, our own timer, or neither. */
export type StoppedBy = 'caller' | 'timer' | undefined;

/** What is known about a failed try beside its error. */
export interface TryFacts {
  readonly stoppedBy: StoppedBy;
  /** False while the access token was still being fetched: nothing was asked of Google Sheets yet. */
  readonly sent: boolean;
  readonly now: number;
}

/**
 * An error with an answer inside. Known by its shape, not its class: the client and its auth library bring
 * copies of the transport of their own, and an error of the one is no instance of the other's class.
 */
const answeredSchema = z.object({
  response: z.object({ status: z.number(), headers: z.instanceof(Headers), data: z.unknown() }),
});

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

/** The auth library finds no credentials at all; asking again changes nothing. */
function isMissingCredentials(error: unknown): boolean {
  return error instanceof Error && /default credentials|refresh token/i.test(error.message);
}

function classifySent(error: unknown, now: number): CallProblem {
  const answered = answeredSchema.safeParse(error);
  if (answered.success) {
    const { status, headers, data } = answered.data.response;
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    return classifyAnswer(status, text, retryAfterOf(headers.get('retry-after'), now));
  }
  const neverSent = errorCodes(error).some((code) => NEVER_SENT.has(code));
  return { failure: { kind: 'unavailable' }, transient: true, applied: neverSent ? 'no' : 'unknown' };
}

/**
 * What a failed try means. The client says nothing reliable about aborts: with gaxios 7 a timeout and an
 * abort by the caller look the same (docs/adr/0021), so our own signals decide, not its error.
 */
export function classifyError(error: unknown, { stoppedBy, sent, now }: TryFacts): CallProblem {
  const applied = sent ? 'unknown' : 'no';
  if (stoppedBy === 'caller') return { failure: { kind: 'cancelled' }, transient: false, applied };
  if (stoppedBy === 'timer') return { failure: { kind: 'unavailable' }, transient: true, applied };
  if (sent) return classifySent(error, now);
  return { failure: { kind: 'unauthenticated' }, transient: !isMissingCredentials(error), applied };
}
