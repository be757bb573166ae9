import type { CallResult } from './call-result.ts';
import { delayAfter, type Patience } from './retry-policy.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

export interface RepeatableBatch {
  readonly send: () => Promise<CallResult<null>>;
  readonly patience: Patience;
  readonly onRetry: () => void;
}

/**
 * Sends a batch that prepares a commit: hidden tabs, anchors. It may be repeated freely: cells are written to
 * fixed places, and what is added has an id that only this run uses. So when a repeated batch is refused because
 * its id exists, an earlier try was applied, as a whole.
 */
export async function sendRepeatable(
  { send, patience, onRetry }: RepeatableBatch,
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
  await sendRepeatable({ send, patience, onRetry }, tries + 1, mayBeApplied || problem.applied === 'unknown');
}
