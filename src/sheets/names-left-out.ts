import * as z from 'zod';
import type { CallProblem } from './call-result.ts';

const bodySchema = z.object({ requests: z.array(z.record(z.string(), z.unknown())) });

/**
 * Whether a batch was refused because a named range with a name of ours stands. The structure tells the names that are
 * taken, but not those of tabs that people deleted: they stay without a range, and no read lists them (burnash/gspread#1530).
 */
export function isNameTaken({ failure }: CallProblem): boolean {
  return failure.kind === 'conflict' && /addNamedRange/.test(failure.detail);
}

/** The same batch without names for tabs: they only help to find a tab again in a downloaded file. */
export function withoutNames(body: string): string {
  const { requests } = bodySchema.parse(JSON.parse(body));
  return JSON.stringify({ requests: requests.filter((request) => !('addNamedRange' in request)) });
}
