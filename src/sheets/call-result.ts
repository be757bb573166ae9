import type { SpreadsheetFailure } from '../domain/spreadsheet-failure.ts';

/** What one try of one call came to, with everything that the retry policy has to know. */
export interface CallProblem {
  readonly failure: SpreadsheetFailure;
  /** True when the same call may succeed later. */
  readonly transient: boolean;
  /** Whether Google may have done what was asked although no good answer came. */
  readonly applied: 'no' | 'unknown';
  /** What the server asked for in Retry-After. */
  readonly retryAfterMs?: number;
  /** Which request of a batch was refused, when Google says so. */
  readonly request?: number;
}

export type CallResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: CallProblem };
