import type { CallResult } from './call-result.ts';
import { delayAfter, type Patience } from './retry-policy.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

export interface Staging {
  readonly send: () => Promise<CallResult<null>>;
  readonly patience: Patience;
  readonly onRetry: () => void;
}

/**
 * Sends one batch that fills staging tabs. It may be repeated freely: cells are written to fixed places, and a
 * tab is added under an id that only this run uses. So when a repeated batch is refused because its tab
 * exists, an earlier try was applied, as a whole.
 */
export async function stage(
  { send, patience, onRetry }: Staging,
  tries = 1,
  mayBeApplied = false,
): Promise<void> {
  const result = await send();
  if (result.ok) return;
  const { problem } = result;
  const { failure } = problem;
  if (mayBeApplied && failure.kind === 'conflict' && /already exists/.test(failure.detail)) return;
  const delay = delayAfter(tries, problem, patience);
  if (delay === undefined) throw new SpreadsheetError(failure);
  await patience.clock.sleep(delay, patience.signal);
  onRetry();
  await stage({ send, patience, onRetry }, tries + 1, mayBeApplied || problem.applied === 'unknown');
}
